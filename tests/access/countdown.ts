import { reconfirmation } from './reconfirmation.ts'
import type { Rows } from './rows.ts'

const DAY_MS = 86_400_000
/** The calendar day in Paris, as a number of days. */
const dayIn = (at: Date) => Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(at)) / DAY_MS

/** What an event still lacks, as the design's countdown tells it, written apart from the server's table. */
export function countdown(event: any, rows: Rows, now: Date) {
  if (['CANCELLED', 'CLOSED'].includes(event.state)) return { readiness: null, undone: [] }
  const campaign = rows.Campaign.find((one) => one.id === event.campaignId)!
  const waiting = event.state !== 'HELD'
  const venue = rows.Venue.find((one) => one.id === event.venueId)
  const lacks: [string, number, boolean, string][] = [
    ['VENUE', campaign.venueDays, waiting && (!venue || venue.latitude === null || venue.longitude === null), 'Choisissez le lieu, avec sa position.'],
    ['SUBMISSION', campaign.submissionDays, event.state === 'DRAFT', 'Complétez l’opération, puis soumettez-la.'],
    ['PUBLICATION', campaign.publicationDays, ['DRAFT', 'SUBMITTED'].includes(event.state), 'Publiez l’opération.'],
    ['NEW_DATE', campaign.publicationDays, event.state === 'POSTPONED', 'Fixez la nouvelle date, puis publiez-la.'],
    ['REFERENTS', campaign.referentsDays, waiting && event.state !== 'POSTPONED' && (event.referentsNeeded === 0 || event.referentsConfirmed < event.referentsNeeded), 'Confirmez tous les référents nécessaires.'],
    ['SILENT', 1, event.state === 'PUBLISHED' && rows.Assignment.some((one) => one.eventId === event.id && reconfirmation(one, rows, now).silent), 'Joignez les référents dont la venue n’est pas reconfirmée.'],
    ['HELD', -1, waiting && event.startsAt <= now, 'Déclarez l’opération tenue, ou annulez-la.'],
  ]
  const urgency = (due: number) => (dayIn(now) > due ? 'RED' : dayIn(now) >= due - 7 ? 'AMBER' : 'GREEN')
  const found = [
    ...lacks.filter(([, , lacking]) => lacking).map(([code, days, , sentence]) => ({ code, sentence, due: dayIn(event.startsAt) - days, taskId: null })),
    ...rows.Task.filter((task) => task.eventId === event.id && task.doneAt === null).sort((one, other) => (one.id < other.id ? -1 : 1)).map((task) => ({ code: 'TASK', sentence: task.title, due: task.dueOn.getTime() / DAY_MS, taskId: task.id })),
  ]
  // The sort is stable: of one day, what follows from facts comes first, in the order above.
  const undone = found.sort((one, other) => one.due - other.due).map(({ due, ...one }) => ({ ...one, dueOn: new Date(due * DAY_MS).toISOString().slice(0, 10), urgency: urgency(due) }))
  return { readiness: ['RED', 'AMBER'].find((one) => undone.some(({ urgency }) => urgency === one)) ?? 'GREEN', undone }
}

/** How urgent a task is; nothing once it is done, or its event closed or cancelled. */
export function urgencyOf(task: any, rows: Rows, now: Date) {
  const event = rows.Event.find((one) => one.id === task.eventId)!
  if (task.doneAt !== null || ['CANCELLED', 'CLOSED'].includes(event.state)) return null
  const left = task.dueOn.getTime() / DAY_MS - dayIn(now)
  return left < 0 ? 'RED' : left <= 7 ? 'AMBER' : 'GREEN'
}
