const FIRST = /(?<!\S)1 (?=\p{L})/u

/** Days in French words. Intl says « 1 mars », where French says « 1er mars »: all that the server writes of days goes through here. */
export function frenchDay(options: Intl.DateTimeFormatOptions): { format: (at: Date | number) => string } {
  const days = new Intl.DateTimeFormat('fr-FR', options)
  return { format: (at) => days.format(at).replace(FIRST, '1er ') }
}
