import { v7 } from 'uuid'
import { assign } from '../assignments/assignReferent.ts'
import type { Context } from '../context.ts'
import { transact, type Writer } from '../db/transact.ts'
import { conflict, sentenceOfConflict } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { demand, hold, record, take, type Author } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { fieldOf } from './eligible.ts'
import type { Obstacle, ProposalInput } from './propose.input.ts'
import { readInput } from './readInput.ts'

type Found = { eventId: string; referentId: string; departmentCode: string; campaignId: string }

/**
 * Gives the person of a line the place, as if assigned by hand. When that is no longer possible, the line becomes OUTDATED
 * and says why. Accepted before, it stays so. Throws NOT_FOUND or FORBIDDEN, CONFLICT when it was refused or replaced.
 */
export async function acceptLine({ db, viewer, now, pool }: Context, id: string): Promise<void> {
  const author = { nouns, viewer, now }
  try {
    await db.$transaction(async (tx) => {
      await demand(tx, author, 'ProposalLine', 'accept', id)
      // Of two places for one person, accepted at one instant in two departments, the second sees the first.
      const [line] = await tx.$queryRaw<{ state: string }[]>(sql`SELECT l."state"::text FROM "ProposalLine" l JOIN "Referent" r ON r."id" = l."referentId" WHERE l."id" = ${id}::uuid FOR NO KEY UPDATE`)
      if (line?.state === 'ACCEPTED') return
      const found = await hold<Found>(tx, author, 'ProposalLine', 'accept', id, ({ at }) => sql`${at}."eventId", ${at}."referentId", ${at}."departmentCode",
        (SELECT e."campaignId" FROM "Event" e WHERE e."id" = ${at}."eventId") AS "campaignId"`)
      await refuseImpossible(tx, found, now)
      const state = await assign(tx, author, { id: v7(), eventId: found.eventId, referentId: found.referentId })
      if (state !== 'CONFIRMED') throw conflict('Ce référent n’a plus répondu qu’il peut venir.')
      await take(tx, author, 'ProposalLine', 'accept', id)
    })
  } catch (thrown) {
    const why = sentenceOfConflict(thrown)
    if (!why || !(await transact(pool, (tx) => outdated(tx, author, id, why)))) throw thrown
  }
}

/** Puts a line aside: whoever it names is not proposed for that event again. Errors: see `take`. */
export const refuseLine = ({ pool, viewer, now }: Context, id: string): Promise<void> => transact(pool, (tx) => take(tx, { nouns, viewer, now }, 'ProposalLine', 'refuse', id))

/** Answers whether the line was open until then. */
async function outdated(tx: Writer, author: Author, id: string, why: string): Promise<boolean> {
  const [line] = await tx.$queryRaw<{ departmentCode: string }[]>(sql`UPDATE "ProposalLine" SET "state" = 'OUTDATED', "outdatedBecause" = ${why}, "version" = "version" + 1
    WHERE "id" = ${id}::uuid AND "state" = 'PROPOSED' RETURNING "departmentCode"`)
  if (line) await record(tx, author, 'ProposalLine', 'outdate', { id, departmentCode: line.departmentCode, changes: { state: ['PROPOSED', 'OUTDATED'] }, reason: why })
  return line !== undefined
}

const NO_LONGER: Record<Obstacle, string> = {
  INACTIVE: 'Ce référent n’est plus un référent actif du département.',
  ENDED: 'Ce référent a déjà une affectation sur cette opération.',
  REFUSED: 'Ce référent a été écarté d’une proposition pour cette opération.',
  UNAVAILABLE: 'Ce référent est indisponible à cette date.',
  DISTANCE: 'Ce référent habite plus loin qu’il ne l’accepte.',
  TAKEN: 'Ce référent est déjà pris à cette heure-là.',
  TRAVEL: 'Ce référent n’aurait pas le temps de venir d’une autre opération du même jour.',
  MAX_DAYS: 'Ce référent a atteint son nombre de jours.',
}

/** The rules of the proposal again, on what is true by now; `assign` and the database know the rest. */
async function refuseImpossible(tx: Writer, { eventId, referentId, departmentCode, campaignId }: Found, now: Date): Promise<void> {
  const input = JSON.parse(await readInput(tx, { campaignId, departmentCode, now, only: { eventId, referentId } })) as ProposalInput
  const obstacle = fieldOf(input).candidates[0]?.[0]?.obstacle
  if (obstacle) throw conflict(NO_LONGER[obstacle])
}
