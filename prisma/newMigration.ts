import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { CannotStart } from '../server/start/cannotStart.ts'
import { withDatabase } from '../server/start/withDatabase.ts'
import { schemaDiff } from './schemaDiff.ts'

/** npm run migration add_lessons — writes the SQL from the committed schema to the present one. Read it before you commit it. */
const [name, from] = process.argv.slice(2)

await withDatabase({ databaseUrl: process.env.DATABASE_URL, refusals: [] }, async ({ url }) => {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new CannotStart('Donnez un nom à la migration : npm run migration add_lessons')
  const committed = from === '--from-empty' ? null : execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' })
  const sql = await schemaDiff(committed, readFileSync('prisma/schema.prisma', 'utf8'), url)
  if (sql.includes('This is an empty migration')) throw new CannotStart('prisma/schema.prisma n’a pas changé depuis le dernier commit : il n’y a pas de migration à écrire.')
  const folder = `prisma/migrations/${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/migration.sql`, sql)
  console.log(`${folder}/migration.sql est écrit : relisez-le avant de le valider.`)
})
// The engine keeps its connection.
process.exit()
