import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { Provider } from '../app/dataProvider.ts'
import { eventCards, type EventCard } from './event.views.queries.ts'

const PAGE = 100
/** Nobody reads more at once; beyond, the screen says so and asks for a filter. */
const MOST = 1000

/** All the events that pass, page after page, in the order of their dates. */
export function useEventCards(filter: Record<string, unknown>) {
  const provider = useDataProvider<Provider>()
  return useQuery({
    queryKey: ['EventCards', filter],
    queryFn: async () => {
      const items: EventCard[] = []
      for (let number = 0; number < MOST / PAGE; number++) {
        const found = await provider.ask(eventCards, { filter, page: { number, size: PAGE } })
        items.push(...found.items)
        if (items.length >= found.total || found.items.length < PAGE) return { items, left: 0 }
      }
      const { total } = await provider.ask(eventCards, { filter, page: { number: MOST / PAGE, size: 1 } })
      return { items, left: Math.max(0, total - items.length) }
    },
    placeholderData: keepPreviousData,
    retry: false,
  })
}
