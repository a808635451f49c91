import { v7 } from 'uuid'
import { grantOf, type Viewer } from '../access/policy.ts'
import type { Context } from '../context.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { LineVerdict } from '../db/generated/enums.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { judgeCalendar, type Line } from './calendar/judgeCalendar.ts'
import { readReference } from './readReference.ts'
import { readTable } from './readTable.ts'
import { UnreadableFile } from './unreadableFile.ts'

type Given = { id: string; fileId: string; campaignId: string; weeks: number }
type Judged = Omit<Prisma.ImportLineCreateManyInput, 'importId'>

/** Judges a file that the viewer sent and keeps what is said of each line; when the id is already there, nothing. Throws BAD_USER_INPUT on a file that is no calendar. */
export async function prepareImport({ db, viewer, now }: Context, { id, fileId, campaignId, weeks }: Given): Promise<void> {
  const author = { nouns, viewer, now }
  if (await db.import.findUnique({ where: { id }, select: { id: true } })) return demand(db, author, 'Import', 'read', id)
  const file = await db.uploadedFile.findFirst({ where: { id: fileId, accountId: viewer.account! } })
  if (!file) throw invalid({ file: 'Ce fichier n’est plus gardé. Choisissez-le de nouveau.' })
  const lines = await linesOf(file, await readReference(db), weeks)
  const departmentCode = viewer.department?.[0] ?? null

  await db.$transaction(async (tx) => {
    const campaign = await tx.campaign.findUnique({ where: { id: campaignId }, select: { state: true } })
    if (!campaign) throw notFound()
    if (campaign.state !== 'OPEN') throw conflict('La campagne n’est pas ouverte : on n’y importe pas d’opération.')
    const keys = lines.flatMap(({ event }) => event?.importKey ?? [])
    const held = await tx.event.findMany({ where: { campaignId, importKey: { in: keys } }, select: { id: true, importKey: true } })
    const eventOf = new Map(held.map((event) => [event.importKey!, event.id]))
    const { count } = await tx.import.createMany({ data: [{ id, campaignId, fileId, fileName: file.name, weeks, departmentCode, accountId: viewer.account!, createdAt: now }], skipDuplicates: true })
    await demand(tx, author, 'Import', 'create', id)
    if (count === 0) return
    await tx.importLine.createMany({ data: lines.map((line) => ({ ...judged(line, eventOf, viewer, now), importId: id })) })
    await record(tx, author, 'Import', 'create', { id, departmentCode, changes: { fileName: [null, file.name], weeks: [null, weeks] } })
  }, { timeout: 30_000 })
}

async function linesOf({ bytes, name }: { bytes: Uint8Array; name: string }, ...[reference, weeks]: [Parameters<typeof judgeCalendar>[1], number]) {
  try {
    return judgeCalendar(await readTable(bytes, name), reference, { weeks })
  } catch (thrown) {
    throw thrown instanceof UnreadableFile ? invalid({ file: thrown.message }) : thrown
  }
}

/** No row is there yet that the policy could be asked about: what would be written is compared with the reach. */
const reaches = (viewer: Viewer, departmentCode: string) =>
  grantOf(viewer, 'Event', 'import') === 'everywhere' || viewer.department?.includes(departmentCode) === true

const VERDICTS: Record<Line['verdict'], LineVerdict> = { VALID: 'NEW', WARNING: 'WARNING', REJECTED: 'ERROR', SKIPPED: 'SKIPPED' }

function judged({ line, verdict, findings, summary, departmentCode, event }: Line, eventOf: Map<string, string>, viewer: Viewer, now: Date): Judged {
  const common = { id: v7(), line, summary, departmentCode }
  const finding = (code: string, sentence: string) => [...findings, { code, column: null, sentence }]
  if (departmentCode && !reaches(viewer, departmentCode)) {
    return { ...common, verdict: 'OUTSIDE', findings: [{ code: 'OUTSIDE', column: null, sentence: 'Cette opération est d’un autre département : seule sa préfecture ou la région peut la reprendre.' }] }
  }
  const repeated = event && eventOf.get(event.importKey)
  if (repeated) return { ...common, verdict: 'DUPLICATE', eventId: repeated, event: stored(event), findings: finding('ALREADY_IMPORTED', 'La campagne contient déjà cette opération. Elle ne sera pas reprise.') }
  if (findings.some(({ code }) => code === 'DUPLICATE_ROW')) return { ...common, verdict: 'DUPLICATE', findings }
  if (!event) return { ...common, verdict: VERDICTS[verdict], findings }
  const past = event.startsAt <= now ? finding('PAST', 'La date est passée : l’opération sera reprise en brouillon, mais ne pourra pas être publiée sans une date à venir.') : findings
  return { ...common, verdict: VERDICTS[verdict], findings: past, event: stored(event) }
}

const stored = (event: NonNullable<Line['event']>) => ({ ...event, startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() })
