const long = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' })
const hour = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' })

/** « jeudi 15 octobre 2026 », in Paris. */
export const day = (at: Date) => long.format(at)
/** « 9 h 30 », in Paris. */
export const hours = (at: Date) => hour.format(at).replace(':', '\u00a0h\u00a0')
