import type { ActionName, Given } from './bulkActions.ts'

export type Outcome = 'WAITING' | 'DONE' | 'SETTLED' | 'REFUSED' | 'FAILED'
/** `key` is sent at each try of this event, so that the server knows it again; `version` is the event as it was looked at. */
export type Item = { id: string; title: string; startsAt: string; key: string; version: number; outcome: Outcome; why?: string }
export type Run = { action: ActionName; given: Given; items: Item[] }

export const isLeft = ({ outcome }: Item) => outcome === 'WAITING' || outcome === 'FAILED'
const place = (scope: string) => `coaching.bulk.${scope}`

/** A run that was cut short in this tab, by a stop or a reload; null when there is none. */
export function readRun(scope: string): Run | null {
  try {
    const run = JSON.parse(sessionStorage.getItem(place(scope)) ?? 'null') as Run | null
    return run?.items.some(isLeft) ? run : null
  } catch {
    return null
  }
}

/** Keeps a run as long as something is left of it. */
export function keepRun(scope: string, run: Run | null): void {
  try {
    if (run?.items.some(isLeft)) sessionStorage.setItem(place(scope), JSON.stringify(run))
    else sessionStorage.removeItem(place(scope))
  } catch {
    // Without storage, a run lasts as long as its window.
  }
}
