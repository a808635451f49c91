const NBSP = '\u00a0'

/** « 06 39 98 41 45 » for a French number kept as +33639984145; any other as it is kept. */
export const phone = (kept: string | null | undefined): string | null => {
  const french = /^\+33([1-9]\d{8})$/.exec(kept ?? '')
  return french ? `0${french[1]}`.replace(/(\d\d)(?=\d)/g, `$1${NBSP}`) : (kept ?? null)
}
