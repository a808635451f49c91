import { v5 } from 'uuid'
import type { Viewer } from '../access/policy.ts'
import { labelOf } from '../accounts/me.ts'
import type { Helpers } from '../jobs/worker.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { nouns } from '../nouns.ts'
import { Reader } from '../reading/reader.ts'
import { askedOf, sentenceOf } from './todos.ts'

/** The lists of the console, by the noun they show. */
const lists: Record<string, string> = { Event: 'events', Task: 'tasks', Message: 'messages', Job: 'jobs', Campaign: 'campaigns' }

/** The job that sends to each person what waits in each of the scopes they act in; nobody twice for the same Monday, and nobody for nothing. */
export async function weeklyDigest({ _cron }: { _cron?: { ts: string } }, { pool, db, now, settings }: Helpers): Promise<void> {
  const at = now()
  const week = (_cron ? new Date(_cron.ts) : at).toISOString().slice(0, 10)
  const accounts = await db.account.findMany({
    where: { digest: true, disabledAt: null, passwordHash: { not: null } }, orderBy: { id: 'asc' },
    select: { id: true, memberships: { orderBy: [{ role: 'asc' }, { id: 'asc' }], select: { id: true, role: true, departmentCode: true, department: { select: { name: true, prefecture: { select: { name: true } } } } }, where: { agencyId: null } } },
  })
  for (const { id: account, memberships } of accounts) {
    const id = idOf(account, week)
    if (memberships.length === 0 || (await db.message.findUnique({ where: { id }, select: { id: true } }))) continue
    const scopes = await Promise.all(memberships.map(async ({ id: membership, role, departmentCode, department }) => {
      const viewer: Viewer = { role, account, membership, ...(departmentCode ? { department: [departmentCode] } : {}) }
      const counted = await new Reader(pool, nouns, viewer, at).countEach(askedOf)
      return {
        label: labelOf(department),
        lines: counted.filter(({ count }) => count > 0).map(({ code, count, resource, filter }) => ({
          sentence: sentenceOf(code, count), address: `${settings.publicUrl}/console/${membership}/${lists[resource]}?filter=${encodeURIComponent(JSON.stringify(filter))}`,
        })),
      }
    }))
    const waiting = scopes.filter(({ lines }) => lines.length > 0)
    if (waiting.length > 0) await db.$transaction((tx) => queueMessage(tx, { id, template: 'digest', accountId: account, variables: { scopes: waiting }, now: at }))
  }
}

/** The same for the same person and week, so that a job which starts over doubles nothing. */
const idOf = (account: string, week: string) => v5(`digest ${week}`, account)
