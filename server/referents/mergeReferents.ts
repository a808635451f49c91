import type { Context } from '../context.ts'
import { transact, type Writer } from '../db/transact.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { change, entry, hold, record, type Author } from '../reading/change.ts'
import { begin, rows, type Row } from '../reading/noun.ts'
import { join, sql, type Sql } from '../reading/sql.ts'
import { keptOf } from './keptOf.ts'
import type { ReferentInput } from './referent.inputs.ts'

type Given = { id: string; version: number; otherId: string; otherVersion: number; input: ReferentInput }
type Found = { id: string; version: number; email: string; departments: string[] }

/** Of two places at one event the first of these stays: what was kept or promised, then what was not. */
const STRONGEST = ['PRESENT', 'CONFIRMED', 'TO_RECONFIRM', 'OFFERED', 'ABSENT', 'WITHDRAWN', 'DECLINED', 'RELEASED']

/**
 * Makes one record of two, as `input` says, and gives it all that hung on the other, which is removed. Of two answers about
 * one event the latest stays, of two places the stronger. Merged already: nothing. Throws NOT_FOUND or FORBIDDEN, CONFLICT when
 * one was changed since its version, or when both are confirmed at events that overlap.
 */
export async function mergeReferents({ pool, viewer, now }: Context, { id, version, otherId, otherVersion, input }: Given): Promise<void> {
  const author = { nouns, viewer, now }
  if (id === otherId) throw invalid({ otherId: 'Choisissez une autre fiche.' })
  const set = keptOf(input)
  await transact(pool, async (tx) => {
    if (await isMerged(tx, author, id, otherId)) return
    const [one, other] = await both(tx, author, id, otherId)
    if (one.version !== version || other.version !== otherVersion) throw conflict('L’une des deux fiches a changé depuis que vous les comparez. Comparez-les de nouveau.')
    await refuseOverlaps(tx, author, id, otherId)
    const counts = await moveAll(tx, author, id, otherId)
    await moveLinks(tx, { one, other, email: set.email, active: set.active !== false, now })
    await tx.$executeRaw(sql`WITH gone AS (DELETE FROM "Referent" WHERE "id" = ${otherId}::uuid RETURNING "mergedIds")
      UPDATE "Referent" r SET "mergedIds" = r."mergedIds" || ${otherId}::uuid || gone."mergedIds" FROM gone WHERE r."id" = ${id}::uuid`)
    // The address of the other is free by now.
    await change(tx, author, 'Referent', 'merge', { id, version, set })
    await record(tx, author, 'Referent', 'merge', { id, departmentCode: one.departments[0] ?? null, changes: counts })
  })
}

/** Locks the record that stays; whether the same call was made before, so that there is nothing left to do. Throws NOT_FOUND. */
async function isMerged(tx: Writer, author: Author, id: string, otherId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ merged: boolean }[]>(sql`${rows(begin(author.nouns, author.viewer, author.now), 'Referent', 'read', ({ at }) => ({
    select: sql`${otherId}::uuid = ANY(${at}."mergedIds") AS merged`, where: [sql`${at}."id" = ${id}::uuid`],
  }))} FOR UPDATE`)
  if (!found) throw notFound()
  return found.merged
}

/** The two records, when both may be merged, locked against whoever would ask or assign one meanwhile. Errors: see `hold`. */
async function both(tx: Writer, author: Author, id: string, otherId: string): Promise<[Found, Found]> {
  const wanted = ({ at }: Row) => sql`${at}."id", ${at}."version", ${at}."email", ARRAY(SELECT d."departmentCode" FROM "ReferentDepartment" d WHERE d."referentId" = ${at}."id" ORDER BY 1) AS departments`
  const [one, other] = [await hold<Found>(tx, author, 'Referent', 'merge', id, wanted), await hold<Found>(tx, author, 'Referent', 'merge', otherId, wanted)]
  await tx.$queryRaw(sql`SELECT FROM "Referent" WHERE "id" = ${otherId}::uuid FOR UPDATE`)
  return [one, other]
}

/** One person is at one place at a time: somebody first has to say which. */
async function refuseOverlaps(tx: Writer, { viewer }: Author, id: string, otherId: string): Promise<void> {
  const name = (event: Sql) => sql`CASE WHEN ${event}."departmentCode" = ANY(${viewer.department ?? []}::text[]) THEN ${event}."title" END`
  const found = await tx.$queryRaw<{ one: string | null; other: string | null }[]>(sql`SELECT ${name(sql`e`)} AS one, ${name(sql`f`)} AS other
    FROM "Assignment" a JOIN "Event" e ON e."id" = a."eventId" JOIN "Assignment" b ON b."referentId" = ${otherId}::uuid AND b."state" = 'CONFIRMED' AND b."eventId" <> a."eventId"
      AND tstzrange(a."startsAt", a."endsAt") && tstzrange(b."startsAt", b."endsAt") JOIN "Event" f ON f."id" = b."eventId"
    WHERE a."referentId" = ${id}::uuid AND a."state" = 'CONFIRMED' ORDER BY a."startsAt", b."startsAt"`)
  if (found.length === 0) return
  const told = found.map(({ one, other }) => [one, other].map((title) => (title === null ? 'une opération d’un autre département' : `« ${title} »`)).join(' et '))
  throw conflict(`Les deux fiches sont confirmées à des opérations qui se chevauchent : ${told.join(' ; ')}. Libérez d’abord l’une des deux places.`)
}

/** Gives one record what hangs on the other; answers, for the journal, how much it had and has. */
async function moveAll(tx: Writer, author: Author, id: string, otherId: string): Promise<Record<string, [number, number]>> {
  const ours = async () => (await tx.$queryRaw<{ availabilities: number; assignments: number }[]>(sql`SELECT (SELECT count(*)::int FROM "Availability" WHERE "referentId" = ${id}::uuid) AS availabilities,
    (SELECT count(*)::int FROM "Assignment" WHERE "referentId" = ${id}::uuid) AS assignments`))[0]!
  const before = await ours()
  await keepOne(tx, author, { id, otherId, resource: 'Availability', field: 'answer', best: sql`s."answeredAt" DESC NULLS LAST, s."askedAt", s."id"` })
  await keepOne(tx, author, { id, otherId, resource: 'Assignment', field: 'state', best: sql`array_position(ARRAY[${join(STRONGEST)}]::text[], s."state"::text), s."createdAt", s."id"` })
  for (const table of [sql`"Availability"`, sql`"Assignment"`, sql`"Message"`, sql`"ImportLine"`, sql`"AuditEntry"`])
    await tx.$executeRaw(sql`UPDATE ${table} SET "referentId" = ${id}::uuid WHERE "referentId" = ${otherId}::uuid`)
  await tx.$executeRaw(sql`INSERT INTO "EventToInvite" ("eventId", "referentId") SELECT "eventId", ${id}::uuid FROM "EventToInvite" WHERE "referentId" = ${otherId}::uuid ON CONFLICT DO NOTHING`)
  await tx.$executeRaw(sql`INSERT INTO "ReferentDepartment" ("referentId", "departmentCode") SELECT ${id}::uuid, "departmentCode" FROM "ReferentDepartment" WHERE "referentId" = ${otherId}::uuid ON CONFLICT DO NOTHING`)
  await tx.$executeRaw(sql`INSERT INTO "Unavailability" ("id", "referentId", "startsOn", "endsOn", "createdAt") SELECT gen_random_uuid(), ${id}::uuid, "startsOn", "endsOn", "createdAt" FROM "Unavailability" WHERE "referentId" = ${otherId}::uuid ON CONFLICT DO NOTHING`)
  await tx.$executeRaw(sql`UPDATE "Referent" r SET "comment" = concat_ws(E'\\n', r."comment", o."comment") FROM "Referent" o WHERE r."id" = ${id}::uuid AND o."id" = ${otherId}::uuid AND o."comment" IS NOT NULL`)
  await tx.$executeRaw(sql`INSERT INTO "ReferentDistinct" ("oneId", "otherId") SELECT least(${id}::uuid, third), greatest(${id}::uuid, third)
    FROM (SELECT CASE WHEN "oneId" = ${otherId}::uuid THEN "otherId" ELSE "oneId" END AS third FROM "ReferentDistinct" WHERE ${otherId}::uuid IN ("oneId", "otherId")) d WHERE third <> ${id}::uuid ON CONFLICT DO NOTHING`)
  const after = await ours()
  return { availabilities: [before.availabilities, after.availabilities], assignments: [before.assignments, after.assignments] }
}

type Twins = { id: string; otherId: string; resource: 'Availability' | 'Assignment'; field: 'answer' | 'state'; best: Sql }

/** Where both records have a row about one event, the best stays, and its journal says what the other said. */
async function keepOne(tx: Writer, author: Author, { id, otherId, resource, field, best }: Twins): Promise<void> {
  const [table, value] = resource === 'Availability' ? [sql`"Availability"`, sql`"answer"`] : [sql`"Assignment"`, sql`"state"`]
  await tx.$executeRaw(sql`WITH ranked AS (
      SELECT s."id", s."eventId", s."departmentCode", s.${value}::text AS said, row_number() OVER (PARTITION BY s."eventId" ORDER BY ${best}) AS rank, count(*) OVER (PARTITION BY s."eventId") AS twins
      FROM ${table} s WHERE s."referentId" IN (${id}::uuid, ${otherId}::uuid)),
    gone AS (DELETE FROM ${table} t USING ranked r WHERE t."id" = r."id" AND r.rank = 2),
    changed AS (SELECT k."id", k."departmentCode", o.said AS other, k.said FROM ranked k JOIN ranked o ON o."eventId" = k."eventId" AND o.rank = 2 WHERE k.rank = 1 AND k.twins = 2)
    ${entry(author, resource, 'merge', undefined, sql`CASE WHEN other IS DISTINCT FROM said THEN jsonb_build_object(${field}::text, jsonb_build_array(other, said)) ELSE '{}' END`, { id: sql`gen_random_uuid()` })}`)
}

type Links = { one: Found; other: Found; email: string; active: boolean; now: Date }

/** Links stay good in the mailbox that is kept, and nowhere else. */
async function moveLinks(tx: Writer, { one, other, email, active, now }: Links): Promise<void> {
  const lost = [one, other].filter((each) => !active || each.email !== email).map((each) => each.id)
  await tx.$executeRaw(sql`UPDATE "AccessLink" SET "revokedAt" = ${now} WHERE "referentId" = ANY(${lost}::uuid[]) AND "revokedAt" IS NULL`)
  await tx.$executeRaw(sql`UPDATE "AccessLink" SET "referentId" = ${one.id}::uuid WHERE "referentId" = ${other.id}::uuid`)
}
