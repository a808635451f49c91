import type { Db } from '../db/client.ts'
import { hashOf, newSecret } from '../links/secret.ts'

type Sessions = Pick<Db, 'session'>
const HOUR = 3_600_000
/** A session ends after 12 hours without use, and after 7 days in any case. Source: OWASP ASVS 5, 7.3. */
export const IDLE_MS = 12 * HOUR
export const LONGEST_MS = 7 * 24 * HOUR

/** Opens a session; answers the secret its cookie carries, which is kept nowhere else. */
export async function openSession(db: Sessions, accountId: string, now: Date): Promise<string> {
  const secret = newSecret()
  await db.session.deleteMany({ where: { accountId, expiresAt: { lt: now } } })
  await db.session.create({ data: { id: hashOf(secret), accountId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + LONGEST_MS) } })
  return secret
}

export const closeSession = (db: Sessions, id: string) => db.session.deleteMany({ where: { id } })
export const closeAllSessions = (db: Sessions, accountId: string) => db.session.deleteMany({ where: { accountId } })
