import type { Db } from '../../server/db/client.ts'
import { LineVerdict } from '../../server/db/generated/enums.ts'

/** Every table and report, whole, in the order of identifiers. */
export async function allRows(db: Db) {
  const view = (name: string) => db.$queryRawUnsafe<any[]>(`SELECT * FROM "${name}" ORDER BY "id"`)
  const byId = { orderBy: { id: 'asc' } } as const
  const lines = await db.importLine.findMany(byId)
  const texts = await db.messageTemplate.findMany(byId)
  return {
    Region: await db.region.findMany(byId) as any[], Department: await db.department.findMany(byId) as any[], Prefecture: await db.prefecture.findMany(byId) as any[],
    City: await db.city.findMany(byId) as any[], Neighbourhood: await db.neighbourhood.findMany(byId) as any[], Perimeter: await db.perimeter.findMany(byId) as any[],
    Campaign: await db.campaign.findMany(byId) as any[], CampaignTarget: await db.campaignTarget.findMany(byId) as any[],
    Venue: await db.venue.findMany(byId) as any[], Agency: await db.agency.findMany(byId) as any[], Event: await db.event.findMany(byId) as any[],
    Referent: await db.referent.findMany(byId) as any[], Availability: await db.availability.findMany(byId) as any[], Assignment: await db.assignment.findMany(byId) as any[],
    Unavailability: await db.unavailability.findMany(byId) as any[],
    Proposal: await db.proposal.findMany(byId) as any[], ProposalNeed: await db.proposalNeed.findMany(byId) as any[], ProposalLine: await db.proposalLine.findMany(byId) as any[],
    Task: await db.task.findMany(byId) as any[], ChecklistLine: await db.checklistLine.findMany(byId) as any[],
    Comment: await db.comment.findMany(byId) as any[],
    Message: await db.message.findMany(byId) as any[], Membership: await db.membership.findMany(byId) as any[],
    Account: (await db.account.findMany(byId)).map((one) => ({ ...one, hasPassword: one.passwordHash !== null })) as any[],
    Author: await db.account.findMany(byId) as any[], Colleague: await db.account.findMany(byId) as any[], AuditEntry: await db.auditEntry.findMany(byId) as any[],
    MessageTemplate: texts.map((one) => ({ ...one, current: !texts.some((other) => other.kind === one.kind && other.departmentCode === one.departmentCode && other.version > one.version) })) as any[],
    Job: await view('Job'),
    SavedView: await db.savedView.findMany(byId) as any[],
    Import: (await db.import.findMany(byId)).map((one) => ({ ...one, fields: fieldsOf(one.kind), ...told(lines.filter(({ importId }) => importId === one.id).toSorted((a, b) => a.line - b.line)) })) as any[],
    ImportLine: lines.map((one) => ({ ...one, startsAt: (one.event as any)?.startsAt ?? null })) as any[],
    DepartmentReview: await view('DepartmentReview'), NeighbourhoodCoverage: await view('NeighbourhoodCoverage'),
    // Pairs and what hangs on no noun of its own.
    ReferentDepartment: await db.referentDepartment.findMany(), AgencyDepartment: await db.agencyDepartment.findMany(),
    ReferentDistinct: await db.referentDistinct.findMany(), AccessLink: await db.accessLink.findMany(),
    CommentMention: await db.commentMention.findMany(),
    EventNeighbourhood: await db.eventNeighbourhood.findMany(), EventToInvite: await db.eventToInvite.findMany(), NeighbourhoodCity: await db.neighbourhoodCity.findMany(),
    PerimeterCity: await db.perimeterCity.findMany(), PerimeterNeighbourhood: await db.perimeterNeighbourhood.findMany(),
  }
}
/** What a file of each kind may give; what is needed is in capitals here alone. */
const fieldsOf = (kind: string) => (kind === 'EVENTS'
  ? 'number DEPARTMENT CITY place address postal_code neighbourhood DAY START END organiser partners CAPACITY contact status'
  : 'LAST_NAME FIRST_NAME EMAIL phone employer department city languages skills max_distance max_days available notes')
  .split(' ').map((column) => ({ column: column.toUpperCase(), needed: column === column.toUpperCase() }))

/** What an import tells of its lines. */
const told = (lines: { line: number; verdict: string; outcome: string | null; proposed: boolean; event: unknown }[]) => ({
  firstAt: lines.flatMap(({ event }) => (event as { startsAt?: string } | null)?.startsAt ?? []).toSorted()[0] ?? null,
  counts: Object.keys(LineVerdict).flatMap((verdict) => {
    const count = lines.filter((line) => line.verdict === verdict).length
    return count > 0 ? [{ verdict, count }] : []
  }),
  takeable: lines.filter(({ verdict, outcome }) => outcome === null && ['NEW', 'WARNING', 'UPDATE'].includes(verdict)).map(({ line, proposed }) => ({ line, proposed })),
  created: lines.filter(({ outcome }) => outcome === 'CREATED').length,
  updated: lines.filter(({ outcome }) => outcome === 'UPDATED').length,
})

export type Rows = Awaited<ReturnType<typeof allRows>>
