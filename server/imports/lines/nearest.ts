import { fold } from './fold.ts'

// Levenshtein, one row at a time.
function distance(a: string, b: string) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === b[j] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** Of candidates by folded name, the one that was probably meant, a few letters away; undefined when none is near. */
export function nearest<T>(text: string, candidates: Iterable<[name: string, T]>): T | undefined {
  const wanted = fold(text).slice(0, 80)
  const allowed = Math.min(4, Math.ceil(wanted.length / 5))
  const [best] = [...candidates]
    .filter(([name]) => Math.abs(name.length - wanted.length) <= allowed)
    .map(([name, candidate]) => ({ candidate, away: distance(wanted, name) }))
    .sort((a, b) => a.away - b.away)
  return best && best.away <= allowed ? best.candidate : undefined
}
