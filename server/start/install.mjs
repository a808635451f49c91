// Runs on the Node a person has (20 or more), before anything is installed: plain JavaScript, no dependency.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const windows = process.platform === 'win32'
/** When a file, or the newest one of a folder, was written; 0 when there is none. */
const at = (path) => {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  return found.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => at(join(path, name)))) : found.mtimeMs
}
const older = (made, ...sources) => at(made) < Math.max(...sources.map(at))

function run(what, command, args, env = {}) {
  console.log(what)
  // The commands are meant for the Node that is installed here.
  const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
  try {
    execFileSync(windows ? `${command}.cmd` : command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, PATH, ...env }, shell: windows })
  } catch (error) {
    if (error.stderr) process.stderr.write(error.stderr)
    console.error(`« ${command} ${args.join(' ')} » a échoué : lisez le message ci-dessus, corrigez, puis recommencez.`)
    process.exit(error.status || 1)
  }
}

// npm writes this file last: a half-finished installation is done again.
if (older('node_modules/.package-lock.json', 'package-lock.json'))
  run('Installation des dépendances (une fois)…', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
if (older('server/db/generated/client.ts', 'prisma/schema.prisma'))
  // The engine that the command looks for is never used: migrations run on its WebAssembly edition.
  run('Préparation de l’accès à la base…', 'prisma', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' })
if (older('graphql-env.d.ts', 'schema.graphql'))
  run('Préparation des types du schéma…', 'gql.tada', ['generate-output'])
if (process.argv.includes('--console') && existsSync('admin/index.html') && older('dist/admin/index.html', 'admin', 'schema.graphql', 'vite.config.ts', 'package-lock.json'))
  run('Construction de la console…', 'vite', ['build', '--logLevel', 'warn'], { NODE_ENV: 'production' })
