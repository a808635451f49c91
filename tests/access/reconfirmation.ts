import type { Rows } from './rows.ts'

const DAY_MS = 86_400_000
const dayIn = (at: Date) => Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(at)) / DAY_MS

/** Whether a referent with a place is to say again that he comes, and whether he has, told apart from the server's SQL. */
export function reconfirmation(row: any, rows: Rows, now: Date) {
  const event = rows.Event.find((one) => one.id === row.eventId)!
  const { reconfirmFirstDays, reconfirmLastDays } = rows.Campaign.find((one) => one.id === event.campaignId)!
  const asked = [reconfirmLastDays, reconfirmFirstDays].map((days) => dayIn(row.startsAt) - days).find((day) => day <= dayIn(now)) ?? null
  const answered = rows.Availability.find((one) => one.eventId === row.eventId && one.referentId === row.referentId)?.answeredAt
  const word = Math.max(...[row.createdAt, row.reconfirmedAt, answered].filter(Boolean).map(dayIn))
  const said = asked !== null && word >= asked - 2
  return { asked, said, silent: row.state === 'CONFIRMED' && row.startsAt > now && asked !== null && asked < dayIn(now) && !said }
}
