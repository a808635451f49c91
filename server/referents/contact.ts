/** A mail in lower case and a phone in E.164, a French one when it starts with 0; so the same person is found again. */
export function contactOf({ email, phone }: { email: string; phone?: string | null }): { email: string; phone?: string | null } {
  return { email: email.trim().toLowerCase(), phone: phone ? phone.replace(/[ .]/g, '').replace(/^0/, '+33') : phone }
}
