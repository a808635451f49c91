import type { Db } from '../db/client.ts'
import type { ImportKind } from '../db/generated/enums.ts'
import { headersHash, type Remembered } from './lines/sheet.ts'
import { columnsOf, type Mapping } from './storedSheet.ts'

/** Who remembers columns: a department for itself, the region for itself. */
export const ownerOf = (departmentCode: string | null) => departmentCode ?? 'REGION'

/** The columns that this owner chose for earlier files of a kind, by their headers. */
export async function layoutsOf(db: Pick<Db, 'importLayout'>, departmentCode: string | null, kind: ImportKind): Promise<Remembered> {
  const layouts = await db.importLayout.findMany({ where: { owner: ownerOf(departmentCode), kind }, orderBy: { updatedAt: 'desc' }, take: 200 })
  const columnsOfHash = new Map(layouts.map(({ headersHash, columns }) => [headersHash, columnsOf(columns as Mapping[])]))
  return (headers) => (headers.length > 0 ? columnsOfHash.get(headersHash(headers)) : undefined)
}
