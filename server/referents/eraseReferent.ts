import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { nouns } from '../nouns.ts'
import { entry, look, record, refuse, type Author } from '../reading/change.ts'
import { reasonOf } from '../reading/lifecycle.ts'
import { sql } from '../reading/sql.ts'

type Tx = Parameters<typeof queueMessage>[0]
/** Not erased, hence with an address. */
type Person = { firstName: string; lastName: string; email: string }
type Freed = { departmentCode: string; title: string; startsAt: Date }

/** What stands in the place of what was erased, wherever it is read. */
const NAME = { firstName: 'Référent', lastName: 'effacé' }
const MESSAGE = 'Message effacé'
const LINE = 'Ligne effacée'

/**
 * Erases for good all that is known of a person, on request: the record, messages, links, lines of imports. Places to come are
 * released first, and their departments told. Answers about dates that are past and places that were held stay, of nobody.
 * Erased already: nothing. Throws NOT_FOUND or FORBIDDEN.
 */
export async function eraseReferent({ db, viewer, now }: Context, id: string, why: string): Promise<void> {
  const author = { nouns, viewer, now }
  const reason = reasonOf(why)
  await db.$transaction(async (tx) => {
    const { reasons, ...person } = await look<Person>(tx, author, 'Referent', 'erase', id, ({ at }) => sql`${at}."firstName", ${at}."lastName", ${at}."email"`)
    if (reasons.some(({ code }) => code === 'ERASED')) return
    refuse(reasons)
    // Whoever would ask or assign him meanwhile waits, and then finds nobody to ask.
    await tx.$queryRaw(sql`SELECT FROM "Referent" WHERE "id" = ${id}::uuid FOR UPDATE`)
    await tellTeams(tx, author, await freePlaces(tx, author, id))
    await eraseMessages(tx, id)
    await eraseLines(tx, id, person)
    for (const table of [sql`"AccessLink"`, sql`"EventToInvite"`, sql`"Unavailability"`]) await tx.$executeRaw(sql`DELETE FROM ${table} WHERE "referentId" = ${id}::uuid`)
    await tx.$executeRaw(sql`DELETE FROM "ReferentDistinct" WHERE ${id}::uuid IN ("oneId", "otherId")`)
    await tx.$executeRaw(sql`UPDATE "Referent" SET "firstName" = ${NAME.firstName}, "lastName" = ${NAME.lastName}, "email" = NULL, "phone" = NULL, "cityId" = NULL, "employer" = NULL, "languages" = '{}', "skills" = NULL,
      "maxDistanceKm" = NULL, "maxDays" = NULL, "notes" = NULL, "comment" = NULL, "active" = FALSE, "erasedAt" = ${now}, "version" = "version" + 1 WHERE "id" = ${id}::uuid`)
    await record(tx, author, 'Referent', 'erase', { id, departmentCode: viewer.department?.[0] ?? null, reason })
  }, { timeout: 30_000 })
}

/** Releases the places to come, with their journal, and takes back what was asked about dates to come; answers the events. */
async function freePlaces(tx: Tx, author: Author, id: string): Promise<Freed[]> {
  const freed = await tx.$queryRaw<Freed[]>(sql`WITH before AS (SELECT s."id", s."state" AS was, e."title" FROM "Assignment" s JOIN "Event" e ON e."id" = s."eventId"
      WHERE s."referentId" = ${id}::uuid AND s."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM') AND s."startsAt" > ${author.now} FOR UPDATE OF s),
    changed AS (UPDATE "Assignment" t SET "state" = 'RELEASED', "version" = t."version" + 1 FROM before WHERE t."id" = before."id" RETURNING t."id", t."departmentCode", t."startsAt", before.was, before."title"),
    written AS (${entry(author, 'Assignment', 'release', 'Effacement à la demande de la personne', sql`jsonb_build_object('state', jsonb_build_array(was, 'RELEASED'))`, { id: sql`gen_random_uuid()` })})
    SELECT "departmentCode", "title", "startsAt" FROM changed ORDER BY "startsAt", "id"`)
  await tx.$executeRaw(sql`DELETE FROM "Availability" a USING "Event" e WHERE e."id" = a."eventId" AND a."referentId" = ${id}::uuid AND e."startsAt" > ${author.now}`)
  return freed
}

/** Writes to each of a department's team but the author, once for all its places. */
async function tellTeams(tx: Tx, { viewer, now }: Author, freed: Freed[]): Promise<void> {
  for (const [departmentCode, events] of Map.groupBy(freed, (one) => one.departmentCode)) {
    const team = await tx.account.findMany({ where: { disabledAt: null, ...(viewer.account ? { id: { not: viewer.account } } : {}), memberships: { some: { departmentCode } } }, select: { id: true }, orderBy: { id: 'asc' } })
    for (const { id: accountId } of team) await queueMessage(tx, { id: v7(), template: 'placesFreed', accountId, departmentCode, now, variables: { events } })
  }
}

/** What was sent is still counted; what was not is no longer sent. */
async function eraseMessages(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw(sql`DELETE FROM "Message" WHERE "referentId" = ${id}::uuid AND "state" = 'QUEUED'`)
  await tx.$executeRaw(sql`UPDATE "Message" SET "address" = '', "subject" = ${MESSAGE}, "body" = '', "link" = NULL, "error" = NULL WHERE "referentId" = ${id}::uuid`)
}

/**
 * The lines of files that speak of the person: those that made or repeat the record, those with the address, and those that
 * became nobody and have the name. They can be taken no more.
 */
async function eraseLines(tx: Tx, id: string, { firstName, lastName, email }: Person): Promise<void> {
  const written = sql`search_text(l."cells"::text || l."corrections"::text)`
  const holds = (text: string) => sql`strpos(${written}, search_text(${JSON.stringify(text).slice(1, -1)})) > 0`
  await tx.$executeRaw(sql`UPDATE "ImportLine" l SET "cells" = '[]', "values" = '[]', "corrections" = '[]', "findings" = '[]', "summary" = ${LINE}, "referent" = NULL, "before" = NULL, "proposed" = FALSE,
      "verdict" = CASE WHEN l."outcome" IS NULL THEN 'SKIPPED'::"LineVerdict" ELSE l."verdict" END
    FROM "Import" i WHERE i."id" = l."importId" AND i."kind" = 'REFERENTS' AND (l."referentId" = ${id}::uuid OR (l."referentId" IS NULL AND (
      ${holds(email)} OR (l."verdict" IN ('ERROR', 'DUPLICATE', 'OUTSIDE', 'SKIPPED') AND ${holds(firstName)} AND ${holds(lastName)}))))`)
}
