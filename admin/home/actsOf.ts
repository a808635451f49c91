type Entry = { at: string; author: { id: string } | null; referent: { id: string } | null; event: { id: string } | null }

/** One act writes several lines of an event at one instant: a postponement is also a change and a publication. Of each act, the line written first; the latest act first. */
export function actsOf<E extends Entry>(latestFirst: E[]): E[] {
  const acts = new Map<string, E>()
  for (const entry of latestFirst) acts.set([entry.at, entry.event?.id, entry.author?.id, entry.referent?.id].join(), entry)
  return [...acts.values()]
}
