import { column, columnsOf, linked, locked, many, one, through } from '../reading/fields.ts'
import { holds, ids, is, some } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import { rows, value, type Filter, type Noun } from '../reading/noun.ts'
import { join, sql, TRUE, word } from '../reading/sql.ts'
import { reachable } from './reachable.ts'
import { alike } from './alike.ts'
import { distanceKm } from './distance.ts'
import { lifecycle } from './referent.lifecycle.ts'

/** What counts as a commitment: a place asked for, held or kept. */
const COMMITTED = ['OFFERED', 'CONFIRMED', 'TO_RECONFIRM', 'PRESENT']

const near: Filter = {
  of: ['cityId'],
  test: ({ at }, given) => {
    const { cityId, km } = given as { cityId?: string | null; km: number }
    if (!cityId) return TRUE
    return sql`EXISTS (SELECT FROM "City" h, "City" c WHERE h."id" = ${at}."cityId" AND c."id" = ${cityId} AND ${distanceKm(sql`h`, sql`c`)} <= ${km}::int)`
  },
}
const duplicates = some('duplicates', { of: [], test: () => TRUE })

export const referent: Noun = {
  resource: 'Referent',
  table: 'Referent',
  fields: {
    ...columnsOf('id', 'firstName', 'lastName', 'cityId', 'employer', 'languages', 'skills', 'maxDistanceKm', 'maxDays', 'comment', 'active', 'stoppedAt', 'bouncedAt', 'erasedAt', 'version'),
    email: locked('readContact', column('email')),
    phone: locked('readContact', column('phone')),
    notes: locked('readInternal', column('notes')),
    city: one('City', 'cityId'),
    departments: through('Department', 'ReferentDepartment', 'referentId', 'departmentCode'),
    availabilities: many('Availability', 'referentId', ['askedAt']),
    assignments: many('Assignment', 'referentId', ['startsAt']),
    unavailabilities: many('Unavailability', 'referentId', ['startsOn']),
    load: {
      sql: ({ at, query }) => sql`(${rows(query, 'Assignment', 'read', (there) => ({
        select: sql`count(*)::int`, where: [sql`${there.at}."referentId" = ${at}."id" AND ${there.at}."state" IN (${join(COMMITTED.map(word))})
          AND EXISTS (SELECT FROM "Event" e JOIN "Campaign" c ON c."id" = e."campaignId" WHERE e."id" = ${there.at}."eventId" AND c."state" = 'OPEN')`],
      }))})`,
    },
    lastAskedAt: { sql: ({ at, query }) => sql`(${rows(query, 'Availability', 'read', (there) => ({ select: sql`max(${there.at}."askedAt")`, where: [sql`${there.at}."referentId" = ${at}."id"`] }))})` },
    changedAt: { sql: ({ at }) => sql`(SELECT max(a."at") FROM "AuditEntry" a WHERE a."resource" = 'Referent' AND a."recordId" = ${at}."id"::text)` },
    duplicates: { ...linked('Referent', alike, ['lastName', 'firstName']), lock: 'readContact' },
    messages: many('Message', 'referentId', ['createdAt']),
    history: linked('AuditEntry', (here, there) => sql`${there}."resource" = 'Referent' AND (${there}."recordId" = ${here}."id"::text OR ${there}."recordId" = ANY(${here}."mergedIds"::text[]))`, ['at']),
    can: can(['readContact', 'readInternal', 'updateOwn']),
  },
  filters: {
    ids,
    q: holds('lastName', 'firstName', 'employer'),
    departmentCodes: { of: ['departments'], test: ({ at }, given) => sql`${at}."id" IN (SELECT "referentId" FROM "ReferentDepartment" WHERE "departmentCode" = ANY(${given}))` },
    cityId: is('cityId'),
    near,
    active: is('active'),
    reachable: { of: ['active', 'email', 'stoppedAt', 'bouncedAt'], test: ({ at }, given) => sql`(${reachable(at)}) = ${given}` },
    language: { of: ['languages'], test: ({ at }, given) => sql`EXISTS (SELECT FROM unnest(${at}."languages") l WHERE search_text(l) = search_text(${given}))` },
    loadAtMost: { of: ['load'], test: (row, given) => sql`${value(row, 'load')} <= ${given}::int` },
    lastAskedBefore: { of: ['lastAskedAt'], test: (row, given) => sql`${value(row, 'lastAskedAt')} < ${given}::timestamptz` },
    asked: { of: ['lastAskedAt'], test: (row, given) => sql`(${value(row, 'lastAskedAt')} IS NOT NULL) = ${given}::boolean` },
    duplicates: { ...duplicates, of: ['duplicates', 'phone'], test: (row, given) => sql`(${duplicates.test(row, given)}) = ${given}::boolean` },
    notAskedAbout: { of: ['availabilities'], test: ({ at }, given) => sql`NOT EXISTS (SELECT FROM "Availability" a WHERE a."referentId" = ${at}."id" AND a."eventId" = ${given})` },
  },
  sorts: ['id', 'lastName', 'firstName', 'load', 'lastAskedAt'],
  names: ['lastName', 'firstName'],
  nullsFirst: ['lastAskedAt'],
  listed: (at) => sql`${at}."erasedAt" IS NULL`,
  lifecycle,
  writes: ['firstName', 'lastName', 'email', 'phone', 'cityId', 'employer', 'languages', 'skills', 'maxDistanceKm', 'maxDays', 'comment', 'notes', 'active'],
  discreet: ['firstName', 'lastName', 'email', 'phone', 'cityId', 'employer', 'languages', 'skills', 'comment', 'notes'],
}
