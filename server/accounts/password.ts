import { hash, verify } from '@node-rs/argon2'
import { invalid } from '../errors.ts'

// argon2id is the package's default algorithm. Source of the costs: OWASP Password Storage, 19 MiB, 2 passes.
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
let decoy: Promise<string> | undefined

export const hashPassword = (password: string) => hash(password.normalize('NFC'), costs)

/** Whether it is the password. Takes as long for whoever has none, or is unknown. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await (decoy ??= hashPassword('nobody’s password'))), password.normalize('NFC'))
  return right && Boolean(stored)
}

const common = ['motdepasse', 'azerty', 'qwerty', 'password', '123456', 'prefecture', 'apprentissage']

/** Throws what is wrong with a password, under its field. Length alone, and nothing too common. Source: ANSSI, R22. */
export function demandGoodPassword(password: string, { email }: { email: string }): void {
  if (password.length < 12) throw invalid({ password: 'Le mot de passe compte au moins 12 caractères.' })
  if (password.length > 200) throw invalid({ password: 'Le mot de passe compte au plus 200 caractères.' })
  const bare = password.toLowerCase().replace(/[^a-z]/g, '')
  if (new Set(password).size < 5 || common.some((word) => bare === word || bare === word.repeat(2)) || password.toLowerCase().includes(email.split('@')[0]!.toLowerCase()))
    throw invalid({ password: 'Ce mot de passe se devine trop facilement. Choisissez par exemple quatre mots sans rapport entre eux.' })
}
