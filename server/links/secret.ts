import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, fit for an address or a cookie. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** What the database keeps of a secret: SHA-256, in hexadecimal. Needs no salt: nobody guesses 256 bits. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
