import { v7 } from 'uuid'
import { CannotStart } from '../start/cannotStart.ts'
import { settingsOf } from '../start/settings.ts'
import { withDatabase } from '../start/withDatabase.ts'
import { createLink } from '../links/createLink.ts'

const address = process.argv[2]?.trim().toLowerCase()
const { databaseUrl, publicUrl, port } = settingsOf(process.env)
const now = new Date()

/** Makes the first regional manager, or gives one of them a new link: whoever may run this holds the database anyway. */
await withDatabase({ databaseUrl: databaseUrl ?? undefined, refusals: [] }, async ({ db }) => {
  if (!address || !/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/.test(address)) throw new CannotStart('Indiquez l’adresse de la personne : npm run account -- prenom.nom@exemple.gouv.fr')
  const account = await db.account.upsert({ where: { email: address }, create: { id: v7(), email: address, name: address.split('@')[0]!, createdAt: now }, update: {} })
  const held = await db.membership.findFirst({ where: { accountId: account.id, role: 'REGIONAL_MANAGER' } })
  if (!held) {
    await db.membership.create({ data: { id: v7(), accountId: account.id, role: 'REGIONAL_MANAGER' } })
    await db.auditEntry.create({ data: { at: now, resource: 'Account', recordId: account.id, action: 'invite', changes: { role: [null, 'REGIONAL_MANAGER'] } } })
  }
  const secret = await createLink(db, { accountId: account.id }, now)
  console.log(`${address} est responsable régional. Pour choisir son mot de passe, dans les 24 heures :\n${publicUrl ?? `http://localhost:${port}`}/m/${secret}`)
})
