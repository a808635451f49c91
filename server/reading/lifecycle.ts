import { invalid } from '../errors.ts'
import { scope, type Field, type Noun, type Row } from './noun.ts'
import { all, FALSE, join, name, sql, word, type Sql } from './sql.ts'

/** What stands in the way of an action: a fact about the row, and the sentence that says it to a person. */
export type Guard = { sentence: string; stands: (row: Row) => Sql }

/** One action on a row: from which states, to which (none: the state stays), and what stands in its way, by reason. */
export type Step = {
  /** Left out: whatever the state, or there is none. */
  from?: readonly string[]
  to?: string
  /** Said when the row is in another state. */
  otherwise?: string
  unless?: Record<string, Guard>
  /** Whether whoever takes the step says why. */
  reason?: 'required'
}

/** A reason against an action, as clients read it. */
export type Reason = { code: string; sentence: string }

export const NO_RIGHT: Reason = { code: 'NO_RIGHT', sentence: 'Votre habilitation ne le permet pas.' }

/** What a person gives as a reason, without the spaces around; refuses what says nothing. */
export function reasonOf(given: string): string {
  const reason = given.trim()
  if (reason.length < 3 || reason.length > 500) throw invalid({ reason: 'Dites pourquoi, en 3 à 500 caractères.' })
  return reason
}

/** The reasons against this action on this row, as a JSON array; empty when it may be taken. */
export function reasonsAgainst(row: Row, action: string, step: Step): Sql {
  const held = scope(row, action)
  if (held === FALSE) return sql`${JSON.stringify([NO_RIGHT])}::json`
  const guards = Object.entries(step.unless ?? {})
  const standing = guards.length === 0
    ? sql`'[]'::json`
    : sql`(SELECT coalesce(json_agg(json_build_object('code', v.code, 'sentence', v.sentence)), '[]'::json) FROM (VALUES ${join(
        guards.map(([code, { sentence, stands }]) => sql`(${stands(row)}, ${word(code)}, ${sentence}::text)`),
      )}) v(stands, code, sentence) WHERE v.stands)`
  return sql`CASE WHEN (${held}) IS NOT TRUE THEN ${JSON.stringify([NO_RIGHT])}::json WHEN ${outside(row, step)} THEN ${
    JSON.stringify([{ code: 'WRONG_STATE', sentence: step.otherwise }])}::json ELSE ${standing} END`
}

/** Whether nothing stands against this action on this row: the same fragments, as one condition. */
export function allowed(row: Row, action: string, step: Step): Sql {
  const guards = Object.values(step.unless ?? {}).map(({ stands }) => sql`(${stands(row)}) IS NOT TRUE`)
  return all([scope(row, action), sql`NOT ${outside(row, step)}`, ...guards])
}

const outside = (row: Row, { from }: Step) => !from ? FALSE : sql`(${row.at}."state" NOT IN (${join(from.map(word))}))`

/** `can { publish { code sentence } }`: the reasons against each action of the noun; with no state, only the right counts. */
export const can = (actions: readonly string[] = []): Field => ({
  sql: (row, asked) => sql`(SELECT row_to_json(c) FROM (SELECT ${
    join(Object.keys(asked).map((action) => sql`${reasonsOf(row, action, actions)} AS ${name(action)}`))}) c)`,
})

function reasonsOf(row: Row, action: string, actions: readonly string[]): Sql {
  const step = stepOf(row.noun, action)
  if (!step && !actions.includes(action)) throw new Error(`${row.noun.resource} describes no ${action}`)
  return reasonsAgainst(row, action, step ?? {})
}

export const stepOf = (noun: Noun, action: string): Step | undefined =>
  noun.lifecycle && Object.hasOwn(noun.lifecycle, action) ? noun.lifecycle[action] : undefined
