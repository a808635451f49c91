import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { parisDay } from '../parisDay.ts'
import { demand, record } from '../reading/change.ts'

type Given = { referentId: string; startsOn: string; endsOn: string }

/** Notes days on which a referent in reach cannot come; the same days again are the same. Throws NOT_FOUND, BAD_USER_INPUT on days that are past or reversed. */
export async function addUnavailability({ db, viewer, now }: Context, { referentId, startsOn, endsOn }: Given): Promise<void> {
  const author = { nouns, viewer, now }
  if (endsOn < startsOn) throw invalid({ endsOn: 'Le dernier jour vient après le premier.' })
  if (endsOn < parisDay(now)) throw invalid({ startsOn: 'Ces jours sont passés : choisissez-en à venir.' })
  await db.$transaction(async (tx) => {
    await demand(tx, author, 'Referent', 'read', referentId)
    const days = { referentId, startsOn: new Date(startsOn), endsOn: new Date(endsOn) }
    const { count } = await tx.unavailability.createMany({ data: [{ ...days, id: v7(), createdAt: now }], skipDuplicates: true })
    const { id } = await tx.unavailability.findUniqueOrThrow({ where: { referentId_startsOn_endsOn: days }, select: { id: true } })
    await demand(tx, author, 'Unavailability', 'create', id)
    if (count > 0) await record(tx, author, 'Referent', 'addUnavailability', { id: referentId, changes: { unavailability: true } })
  })
}
