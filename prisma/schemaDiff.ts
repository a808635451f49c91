import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { schemaEngine } from '../server/db/schemaEngine.ts'

/** The SQL that leads from one Prisma schema (null: an empty database) to another. Needs a live PostgreSQL, changes nothing in it. */
export async function schemaDiff(from: string | null, to: string, connectionString: string): Promise<string> {
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }))
  const engine = await (await schemaEngine()).new({ datamodels: [['schema.prisma', to]] }, () => {}, adapter)
  const target = (content: string | null) =>
    content === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] }
  const { stdout } = await engine.diff({
    from: target(from), to: target(to), script: true, exitCode: null, shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout
}
