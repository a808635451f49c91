import type { Pool } from 'pg'
import type { Role, Viewer } from '../access/policy.ts'
import type { SignedIn } from '../context.ts'
import { sql, type Sql } from '../reading/sql.ts'
import { IDLE_MS } from './session.ts'

/** Which session, by the hash of its secret; the membership named by the request, if one is; and when. */
export type Asking = { session: string; membership: string | undefined; now: Date }
type Row = { seen: Date; id: string; name: string; email: string; membership: string | null; role: Role | null; agencyId: string | null; departments: string[] | null }
/** Who signed in, as whom, and when the session was last seen. */
export type Found = { signedIn: SignedIn; viewer: Viewer; seen: Date }

/** How late the last use of a session may be written: not each request writes. */
export const PRECISION_MS = 5 * 60_000

/** Whether session s of account a stands. */
const stands = ({ session, now }: Asking) => sql`s."id" = ${session} AND s."expiresAt" > ${now} AND s."lastSeenAt" > ${new Date(now.getTime() - IDLE_MS)} AND a."disabledAt" IS NULL`
const departmentsOf = (agency: Sql) => sql`ARRAY(SELECT d."departmentCode" FROM "AgencyDepartment" d WHERE d."agencyId" = ${agency} ORDER BY 1)`

/** The session, its account and the membership in use: the one named, if it is theirs; unnamed, the first. No row when it ended. */
const standing = (asking: Asking): Sql => sql`
  SELECT s."lastSeenAt" AS seen, a."id", a."name", a."email", m."id" AS membership, m."role", m."agencyId",
    CASE WHEN m."departmentCode" IS NOT NULL THEN ARRAY[m."departmentCode"]
         WHEN m."agencyId" IS NOT NULL THEN ${departmentsOf(sql`m."agencyId"`)} END AS departments
  FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
  LEFT JOIN LATERAL (SELECT * FROM "Membership" m WHERE m."accountId" = a."id" AND (${asking.membership ?? null}::text IS NULL OR m."id"::text = ${asking.membership ?? null}::text) ORDER BY m."role", m."id" LIMIT 1) m ON TRUE
 WHERE ${stands(asking)}`

/** Who signed in, in one statement. A membership that is not theirs gives no right. Null when the session ended. */
export async function signedInBy(pool: Pool, asking: Asking): Promise<Found | null> {
  const { text, values } = standing(asking)
  const { rows: [row] } = await pool.query<Row>({ name: 'signedInBy', text, values })
  if (!row) return null
  const stale = asking.now.getTime() - row.seen.getTime() > PRECISION_MS
  if (stale) await pool.query('UPDATE "Session" SET "lastSeenAt" = $2 WHERE "id" = $1', [asking.session, asking.now])
  return { signedIn: { account: { id: row.id, name: row.name, email: row.email }, session: asking.session }, viewer: viewerOf(row), seen: stale ? asking.now : row.seen }
}

const viewerOf = ({ id, membership, role, departments, agencyId }: Row): Viewer =>
  role ? { role, account: id, membership: membership!, ...(departments ? { department: departments } : {}), ...(agencyId ? { agency: agencyId } : {}) } : { role: 'PUBLIC', account: id }

/** Holds while the session stands and its viewer is the same: the membership is the account's, with this role and this reach. */
export const stillIs = ({ account, membership, role, department, agency }: Viewer, asking: Asking): Sql => sql`EXISTS (
  SELECT FROM "Session" s JOIN "Account" a ON a."id" = s."accountId" JOIN "Membership" m ON m."accountId" = a."id"
   WHERE ${stands(asking)} AND a."id" = ${account}::uuid AND m."id" = ${membership}::uuid AND m."role" = ${role}::"Role" AND ${
     agency ? sql`m."agencyId" = ${agency}::uuid AND ${departmentsOf(sql`m."agencyId"`)} = ${department}` : department ? sql`m."departmentCode" = ${department[0]}` : sql`m."departmentCode" IS NULL AND m."agencyId" IS NULL`})`
