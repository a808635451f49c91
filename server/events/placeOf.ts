import { sql, type Sql } from '../reading/sql.ts'

/** « Salle des fêtes, Bondy »: where an event is held, as mails say it; null without a venue. */
export const placeOf = (event: Sql) => sql`(SELECT v."name" || ', ' || c."name" FROM "Venue" v JOIN "City" c ON c."id" = v."cityId" WHERE v."id" = ${event}."venueId")`
