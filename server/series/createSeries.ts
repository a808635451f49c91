import type { Context } from '../context.ts'
import type { Writer } from '../db/transact.ts'
import { conflict, invalid } from '../errors.ts'
import { refuseForeignLinks } from '../events/foreignLinks.ts'
import { slugOf } from '../events/slug.ts'
import { frenchDay } from '../frenchDay.ts'
import { nouns } from '../nouns.ts'
import { demand, record, type Author } from '../reading/change.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { demandOpen, hoursOf, instantsOf, isSkipped, readSource, type Source } from './readSource.ts'
import { CopyPart, type CopyInput } from './series.inputs.ts'

const day = frenchDay({ dateStyle: 'long', timeZone: 'UTC' })

type Dated = { id: string; on: string }
type Given = { id: string; dates: Dated[]; copy: CopyInput }

/**
 * Makes a draft of an event for each date, in one transaction; those that are there already are not made again. Throws
 * NOT_FOUND out of reach, BAD_USER_INPUT for what is missing and for hours that spring skips, CONFLICT when the campaign is not open.
 */
export async function createSeries({ db, viewer, now }: Context, { id, dates, copy }: Given): Promise<void> {
  const author = { nouns, viewer, now }
  if (new Set(dates.map((one) => one.id)).size < dates.length) throw invalid({ dates: 'Chaque date attend un identifiant qui lui est propre.' })
  await db.$transaction(async (tx) => {
    const source = await readSource(tx, author, id, copy.campaignId)
    const known = await made(tx, author, source, dates)
    const missing = dates.filter((one) => !known.has(one.id))
    if (missing.length === 0) return
    demandOpen(source)
    const drafts = missing.map((one) => draftOf(source, copy, one, now))
    await tx.event.createMany({ data: drafts })
    await demand(tx, author, 'Event', 'create', ...drafts.map((draft) => draft.id))
    await copyPairs(tx, author, source, copy.what, drafts.map((draft) => draft.id))
    await refuseForeignLinks(tx, drafts[0]!.id)
    for (const draft of drafts) await record(tx, author, 'Event', 'create', { id: draft.id, departmentCode: source.departmentCode, changes: { copyOf: [null, source.title] } })
  }, { timeout: 30_000 })
}

/** Those of the identifiers that exist: drafts made by an earlier try. Anything else under such an identifier is refused. */
async function made(tx: Writer & Pick<Context['db'], 'event'>, author: Author, source: Source, dates: Dated[]): Promise<Set<string>> {
  const found = await tx.event.findMany({ where: { id: { in: dates.map((one) => one.id) } }, select: { id: true, departmentCode: true, campaignId: true } })
  for (const one of found) {
    await demand(tx, author, 'Event', 'read', one.id)
    if (one.campaignId !== source.campaignId || one.departmentCode !== source.departmentCode) throw conflict('Cet identifiant est déjà celui d’une autre opération.')
  }
  return new Set(found.map((one) => one.id))
}

function draftOf(source: Source, copy: CopyInput, { id, on }: Dated, now: Date) {
  const has = (part: CopyPart) => copy.what.includes(part)
  const hours = hoursOf(source, copy)
  if (isSkipped(on, hours)) throw invalid({ dates: `Le ${day.format(new Date(on))}, les horloges passent de 2 h à 3 h : choisissez une autre heure ou un autre jour.` })
  const { startsAt, endsAt } = instantsOf(on, hours)
  const title = copy.title ?? source.title
  const capacity = has(CopyPart.CAPACITY) ? source.capacity : copy.capacity
  if (!capacity) throw invalid({ capacity: 'Indiquez le nombre de places pour les jeunes.' })
  return {
    id, campaignId: source.campaignId, departmentCode: source.departmentCode, title, startsAt, endsAt, capacity, createdAt: now, updatedAt: now,
    slug: slugOf((has(CopyPart.PLACE) ? source.place : null) ?? title, id), rerunOfId: source.otherCampaign ? source.id : null,
    venueId: has(CopyPart.PLACE) ? source.venueId : null,
    referentsNeeded: has(CopyPart.CAPACITY) ? source.referentsNeeded : 0,
    leadAgencyId: has(CopyPart.LEAD_AGENCY) ? source.leadAgencyId : null,
    publicText: has(CopyPart.PUBLIC_TEXT) ? source.publicText : null,
    notes: has(CopyPart.NOTES) ? source.notes : null,
    noNeighbourhoodReason: has(CopyPart.NEIGHBOURHOODS) ? source.noNeighbourhoodReason : null,
    ...(has(CopyPart.CONTACT) ? { contactName: source.contactName, contactEmail: source.contactEmail, contactPhone: source.contactPhone } : {}),
  }
}

/** What the copies target, and whom they are to ask: the referents asked before who are active and in reach. */
async function copyPairs(tx: Writer, author: Author, source: Source, what: CopyPart[], ids: string[]): Promise<void> {
  if (what.includes(CopyPart.NEIGHBOURHOODS))
    await tx.$executeRaw(sql`INSERT INTO "EventNeighbourhood" ("eventId", "neighbourhoodId")
      SELECT copy, "neighbourhoodId" FROM "EventNeighbourhood", unnest(${ids}::uuid[]) copy WHERE "eventId" = ${source.id}::uuid`)
  if (what.includes(CopyPart.REFERENTS))
    await tx.$executeRaw(sql`INSERT INTO "EventToInvite" ("eventId", "referentId") SELECT copy, asked."id" FROM unnest(${ids}::uuid[]) copy, (${
      rows(begin(author.nouns, author.viewer, author.now), 'Referent', 'read', ({ at }) => ({
        select: sql`${at}."id"`,
        where: [sql`${at}."active" AND ${at}."id" IN (SELECT "referentId" FROM "Availability" WHERE "eventId" = ${source.id}::uuid)`],
      }))}) asked`)
}
