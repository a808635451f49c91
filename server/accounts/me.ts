import { grantsOf, type Viewer } from '../access/policy.ts'
import type { Db } from '../db/client.ts'
import type { Me, Scope } from './account.type.ts'

type Placed = { name: string; prefecture?: { name: string } | null }
/** The scope of a membership in French. */
export const labelOf = (department: Placed | null, agency: { name: string } | null = null): string => department?.prefecture?.name ?? department?.name ?? agency?.name ?? 'Région Île-de-France'

/** What the console starts from: the person, the scopes, and the rights of the one in use (the first, unless named). */
export async function meOf(db: Db, { id, name, email }: { id: string; name: string; email: string }, viewer: Viewer): Promise<Me> {
  const { digest, memberships } = await db.account.findUniqueOrThrow({
    where: { id },
    select: {
      digest: true,
      memberships: {
        orderBy: [{ role: 'asc' }, { id: 'asc' }],
        select: { id: true, role: true, departmentCode: true, department: { select: { name: true, prefecture: { select: { name: true } } } }, agency: { select: { name: true } } },
      },
    },
  })
  const scopes: Scope[] = memberships.map(({ id, role, departmentCode, department, agency }) => ({
    id, role, departmentCode, label: labelOf(department, agency),
  }))
  return { id, name, email, scope: scopes.find((scope) => scope.id === viewer.membership) ?? null, scopes, grants: viewer.membership ? grantsOf(viewer) : [], digest }
}
