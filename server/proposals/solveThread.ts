import { parentPort, workerData } from 'node:worker_threads'
import { solve } from './solve.ts'

export type ThreadMessage = { percent: number } | { result: string }

const STEP = 2
let told = 0
const result = solve(workerData as string, (done) => {
  const percent = Math.floor((100 * done) / STEP) * STEP
  if (percent <= told || percent > 99) return
  told = percent
  parentPort!.postMessage({ percent } satisfies ThreadMessage)
})
parentPort!.postMessage({ result } satisfies ThreadMessage)
