import type { ReferentInput } from './referent.inputs.ts'

/** A phone in E.164, a French one when it starts with 0. */
export const phoneAsKept = <T extends string | null | undefined>(phone: T) => (phone ? phone.replace(/[ .]/g, '').replace(/^0/, '+33') : phone)

/**
 * What was written of a referent as it is kept: a mail in lower case and a phone in E.164, a French one when it starts with 0, so
 * that the same person is found again. Null leaves unchanged what is never null.
 */
export const keptOf = ({ email, phone, languages, active, ...rest }: ReferentInput) => ({
  ...rest,
  email: email.trim().toLowerCase(),
  phone: phoneAsKept(phone),
  languages: languages ?? undefined,
  active: active ?? undefined,
})
