import type { Pool } from 'pg'
import type { Role, Viewer } from '../access/policy.ts'
import type { SignedIn } from '../context.ts'
import { hashOf } from '../links/secret.ts'
import { IDLE_MS } from './session.ts'

type Found = { session: string; seen: Date; id: string; name: string; email: string; membership: string | null; role: Role | null; agencyId: string | null; departments: string[] | null }
/** How late the last use of a session may be written: not each request writes. */
const PRECISION_MS = 5 * 60_000

const found = `SELECT s."id" AS session, s."lastSeenAt" AS seen, a."id", a."name", a."email", m."id" AS membership, m."role", m."agencyId",
    CASE WHEN m."departmentCode" IS NOT NULL THEN ARRAY[m."departmentCode"]
         WHEN m."agencyId" IS NOT NULL THEN ARRAY(SELECT d."departmentCode" FROM "AgencyDepartment" d WHERE d."agencyId" = m."agencyId" ORDER BY 1) END AS departments
  FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
  LEFT JOIN LATERAL (SELECT * FROM "Membership" m WHERE m."accountId" = a."id" AND ($2::text IS NULL OR m."id"::text = $2) ORDER BY m."role", m."id" LIMIT 1) m ON TRUE
 WHERE s."id" = $1 AND s."expiresAt" > $3 AND s."lastSeenAt" > $4 AND a."disabledAt" IS NULL`

/**
 * Who signed in, by the secret of the cookie, in one statement. The viewer acts in the membership named, if it is
 * theirs, else has no right; unnamed, in the first. Null when the session ended.
 */
export async function signedInBy(pool: Pool, { secret, membership, now }: { secret: string; membership?: string; now: Date }): Promise<{ signedIn: SignedIn; viewer: Viewer } | null> {
  const { rows: [row] } = await pool.query<Found>({ name: 'signedInBy', text: found, values: [hashOf(secret), membership ?? null, now, new Date(now.getTime() - IDLE_MS)] })
  if (!row) return null
  if (now.getTime() - row.seen.getTime() > PRECISION_MS) await pool.query('UPDATE "Session" SET "lastSeenAt" = $2 WHERE "id" = $1', [row.session, now])
  const signedIn = { account: { id: row.id, name: row.name, email: row.email }, session: row.session }
  if (!row.role) return { signedIn, viewer: { role: 'PUBLIC', account: row.id } }
  return {
    signedIn,
    viewer: { role: row.role, account: row.id, membership: row.membership!, ...(row.departments ? { department: row.departments } : {}), ...(row.agencyId ? { agency: row.agencyId } : {}) },
  }
}
