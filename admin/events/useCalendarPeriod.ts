import { useListContext, useStore } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { today } from '../ui/calendarDays.ts'

export const modes = ['month', 'week', 'venues'] as const
export type Mode = (typeof modes)[number]
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Which days the calendar shows: the address says it, so that whoever comes back from a record finds them again. A new one shows today, in the span used last. */
export function useCalendarPeriod() {
  const [params, setParams] = useSearchParams()
  const { filterValues, sort, perPage } = useListContext()
  const [kept, keep] = useStore<string>('events.calendar', 'month')
  const mode = modes.find((one) => one === (params.get('span') ?? kept)) ?? 'month'
  const asked = params.get('day') ?? ''
  const day = DAY.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today()
  const show = (next: { mode?: Mode; day?: string | undefined }) => {
    const period = { mode, day: params.get('day') ?? undefined, ...next }
    keep(period.mode)
    setParams((now) => {
      // react-admin takes an address with any parameter for a whole one: what the list is in must be in it.
      const { day: _, ...rest } = Object.fromEntries(now)
      return { filter: JSON.stringify(filterValues), sort: sort.field, order: sort.order, page: '1', perPage: String(perPage), ...rest, view: 'calendar', span: period.mode, ...(period.day ? { day: period.day } : {}) }
    }, { replace: true })
  }
  return { mode, day, show }
}
