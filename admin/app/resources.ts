import type { ComponentType } from 'react'
import type { RecordToStringFunction } from 'react-admin'
import { screen } from './screen.ts'

type Screens = Partial<Record<'list' | 'show' | 'edit' | 'create', ComponentType>>
type Resource = {
  /** The noun of the policy: who may read it sees its screens. */
  noun: string
  /** The right to create, when it is another noun’s. */
  createdBy?: string
  screens?: Screens
  /** Whether the menu leads to it. */
  menu?: true
  recordRepresentation?: RecordToStringFunction
}

const titled = ({ title }: { title?: string }) => title ?? ''
const named = ({ name }: { name?: string }) => name ?? ''

/** The nouns of the console, in the order of the menu. */
export const resources: Record<string, Resource> = {
  events: {
    noun: 'Event', menu: true, recordRepresentation: titled,
    screens: {
      list: screen(() => import('../events/EventList.tsx'), 'EventList'),
      show: screen(() => import('../events/EventShow.tsx'), 'EventShow'),
      create: screen(() => import('../events/EventCreate.tsx'), 'EventCreate'),
      edit: screen(() => import('../events/EventEdit.tsx'), 'EventEdit'),
    },
  },
  tasks: { noun: 'Task', menu: true, recordRepresentation: titled, screens: { list: screen(() => import('../tasks/TaskList.tsx'), 'TaskList') } },
  referents: {
    noun: 'Referent', menu: true, recordRepresentation: ({ firstName, lastName }: { firstName?: string; lastName?: string }) => [firstName, lastName].filter(Boolean).join(' '),
    screens: {
      list: screen(() => import('../referents/ReferentList.tsx'), 'ReferentList'),
      show: screen(() => import('../referents/ReferentShow.tsx'), 'ReferentShow'),
      create: screen(() => import('../referents/ReferentCreate.tsx'), 'ReferentCreate'),
      edit: screen(() => import('../referents/ReferentEdit.tsx'), 'ReferentEdit'),
    },
  },
  venues: {
    noun: 'Venue', menu: true, recordRepresentation: named,
    screens: {
      list: screen(() => import('../venues/VenueList.tsx'), 'VenueList'),
      create: screen(() => import('../venues/VenueCreate.tsx'), 'VenueCreate'),
      edit: screen(() => import('../venues/VenueEdit.tsx'), 'VenueEdit'),
    },
  },
  agencies: {
    noun: 'Agency', menu: true, recordRepresentation: named,
    screens: {
      list: screen(() => import('../agencies/AgencyList.tsx'), 'AgencyList'),
      create: screen(() => import('../agencies/AgencyCreate.tsx'), 'AgencyCreate'),
      edit: screen(() => import('../agencies/AgencyEdit.tsx'), 'AgencyEdit'),
    },
  },
  imports: {
    noun: 'Import', menu: true, recordRepresentation: ({ fileName }: { fileName?: string }) => fileName ?? '',
    screens: {
      list: screen(() => import('../imports/ImportList.tsx'), 'ImportList'),
      show: screen(() => import('../imports/ImportShow.tsx'), 'ImportShow'),
      create: screen(() => import('../imports/ImportCreate.tsx'), 'ImportCreate'),
    },
  },
  campaigns: {
    noun: 'Campaign', menu: true, recordRepresentation: named,
    screens: {
      list: screen(() => import('../campaigns/CampaignList.tsx'), 'CampaignList'),
      show: screen(() => import('../campaigns/CampaignShow.tsx'), 'CampaignShow'),
      create: screen(() => import('../campaigns/CampaignCreate.tsx'), 'CampaignCreate'),
      edit: screen(() => import('../campaigns/CampaignEdit.tsx'), 'CampaignEdit'),
    },
  },
  messages: {
    noun: 'Message', menu: true, recordRepresentation: ({ subject }: { subject?: string }) => subject ?? '',
    screens: {
      list: screen(() => import('../messages/MessageList.tsx'), 'MessageList'),
      show: screen(() => import('../messages/MessageShow.tsx'), 'MessageShow'),
    },
  },
  jobs: {
    noun: 'Job', menu: true, recordRepresentation: ({ id }: { id?: string }) => id ?? '',
    screens: { list: screen(() => import('../jobs/JobList.tsx'), 'JobList') },
  },
  neighbourhoods: {
    noun: 'Neighbourhood', menu: true, recordRepresentation: named,
    screens: { list: screen(() => import('../territories/NeighbourhoodList.tsx'), 'NeighbourhoodList') },
  },
  accounts: {
    noun: 'Account', createdBy: 'Membership.create', menu: true, recordRepresentation: named,
    screens: {
      list: screen(() => import('../accounts/AccountList.tsx'), 'AccountList'),
      show: screen(() => import('../accounts/AccountShow.tsx'), 'AccountShow'),
      create: screen(() => import('../accounts/AccountCreate.tsx'), 'AccountCreate'),
    },
  },
  colleagues: { noun: 'Colleague', recordRepresentation: named },
  cities: { noun: 'City', recordRepresentation: named },
  departments: { noun: 'Department', recordRepresentation: named },
  perimeters: { noun: 'Perimeter', recordRepresentation: named },
}
