import type { Rows } from './rows.ts'

const DAY_MS = 86_400_000
/** The calendar day in Paris, as a number of days. */
const dayIn = (at: Date) => Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(at)) / DAY_MS

/** What an event still lacks, as the design's countdown tells it, written apart from the server's table. */
export function countdown(event: any, rows: Rows, now: Date) {
  if (['CANCELLED', 'CLOSED', 'HELD'].includes(event.state)) return { readiness: event.state === 'HELD' ? 'GREEN' : null, undone: [] }
  const venue = rows.Venue.find((one) => one.id === event.venueId)
  const lacks: [string, number, boolean, string][] = [
    ['VENUE', 35, !venue || venue.latitude === null || venue.longitude === null, 'Choisissez le lieu, avec sa position.'],
    ['SUBMISSION', 28, event.state === 'DRAFT', 'Complétez l’opération, puis soumettez-la.'],
    ['PUBLICATION', 21, ['DRAFT', 'SUBMITTED'].includes(event.state), 'Publiez l’opération.'],
    ['NEW_DATE', 21, event.state === 'POSTPONED', 'Fixez la nouvelle date, puis publiez-la.'],
    ['REFERENTS', 10, event.state !== 'POSTPONED' && (event.referentsNeeded === 0 || event.referentsConfirmed < event.referentsNeeded), 'Confirmez tous les référents nécessaires.'],
    ['HELD', -1, event.startsAt <= now, 'Déclarez l’opération tenue, ou annulez-la.'],
  ]
  const undone = lacks.filter(([, , lacking]) => lacking).map(([code, days, , sentence]) => {
    const due = dayIn(event.startsAt) - days
    return { code, sentence, dueOn: new Date(due * DAY_MS).toISOString().slice(0, 10), urgency: dayIn(now) > due ? 'RED' : dayIn(now) >= due - 7 ? 'AMBER' : 'GREEN' }
  })
  return { readiness: ['RED', 'AMBER'].find((one) => undone.some(({ urgency }) => urgency === one)) ?? 'GREEN', undone }
}
