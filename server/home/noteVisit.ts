import type { Context } from '../context.ts'
import { unauthenticated } from '../errors.ts'

/** Whoever comes back within this time is still on the same visit. */
const SAME_VISIT_MS = 30 * 60_000

/** Notes a visit, and answers when the one before it was last seen. */
export async function noteVisit({ pool, signedIn, now }: Context): Promise<Date | null> {
  if (!signedIn) throw unauthenticated()
  const { rows: [noted] } = await pool.query<{ before: Date | null }>({
    name: 'noteVisit',
    text: `UPDATE "Account" SET "visitedBeforeAt" = CASE WHEN "visitedAt" < $2::timestamptz - $3::interval THEN "visitedAt" ELSE "visitedBeforeAt" END, "visitedAt" = $2
      WHERE "id" = $1 RETURNING "visitedBeforeAt" AS before`,
    values: [signedIn.account.id, now, `${SAME_VISIT_MS} milliseconds`],
  })
  return noted?.before ?? null
}
