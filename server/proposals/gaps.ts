import { hindrance, type Plan } from './plan.ts'
import type { Gap, Obstacle } from './propose.input.ts'

/** What stays open, and what keeps away each person who may come. */
export function gapsOf(plan: Plan): Gap[] {
  const { field: { events, people, candidates }, slots, held } = plan
  return events.flatMap(({ id: eventId, languages }, event): Gap[] => {
    const here = new Set(candidates[event]!.filter(({ person }) => held[person]!.some(({ slot }) => slots[slot]!.event === event)).map(({ person }) => person))
    const missing = events[event]!.places - here.size
    const spoken = new Set([...here].flatMap((person) => people[person]!.languages))
    const lacking = languages.filter((language) => !spoken.has(language))
    if (missing === 0 && lacking.length === 0) return []
    const counts = new Map<Obstacle, number>()
    if (missing > 0)
      for (const { person, obstacle } of candidates[event]!) {
        const stands = here.has(person) ? null : obstacle ?? hindrance(plan, person, event)
        if (stands) counts.set(stands, (counts.get(stands) ?? 0) + 1)
      }
    const obstacles = [...counts].map(([obstacle, people]) => ({ obstacle, people })).sort((one, other) => other.people - one.people || (one.obstacle < other.obstacle ? -1 : 1))
    return [{ eventId, missing, obstacles, languages: lacking }]
  })
}
