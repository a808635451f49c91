import type { Context } from '../context.ts'
import { dayAfter, daysOff, schoolHolidaysKnownUntil } from '../daysOff/daysOff.ts'
import { alone, type Writer } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { demand, type Author } from '../reading/change.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { demandOpen, hoursOf, instantsOf, isSkipped, readSource } from './readSource.ts'
import { CopyPart, MOST_DATES, type CopyInput, type SeriesRule } from './series.inputs.ts'
import type { Clash, SeriesDate, SeriesPreview } from './series.type.ts'

/** The days of a rule, by date, each once. Throws what is missing, or that they are too many. */
export function daysOf({ from, until, everyWeeks, days }: SeriesRule): string[] {
  if (days) return [...new Set(days)].sort()
  const missing = { ...(from ? {} : { from: 'Indiquez la première date.' }), ...(until ? {} : { until: 'Indiquez la dernière date.' }) }
  if (Object.keys(missing).length > 0) throw invalid(missing)
  if (until! < from!) throw invalid({ until: 'La dernière date vient avant la première.' })
  const found: string[] = []
  for (let on = from!; on <= until!; on = dayAfter(on, 7 * (everyWeeks ?? 1))) {
    if (found.length === MOST_DATES) throw invalid({ until: `Cela ferait plus de ${MOST_DATES} dates : arrêtez-vous plus tôt.` })
    found.push(on)
  }
  return found
}

/** What a series made of an event would be. Errors: those of `createSeries`, save what its dates say themselves. */
export async function previewSeries({ pool, viewer, now }: Context, { id, rule, copy }: { id: string; rule: SeriesRule; copy: CopyInput }): Promise<SeriesPreview> {
  const author: Author = { nouns, viewer, now }
  const days = daysOf(rule)
  return alone(pool, async (db) => {
    await demand(db, author, 'Event', 'create', id)
    const source = await readSource(db, author, id, copy.campaignId)
    demandOpen(source)
    const hours = hoursOf(source, copy)
    const dates = days.map((on) => ({ on, ...instantsOf(on, hours) }))
    const taken = copy.what.includes(CopyPart.PLACE) && source.venueId && dates.length > 0 ? await atVenue(db, author, source.venueId, dates) : []
    const off = days.length > 0 ? await daysOff(days[0]!, days.at(-1)!) : []
    const holiday = (on: string, kind: string) => off.find((one) => one.date === on && one.kind === kind)?.name ?? null
    return {
      schoolHolidaysKnownUntil: schoolHolidaysKnownUntil(),
      dates: dates.map(({ on, startsAt, endsAt }): SeriesDate => ({
        on, startsAt, endsAt,
        publicHoliday: holiday(on, 'PUBLIC_HOLIDAY'), schoolHoliday: holiday(on, 'SCHOOL_HOLIDAY'),
        avoided: off.some((one) => one.date === on && (rule.avoid ?? []).includes(one.kind)),
        outsideCampaign: on < source.startsOn || on > source.endsOn, past: startsAt <= now, skipped: isSkipped(on, hours),
        clashes: taken.filter((one) => new Date(one.startsAt) < endsAt && new Date(one.endsAt) > startsAt),
      })),
    }
  })
}

const atVenue = (db: Writer, author: Author, venueId: string, dates: { startsAt: Date; endsAt: Date }[]): Promise<Clash[]> =>
  db.$queryRaw<Clash[]>(rows(begin(author.nouns, author.viewer, author.now), 'Event', 'read', ({ at }) => ({
    select: sql`${at}."id", ${at}."title", ${at}."startsAt", ${at}."endsAt"`,
    where: [sql`${at}."venueId" = ${venueId}::uuid AND ${at}."state" NOT IN ('CANCELLED', 'POSTPONED') AND ${at}."startsAt" < ${dates.at(-1)!.endsAt} AND ${at}."endsAt" > ${dates[0]!.startsAt}`],
    order: sql`${at}."startsAt", ${at}."id"`,
  })))
