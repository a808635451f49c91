import { grantOf, type Viewer } from '../access/policy.ts'
import type { Db } from '../db/client.ts'
import type { LineVerdict } from '../db/generated/enums.ts'
import type { Writer } from '../db/transact.ts'
import type { Author } from '../reading/change.ts'
import type { HeldRow, Kind, Stored } from './kind.ts'
import { judgeSheet, type Line } from './lines/judgeSheet.ts'
import type { Finding } from './lines/notes.ts'
import type { Sheet } from './lines/sheet.ts'
import { readReference } from './readReference.ts'

/** What an import keeps of a line beside its cells; `item` and `rowId` stand in the columns of its kind. */
export type Judged = {
  line: number
  verdict: LineVerdict
  summary: string
  findings: Finding[]
  departmentCode: string | null
  item: object | null
  rowId: string | null
  proposed: boolean
  heldVersion: number | null
}

type Given = { campaignId: string | null; weeks: number; sheet: Sheet }

/** Says of each line of a sheet what may become of it, for this viewer. */
export async function judgeLines(db: Writer & Pick<Db, 'department' | 'city' | 'neighbourhood'>, author: Author, kind: Kind, { campaignId, weeks, sheet }: Given): Promise<Judged[]> {
  const lines = (await judgeSheet(kind, sheet, await readReference(db), { weeks })).map((line) => ({ ...line, item: stored(line.item) }))
  const items = lines.flatMap(({ item }) => item ?? [])
  const held = await kind.held(db, author, { campaignId }, items)
  const warned = await kind.warn?.(db, author, items.filter((item) => !held.has(kind.keyOf(item))))
  return lines.map((line) => judged(kind, line, held, warned, author.viewer))
}

/** No row is there yet that the policy could be asked about: what would be written is compared with the reach. */
const reaches = (viewer: Viewer, { resource }: Kind, departmentCode: string) =>
  grantOf(viewer, resource, 'import') === 'everywhere' || viewer.department?.includes(departmentCode) === true

const VERDICTS: Record<Line<object>['verdict'], LineVerdict> = { VALID: 'NEW', WARNING: 'WARNING', REJECTED: 'ERROR', SKIPPED: 'SKIPPED' }

function judged(kind: Kind, { line, verdict, findings, summary, departmentCode, item }: Line<object>, held: Map<string, HeldRow>, warned: Map<string, Finding[]> | undefined, viewer: Viewer): Judged {
  const common = { line, summary, findings, departmentCode, item: null, rowId: null, proposed: false, heldVersion: null }
  if (departmentCode && !reaches(viewer, kind, departmentCode)) return { ...common, verdict: 'OUTSIDE', findings: [{ code: 'OUTSIDE', column: null, sentence: kind.says.outside }] }
  if (findings.some(({ code }) => code === kind.repeated.code)) return { ...common, verdict: 'DUPLICATE' }
  if (!item) return { ...common, verdict: VERDICTS[verdict] }
  const key = kind.keyOf(item)
  const repeated = held.get(key)
  if (repeated) return { ...common, item, ...rowOf(repeated), ...heldVerdict(kind, item, repeated, findings) }
  const more = warned?.get(key) ?? []
  return { ...common, verdict: more.length > 0 ? 'WARNING' : VERDICTS[verdict], findings: [...findings, ...more], item, proposed: true }
}

/** What a line keeps of the row that it repeats. */
export const rowOf = ({ id, version, hidden }: HeldRow) => (hidden ? { rowId: null, heldVersion: null } : { rowId: id, heldVersion: version })

/** What is to be said of a line whose row is there already. */
export function heldVerdict(kind: Kind, item: object, held: HeldRow, read: Finding[] = []): Pick<Judged, 'verdict' | 'findings' | 'proposed'> {
  const already = (sentence: string): Finding => ({ code: 'ALREADY_IMPORTED', column: null, sentence })
  if (held.hidden) return { verdict: 'DUPLICATE', proposed: false, findings: [already(kind.says.hidden)] }
  const { set, findings, overwrites } = kind.compare(item, held)
  if (Object.keys(set).length === 0) return { verdict: 'UNCHANGED', proposed: false, findings: [already(kind.says.unchanged), ...findings] }
  if (!held.open) return { verdict: 'DUPLICATE', proposed: false, findings: [already(kind.says.shut), ...findings] }
  const doubts = kind.doubts(held)
  return { verdict: 'UPDATE', proposed: !overwrites && doubts.length === 0, findings: [...findings, ...doubts, ...read] }
}

const stored = (item: object | null): Stored<object> | null => item && (JSON.parse(JSON.stringify(item)) as object)
