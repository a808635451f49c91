import type { Finding } from './lines/notes.ts'

/** How a field is told: its label, and the sentences when its values are not to be read out. */
export type Compared = { label: string; shown?: (value: unknown) => string; silent?: { edited: string; changed: string } }

export type Comparison = {
  /** What the line would write. */
  set: Record<string, unknown>
  findings: Finding[]
  /** Fields that a person has changed since, and that the line would overwrite. */
  overwrites: boolean
}

/**
 * What a line says that the row it repeats does not: compared with what was last imported, so that what a person
 * changed since is not taken for a change of the file.
 */
export function compare<Field extends string>(fields: Record<Field, Compared>, line: Record<Field, unknown>, now: Record<Field, unknown>, base: Record<Field, unknown> | null): Comparison {
  const findings: Finding[] = []
  const set: Record<string, unknown> = {}
  let overwrites = false
  for (const [field, { label, shown, silent }] of Object.entries(fields) as [Field, Compared][]) {
    if (line[field] === now[field]) continue
    const say = (value: unknown) => shown?.(value) ?? `« ${value ?? ''} »`
    if (base && line[field] === base[field]) {
      findings.push({ code: 'EDITED_SINCE', column: label, sentence: silent?.edited ?? `Quelqu’un l’a modifié depuis la reprise : ${say(now[field])} reste.` })
      continue
    }
    set[field] = line[field]
    findings.push({ code: 'CHANGE', column: label, sentence: silent?.changed ?? `${say(now[field])} devient ${say(line[field])}.` })
    if (base && base[field] === now[field]) continue
    overwrites = true
    findings.push({ code: 'EDITED_SINCE', column: label, sentence: 'Quelqu’un l’a écrit depuis la reprise : reprendre cette ligne l’effacerait. Choisissez-la seulement si le fichier a raison.' })
  }
  return { set, findings, overwrites }
}
