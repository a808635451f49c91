import { migrate } from '../../server/db/migrate.ts'
import { startThrowawayPostgres } from '../../server/start/postgres.ts'

/** One PostgreSQL for the run: the one of TEST_DATABASE_URL, or our own, thrown away at the end. Each file copies the migrated database. */
export default async function setup(): Promise<() => Promise<void>> {
  const own = process.env.TEST_DATABASE_URL ? null : await startThrowawayPostgres()
  if (own) process.env.TEST_DATABASE_URL = own.url
  await migrate(process.env.TEST_DATABASE_URL!)
  return async () => own?.stop()
}
