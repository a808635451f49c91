import { all, join, sql, word, type Sql } from '../reading/sql.ts'

/**
 * Whom mails may be written to: the one place that decides. Each reason, in the order it is told, with what states it of a row
 * of "Referent". Only what is essential, about a place held or asked for by the person, goes past STOPPED.
 */
const reasons = {
  INACTIVE: (at: Sql) => sql`NOT ${at}."active"`,
  NO_ADDRESS: (at: Sql) => sql`coalesce(${at}."email", '') = ''`,
  BOUNCED: (at: Sql) => sql`${at}."bouncedAt" IS NOT NULL`,
  STOPPED: (at: Sql) => sql`${at}."stoppedAt" IS NOT NULL`,
}
export type Unreachable = keyof typeof reasons

/** Why a person is left out of mailings, as one of these words; null when he is not. */
export const unreachable = (at: Sql): Sql => sql`CASE ${join(Object.entries(reasons).map(([code, stands]) => sql`WHEN ${stands(at)} THEN ${word(code)}`), ' ')} END`

/** Whether a person may be solicited. */
export const reachable = (at: Sql): Sql => all(Object.values(reasons).map((stands) => sql`NOT (${stands(at)})`))
/** Whether a person may be told of what is essential: a condition, as of a place that he holds, or TRUE. */
export const reachableFor = (at: Sql, essential: Sql): Sql => {
  const { STOPPED, ...rest } = reasons
  return all([...Object.values(rest).map((stands) => sql`NOT (${stands(at)})`), sql`(NOT (${STOPPED(at)}) OR (${essential}) IS TRUE)`])
}

/** The same told to a person, after a name. */
export const sentences: Record<Unreachable, string> = {
  INACTIVE: 'n’est plus actif',
  NO_ADDRESS: 'n’a pas d’adresse de courriel',
  BOUNCED: 'a une adresse qui ne reçoit plus',
  STOPPED: 'a demandé à ne plus être sollicité',
}
