import { expect, it } from 'vitest'
import { actions, anchors, covers, parts, policy, type Resource } from '../../server/access/policy.ts'

it('grants only actions that exist, and only reaches that have an anchor', () => {
  for (const [role, grants] of Object.entries(policy) as [string, Record<string, Record<string, string>>][])
    for (const [resource, held] of Object.entries(grants))
      for (const [action, grant] of Object.entries(held)) {
        expect(actions[resource as Resource], `${role} ${resource}.${action}`).toContain(action)
        for (const [reach] of parts(grant as 'own')) if (reach !== 'everywhere') expect(anchors[resource as Resource], `${role} ${resource}.${action}`).toHaveProperty(reach)
      }
})

it('never lets a right reach further than reading does', () => {
  for (const [role, grants] of Object.entries(policy) as [string, Record<string, Record<string, string>>][])
    for (const [resource, held] of Object.entries(grants))
      for (const [action, grant] of Object.entries(held)) {
        expect(held.read, `${role} holds ${resource}.${action} and does not read it`).toBeDefined()
        expect(parts(grant as 'own').every(([reach]) => covers(held.read as 'own', reach)) || held.read!.includes(' if '), `${role} ${resource}.${action}`).toBe(true)
      }
})
