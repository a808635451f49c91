const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign]!)

/** The HTML edition of a mail's text: paragraphs, and these addresses as links. All else is escaped. */
export function htmlOf(text: string, links: string[]): string {
  // The longest first: one may begin another.
  const known = [...new Set(links)].sort((one, other) => other.length - one.length).map(escaped)
  const address = known.length > 0 ? new RegExp(known.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g') : null
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines = escaped(paragraph).replaceAll('\n', '<br>')
    return `<p>${address ? lines.replace(address, (found) => `<a href="${found}">${found}</a>`) : lines}</p>`
  })
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Apprentissage-coaching</title></head><body style="font-family: Marianne, Arial, sans-serif; color: #161616; max-width: 40em">${paragraphs.join('')}</body></html>`
}

/** A header on one line: what a person typed cannot add another. */
export const header = (text: string) => text.replace(/[\r\n\t]+/g, ' ').trim().slice(0, 200)
