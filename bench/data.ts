import type { Pool } from 'pg'

export const NOW = '2026-10-05T08:00:00Z'
const departments = ['75', '77', '78', '91', '92', '93', '94', '95']

/**
 * So many events over eight departments; 400 referents at 60 events and as many more at more, 50 of them in each department;
 * each event has 50 referents asked, 38 answers and 12 places. Written in SQL, so that 6 000 events take seconds.
 * Identifiers are made from numbers: both servers answer the same rows.
 */
export async function load(pool: Pool, events: number): Promise<void> {
  const referents = Math.max(400, Math.ceil(events / 60) * 400)
  const client = await pool.connect()
  const run = (text: string, values: unknown[] = []) => client.query(text, values)
  try {
    await run('BEGIN')
    await run('SET LOCAL statement_timeout = 0')
    await run(`INSERT INTO "Region" VALUES ('11', 'Île-de-France')`)
    await run(`INSERT INTO "Department" ("id", "name", "regionId") SELECT d, 'Département ' || d, '11' FROM unnest($1::text[]) d`, [departments])
    await run(`INSERT INTO "City" ("id", "name", "departmentCode", "postalCodes", "latitude", "longitude")
      SELECT d || lpad(n::text, 3, '0'), 'Ville ' || d || n, d, ARRAY[d || '000'], 48.9, 2.4 FROM unnest($1::text[]) d, generate_series(1, 5) n`, [departments])
    await run(`INSERT INTO "Neighbourhood" ("id", "name", "generation", "departmentCode")
      SELECT 'QN' || d || lpad(n::text, 3, '0') || 'M', 'Quartier ' || d || n, 2024, d FROM unnest($1::text[]) d, generate_series(1, 10) n`, [departments])
    await run(`INSERT INTO "Perimeter" VALUES ('PRIJ', 'Périmètre', false, 'mesure', $1)`, [NOW])
    await run(`INSERT INTO "PerimeterNeighbourhood" SELECT 'PRIJ', "id" FROM "Neighbourhood" ORDER BY "id" LIMIT 79`)
    await run(`INSERT INTO "Campaign" ("id", "name", "startsOn", "endsOn", "state", "target", "perimeterId", "createdAt") VALUES (${uuid('1', 1)}, 'Automne', '2026-09-01', '2026-12-31', 'OPEN', 55, 'PRIJ', $1)`, [NOW])
    await run(`INSERT INTO "CampaignTarget" ("id", "campaignId", "departmentCode", "target") SELECT gen_random_uuid(), ${uuid('1', 1)}, d, 7 FROM unnest($1::text[]) d`, [departments])
    await run(`INSERT INTO "Venue" ("id", "departmentCode", "cityId", "name", "address", "postalCode", "latitude", "longitude")
      SELECT ('00000000-0000-7000-8000-2000000' || c."id")::uuid, c."departmentCode", c."id", 'Salle ' || c."id", '1 rue de l’Exemple', c."postalCodes"[1], 48.9, 2.4 FROM "City" c`)
    await run(`INSERT INTO "Event" ("id", "campaignId", "departmentCode", "title", "venueId", "startsAt", "endsAt", "capacity", "referentsNeeded", "contactName", "contactEmail", "notes", "publicText", "state", "slug", "publishedAt", "createdAt", "updatedAt")
      SELECT ${uuid('3', 'n')}, ${uuid('1', 1)}, d, 'Opération ' || n, ('00000000-0000-7000-8000-2000000' || d || lpad((1 + n % 5)::text, 3, '0'))::uuid,
             at, at + interval '3 hours', 40, 14, 'Camille Exemple', 'camille@example.org', 'Notes', 'Texte public',
             (CASE WHEN n % 5 = 0 THEN 'DRAFT' WHEN at < $2 THEN 'HELD' ELSE 'PUBLISHED' END)::"EventState", 'ville-' || n, CASE WHEN n % 5 <> 0 THEN $2::timestamptz END, $2, $2
        FROM (SELECT n, ($1::text[])[1 + n % 8] AS d, $2::timestamptz + ((n * 37) % 120 - 40) * interval '1 day' + (n % 7) * interval '1 hour' AS at FROM generate_series(1, $3::int) n) e`, [departments, NOW, events])
    await run(`INSERT INTO "EventNeighbourhood" SELECT e."id", 'QN' || e."departmentCode" || lpad((1 + (n * 3) % 10)::text, 3, '0') || 'M' FROM "Event" e JOIN generate_series(1, $1::int) n ON e."slug" = 'ville-' || n`, [events])
    await run(`INSERT INTO "Referent" ("id", "firstName", "lastName", "email", "languages", "createdAt") SELECT ${uuid('4', 'n')}, 'Dominique', 'Exemple-' || n, 'referent-' || n || '@example.org', '{}', $1 FROM generate_series(1, $2::int) n`, [NOW, referents])
    await run(`INSERT INTO "ReferentDepartment" SELECT ${uuid('4', 'n')}, ($1::text[])[1 + n % 8] FROM generate_series(1, $2::int) n`, [departments, referents])
    // The k-th referent asked about event n: of its department, others than about the event before it there.
    const asked = `(1 + (n + 7) % 8 + 8 * ((n / 8 * 50 + k) % ($2::int / 8)))`
    await run(`INSERT INTO "Availability" ("id", "eventId", "departmentCode", "referentId", "answer", "source", "answeredAt", "askedAt")
      SELECT ('00000000-0000-7000-8000-5' || lpad((n * 50 + k)::text, 11, '0'))::uuid, ${uuid('3', 'n')}, ($1::text[])[1 + n % 8], ${uuid('4', asked)},
             CASE WHEN k <= 38 THEN (ARRAY['YES', 'IF_NEEDED', 'NO'])[1 + k % 3]::"Answer" END, CASE WHEN k <= 38 THEN 'LINK'::"AnswerSource" END, CASE WHEN k <= 38 THEN $4::timestamptz END, $4
        FROM generate_series(1, $3::int) n, generate_series(1, 50) k ON CONFLICT DO NOTHING`, [departments, referents, events, NOW])
    // Places already taken up, so that hours need not be free: the shape of the work is the same.
    await run(`INSERT INTO "Assignment" ("id", "eventId", "departmentCode", "referentId", "state", "startsAt", "endsAt", "createdAt")
      SELECT gen_random_uuid(), a."eventId", a."departmentCode", a."referentId", 'PRESENT', e."startsAt", e."endsAt", $1 FROM "Availability" a JOIN "Event" e ON e."id" = a."eventId" WHERE a."answer" = 'YES'`, [NOW])
    await run('COMMIT')
    await run('VACUUM ANALYZE')
  } finally {
    client.release()
  }
}

/** SQL for the identifier of the n-th row of a kind. */
const uuid = (kind: string, n: string | number) => `('00000000-0000-7000-8000-${kind}' || lpad((${n})::text, 11, '0'))::uuid`
export const idOf = (kind: number, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(11, '0')}`
