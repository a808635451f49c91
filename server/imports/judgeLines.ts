import { grantOf, type Viewer } from '../access/policy.ts'
import type { Db } from '../db/client.ts'
import type { LineVerdict } from '../db/generated/enums.ts'
import type { Writer } from '../db/transact.ts'
import type { Author } from '../reading/change.ts'
import type { Calendar } from './calendar/columns.ts'
import { judgeCalendar, type Line } from './calendar/judgeCalendar.ts'
import type { Finding } from './calendar/notes.ts'
import type { CalendarEvent } from './calendar/readEvent.ts'
import { compareEvent } from './compareEvent.ts'
import { heldEvents, type HeldEvent } from './heldEvents.ts'
import { readReference } from './readReference.ts'

export type StoredEvent = Omit<CalendarEvent, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }
/** What an import keeps of a line beside its cells. */
export type Judged = {
  line: number
  verdict: LineVerdict
  summary: string
  findings: Finding[]
  departmentCode: string | null
  event: StoredEvent | null
  eventId: string | null
  proposed: boolean
  heldVersion: number | null
}

/** Says of each line of a calendar what may become of it in this campaign, for this viewer. */
export async function judgeLines(db: Writer & Pick<Db, 'department' | 'city' | 'neighbourhood'>, author: Author, { campaignId, weeks, calendar }: { campaignId: string; weeks: number; calendar: Calendar }): Promise<Judged[]> {
  const lines = await judgeCalendar(calendar, await readReference(db), { weeks })
  const held = await heldEvents(db, author, campaignId, lines.flatMap(({ event }) => event?.importKey ?? []))
  return lines.map((line) => judged(line, held, author.viewer))
}

/** No row is there yet that the policy could be asked about: what would be written is compared with the reach. */
const reaches = (viewer: Viewer, departmentCode: string) =>
  grantOf(viewer, 'Event', 'import') === 'everywhere' || viewer.department?.includes(departmentCode) === true

const VERDICTS: Record<Line['verdict'], LineVerdict> = { VALID: 'NEW', WARNING: 'WARNING', REJECTED: 'ERROR', SKIPPED: 'SKIPPED' }

function judged({ line, verdict, findings, summary, departmentCode, event }: Line, held: Map<string, HeldEvent>, viewer: Viewer): Judged {
  const common = { line, summary, findings, departmentCode, event: null, eventId: null, proposed: false, heldVersion: null }
  if (departmentCode && !reaches(viewer, departmentCode)) {
    return { ...common, verdict: 'OUTSIDE', findings: [{ code: 'OUTSIDE', column: null, sentence: 'Cette opération est d’un autre département : seule sa préfecture ou la région peut la reprendre.' }] }
  }
  if (findings.some(({ code }) => code === 'DUPLICATE_ROW')) return { ...common, verdict: 'DUPLICATE' }
  if (!event) return { ...common, verdict: VERDICTS[verdict] }
  const stored = storedEvent(event)
  const repeated = held.get(event.importKey)
  if (!repeated) return { ...common, verdict: VERDICTS[verdict], event: stored, proposed: true }
  return { ...common, event: stored, eventId: repeated.id, heldVersion: repeated.version, ...heldVerdict(stored, repeated, findings) }
}

/** What is to be said of a line whose event the campaign holds. */
export function heldVerdict(event: StoredEvent, held: HeldEvent, read: Finding[] = []): Pick<Judged, 'verdict' | 'findings' | 'proposed'> {
  const { set, findings, overwrites } = compareEvent(event, held)
  const already = (sentence: string): Finding => ({ code: 'ALREADY_IMPORTED', column: null, sentence })
  if (Object.keys(set).length === 0) return { verdict: 'UNCHANGED', proposed: false, findings: [already('La campagne contient déjà cette opération, et cette ligne n’y change rien.'), ...findings] }
  if (!held.open) return { verdict: 'DUPLICATE', proposed: false, findings: [already('La campagne contient déjà cette opération. Elle ne se modifie plus par un import : voyez avec sa préfecture.'), ...findings] }
  const announced = held.state === 'DRAFT' ? [] : [{ code: 'NOT_A_DRAFT', column: null, sentence: 'L’opération n’est plus un brouillon : ce changement prend effet aussitôt, et les référents d’une opération publiée sont prévenus.' }]
  return { verdict: 'UPDATE', proposed: !overwrites && announced.length === 0, findings: [...findings, ...announced, ...read] }
}

const storedEvent = (event: CalendarEvent): StoredEvent => ({ ...event, startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() })
