/** What remains of a name when case, accents, ligatures, hyphens, apostrophes and spaces do not count: `st-denis` and `SAINT DENIS` agree. */
export const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst(e?)\b/g, 'saint$1')
