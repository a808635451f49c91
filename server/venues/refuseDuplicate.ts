import type { Writer } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { sql } from '../reading/sql.ts'

/**
 * Refuses a second venue of the same name at the same address of a city, however they are typed, and names the one there is. The
 * database refuses one made at the same instant: the transaction is then run again, and finds it here.
 */
export async function refuseDuplicate(tx: Writer, { id, cityId, name, address }: { id: string; cityId: string; name: string; address: string }): Promise<void> {
  const [existing] = await tx.$queryRaw<{ id: string; name: string }[]>(sql`
    SELECT "id", "name" FROM "Venue" WHERE "cityId" = ${cityId} AND "id" <> ${id}::uuid
       AND search_text(btrim("name")) = search_text(btrim(${name})) AND search_text(btrim("address")) = search_text(btrim(${address})) LIMIT 1`)
  if (existing) throw invalid({ name: 'Ce lieu existe déjà à cette adresse : choisissez-le dans la liste.' }, { existing })
}
