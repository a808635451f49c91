import { sql, type Sql } from '../reading/sql.ts'

const EARTH_RADIUS_KM = 6371

/** Kilometres between two cities in a straight line, from position to position; null when one has none. */
export const distanceKm = (one: Sql, other: Sql) => sql`CASE WHEN ${one}."id" = ${other}."id" THEN 0 ELSE ${EARTH_RADIUS_KM}::float * 2 * asin(sqrt(least(1, power(sin(radians(${other}."latitude" - ${one}."latitude") / 2), 2)
  + cos(radians(${one}."latitude")) * cos(radians(${other}."latitude")) * power(sin(radians(${other}."longitude" - ${one}."longitude") / 2), 2)))) END`
