import type { Writer } from '../../db/transact.ts'
import type { Author } from '../../reading/change.ts'
import { begin, rows } from '../../reading/noun.ts'
import { sql } from '../../reading/sql.ts'
import type { Stored } from '../kind.ts'
import { fold } from '../lines/fold.ts'
import type { Finding } from '../lines/notes.ts'
import type { ListedReferent } from './readReferent.ts'

type Named = { firstName: string; lastName: string; phone: string | null }
const nameAndPhone = ({ firstName, lastName, phone }: Named) => `${fold(`${firstName} ${lastName}`)}|${phone}`

/** Of new lines, by address, those of one name and phone with somebody of the pool, or with an earlier line: they will be proposed for merging. */
export async function warnOfTwins(db: Writer, author: Author, items: Stored<ListedReferent>[]): Promise<Map<string, Finding[]>> {
  const phones = items.flatMap(({ phone }) => phone ?? [])
  const known = await db.$queryRaw<Named[]>(rows(begin(author.nouns, author.viewer, author.now), 'Referent', 'read', ({ at }) => ({
    select: sql`${at}."firstName", ${at}."lastName", ${at}."phone"`, where: [sql`${at}."phone" = ANY(${phones}::text[])`],
  })))
  const pool = new Set(known.map(nameAndPhone))
  const earlier = new Set<string>()
  return new Map(items.flatMap((item): [string, Finding[]][] => {
    if (item.phone === null) return []
    const one = nameAndPhone(item)
    const where = pool.has(one) ? 'une fiche de la liste' : earlier.has(one) ? 'une autre ligne du fichier' : null
    earlier.add(one)
    return where ? [[item.email, [{ code: 'POSSIBLE_DUPLICATE', column: null, sentence: `Même nom et même téléphone que ${where}, sous une autre adresse. La ligne sera reprise, et les deux fiches proposées à la fusion.` }]]] : []
  }))
}
