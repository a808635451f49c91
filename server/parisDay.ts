const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' })

/** The calendar day in Paris at an instant, as `2026-12-25`. */
export const parisDay = (at: Date | number): string => day.format(at)
