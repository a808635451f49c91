import { invalid } from '../errors.ts'
import { e164 } from './phone.ts'
import type { ReferentInput } from './referent.inputs.ts'

/** A phone in E.164, a French one unless it says another country. Throws BAD_USER_INPUT on what is none. */
export const phoneAsKept = (phone: string | null | undefined) => (phone ? (e164(phone) ?? refused()) : phone)

/**
 * What was written of a referent as it is kept: a mail in lower case and a phone in E.164, a French one unless it says
 * another country, so that the same person is found again. Null leaves unchanged what is never null. Throws BAD_USER_INPUT
 * on a phone that is none.
 */
export const keptOf = ({ email, phone, languages, active, ...rest }: ReferentInput) => ({
  ...rest,
  email: email.trim().toLowerCase(),
  phone: phoneAsKept(phone),
  languages: languages ?? undefined,
  active: active ?? undefined,
})

function refused(): never {
  throw invalid({ phone: 'Ce numéro n’est pas valable : 06 12 34 56 78 est attendu.' })
}
