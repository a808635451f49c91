import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { spend } from '../accounts/limits.ts'
import type { Context } from '../context.ts'
import { named } from '../messages/messageId.ts'
import { applyReport } from './applyReport.ts'
import type { Report } from './parseReport.ts'

type Given = { now: () => Date } & Pick<Context, 'pool' | 'settings'>

const MOST = 1_000
/** What a provider may call it; anything else, as a delay, changes nothing. */
const outcomes: Record<string, Report['outcome']> = { bounced: 'BOUNCED', refused: 'BOUNCED', delivered: 'DELIVERED', complained: 'COMPLAINED' }
const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * POST /messages/reports: a mail provider tells what became of mails, as `{ messageId, event, status, reason }` or a list of these, with
 * `Authorization: Bearer` and the secret of the settings. Answers how many changed something; the same report again changes nothing.
 */
export function registerReportRoutes(server: FastifyInstance, { pool, now, settings: { reportSecret } }: Given): void {
  if (!reportSecret) return
  const expected = digest(`Bearer ${reportSecret}`)
  server.post('/messages/reports', async (request, reply) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      const within = await spend(pool, 'unknown links from one address', request.ip)
      return reply.code(within ? 401 : 429).send({ message: 'Ce secret n’est pas le bon.' })
    }
    const told = Array.isArray(request.body) ? request.body : [request.body]
    if (told.length > MOST) return reply.code(413).send({ message: `Au plus ${MOST} rapports à la fois.` })
    const reports = told.flatMap((one) => reportOf(one) ?? [])
    let changed = 0
    for (const report of reports) if (await applyReport(pool, report, now())) changed++
    return { received: told.length, understood: reports.length, changed }
  })
}

const text = (given: unknown) => (typeof given === 'string' ? given : null)

function reportOf(given: unknown): Report | null {
  const { messageId, event, status, reason } = (given ?? {}) as Record<string, unknown>
  const ours = named(text(messageId) ?? '')
  const outcome = Object.hasOwn(outcomes, text(event) ?? '') ? outcomes[event as string]! : null
  if (!ours || !outcome) return null
  return { ...ours, outcome, status: /^[245]\.\d{1,3}\.\d{1,3}$/.exec(text(status) ?? '')?.[0] ?? null, reason: text(reason)?.replace(/[^\s<>]+@[^\s<>]+/g, '…').slice(0, 300) ?? null }
}
