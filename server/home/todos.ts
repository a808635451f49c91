import { grantOf, type Resource, type Viewer } from '../access/policy.ts'

/** A line of somebody's to-do list: rows that wait, and who may do something about them. */
type Todo = { resource: Resource; filter: (viewer: Viewer) => object; for: (viewer: Viewer) => boolean; one: string; many: string }

const holds = (resource: Resource, action: string) => (viewer: Viewer) => grantOf(viewer, resource, action) !== undefined
const prepares = holds('Event', 'update')
const manages = holds('Event', 'publish')
const overlooks = (viewer: Viewer) => grantOf(viewer, 'DepartmentReview', 'read') === 'everywhere'
const late = (code: string, one: string, many: string): Todo => ({ resource: 'Event', filter: () => ({ late: [code] }), for: prepares, one, many })
const mine = (urgency: string) => ({ account }: Viewer) => ({ assigneeId: account, urgencies: [urgency] })

/** What may wait for a person, the most pressing first; « # » stands for the number. What is late in a team climbs to its manager. */
export const todos = {
  MY_LATE_TASKS: { resource: 'Task', filter: mine('RED'), for: holds('Task', 'complete'), one: 'Une de vos tâches est en retard.', many: '# de vos tâches sont en retard.' },
  TEAM_LATE_TASKS: { resource: 'Task', filter: ({ account }) => ({ notAssigneeId: account, urgencies: ['RED'] }), for: manages, one: 'Une tâche de l’équipe est en retard.', many: '# tâches de l’équipe sont en retard.' },
  HELD: late('HELD', 'Une opération passée est à déclarer tenue, ou à annuler.', '# opérations passées sont à déclarer tenues, ou à annuler.'),
  REFERENTS: late('REFERENTS', 'Il manque des référents à une opération, et l’échéance est passée.', 'Il manque des référents à # opérations, et l’échéance est passée.'),
  PUBLICATION: late('PUBLICATION', 'Une opération devrait déjà être publiée.', '# opérations devraient déjà être publiées.'),
  NEW_DATE: late('NEW_DATE', 'Une opération reportée attend sa nouvelle date.', '# opérations reportées attendent leur nouvelle date.'),
  SUBMISSION: late('SUBMISSION', 'Un brouillon devrait déjà être soumis.', '# brouillons devraient déjà être soumis.'),
  VENUE: late('VENUE', 'Une opération n’a pas encore de lieu, et l’échéance est passée.', '# opérations n’ont pas encore de lieu, et l’échéance est passée.'),
  SUBMITTED: { resource: 'Event', filter: () => ({ states: ['SUBMITTED'] }), for: manages, one: 'Une opération soumise est à publier, ou à renvoyer.', many: '# opérations soumises sont à publier, ou à renvoyer.' },
  TO_CLOSE: { resource: 'Event', filter: () => ({ states: ['HELD'] }), for: holds('Event', 'close'), one: 'Une opération tenue est à clore.', many: '# opérations tenues sont à clore.' },
  MY_TASKS: { resource: 'Task', filter: mine('AMBER'), for: holds('Task', 'complete'), one: 'Une de vos tâches est à faire dans les sept jours.', many: '# de vos tâches sont à faire dans les sept jours.' },
  UNASSIGNED_TASKS: {
    resource: 'Task', filter: () => ({ assigned: false, urgencies: ['RED', 'AMBER'] }), for: prepares,
    one: 'Une tâche en retard ou proche n’est confiée à personne.', many: '# tâches en retard ou proches ne sont confiées à personne.',
  },
  SOON: { resource: 'Event', filter: () => ({ readiness: ['AMBER'] }), for: prepares, one: 'Une opération a une échéance dans les sept jours.', many: '# opérations ont une échéance dans les sept jours.' },
  MESSAGES: { resource: 'Message', filter: () => ({ states: ['FAILED', 'UNCERTAIN', 'BOUNCED'] }), for: holds('Message', 'read'), one: 'Un courriel n’est pas parti, est revenu, ou son envoi est incertain.', many: '# courriels ne sont pas partis, sont revenus, ou leur envoi est incertain.' },
  JOBS: { resource: 'Job', filter: () => ({ states: ['FAILED'] }), for: holds('Job', 'restart'), one: 'Un travail automatique a échoué, et attend une décision.', many: '# travaux automatiques ont échoué, et attendent une décision.' },
  PREPARING: { resource: 'Campaign', filter: () => ({ states: ['PREPARING'] }), for: holds('Campaign', 'open'), one: 'Une campagne en préparation est à ouvrir.', many: '# campagnes en préparation sont à ouvrir.' },
  REVIEWING: { resource: 'Campaign', filter: () => ({ states: ['REVIEWING'] }), for: holds('Campaign', 'close'), one: 'Une campagne au bilan est à clore.', many: '# campagnes au bilan sont à clore.' },
  LATE_EVENTS: { resource: 'Event', filter: () => ({ readiness: ['RED'] }), for: (viewer) => overlooks(viewer) && !prepares(viewer), one: 'Une opération de la région est en retard.', many: '# opérations de la région sont en retard.' },
} satisfies Record<string, Todo>
type Code = keyof typeof todos

/** What is asked for this viewer: each line with its list and its filter. */
export const askedOf = (viewer: Viewer): { code: string; resource: Resource; filter: object }[] =>
  (Object.entries(todos) as [string, Todo][]).filter(([, todo]) => todo.for(viewer)).map(([code, { resource, filter }]) => ({ code, resource, filter: filter(viewer) }))

/** The sentence that says so many of them. */
export const sentenceOf = (code: string, count: number): string => (count === 1 ? todos[code as Code].one : todos[code as Code].many.replace('#', new Intl.NumberFormat('fr-FR').format(count)))
