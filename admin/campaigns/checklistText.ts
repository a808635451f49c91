export type Line = { title: string; daysBefore: number }

/** A checklist as a person reads it, a line each, the first to be done first. */
export const checklistText = (lines: readonly Line[]) => [...lines].sort((one, other) => other.daysBefore - one.daysBefore)
  .map(({ title, daysBefore }) => `${title}\u00a0: ${daysBefore < 0 ? `J+${-daysBefore}` : `J-${daysBefore}`}`).join('\n')
