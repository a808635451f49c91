import { columnsOf, through } from '../reading/fields.ts'
import { holds, ids } from '../reading/filters.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

/** Somebody of a departmental team, as the others of the team choose him or her: by name. */
export const colleague: Noun = {
  resource: 'Colleague',
  table: 'Account',
  fields: { ...columnsOf('id', 'name'), departments: through('Department', 'Membership', 'accountId', 'departmentCode') },
  filters: {
    ids,
    q: holds('name'),
    departmentCodes: { of: ['departments'], test: ({ at }, given) => sql`${at}."id" IN (SELECT "accountId" FROM "Membership" WHERE "departmentCode" = ANY(${given}))` },
  },
  sorts: ['id', 'name'],
  names: ['name'],
  conditions: { active: (at) => sql`${at}."disabledAt" IS NULL AND EXISTS (SELECT FROM "Membership" m WHERE m."accountId" = ${at}."id" AND m."departmentCode" IS NOT NULL)` },
}
