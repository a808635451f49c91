import { v7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { hashOf, newSecret } from './secret.ts'

const DAY = 86_400_000
type Subject = { referentId: string; accountId?: undefined; feed?: boolean; stop?: boolean } | { accountId: string; referentId?: undefined; digest?: boolean }

/**
 * Makes a link and answers its secret, which only the mail carries. A referent's lasts 60 days, and at least a week
 * after the last date asked about; a password's lasts 24 hours and revokes those before it; one that ends a digest, or being solicited, a year,
 * as does the address of a referent’s calendar, which revokes the one before it.
 */
export async function createLink(db: Db, { referentId, accountId, digest, feed, stop }: Subject & { digest?: boolean; feed?: boolean; stop?: boolean }, now: Date): Promise<string> {
  const secret = newSecret()
  const common = { id: v7(), tokenHash: hashOf(secret), createdAt: now }
  if (referentId && stop) {
    await db.accessLink.create({ data: { ...common, purpose: 'STOP', referentId, expiresAt: new Date(now.getTime() + 365 * DAY) } })
  } else if (referentId && feed) {
    await db.$transaction([
      db.accessLink.updateMany({ where: { referentId, purpose: 'FEED', revokedAt: null }, data: { revokedAt: now } }),
      db.accessLink.create({ data: { ...common, purpose: 'FEED', referentId, expiresAt: new Date(now.getTime() + 365 * DAY) } }),
    ])
  } else if (referentId) {
    const last = await db.event.findFirst({ where: { availabilities: { some: { referentId } } }, orderBy: { endsAt: 'desc' }, select: { endsAt: true } })
    const expiresAt = new Date(Math.max(now.getTime() + 60 * DAY, (last?.endsAt.getTime() ?? 0) + 7 * DAY))
    await db.accessLink.create({ data: { ...common, purpose: 'ANSWER', referentId, expiresAt } })
  } else if (digest) {
    await db.accessLink.create({ data: { ...common, purpose: 'DIGEST', accountId: accountId!, expiresAt: new Date(now.getTime() + 365 * DAY) } })
  } else {
    await db.$transaction([
      db.accessLink.updateMany({ where: { accountId: accountId!, purpose: 'PASSWORD', revokedAt: null }, data: { revokedAt: now } }),
      db.accessLink.create({ data: { ...common, purpose: 'PASSWORD', accountId: accountId!, expiresAt: new Date(now.getTime() + DAY) } }),
    ])
  }
  return secret
}
