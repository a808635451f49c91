import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** A phone as people write it, in E.164, French unless it says another country; null when it is none. */
export function e164(written: string): string | null {
  const found = parsePhoneNumberFromString(written, 'FR')
  return found?.isValid() ? found.number : null
}
