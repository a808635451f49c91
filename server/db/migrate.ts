import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { Client } from 'pg'
import { schemaEngine } from './schemaEngine.ts'

const folder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
const noExternals = { externalTables: [], externalEnums: [] }
/** Any number that no other program of this database locks. */
const LOCK = 7_350_241_019

/** Applies the migrations that are missing; a replica that starts meanwhile waits. Answers their names. */
export async function migrate(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const done = await applied(client)
    const missing = migrations().filter((name) => !done.has(name))
    if (missing.length > 0) await apply(url)
    return missing
  } finally {
    await client.end()
  }
}

const migrations = () => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()

async function applied(client: Client): Promise<Set<string>> {
  const { rows: [history] } = await client.query<{ there: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`)
  if (!history!.there) return new Set()
  const { rows } = await client.query<{ name: string }>('SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL')
  return new Set(rows.map(({ name }) => name))
}

/** By Prisma's own engine: its history table is the usual one. */
async function apply(url: string): Promise<void> {
  const adapters = wholeScripts(url)
  const engine = await (await schemaEngine()).new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapters.factory))
  await engine.applyMigrations({
    filters: noExternals,
    migrationsList: {
      baseDir: 'prisma/migrations', shadowDbInitScript: '',
      lockfile: { path: 'migration_lock.toml', content: readFileSync(`${folder}/migration_lock.toml`, 'utf8') },
      migrationDirectories: migrations().map((path) => ({ path, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(`${folder}/${path}/migration.sql`, 'utf8') } } })),
    },
  }).finally(adapters.dispose)
}

/** The stock adapter cuts a script at every semicolon, which breaks functions: it is sent whole. */
function wholeScripts(url: string) {
  const factory = new PrismaPg({ connectionString: url })
  const connect = factory.connect.bind(factory)
  const made: { dispose(): Promise<void> }[] = []
  factory.connect = async () => {
    const adapter: any = await connect()
    made.push(adapter)
    adapter.executeScript = async (script: string) => void (await adapter.client.query(script))
    return adapter
  }
  return { factory, dispose: async () => void (await Promise.all(made.map((adapter) => adapter.dispose()))) }
}
