/** The signs by which a spreadsheet takes what follows for a formula, wide ones included. */
const FORMULA_LINE = /(^|[\r\n])(?=[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20])/g

/**
 * How a French Excel opens a CSV file: semicolons, its own ends of lines, a mark of encoding, an apostrophe before each line of a
 * text that would be a formula, and quotes around a text of several lines, whichever ends it uses: half of our own end cuts a row too.
 */
export const excelFrench = {
  delimiter: ';', bom: true, record_delimiter: 'windows', quote_record_delimiter: true,
  cast: { string: (text: string) => text.replace(FORMULA_LINE, "$1'") },
} as const
