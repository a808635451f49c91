import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import * as accounts from '../accounts/account.queries.ts'
import * as colleagues from '../accounts/colleague.queries.ts'
import * as agencies from '../agencies/agency.queries.ts'
import * as campaigns from '../campaigns/campaign.queries.ts'
import * as events from '../events/event.queries.ts'
import * as imports from '../imports/import.queries.ts'
import * as jobs from '../jobs/job.queries.ts'
import * as messages from '../messages/message.queries.ts'
import * as referents from '../referents/referent.queries.ts'
import * as tasks from '../tasks/task.queries.ts'
import * as territories from '../territories/territory.queries.ts'
import * as venues from '../venues/venue.queries.ts'

type Verb = 'getList' | 'getOne' | 'create' | 'update'
type Row = Record<string, unknown> & { id: string }
/** The documents of a noun; `toInput` is what its input accepts of a record, `placed` what creation says beside it. */
type Noun = Partial<Record<Verb, TypedDocumentNode<unknown, never>>> & {
  toInput?: (record: never) => object
  placed?: (record: never) => object
}
type Params = {
  id?: string; ids?: string[]; data?: Row; target?: string
  pagination?: { page: number; perPage: number }; sort?: { field: string; order: string }; filter?: object
}
type Listed = { items: Row[]; total: number }

const documents: Record<string, Noun> = { accounts, agencies, colleagues, campaigns, events, imports, jobs, messages, referents, tasks, venues, ...territories.resources }

const page = ({ pagination, sort, filter }: Params) => ({
  page: pagination && { number: pagination.page - 1, size: pagination.perPage },
  // A list without a sort of its own has the server's.
  ...(sort && sort.field !== 'id' ? { sort: sort.field, order: sort.order.toLowerCase() } : {}),
  filter,
})

const list = (result: Listed) => ({ data: result.items, total: result.total })
const one = (result: Row) => ({ data: result })

type Rule = { document: Verb; variables: (params: Params, noun: Noun) => object; read: (result: never) => object }

/** react-admin's verb → the document that serves it, its variables, and how to read the answer. */
const verbs: Record<string, Rule> = {
  GET_LIST: { document: 'getList', variables: page, read: list },
  GET_MANY: { document: 'getList', variables: ({ ids }) => ({ page: { number: 0, size: 100 }, filter: { ids } }), read: list },
  GET_MANY_REFERENCE: { document: 'getList', variables: (params) => page({ ...params, filter: { ...params.filter, [params.target!]: params.id } }), read: list },
  GET_ONE: { document: 'getOne', variables: ({ id }) => ({ id }), read: one },
  CREATE: {
    document: 'create', read: one,
    variables: ({ data }, { toInput, placed }) => ({ id: data!.id, ...placed?.(data as never), ...(toInput ? { input: toInput(data as never) } : {}) }),
  },
  UPDATE: { document: 'update', variables: ({ id, data }, { toInput }) => ({ id, version: data!.version, input: toInput?.(data as never) }), read: one },
}

export const buildQuery = () => (verb: string, resource: string, params: Params) => {
  const rule = verbs[verb]
  const noun = documents[resource]
  const query = rule && noun?.[rule.document]
  if (!query) throw new Error(`${resource} does not offer ${verb}`)
  return { query, variables: rule.variables(params, noun), parseResponse: ({ data }: { data: { result: unknown } }) => rule.read(data.result as never) }
}
