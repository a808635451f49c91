import { column, columnsOf, linked, locked, many, one, oneWhere, through } from '../reading/fields.ts'
import { among, holds, ids, is, within } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Field, Noun } from '../reading/noun.ts'
import { join, name, sql, word, type Sql } from '../reading/sql.ts'
import { reachable } from '../referents/reachable.ts'
import { lifecycle } from './event.lifecycle.ts'
import { late, readiness, undone } from './event.readiness.ts'
import { counts, worklist } from './event.worklists.ts'

const internal = (field: Field) => locked('readInternal', field)
const internals = Object.fromEntries(
  ['notes', 'noNeighbourhoodReason', 'referentsAsked', 'referentsAvailable', 'referentsConfirmed', 'referentsNeeded', 'languagesWanted', 'importKey', 'createdAt', 'updatedAt']
    .map((field) => [field, internal(column(field))]))

/** The event itself, and the rows that hang on it: what happened to them is part of its story. */
const told = (here: Sql) => join([sql`SELECT 'Event', ${here}."id"::text`, ...(['Assignment', 'Availability', 'Comment', 'Task'] as const).map((table) =>
  sql`SELECT ${word(table)}, o."id"::text FROM ${name(table)} o WHERE o."eventId" = ${here}."id"`)], ' UNION ALL ')

export const event: Noun = {
  resource: 'Event',
  table: 'Event',
  fields: {
    ...columnsOf('id', 'campaignId', 'departmentCode', 'title', 'venueId', 'startsAt', 'endsAt', 'formerStartsAt', 'capacity', 'leadAgencyId',
      'publicText', 'state', 'slug', 'publishedAt', 'cancelledAt', 'cancellationReason', 'reconfirmBy', 'rerunOfId', 'sequence', 'version'),
    ...internals,
    contactName: locked('readContact', column('contactName')),
    contactEmail: locked('readContact', column('contactEmail')),
    contactPhone: locked('readContact', column('contactPhone')),
    readiness: internal(readiness),
    undone: internal(undone),
    campaign: one('Campaign', 'campaignId'),
    department: one('Department', 'departmentCode'),
    venue: one('Venue', 'venueId'),
    neighbourhood: oneWhere('Neighbourhood', (here, there) => sql`${there}."id" = (SELECT v."neighbourhoodId" FROM "Venue" v WHERE v."id" = ${here}."venueId")`),
    leadAgency: one('Agency', 'leadAgencyId'),
    rerunOf: one('Event', 'rerunOfId'),
    neighbourhoods: through('Neighbourhood', 'EventNeighbourhood', 'eventId', 'neighbourhoodId', ['name']),
    availabilities: many('Availability', 'eventId', ['askedAt']),
    assignments: many('Assignment', 'eventId', ['createdAt']),
    tasks: many('Task', 'eventId', ['dueOn']),
    comments: many('Comment', 'eventId', ['createdAt']),
    toInvite: internal(linked('Referent', (here, there) => sql`${reachable(there)} AND ${there}."id" IN (SELECT "referentId" FROM "EventToInvite" WHERE "eventId" = ${here}."id")
      AND NOT EXISTS (SELECT FROM "Availability" a WHERE a."eventId" = ${here}."id" AND a."referentId" = ${there}."id")`, ['lastName', 'firstName'])),
    history: linked('AuditEntry', (here, there) => sql`(${there}."resource", ${there}."recordId") IN (${told(here)})`, ['at']),
    can: can(['readInternal', 'readContact']),
  },
  filters: {
    ids,
    q: {
      of: ['title', 'venueId'],
      replan: true,
      test: ({ at }, given) => sql`(strpos(search_text(${at}."title"), search_text(${given})) > 0 OR ${at}."venueId" IN (
        SELECT v."id" FROM "Venue" v JOIN "City" c ON c."id" = v."cityId" WHERE strpos(search_text(v."name" || ' ' || c."name" || ' ' || v."postalCode"), search_text(${given})) > 0))`,
    },
    slug: is('slug'),
    campaignId: is('campaignId'),
    departmentCodes: among('departmentCode'),
    states: among('state'),
    readiness: among('readiness'),
    late: { of: ['undone'], test: (row, given) => late(row, given as string[]) },
    worklist,
    startsAt: within('startsAt'),
    venueId: is('venueId'),
    leadAgencyId: is('leadAgencyId'),
    neighbourhoodId: { of: ['neighbourhoods'], test: ({ at }, given) => sql`${at}."id" IN (SELECT "eventId" FROM "EventNeighbourhood" WHERE "neighbourhoodId" = ${given})` },
    cityId: { of: ['venueId'], test: ({ at }, given) => sql`${at}."venueId" IN (SELECT "id" FROM "Venue" WHERE "cityId" = ${given})` },
  },
  sorts: ['id', 'startsAt', 'title', 'state', 'departmentCode', 'capacity', 'readiness'],
  names: ['title'],
  exports: [
    'startsAt', 'endsAt', 'title', 'state', 'readiness', 'campaign.name', 'department.name', 'departmentCode', 'venue.name', 'venue.address', 'venue.postalCode', 'venue.city.name', 'neighbourhoods.name',
    'leadAgency.name', 'capacity', 'referentsNeeded', 'referentsConfirmed', 'referentsAvailable', 'referentsAsked', 'publishedAt', 'cancelledAt', 'cancellationReason', 'reconfirmBy',
  ],
  conditions: {
    submitted: (at) => sql`${at}."state" <> 'DRAFT'`,
    announced: (at) => sql`${at}."publishedAt" IS NOT NULL`,
  },
  lifecycle,
  counts,
  writes: ['title', 'venueId', 'startsAt', 'endsAt', 'capacity', 'referentsNeeded', 'languagesWanted', 'leadAgencyId', 'contactName', 'contactEmail', 'contactPhone', 'publicText', 'notes', 'noNeighbourhoodReason'],
  discreet: ['notes', 'noNeighbourhoodReason', 'contactName', 'contactEmail', 'contactPhone'],
}
