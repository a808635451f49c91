import { useEffect } from 'react'
import { useStore } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { viewNames } from './eventViews.ts'

/**
 * How events are looked at: the address says it. react-admin writes the address anew with each filter, without what it
 * does not know: the view is then put back from where it is kept.
 */
export function useEventView(): [string, (view: string) => void] {
  const [kept, keep] = useStore('events.view', 'list')
  const [params, setParams] = useSearchParams()
  const asked = params.get('view')
  const view = [asked, kept].find((one) => one !== null && viewNames.includes(one)) ?? 'list'
  const set = (next: string, replace = false) => setParams((now) => ({ ...Object.fromEntries(now), view: next }), { replace })
  useEffect(() => {
    if (asked !== null) keep(view)
    else if (view !== 'list') set(view, true)
  })
  return [view, set]
}
