import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'
import type { Db } from '../server/db/client.ts'
import { CannotStart } from '../server/start/cannotStart.ts'
import { withDatabase } from '../server/start/withDatabase.ts'
import { importTerritory } from '../server/territories/importTerritory.ts'
import { reportTerritory } from '../server/territories/reportTerritory.ts'
import { RefusedTerritory } from '../server/territories/territoryFaults.ts'
import { demonstrationAccounts } from './demonstration/accounts.ts'
import { loadDemonstration } from './demonstration/load.ts'
import { removeDemonstration } from './demonstration/remove.ts'

const data = fileURLToPath(new URL('data', import.meta.url))
const now = new Date()

async function load({ db, pool }: { db: Db; pool: Pool }): Promise<void> {
  if ((await db.perimeter.count()) === 0) console.log(reportTerritory(await importTerritory({ db, folder: data, now })))
  if (!(await loadDemonstration({ db, pool, now })))
    throw new CannotStart(
      (await db.demonstrationRow.count()) > 0
        ? 'La démonstration est déjà chargée. Pour la retirer : npm run demo -- --remove'
        : 'La base contient déjà des comptes, des campagnes ou des référents : la démonstration n’y est pas chargée, pour ne rien mêler à de vraies données.',
    )
  console.log('La démonstration est chargée. Comptes, mot de passe commun :')
  for (const { email, password, scope } of demonstrationAccounts) console.log(`  ${email}  ${password}  ${scope}`)
}

async function remove(db: Db): Promise<void> {
  if (!(await removeDemonstration({ db }))) throw new CannotStart('Il n’y a pas de démonstration dans cette base : rien n’est retiré.')
  console.log('La démonstration est retirée. Ce que vous avez créé à côté est resté.')
}

await withDatabase({ databaseUrl: process.env.DATABASE_URL, refusals: [RefusedTerritory] }, (database) => (process.argv.includes('--remove') ? remove(database.db) : load(database)))
