import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import type { ImportKind } from '../db/generated/enums.ts'
import type { Writer } from '../db/transact.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { name, sql } from '../reading/sql.ts'
import { writeRemarks } from './judgeImport.ts'
import { judgeLines } from './judgeLines.ts'
import type { Kind } from './kind.ts'
import { kinds } from './kinds.ts'
import { layoutsOf } from './layouts.ts'
import { findSheet, type Remembered } from './lines/sheet.ts'
import { readTable } from './readTable.ts'
import { sentFile } from './sentFile.ts'
import { mappingsOf, storedRow } from './storedSheet.ts'
import { UnreadableFile } from './unreadableFile.ts'

const AT_ONCE = 500

type Given = { id: string; fileId: string; kind: ImportKind; campaignId?: string | null; weeks: number }

/**
 * Judges a file that the viewer sent and keeps its cells and what is said of each line; when the id is already there, nothing.
 * Throws BAD_USER_INPUT on a file that is none of its kind.
 */
export async function prepareImport({ db, viewer, now }: Context, { id, fileId, kind: wanted, campaignId = null, weeks }: Given): Promise<void> {
  const author = { nouns, viewer, now }
  if (await db.import.findUnique({ where: { id }, select: { id: true } })) return demand(db, author, 'Import', 'read', id)
  const kind = kinds[wanted]
  if (kind.campaign && !campaignId) throw invalid({ campaignId: 'Choisissez la campagne où vont ces opérations.' })
  if (!kind.campaign && (campaignId || weeks !== 0)) throw invalid({ campaignId: 'Ce fichier ne va dans aucune campagne, et n’a pas de dates à décaler.' })
  const file = await sentFile(db, viewer, fileId)
  const departmentCode = viewer.department?.[0] ?? null
  const { remembered, ...sheet } = await sheetIn(kind, file, await layoutsOf(db, departmentCode, wanted))

  await db.$transaction(async (tx) => {
    if (campaignId) {
      const campaign = await tx.campaign.findUnique({ where: { id: campaignId }, select: { state: true } })
      if (!campaign) throw notFound()
      if (campaign.state !== 'OPEN') throw conflict('La campagne n’est pas ouverte : on n’y importe pas d’opération.')
    }
    const { format, headers, at } = sheet
    const { count } = await tx.import.createMany({
      data: [{ id, kind: wanted, campaignId, fileId, fileName: file.name, weeks, departmentCode, accountId: viewer.account!, createdAt: now, format, headers, columns: mappingsOf(at), remembered }], skipDuplicates: true,
    })
    await demand(tx, author, 'Import', 'create', id)
    if (count === 0) return
    const lines = await judgeLines(tx, author, kind, { campaignId, weeks, sheet }).catch(refused)
    const rows = lines.map((line, index) => ({ id: v7(), ...line, ...storedRow(sheet.rows[index]!) }))
    for (let from = 0; from < rows.length; from += AT_ONCE) await insertLines(tx, id, kind, rows.slice(from, from + AT_ONCE))
    await writeRemarks(tx, author, id)
    // What is known of people is kept once, in the lines, where it can be erased.
    if (kind.people) await tx.uploadedFile.update({ where: { id: fileId }, data: { bytes: new Uint8Array() } })
    await record(tx, author, 'Import', 'create', { id, departmentCode, changes: { fileName: [null, file.name], weeks: [null, weeks] } })
  }, { timeout: 60_000 })
}

// As models, 5 000 lines would hold the server for seconds.
const insertLines = (tx: Writer, importId: string, { as }: Kind, lines: object[]) => tx.$executeRaw(sql`
  INSERT INTO "ImportLine" ("id", "importId", "line", "verdict", "summary", "findings", "departmentCode", ${name(as)}, ${name(`${as}Id`)}, "proposed", "heldVersion", "cells", "values")
  SELECT g."id", ${importId}::uuid, g."line", g."verdict"::"LineVerdict", g."summary", g."findings", g."departmentCode", nullif(g."item", 'null'), g."rowId", g."proposed", g."heldVersion", g."cells", g."values"
  FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS g("id" uuid, "line" int, "verdict" text, "summary" text, "findings" jsonb, "departmentCode" text, "item" jsonb, "rowId" uuid,
    "proposed" boolean, "heldVersion" int, "cells" jsonb, "values" jsonb)`)

const sheetIn = async (kind: Kind, { bytes, name }: { bytes: Uint8Array; name: string }, remembered: Remembered) =>
  readTable(bytes, name).then((table) => findSheet(kind, table, remembered)).catch(refused)

function refused(thrown: unknown): never {
  throw thrown instanceof UnreadableFile ? invalid({ file: thrown.message }) : thrown
}
