import type { Context } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { keepResult } from './keepResult.ts'
import { readInput } from './readInput.ts'
import { solve } from './solve.ts'

/** As many answers as are weighed in well under a second: more go to a job. */
const MOST_ANSWERS_AT_ONCE = 6_000

/**
 * Proposes who fills the places of a campaign's published events to come: of the viewer's department, or of all for
 * whoever has none. The same id again answers with the same proposal. Throws NOT_FOUND for an unknown campaign, CONFLICT
 * when it is not open.
 */
export async function createProposal({ db, viewer, now }: Context, { id, campaignId }: { id: string; campaignId: string }): Promise<void> {
  const author = { nouns, viewer, now }
  const departmentCode = viewer.department?.[0] ?? null
  await db.$transaction(async (tx) => {
    if (await tx.proposal.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Proposal', 'create', id)
    const campaign = await tx.campaign.findUnique({ where: { id: campaignId }, select: { state: true } })
    if (!campaign) throw notFound()
    if (campaign.state !== 'OPEN') throw conflict('La campagne n’est pas ouverte.')
    const scope = { campaignId, departmentCode }
    await tx.proposal.updateMany({ where: { ...scope, state: 'COMPUTING' }, data: { state: 'FAILED', failure: 'Une demande plus récente la remplace.' } })
    await tx.proposal.create({ data: { id, ...scope, accountId: viewer.account!, createdAt: now } })
    await demand(tx, author, 'Proposal', 'create', id)
    await record(tx, author, 'Proposal', 'create', { id, departmentCode })
    const [size] = await tx.$queryRaw<{ answers: number }[]>(sql`
      SELECT count(*)::int AS answers FROM "Event" e JOIN "Availability" a ON a."eventId" = e."id" WHERE e."campaignId" = ${campaignId}::uuid AND e."state" = 'PUBLISHED'
        AND e."startsAt" > ${now} AND (${departmentCode}::text IS NULL OR e."departmentCode" = ${departmentCode}) AND a."answer" IN ('YES', 'IF_NEEDED')`)
    if (size!.answers > MOST_ANSWERS_AT_ONCE) await enqueue(tx, 'computeProposal', { id })
    else await keepResult(tx, id, solve(await readInput(tx, { ...scope, now })))
  })
}
