const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' })
const french = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' })

/** « 24/11/2026 14:00 », in Paris. */
export const written = (at: Date) => french.format(at).replace(',', '')
/** The instant whose UTC clock shows what the clocks of Paris show: workbooks know no time zone. */
export const asInParis = (at: Date) => new Date(`${wallClock.format(at).replace(' ', 'T')}Z`)
