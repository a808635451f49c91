const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign]!)

/** The HTML edition of a mail's text: paragraphs, and the one link, if any, as a link. All else is escaped. */
export function htmlOf(text: string, link: string | null): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines = escaped(paragraph).replaceAll('\n', '<br>')
    return `<p>${link ? lines.replaceAll(escaped(link), `<a href="${escaped(link)}">${escaped(link)}</a>`) : lines}</p>`
  })
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Apprentissage-coaching</title></head><body style="font-family: Marianne, Arial, sans-serif; color: #161616; max-width: 40em">${paragraphs.join('')}</body></html>`
}

/** A header on one line: what a person typed cannot add another. */
export const header = (text: string) => text.replace(/[\r\n\t]+/g, ' ').trim().slice(0, 200)
