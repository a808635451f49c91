import { sql, type Sql } from '../reading/sql.ts'

const folded = (at: Sql) => sql`search_text(${at}."firstName" || ' ' || ${at}."lastName")`

/** Whether two records may be those of one person: the same name, whatever its case and accents, and the same phone, and nobody has said that they are two. */
export const alike = (one: Sql, other: Sql) => sql`${other}."phone" = ${one}."phone" AND ${other}."id" <> ${one}."id" AND ${folded(other)} = ${folded(one)}
  AND NOT EXISTS (SELECT FROM "ReferentDistinct" d WHERE d."oneId" = least(${one}."id", ${other}."id") AND d."otherId" = greatest(${one}."id", ${other}."id"))`
