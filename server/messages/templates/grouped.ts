import { withFarewell, withoutFarewell } from '../writtenText.ts'

/** A mail as it would have left alone. */
export type Part = { subject: string; body: string }

const PREFIX = 'Apprentissage-coaching\u00a0: '
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const headed = (subject: string) => capital(subject.startsWith(PREFIX) ? subject.slice(PREFIX.length) : subject)
/** The link is given once, at the end. */
const below = (text: string) => text.replace(/\s*:?\s*\[lien\]/g, ' (lien ci-dessous)').replace(/\(lien ci-dessous\)(?=\n|$)/g, '(lien ci-dessous).')
const without = (list: string[], from: number, to: number) => list.slice(from, list.length - to)

/** Several mails as one: what they begin and end with alike is said once, then each under its own subject, and one link for all. */
export function grouped(parts: Part[]): Part {
  const bodies = parts.map(({ body }) => withoutFarewell(body).split(/\n{2,}/))
  const [first, last] = [alike(bodies, (body, at) => body[at]), alike(bodies, (body, at) => body[body.length - 1 - at])]
  const said = parts.map(({ subject }, at) => `${at + 1}. ${headed(subject)}\n\n${below(without(bodies[at]!, first, last).join('\n\n'))}`)
  const link = parts.some(({ body }) => body.includes('[lien]')) ? ['Votre page personnelle, sans compte ni mot de passe\u00a0:\n[lien]'] : []
  return {
    subject: `${PREFIX}${parts.length} nouvelles pour vous`,
    body: withFarewell([...bodies[0]!.slice(0, first), ...said, ...link, ...bodies[0]!.slice(bodies[0]!.length - last)].join('\n\n')),
  }
}

/** How many paragraphs, counted from one end, are the same in all; each keeps one of its own at least, and the link stays where it is. */
function alike(bodies: string[][], at: (body: string[], index: number) => string | undefined): number {
  const most = Math.min(...bodies.map(({ length }) => length)) - 2
  let count = 0
  while (count < most && bodies.every((body) => at(body, count) === at(bodies[0]!, count)) && !at(bodies[0]!, count)!.includes('[lien]')) count++
  return count
}
