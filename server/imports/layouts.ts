import type { Db } from '../db/client.ts'
import { headersHash, type Remembered } from './calendar/columns.ts'
import { columnsOf, type Mapping } from './storedTable.ts'

/** Who remembers columns: a department for itself, the region for itself. */
export const ownerOf = (departmentCode: string | null) => departmentCode ?? 'REGION'

/** The columns that this owner chose for earlier files, by their headers. */
export async function layoutsOf(db: Pick<Db, 'importLayout'>, departmentCode: string | null): Promise<Remembered> {
  const layouts = await db.importLayout.findMany({ where: { owner: ownerOf(departmentCode) }, orderBy: { updatedAt: 'desc' }, take: 200 })
  const columnsOfHash = new Map(layouts.map(({ headersHash, columns }) => [headersHash, columnsOf(columns as Mapping[])]))
  return (headers) => (headers.length > 0 ? columnsOfHash.get(headersHash(headers)) : undefined)
}
