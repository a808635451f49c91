import { fileURLToPath } from 'node:url'
import { withDatabase } from '../start/withDatabase.ts'
import { importTerritory } from './importTerritory.ts'
import { reportTerritory } from './reportTerritory.ts'
import { RefusedTerritory } from './territoryFaults.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../prisma/data', import.meta.url))

await withDatabase({ databaseUrl: process.env.DATABASE_URL, refusals: [RefusedTerritory] }, async ({ db }) => {
  console.log(reportTerritory(await importTerritory({ db, folder, now: new Date() })))
})
