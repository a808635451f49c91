import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { ownDatabase } from '../support/ownDatabase.ts'

const { db, url } = await ownDatabase()

/** Runs a command of package.json as a person would, on this file's database. */
const run = (script: string, ...given: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', script, ...given], { env: { ...process.env, DATABASE_URL: url } }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: `${stdout}${stderr}`.replaceAll(/[\u00a0\u202f]/g, ' ') }))
  })

test('the territory is imported, reported, and a folder that does not hold is refused in one sentence per fault', async () => {
  const first = await run('server/territories/command.ts')
  expect(first).toEqual({ code: 0, output: expect.stringContaining('Communes : 1 268 ajouts (75056, ') })
  expect(await run('server/territories/command.ts')).toEqual({ code: 0, output: 'Le territoire est déjà à jour : rien n’a changé.\n' })
  const refused = await run('server/territories/command.ts', 'tests')
  expect(refused.code).toBe(1)
  expect(refused.output.trim().split('\n')).toContain('communes-idf.csv : le fichier manque.')
  expect(refused.output).not.toMatch(/\bat .*:\d+:\d+/)
})

test('the demonstration is loaded once and removed by one command', async () => {
  expect(await run('prisma/seed.ts')).toEqual({ code: 0, output: expect.stringContaining('prefecture93@example.org') })
  expect(await run('prisma/seed.ts')).toEqual({ code: 1, output: expect.stringContaining('déjà chargée') })
  expect(await run('prisma/seed.ts', '--remove')).toEqual({ code: 0, output: expect.stringContaining('est retirée') })
  expect(await run('prisma/seed.ts', '--remove')).toEqual({ code: 1, output: expect.stringContaining('pas de démonstration') })
  expect(await db.event.count()).toBe(0)
  await db.account.create({ data: { email: 'personne@example.org', name: 'Essai', createdAt: new Date() } })
  expect(await run('prisma/seed.ts')).toEqual({ code: 1, output: expect.stringContaining('vraies données') })
})
