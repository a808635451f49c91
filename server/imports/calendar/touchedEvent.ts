import { join, name, sql, TRUE, type Sql } from '../../reading/sql.ts'

/** What hangs on an event: with such a row in one of these, it is no more the draft that an import made. The tasks of its campaign come by themselves. */
const BUILT_ON = { Availability: TRUE, Assignment: TRUE, EventToInvite: TRUE, Comment: TRUE, Task: sql`b."version" > 1 OR b."lineId" IS NULL` }

/** Whether an event is no longer as its import made it. */
export const touchedEvent = (at: Sql) => sql`(${at}."state" <> 'DRAFT' OR ${at}."version" > 1 OR ${join(
  Object.entries(BUILT_ON).map(([table, counts]) => sql`EXISTS (SELECT FROM ${name(table)} b WHERE b."eventId" = ${at}."id" AND (${counts}))`), ' OR ')})`
