import { frenchDay } from '../../frenchDay.ts'

const long = frenchDay({ dateStyle: 'full', timeZone: 'Europe/Paris' })
const time = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' })

/** « jeudi 15 octobre 2026 », in Paris. */
export const day = (at: Date) => long.format(at)
/** « 9 h 30 » or « 14 h », in Paris. */
export function hours(at: Date): string {
  const [hour, minute] = time.format(at).split(':')
  return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`
}
