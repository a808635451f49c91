// Runs on the Node a person has (20 or more), before anything is installed: plain JavaScript, no dependency.
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const at = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0)
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const run = (command, args, env = {}) => execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' })

// npm writes this file last: a half-finished installation is done again.
if (at('node_modules/.package-lock.json') < at('package-lock.json')) {
  console.log('Installing the dependencies (once)…')
  run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'])
}
if (at('server/db/generated/client.ts') < at('prisma/schema.prisma')) {
  console.log('Generating the database client…')
  // The engine that the command looks for is never used: migrations run on its WebAssembly edition.
  run('node_modules/.bin/prisma', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' })
}
