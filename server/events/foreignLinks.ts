import { invalid } from '../errors.ts'
import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'

/**
 * Refuses links to what is not of the event's department, and neighbourhoods that touch no part of the city where it is held,
 * communes merged into it included; the transaction then rolls back. The venue is kept by a foreign key.
 */
export async function refuseForeignLinks(tx: Writer, eventId: string): Promise<void> {
  const [found] = await tx.$queryRaw<{ neighbourhood: string | null; far: string | null; city: string | null; agency: string | null }[]>(sql`
    SELECT (SELECT n."name" FROM "EventNeighbourhood" p JOIN "Neighbourhood" n ON n."id" = p."neighbourhoodId"
             WHERE p."eventId" = e."id" AND n."departmentCode" <> e."departmentCode" LIMIT 1) AS neighbourhood,
           (SELECT n."name" FROM "EventNeighbourhood" p JOIN "Neighbourhood" n ON n."id" = p."neighbourhoodId" WHERE p."eventId" = e."id" AND v."id" IS NOT NULL AND NOT EXISTS (
             SELECT FROM "NeighbourhoodCity" nc JOIN "City" o ON o."id" = nc."cityId" WHERE nc."neighbourhoodId" = n."id" AND coalesce(o."mergedIntoId", o."id") = coalesce(c."mergedIntoId", c."id")) ORDER BY n."name" LIMIT 1) AS far,
           c."name" AS city,
           (SELECT a."name" FROM "Agency" a WHERE a."id" = e."leadAgencyId" AND NOT EXISTS (
             SELECT FROM "AgencyDepartment" d WHERE d."agencyId" = a."id" AND d."departmentCode" = e."departmentCode")) AS agency
      FROM "Event" e LEFT JOIN "Venue" v ON v."id" = e."venueId" LEFT JOIN "City" c ON c."id" = v."cityId" WHERE e."id" = ${eventId}::uuid`)
  const fields = {
    ...(found?.neighbourhood ? { neighbourhoodIds: `Le quartier « ${found.neighbourhood} » n’est pas dans le département de l’opération.` }
      : found?.far ? { neighbourhoodIds: `Le quartier « ${found.far} » n’est pas à ${found.city}, où se tient l’opération : retirez-le, ou changez de lieu.` } : {}),
    ...(found?.agency ? { leadAgencyId: `La structure « ${found.agency} » ne travaille pas dans le département de l’opération.` } : {}),
  }
  if (Object.keys(fields).length > 0) throw invalid(fields)
}
