import { header } from '../mail/layout.ts'
import { invalid } from '../errors.ts'
import { kinds, type Kind } from './kinds.ts'
import { filled, inBraces, missingIn, ofOneLine, unknownIn, type Facts, type Variable } from './variables.ts'

export type Text = { subject: string; body: string }
type Person = { firstName: string; lastName: string }

/** Said at the end of every mail to a referent; « [arrêt] » stands where the secret address goes. */
const FAREWELL = 'Ne plus recevoir de sollicitations\u00a0:\n[arrêt]'

/** A text made a mail to a person: what a preview shows and what leaves come from here. */
export const writtenText = ({ subject, body }: Text, person: Person, facts: Facts): Text => ({
  subject: header(filled(subject, { ...person, ...facts })), body: withFarewell(filled(body, { ...person, ...facts })),
})
export const withFarewell = (body: string) => `${body.trim()}\n\n${FAREWELL}`
/** The same without its end, for a mail that says it once for several. */
export const withoutFarewell = (body: string) => (body.endsWith(FAREWELL) ? body.slice(0, -FAREWELL.length).trim() : body)

/** Refuses, on its field, a text that names what its kind does not know, or leaves out what it has to hold. */
export function refuseUnsound(kind: Kind, { subject, body }: Text): void {
  const { variables, required }: { variables: readonly Variable[]; required: readonly Variable[] } = kinds[kind]
  const one = ofOneLine(variables)
  const unknown = (text: string, known: readonly Variable[]) => {
    const found = unknownIn(text, known)
    return found.length === 0 ? '' : `${found.length > 1 ? 'Ces noms ne sont pas connus' : 'Ce nom n’est pas connu'} ici\u00a0: ${inBraces(found)}. Vous pouvez écrire ${inBraces(known)}.`
  }
  const missing = missingIn(body, required)
  const fields = {
    subject: unknown(subject, one),
    body: [unknown(body, variables), missing.length > 0 ? `Il manque ${inBraces(missing)}\u00a0: le message ne servirait à rien sans.` : ''].filter(Boolean).join(' '),
  }
  const said = Object.fromEntries(Object.entries(fields).filter(([, sentence]) => sentence))
  if (Object.keys(said).length > 0) throw invalid(said)
}
