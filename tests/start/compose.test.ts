import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { settingsOf, variables } from '../../server/start/settings.ts'

type Service = { image: string; build?: string; command?: unknown; environment?: Record<string, string | number>; depends_on?: unknown; ports?: string[] }
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<string, Service>; configs: { caddyfile: { content: string } } }
const replicas = Object.entries(compose.services).filter(([, { build }]) => build)
const dockerfile = readFileSync('Dockerfile', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

it('runs two replicas behind a proxy that asks them whether they are ready', () => {
  expect(replicas).toHaveLength(2)
  const { content } = compose.configs.caddyfile
  for (const [name, { environment }] of replicas) expect(content).toContain(`${name}:${environment!.PORT}`)
  expect(content).toContain('health_uri /ready')
  expect(Object.values(compose.services).flatMap(({ ports = [] }) => ports).every((port) => port.startsWith('127.0.0.1:'))).toBe(true)
})

it.each(replicas)('gives %s settings that the server knows and accepts', (_, { environment }) => {
  expect(Object.keys(environment!).filter((name) => !(name in variables))).toEqual([])
  const settings = settingsOf(Object.fromEntries(Object.entries(environment!).map(([name, value]) => [name, String(value)])))
  const database = new URL(settings.databaseUrl!)
  const { environment: made } = compose.services[database.hostname]!
  expect([database.username, database.password, database.pathname]).toEqual([made!.POSTGRES_USER, made!.POSTGRES_PASSWORD, `/${made!.POSTGRES_DB}`])
  expect(compose.services).toHaveProperty(new URL(settings.mail!.url).hostname)
  expect(settings).toMatchObject({ host: '0.0.0.0', trustProxy: true })
})

it('starts in the image as it does outside', () => {
  const [, command] = /^CMD (\[.*\])$/m.exec(dockerfile)!
  // A shell stands before the script: replaced by the server, which then hears the signals meant for it.
  expect(`exec ${(JSON.parse(command!) as string[]).join(' ')}`).toBe(scripts.start)
  for (const [, name] of dockerfile.matchAll(/npm run (\w+)/g)) expect(scripts).toHaveProperty(name!)
  for (const [, files] of dockerfile.matchAll(/^COPY ((?!--from)[\w. -]+) \.\/$/gm)) for (const file of files!.split(' ')) expect(existsSync(file)).toBe(true)
  expect(dockerfile.trim().split('\n').filter((line) => line.startsWith('USER')).at(-1)).toBe('USER node')
})
