import { compare, type Compared, type Comparison } from '../compare.ts'
import type { Stored } from '../kind.ts'
import { fold } from '../lines/fold.ts'
import type { HeldReferent } from './heldReferents.ts'
import type { ListedReferent } from './readReferent.ts'

const shown = (value: unknown) => (value === null || value === '' ? 'Rien' : `« ${value} »`)
const silent = { edited: 'Quelqu’un les a modifiées depuis la reprise : elles restent ainsi.', changed: 'Elles deviennent celles du fichier.' }

const FIELDS = {
  lastName: { label: 'Nom', shown }, firstName: { label: 'Prénom', shown }, phone: { label: 'Téléphone', shown }, employer: { label: 'Structure', shown },
  departmentCode: { label: 'Département', silent: { edited: 'Quelqu’un a retiré ce département depuis la reprise : il n’est pas remis.', changed: 'Ce département s’ajoute à ceux de la fiche.' } },
  cityId: { label: 'Commune', shown: (code) => `la commune ${code ?? 'vide'}` }, languages: { label: 'Langues', shown }, skills: { label: 'Compétences', silent },
  maxDistanceKm: { label: 'Distance', shown }, maxDays: { label: 'Jours au plus', shown }, notes: { label: 'Notes', silent },
} satisfies Record<string, Compared>
type Said = Record<keyof typeof FIELDS, unknown>

const listed = (languages: string[]) => languages.join(', ')

/** What a line of a list says that the referent's record does not: what it leaves empty it does not say, and names in capitals are the same names. */
export function compareReferent(line: Stored<ListedReferent>, held: HeldReferent): Comparison {
  const base = held.bases[line.email] ?? null
  const now: Said = { ...held, languages: listed(held.languages), departmentCode: held.departments.includes(line.departmentCode) ? line.departmentCode : null }
  const said = (one: Stored<ListedReferent>): Said => {
    const given = { ...one, languages: listed(one.languages) } as Record<keyof typeof FIELDS, string | number | null>
    return Object.fromEntries((Object.keys(FIELDS) as (keyof typeof FIELDS)[]).map((field) => [field, sayAgain(field, given[field], now[field])])) as Said
  }
  // A department is added to those that are there: the one of another line is none that was taken away.
  const before = base && { ...said(base), departmentCode: base.departmentCode === line.departmentCode ? base.departmentCode : null }
  const { set, ...told } = compare(FIELDS, said(line), now, before)
  return { ...told, set: set.languages === undefined ? set : { ...set, languages: line.languages } }
}

/** The value of a line as compared: that of the record where the line says nothing, or nothing else. */
function sayAgain(field: string, given: string | number | null, now: unknown) {
  if (given === null || given === '') return now
  const sameName = (field === 'lastName' || field === 'firstName') && fold(String(given)) === fold(String(now))
  return sameName ? now : given
}
