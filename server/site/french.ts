import { frenchDay } from '../frenchDay.ts'

const zone = { timeZone: 'Europe/Paris' } as const
const long = frenchDay({ dateStyle: 'full', ...zone })
const time = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', ...zone })

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** « Mardi 1er décembre 2026 », in Paris. */
export const dayOf = (instant: string) => capital(long.format(new Date(instant)))

/** « 9 h 30 » or « 14 h », in Paris. */
export function hourOf(instant: string): string {
  const [hour, minute] = time.format(new Date(instant)).split(':')
  return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`
}

/** « de 9 h 30 à 12 h 30 ». */
export const hoursOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => `de ${hourOf(startsAt)} à ${hourOf(endsAt)}`

/** What a person who is not of the house needs to know of a state; nothing when all is as planned. */
export const noticeOf = (state: string) =>
  ({ CANCELLED: 'Annulée', POSTPONED: 'Reportée', HELD: 'Passée', CLOSED: 'Passée' } as Record<string, string | undefined>)[state]

/** « 01 99 00 93 00 » for a French number in E.164; another as it is. */
export const phoneOf = (phone: string) => (/^\+33\d{9}$/.test(phone) ? `0${phone.slice(3)}`.replace(/(\d{2})(?=\d)/g, '$1\u00a0') : phone)
