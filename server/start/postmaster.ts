import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What postmaster.pid says of the server that runs on a data folder. */
export type Postmaster = { pid: number; port: number; state: string }

/** The server that runs on this data folder; null when none does, whatever file a crash left. */
export function postmasterOf(data: string): Postmaster | null {
  const lines = read(join(data, 'postmaster.pid'))?.split('\n')
  if (!lines) return null
  const pid = Number(lines[0])
  return isPostgres(pid) ? { pid, port: Number(lines[3]), state: (lines[7] ?? '').trim() } : null
}

/** After a restart of the machine, the number may be that of any other program. */
export function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const status = read(`/proc/${pid}/stat`)
  // Elsewhere than on Linux, a living process has to be enough; a dead one that nobody has buried (Z) is dead.
  return status === null || (status.includes('(postgres)') && !status.includes(') Z'))
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
