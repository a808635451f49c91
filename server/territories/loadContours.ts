import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'
import type { NeighbourhoodContour } from './readNeighbourhoodContours.ts'
import { RefusedTerritory } from './territoryFaults.ts'

/** What became of a file of contours, by code: written, as they were already, and of neighbourhoods that are not in the reference. */
export type ContoursLoaded = { changed: string[]; unchanged: string[]; unknown: string[] }

/**
 * Writes the contours of the neighbourhoods there are; triggers then find which venues lie in them. The same file again
 * writes nothing. Throws RefusedTerritory when none of them is known, or when one lies away from its cities.
 */
export async function loadContours(tx: Writer, contours: NeighbourhoodContour[], file: string, now: Date): Promise<ContoursLoaded> {
  const known = await tx.$queryRaw<{ id: string; away: boolean }[]>(sql`
    SELECT n."id", bool_and(c."longitude" NOT BETWEEN g."west" - 0.5 AND g."east" + 0.5 OR c."latitude" NOT BETWEEN g."south" - 0.5 AND g."north" + 0.5) IS TRUE AS away
      FROM jsonb_to_recordset(${JSON.stringify(contours.map(({ contour: _, ...box }) => box))}::jsonb) AS g("id" text, "west" float8, "south" float8, "east" float8, "north" float8)
      JOIN "Neighbourhood" n ON n."id" = g."id" LEFT JOIN "NeighbourhoodCity" p ON p."neighbourhoodId" = n."id" LEFT JOIN "City" c ON c."id" = p."cityId"
     GROUP BY n."id" ORDER BY n."id"`)
  if (known.length === 0) throw new RefusedTerritory([`${file} : aucun de ces quartiers n’est dans la liste de référence.`])
  const away = known.filter((one) => one.away).map(({ id }) => id)
  if (away.length > 0) throw new RefusedTerritory([`${file} : le contour n’est pas là où est la commune, longitude et latitude sont peut-être inversées (${away.slice(0, 20).join(', ')}).`])
  const ids = new Set(known.map(({ id }) => id))
  const given = JSON.stringify(contours.filter(({ id }) => ids.has(id)))
  const written = await tx.$queryRaw<{ id: string }[]>(sql`
    UPDATE "Neighbourhood" n SET "contour" = g."contour", "contourAt" = ${now}::timestamptz, "west" = g."west", "south" = g."south", "east" = g."east", "north" = g."north"
      FROM jsonb_to_recordset(${given}::jsonb) AS g("id" text, "contour" jsonb, "west" float8, "south" float8, "east" float8, "north" float8)
     WHERE n."id" = g."id" AND n."contour" IS DISTINCT FROM g."contour" RETURNING n."id"`)
  const changed = written.map(({ id }) => id).sort()
  return {
    changed, unchanged: known.map(({ id }) => id).filter((id) => !changed.includes(id)),
    unknown: contours.map(({ id }) => id).filter((id) => !ids.has(id)).sort(),
  }
}
