import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { sentFile } from '../imports/sentFile.ts'
import { nouns } from '../nouns.ts'
import { entry } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { loadContours, type ContoursLoaded } from './loadContours.ts'
import { readNeighbourhoodContours } from './readNeighbourhoodContours.ts'
import { RefusedTerritory } from './territoryFaults.ts'

/** Loads the contours of a file that the viewer sent, with a line in the journal of each neighbourhood whose contour changed. */
export async function importContours({ db, pool, viewer, now }: Context, fileId: string): Promise<ContoursLoaded> {
  const file = await sentFile(db, viewer, fileId)
  try {
    const contours = readNeighbourhoodContours(file.bytes, file.name)
    return await transact(pool, async (tx) => {
      const loaded = await loadContours(tx, contours, file.name, now)
      if (loaded.changed.length > 0) {
        const journal = entry({ nouns, viewer, now }, 'Neighbourhood', 'importContours', undefined, sql`'{"contour": true}'::jsonb`, { id: sql`gen_random_uuid()` })
        await tx.$executeRaw(sql`WITH changed AS (SELECT "id", "departmentCode" FROM "Neighbourhood" WHERE "id" = ANY(${loaded.changed})) ${journal}`)
      }
      return loaded
    })
  } catch (thrown) {
    throw thrown instanceof RefusedTerritory ? invalid({ file: thrown.faults.join(' ') }) : thrown
  }
}
