import { join, name, sql, type Sql } from '../../reading/sql.ts'

/** What hangs on a referent: with such a row in one of these, he is no more as an import made him. */
const BUILT_ON = ['Availability', 'Assignment', 'EventToInvite', 'Message', 'AccessLink']

/** Whether a referent is no longer as his import made him. */
export const touchedReferent = (at: Sql) => sql`(${at}."version" > 1 OR cardinality(${at}."mergedIds") > 0 OR ${join(
  BUILT_ON.map((table) => sql`EXISTS (SELECT FROM ${name(table)} b WHERE b."referentId" = ${at}."id")`), ' OR ')})`
