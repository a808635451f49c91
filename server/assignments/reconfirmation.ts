import type { Row } from '../reading/noun.ts'
import { sql, type Sql } from '../reading/sql.ts'

/** Whoever spoke so many days before he would be asked is not asked: he was just reached. */
const JUST_REACHED_DAYS = 2

const day = (at: Sql) => sql`paris_day(${at}."startsAt")`
const today = ({ query }: Row) => sql`(SELECT paris_day(${query.now}::timestamptz))`

/** The day, in Paris, on which a referent with a place is asked again whether it stands: the last that has come; null before the first. The campaign says how many days before. */
export const begunOn = (row: Row) => sql`(SELECT ${stageOf(row)} FROM "Event" e JOIN "Campaign" c ON c."id" = e."campaignId" WHERE e."id" = ${row.at}."eventId")`

/** The same by the campaign `c`, of a row with a start. */
const stageOf = (row: Row) => sql`CASE WHEN ${today(row)} >= ${day(row.at)} - c."reconfirmLastDays" THEN ${day(row.at)} - c."reconfirmLastDays"
  WHEN ${today(row)} >= ${day(row.at)} - c."reconfirmFirstDays" THEN ${day(row.at)} - c."reconfirmFirstDays" END`

/** The day of the referent's last word about the place: his answer, the place given, or that he comes again. */
const saidOn = (at: Sql) => sql`paris_day(greatest(${at}."createdAt", ${at}."reconfirmedAt", (SELECT a."answeredAt" FROM "Availability" a WHERE (a."eventId", a."referentId") = (${at}."eventId", ${at}."referentId"))))`

/** Whether the referent has spoken since he was to be asked, or just before. */
export const said = (row: Row) => sql`(${saidOn(row.at)} >= ${begunOn(row)} - ${JUST_REACHED_DAYS}::int)`

/** Whether a place is at risk: it was to be confirmed again, a day has passed, and the referent has said nothing. */
export const silent = (row: Row) => sql`coalesce(${row.at}."state" = 'CONFIRMED' AND ${row.at}."startsAt" > ${row.query.now} AND ${begunOn(row)} < ${today(row)} AND NOT ${said(row)}, FALSE)`

/** Whether a place of an event is at risk. The day is found once for the event: thousands of events are asked at once, and few are so near. */
export const anySilent = (event: Row) => sql`EXISTS (SELECT FROM (SELECT ${stageOf(event)} AS day FROM "Campaign" c WHERE c."id" = ${event.at}."campaignId") b
  JOIN "Assignment" s ON b.day < ${today(event)} AND s."eventId" = ${event.at}."id" AND s."state" = 'CONFIRMED' AND ${saidOn(sql`s`)} < b.day - ${JUST_REACHED_DAYS}::int)`
