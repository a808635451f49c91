import { expect, it } from 'vitest'
import { actions, anchors, covers, policy, type Resource } from '../../server/access/policy.ts'

it('grants only actions that exist, and only reaches that have an anchor', () => {
  for (const [role, grants] of Object.entries(policy) as [string, Record<string, Record<string, string>>][])
    for (const [resource, held] of Object.entries(grants))
      for (const [action, grant] of Object.entries(held)) {
        expect(actions[resource as Resource], `${role} ${resource}.${action}`).toContain(action)
        const reach = grant.split(' if ')[0]!
        if (reach !== 'everywhere') expect(anchors[resource as Resource], `${role} ${resource}.${action}`).toHaveProperty(reach)
      }
})

it('never lets a right reach further than reading does', () => {
  for (const [role, grants] of Object.entries(policy) as [string, Record<string, Record<string, string>>][])
    for (const [resource, held] of Object.entries(grants))
      for (const [action, grant] of Object.entries(held)) {
        expect(held.read, `${role} holds ${resource}.${action} and does not read it`).toBeDefined()
        expect(covers(held.read as 'own', grant.split(' if ')[0] as 'own') || held.read!.includes(' if '), `${role} ${resource}.${action}`).toBe(true)
      }
})
