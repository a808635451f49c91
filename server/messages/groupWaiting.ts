import { v7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { enqueueMessage } from '../jobs/enqueue.ts'
import { sql } from '../reading/sql.ts'
import { reachableFor } from '../referents/reachable.ts'
import { grouped, type Part } from './templates/grouped.ts'
import { VERSION } from './queueMessage.ts'

type Waiting = Part & { id: string; essential: boolean; urgentFrom: Date | null }
type Message = { id: string; referentId: string | null; departmentCode: string | null; template: string }

/** A mail made of several others is sent as it is. */
const GROUPED = 'grouped'

/**
 * Puts whatever waits for the same referent in the name of the same department into one mail, and answers whether there was more
 * than this one. Each then says which mail it left within: none is lost, and none leaves by itself.
 */
export async function groupWaiting(db: Db, { id, referentId, departmentCode, template }: Message, now: Date): Promise<boolean> {
  if (template === GROUPED) return false
  return db.$transaction(async (tx) => {
    const waiting = await tx.$queryRaw<Waiting[]>(sql`SELECT m."id", m."subject", m."body", m."essential", m."urgentFrom" FROM "Message" m JOIN "Referent" r ON r."id" = m."referentId"
      WHERE m."referentId" = ${referentId}::uuid AND m."departmentCode" IS NOT DISTINCT FROM ${departmentCode} AND m."state" = 'QUEUED' AND m."template" <> ${GROUPED}
        AND ${reachableFor(sql`r`, sql`m."essential"`)} ORDER BY m."createdAt", m."id" FOR NO KEY UPDATE OF m`)
    if (waiting.length < 2 || !waiting.some((one) => one.id === id)) return false
    const { email } = await tx.referent.findUniqueOrThrow({ where: { id: referentId! }, select: { email: true } })
    const within = v7()
    const near = waiting.flatMap(({ urgentFrom }) => (urgentFrom ? [urgentFrom.getTime()] : []))
    await tx.message.create({
      data: {
        ...grouped(waiting), id: within, template: GROUPED, templateVersion: VERSION, departmentCode, referentId, address: email ?? '', createdAt: now,
        essential: waiting.every(({ essential }) => essential), urgentFrom: near.length > 0 ? new Date(Math.min(...near)) : null,
      },
    })
    await tx.message.updateMany({ where: { id: { in: waiting.map((one) => one.id) } }, data: { state: 'GROUPED', withinId: within, waitsUntil: null } })
    await enqueueMessage(tx, within)
    return true
  })
}
