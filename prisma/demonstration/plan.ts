import type { EventState } from '../../server/db/generated/enums.ts'

/** What an event of the demonstration shows, before it has a place and hours. */
export type Plan = {
  /** Working days from today. */
  day: number
  half: 'morning' | 'afternoon'
  state: EventState
  /** What the draft still needs. */
  lacks?: 'venue' | 'contact' | 'neighbourhood' | 'referents'
  /** How many referents have a place, below the number needed; absent: nobody was asked. */
  missing?: number
  /** Published lately: referents were asked yesterday and few have answered. */
  recent?: true
}

const lacks = ['venue', 'contact', 'neighbourhood', 'referents'] as const

/** Where one thing happens once in the region: in the department that the guided tour visits, and in its neighbour. */
const POSTPONING = '93'
const CANCELLING = '94'

/** The six to eight events of a department, the nth of the region. */
export function planOf(departmentCode: string, n: number): Plan[] {
  const shift = n % 3
  const postpones = departmentCode === POSTPONING
  const past: Plan[] = [
    { day: -14 + shift, half: 'afternoon', state: n % 2 ? 'CLOSED' : 'HELD', missing: n % 2 },
    ...(postpones || n % 4 === 3 ? [] : [{ day: -7, half: 'morning', state: 'HELD', missing: 1 } as const]),
    { day: -2, half: n % 2 ? 'morning' : 'afternoon', state: 'HELD', missing: 0 },
  ]
  const next: Plan[] = [
    { day: 1 + (n % 2), half: 'morning', state: 'PUBLISHED', missing: 0 },
    { day: 3 + (n % 2), half: 'afternoon', state: 'PUBLISHED', missing: 2 },
    { day: 6 + shift, half: n % 2 ? 'afternoon' : 'morning', state: postpones ? 'POSTPONED' : departmentCode === CANCELLING ? 'CANCELLED' : 'PUBLISHED', missing: 3 },
    ...(postpones ? [{ day: 9, half: 'morning', state: 'SUBMITTED' } as const] : []),
    { day: 11, half: 'afternoon', state: 'DRAFT', lacks: lacks[n % lacks.length]! },
    ...(postpones || n % 2 === 0 ? [{ day: 15 + shift, half: 'morning', state: 'PUBLISHED', recent: true } as const] : []),
  ]
  return [...past, ...next]
}
