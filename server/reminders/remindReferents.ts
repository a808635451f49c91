import type { Helpers } from '../jobs/worker.ts'
import { askStillComing } from './askStillComing.ts'
import { remindOfAnswers } from './remindOfAnswers.ts'

/** The daily job that asks again: whoever has a place, whether it stands; whoever has not answered, for an answer. Run twice, it asks once. */
export async function remindReferents(_: unknown, { db, now }: Pick<Helpers, 'db' | 'now'>): Promise<void> {
  const at = now()
  await askStillComing(db, at)
  await remindOfAnswers(db, at)
}
