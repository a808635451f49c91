import { idOf, NOW } from './data.ts'

export type Workload = {
  /** The question to GraphQL, and its variables for the i-th request. */
  document: string
  variables: (i: number) => object
  /** Who asks: the prefecture of department 93, the region, or anybody. */
  as: 'prefecture' | 'region' | 'anybody'
  /** Asked as this page of the site instead: what is compared is then the cost alone. */
  path?: string
  /** The same answer by hand: one statement of SQL that returns the JSON, or several in a transaction. */
  raw: { text: string; values: (variables: any) => unknown[] }[]
}

const event = 'id title startsAt endsAt state capacity'
const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS+00:00')`
const eventJson = `'id', e."id", 'title', e."title", 'startsAt', ${instant('e."startsAt"')}, 'endsAt', ${instant('e."endsAt"')}, 'state', e."state", 'capacity', e."capacity"`
const place = `'venue', (SELECT json_build_object('id', v."id", 'name', v."name", 'city', (SELECT json_build_object('id', c."id", 'name', c."name") FROM "City" c WHERE c."id" = v."cityId")) FROM "Venue" v WHERE v."id" = e."venueId")`
const targets = `'neighbourhoods', (SELECT coalesce(json_agg(json_build_object('id', n."id", 'name', n."name") ORDER BY n."name", n."id"), '[]') FROM "EventNeighbourhood" p JOIN "Neighbourhood" n ON n."id" = p."neighbourhoodId" WHERE p."eventId" = e."id")`
const referent = (of: string) => `(SELECT json_build_object('id', r."id", 'firstName', r."firstName", 'lastName', r."lastName") FROM "Referent" r WHERE r."id" = ${of}."referentId")`

const recorded = { text: `SELECT json_build_object('result', json_build_object('id', "id", 'answer', "answer", 'source', "source")) FROM "Availability" WHERE "id" = $1`, values: ({ id }: { id: string }) => [id] }

export const workloads: Record<string, Workload> = {
  list: {
    document: `query($departments: [ID!]) { result: events(filter: { departmentCodes: $departments, states: [PUBLISHED] }, sort: startsAt, page: { size: 25 }) { items { ${event} referentsNeeded referentsAsked referentsConfirmed venue { id name city { id name } } neighbourhoods { id name } } total } }`,
    variables: () => ({ departments: ['93'] }), as: 'prefecture',
    raw: [{
      text: `SELECT json_build_object('result', json_build_object('items', (SELECT coalesce(json_agg(j), '[]') FROM (
          SELECT json_build_object(${eventJson}, 'referentsNeeded', e."referentsNeeded", 'referentsAsked', (SELECT count(*) FROM "Availability" a WHERE a."eventId" = e."id"), 'referentsConfirmed', (SELECT count(*) FROM "Assignment" a WHERE a."eventId" = e."id" AND a."state" IN ('CONFIRMED', 'PRESENT')), ${place}, ${targets}) AS j
            FROM "Event" e WHERE e."departmentCode" = ANY($1) AND e."state" = 'PUBLISHED' ORDER BY e."startsAt", e."id" LIMIT 25) page),
        'total', (SELECT count(*)::int FROM "Event" e WHERE e."departmentCode" = ANY($1) AND e."state" = 'PUBLISHED')))`,
      values: ({ departments }) => [departments],
    }],
  },
  record: {
    document: `query($id: ID!) { result: event(id: $id) { ${event} notes contactEmail venue { id name city { id name } } neighbourhoods { id name } availabilities { id answer referent { id firstName lastName } } assignments { id state referent { id firstName lastName } } } }`,
    variables: (i) => ({ id: idOf(3, 5 + 8 * (i % 7)) }), as: 'prefecture',
    raw: [{
      text: `SELECT json_build_object('result', (SELECT json_build_object(${eventJson}, 'notes', e."notes", 'contactEmail', e."contactEmail", ${place}, ${targets},
        'availabilities', (SELECT coalesce(json_agg(json_build_object('id', a."id", 'answer', a."answer", 'referent', ${referent('a')}) ORDER BY a."askedAt", a."id"), '[]') FROM "Availability" a WHERE a."eventId" = e."id"),
        'assignments', (SELECT coalesce(json_agg(json_build_object('id', a."id", 'state', a."state", 'referent', ${referent('a')}) ORDER BY a."createdAt", a."id"), '[]') FROM "Assignment" a WHERE a."eventId" = e."id")) FROM "Event" e WHERE e."id" = $1))`,
      values: ({ id }) => [id],
    }],
  },
  review: {
    document: 'query($id: ID!) { result: campaign(id: $id) { name reviews { departmentCode target planned published held referentsNeeded referentsConfirmed } coverages { neighbourhoodId covered } } }',
    variables: () => ({ id: idOf(1, 1) }), as: 'region',
    raw: [{
      text: `SELECT json_build_object('result', (SELECT json_build_object('name', c."name",
        'reviews', (SELECT json_agg(json_build_object('departmentCode', d."id", 'target', t."target", 'planned', x.planned, 'published', x.published, 'held', x.held, 'referentsNeeded', x.needed, 'referentsConfirmed', x.confirmed) ORDER BY d."id")
          FROM "Department" d JOIN "CampaignTarget" t ON t."departmentCode" = d."id" AND t."campaignId" = c."id" CROSS JOIN LATERAL (
            SELECT count(*)::int planned, count(*) FILTER (WHERE "state" IN ('PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED'))::int published, count(*) FILTER (WHERE "state" IN ('HELD', 'CLOSED'))::int held,
                   coalesce(sum("referentsNeeded"), 0)::int needed, coalesce(sum((SELECT count(*) FROM "Assignment" a WHERE a."eventId" = e."id" AND a."state" IN ('CONFIRMED', 'PRESENT'))), 0)::int confirmed
              FROM "Event" e WHERE e."campaignId" = c."id" AND e."departmentCode" = d."id" AND e."state" <> 'CANCELLED') x),
        'coverages', (SELECT json_agg(json_build_object('neighbourhoodId', n."id", 'covered', EXISTS (SELECT FROM "EventNeighbourhood" en JOIN "Event" e ON e."id" = en."eventId" WHERE en."neighbourhoodId" = n."id" AND e."campaignId" = c."id" AND e."state" IN ('PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED'))) ORDER BY n."id")
          FROM "PerimeterNeighbourhood" p JOIN "Neighbourhood" n ON n."id" = p."neighbourhoodId" WHERE p."perimeterId" = c."perimeterId")) FROM "Campaign" c WHERE c."id" = $1))`,
      values: ({ id }) => [id],
    }],
  },
  answer: {
    document: 'mutation($id: ID!, $answer: Answer!) { result: recordAnswer(id: $id, answer: $answer) { id answer source } }',
    variables: (i) => ({ id: answered[i % answered.length], answer: Math.floor(i / answered.length) % 2 ? 'YES' : 'NO' }), as: 'prefecture',
    raw: [
      { text: 'BEGIN', values: () => [] },
      { text: `SELECT a."answer", e."state", e."startsAt" FROM "Availability" a JOIN "Event" e ON e."id" = a."eventId" WHERE a."id" = $1 FOR UPDATE OF a`, values: ({ id }) => [id] },
      { text: `UPDATE "Availability" SET "answer" = $2, "source" = 'STAFF', "answeredAt" = '${NOW}' WHERE "id" = $1`, values: ({ id, answer }) => [id, answer] },
      { text: `INSERT INTO "AuditEntry" ("id", "at", "resource", "recordId", "action", "changes") VALUES (gen_random_uuid(), '${NOW}', 'Availability', $1, 'record', jsonb_build_object('answer', $2::text))`, values: ({ id, answer }) => [id, answer] },
      {
        text: `UPDATE "Assignment" t SET "state" = (CASE WHEN $2 = 'NO' THEN 'WITHDRAWN' ELSE 'CONFIRMED' END)::"AssignmentState" FROM "Availability" a, "Event" e
          WHERE a."id" = $1 AND t."eventId" = a."eventId" AND t."referentId" = a."referentId" AND e."id" = a."eventId" AND CASE WHEN $2 = 'NO' THEN t."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM')
            ELSE t."state" IN ('OFFERED', 'TO_RECONFIRM') AND e."referentsConfirmed" < e."referentsNeeded" AND NOT EXISTS (SELECT FROM "Assignment" o WHERE o."referentId" = t."referentId" AND o."id" <> t."id"
              AND o."state" = 'CONFIRMED' AND tstzrange(o."startsAt", o."endsAt") && tstzrange(t."startsAt", t."endsAt")) END`,
        values: ({ id, answer }) => [id, answer],
      },
      { text: 'COMMIT', values: () => [] },
      recorded,
    ],
  },
  publicList: {
    document: `query($from: Instant!) { result: events(filter: { states: [PUBLISHED], startsAt: { from: $from } }, sort: startsAt, page: { size: 25 }) { items { ${event} venue { id name city { id name } } neighbourhoods { id name } } } }`,
    variables: () => ({ from: NOW }), as: 'anybody',
    raw: [{
      text: `SELECT json_build_object('result', json_build_object('items', (SELECT coalesce(json_agg(j), '[]') FROM (
        SELECT json_build_object(${eventJson}, ${place}, ${targets}) AS j FROM "Event" e WHERE e."state" = 'PUBLISHED' AND e."publishedAt" IS NOT NULL AND e."startsAt" >= $1 ORDER BY e."startsAt", e."id" LIMIT 25) page)))`,
      values: ({ from }) => [from],
    }],
  },
}
workloads.publicPage = { ...workloads.publicList!, path: '/' }

/** Availabilities of published events to come in the department that asks, filled by the data. */
export const answered: string[] = []
