import type { Step } from '../reading/lifecycle.ts'
import type { Row } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

const ERASED = { sentence: 'Cette personne a été effacée : il n’en reste que des nombres.', stands: ({ at }: Row) => sql`${at}."erasedAt" IS NOT NULL` }
/** Whoever merges decides for every department that reads the record: it must be in reach of each of them. */
const SHARED = {
  sentence: 'Cette fiche est aussi celle d’un autre département, hors de votre habilitation : elle ne se fusionne pas d’ici.',
  stands: ({ at, query: { viewer } }: Row) => sql`EXISTS (SELECT FROM "ReferentDepartment" d WHERE d."referentId" = ${at}."id" AND NOT d."departmentCode" = ANY(${viewer.department ?? []}::text[]))`,
}

/** A referent has no states: he is there until he is erased. */
export const lifecycle = {
  update: { unless: { ERASED } },
  merge: { unless: { ERASED, SHARED } },
  tellApart: { unless: { ERASED } },
  erase: { unless: { ERASED }, reason: 'required' },
} satisfies Record<string, Step>
