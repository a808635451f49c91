/** How a French Excel opens a CSV file: semicolons, its own ends of lines, a mark of encoding, and an apostrophe before what would be a formula. */
export const excelFrench = { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true } as const
