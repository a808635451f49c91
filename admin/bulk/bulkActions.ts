import type { Provider } from '../app/dataProvider.ts'
import type { Reason } from '../app/graphql.ts'
import { cancel, publish, type CancellationReason } from '../events/event.queries.ts'
import { createTask } from '../tasks/task.queries.ts'
import { changeLeadAgency, messageReferents, type Planned, type Recipients } from './bulk.queries.ts'

/** What a person says once for all the events. */
export type Given = { reason: string; cancellationReason: CancellationReason | ''; agency: { id: string; name: string } | null; subject: string; body: string; to: Recipients; title: string; dueOn: string; assigneeId: string }
export const nothingGiven: Given = { reason: '', cancellationReason: '', agency: null, subject: '', body: '', to: 'CONFIRMED', title: '', dueOn: '', assigneeId: '' }

/** One line of the wizard: a mutation for each event, and what the server said of each beforehand. */
type BulkAction = {
  /** The grant without which the line is not shown. */
  grant: string
  against: (event: Planned) => Reason[]
  /** Whether the event already is as it would be: then nothing is sent. */
  settled: (event: Planned, given: Given) => boolean
  /** The key of what stands in the way of this event for what was said, beside the server’s reasons. */
  hindrance?: (event: Planned, given: Given) => string | undefined
  ready: (given: Given) => boolean
  /** The fields it asks for: a refusal that names one leads back to it. */
  asks: readonly (keyof Given)[]
  dangerous?: true
  /** `key` is the same at each try for one event; `version` is the one that was looked at. */
  run: (provider: Provider, id: string, given: Given, key: string, version: number) => Promise<unknown>
}

/** The actions, in the order in which they are offered. */
export const bulkActions = {
  publish: {
    grant: 'Event.publish', against: ({ can }) => can.publish, settled: ({ state }) => state === 'PUBLISHED', ready: () => true, asks: [],
    run: (provider, id) => provider.ask(publish, { id }),
  },
  leadAgency: {
    grant: 'Event.update', against: ({ can }) => can.update, settled: ({ leadAgencyId }, { agency }) => leadAgencyId === (agency?.id ?? null), ready: ({ agency }) => agency !== null, asks: ['agency'],
    run: (provider, id, { agency }, _, version) => provider.ask(changeLeadAgency, { id, version, leadAgencyId: agency?.id ?? null }),
  },
  task: {
    grant: 'Task.create', against: () => [], settled: () => false, asks: ['title', 'dueOn', 'assigneeId'],
    hindrance: ({ state }) => (state === 'CLOSED' || state === 'CANCELLED' ? 'coaching.bulk.over' : undefined),
    ready: ({ title, dueOn }) => title.trim().length >= 3 && dueOn !== '',
    run: (provider, id, { title, dueOn, assigneeId }, key) => provider.ask(createTask, { id: key, eventId: id, input: { title: title.trim(), dueOn, assigneeId: assigneeId || null } }),
  },
  message: {
    grant: 'Event.message', against: ({ can }) => can.message, settled: () => false, asks: ['to', 'subject', 'body'],
    hindrance: ({ referentsConfirmed }, { to }) => (to === 'CONFIRMED' && referentsConfirmed === 0 ? 'coaching.bulk.nobodyConfirmed' : undefined),
    ready: ({ subject, body }) => subject.trim().length >= 3 && body.trim().length >= 10,
    run: (provider, id, { subject, body, to }, key) => provider.ask(messageReferents, { eventId: id, id: key, subject: subject.trim(), body: body.trim(), to }),
  },
  cancel: {
    grant: 'Event.cancel', against: ({ can }) => can.cancel, settled: ({ state }) => state === 'CANCELLED', asks: ['cancellationReason', 'reason'], dangerous: true,
    ready: ({ reason, cancellationReason }) => cancellationReason !== '' && reason.trim().length >= 3,
    run: (provider, id, { reason, cancellationReason }) => provider.ask(cancel, { id, reason: reason.trim(), cancellationReason: cancellationReason as CancellationReason }),
  },
} satisfies Record<string, BulkAction>

export type ActionName = keyof typeof bulkActions
export const actionOf = (name: ActionName): BulkAction => bulkActions[name]

/** The words that the server replaces in what is written to referents. Source: its refusal of any other. */
export const replacedWords = ['prénom', 'opération', 'date', 'horaires', 'lieu']
/** What stands between braces and will not be replaced, by field: said before the plan, not after. */
export const unknownWords = (name: ActionName, given: Given): Partial<Record<'subject' | 'body', string[]>> => Object.fromEntries((['subject', 'body'] as const)
  .filter((field) => actionOf(name).asks.includes(field))
  .map((field) => [field, [...new Set([...given[field].matchAll(/\{([^{}]*)\}/g)].map(([, word]) => word!).filter((word) => !replacedWords.includes(word.trim().toLowerCase().normalize('NFC'))))].map((word) => `{${word}}`)] as const)
  .filter(([, words]) => words.length > 0))

/** What will become of one event, as the server sees it before anything is sent. */
export type Fate = { kind: 'CHANGES' | 'SETTLED' | 'REFUSED'; reasons: string[] }
export function fateOf(name: ActionName, event: Planned, given: Given, translate: (key: string) => string): Fate {
  const { against, settled, hindrance } = actionOf(name)
  if (settled(event, given)) return { kind: 'SETTLED', reasons: [] }
  const hindered = hindrance?.(event, given)
  const reasons = [...against(event).map(({ sentence }) => sentence), ...(against(event).length === 0 && hindered ? [translate(hindered)] : [])]
  return { kind: reasons.length > 0 ? 'REFUSED' : 'CHANGES', reasons }
}
