import { Client } from 'pg'
import { CannotStart } from './cannotStart.ts'

const OLDEST = 15

/** Makes sure that the database answers and is recent enough; else throws what a person can do about it. */
export async function reachDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows: [server] } = await client.query<{ server_version: string }>('SHOW server_version')
    if (Number.parseInt(server!.server_version) < OLDEST)
      throw new CannotStart(`La base de données est un PostgreSQL ${server!.server_version} : il en faut un de version ${OLDEST} ou plus récente.`)
  } catch (error) {
    throw error instanceof CannotStart ? error : refusal(error as { code?: string; message: string }, new URL(url))
  } finally {
    await client.end().catch(() => {})
  }
}

function refusal({ code, message }: { code?: string; message: string }, { host, pathname, username }: URL): CannotStart {
  const name = decodeURIComponent(pathname.slice(1))
  if (code === '28P01' || code === '28000') return new CannotStart(`La base de données refuse l’utilisateur « ${decodeURIComponent(username)} » : vérifiez le nom et le mot de passe dans DATABASE_URL.`)
  if (code === '3D000') return new CannotStart(`La base « ${name} » n’existe pas sur ${host} : créez-la, ou corrigez DATABASE_URL.`)
  return new CannotStart(`La base de données ne répond pas à ${host} (${code ?? message}) : démarrez-la, ou corrigez DATABASE_URL.`)
}
