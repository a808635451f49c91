import { useStore } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { viewNames } from './eventViews.ts'

type Kept = { filter?: object; view?: string }

/** How events are looked at: the address says it, beside the filters. An address that says nothing shows what was left last, as react-admin does with filters. */
export function useEventView(defaults: object): [string, (view: string) => void] {
  const [params, setParams] = useSearchParams()
  const [kept] = useStore<Kept>('events.listParams', {})
  const asked = params.size > 0 ? params.get('view') : kept.view
  const view = asked && viewNames.includes(asked) ? asked : 'list'
  // react-admin takes an address with any parameter for a whole one: the filters in use must be in it.
  const set = (next: string) => setParams((now) => ({ ...(now.has('filter') ? {} : { filter: JSON.stringify(kept.filter ?? defaults) }), ...Object.fromEntries(now), view: next }))
  return [view, set]
}
