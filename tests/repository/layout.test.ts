import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'

const skipped = new Set(['node_modules', '.git', '.data', 'dist', 'generated', 'test-results'])
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !skipped.has(name)).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
const ours = ['server', 'admin', 'prisma', 'tests', 'bench'].flatMap((folder) => files(folder)).filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const text = (file: string) => readFileSync(file, 'utf8')
const imports = (file: string) => [...text(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) => join(file, '..', path!))

it('keeps server and console apart: the schema is all they share', () => {
  const crossing = ours.flatMap((file) => imports(file).filter((target) => (file.startsWith('admin/') && !target.startsWith('admin/') && target !== 'graphql-env.d.ts') || (file.startsWith('server/') && target.startsWith('admin/'))).map((target) => `${file} imports ${target}`))
  expect(crossing).toEqual([])
})

it('has no barrel, no catch-all and no file too long to read', () => {
  const forbidden = /^(index|utils?|helpers?|common|services?|manager|types|constants)\.(ts|tsx)$/
  expect(ours.filter((file) => forbidden.test(basename(file)))).toEqual([])
  expect(ours.filter((file) => text(file).split('\n').length > 400)).toEqual([])
})

it('speaks of roles in the policy alone', () => {
  // The type that documents the roles, and the demonstration's people, name them too; neither decides anything.
  const mayName = ['server/access/policy.ts', 'server/accounts/', 'prisma/', 'tests/', 'bench/', 'admin/', 'server/links/', 'server/context.ts']
  const roles = /'(REGIONAL_MANAGER|REGIONAL_READER|DEPARTMENT_MANAGER|DEPARTMENT_AGENT|AGENCY_MANAGER|AGENCY_AGENT|DATA_PROTECTION_OFFICER)'/
  expect(ours.filter((file) => !mayName.some((start) => file.startsWith(start)) && roles.test(text(file)))).toEqual([])
})

it('reads the environment in one place and the clock in none', () => {
  const server = ours.filter((file) => file.startsWith('server/'))
  const mayRead = ['server/main.ts', 'server/start/', 'server/territories/command.ts', 'server/accounts/command.ts']
  expect(server.filter((file) => /process\.env/.test(text(file)) && !mayRead.some((start) => file.startsWith(start)))).toEqual([])
  expect(server.filter((file) => /new Date\(\)|Date\.now\(\)/.test(text(file)) && !mayRead.some((start) => file.startsWith(start)))).toEqual([])
})

it('writes FROM in the reader alone, or says why', () => {
  const from = /sql`[^`]*\bFROM\b/
  const mayWrite = ['server/reading/']
  // Filters, guards and what runs inside a write may look at tables; screens may not.
  const resolvers = ours.filter((file) => file.endsWith('.resolver.ts'))
  expect(resolvers.filter((file) => !mayWrite.some((start) => file.startsWith(start)) && from.test(text(file)))).toEqual([])
})
