import ContentCopy from '@mui/icons-material/ContentCopy'
import { lazy, Suspense, useState } from 'react'
import { Button, useRecordContext } from 'react-admin'
import { useLocation, useNavigate } from 'react-router-dom'
import { useSession } from '../app/session.ts'
import type { Event } from '../events/event.queries.ts'

const SeriesDialog = lazy(async () => ({ default: (await import('./SeriesDialog.tsx')).SeriesDialog }))

/** Copies the event of the page; opens by itself for whoever comes from the form of creation to make other dates. */
export function CopyButton() {
  const event = useRecordContext<Event>()
  const { me } = useSession()
  const comes = (useLocation().state as { series?: true } | null)?.series === true
  const navigate = useNavigate()
  const [open, setOpen] = useState(comes)
  const close = () => {
    setOpen(false)
    // Loaded anew, the page does not open it again.
    if (comes) navigate('.', { replace: true, state: null })
  }
  if (!event || !me.grants.includes('Event.create')) return null
  return (
    <>
      <Button label="coaching.series.verb" onClick={() => setOpen(true)}><ContentCopy /></Button>
      {open && <Suspense fallback={null}><SeriesDialog key={event.id} event={event} rhythm={comes ? 'WEEKLY' : 'ONCE'} onClose={close} /></Suspense>}
    </>
  )
}
