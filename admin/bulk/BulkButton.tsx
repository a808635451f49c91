import { Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { readRun } from './storedRun.ts'

const BulkWizard = lazy(async () => ({ default: (await import('./BulkWizard.tsx')).BulkWizard }))

/** Opens the wizard on all that the filter finds, or on what was cut short. */
export function BulkButton() {
  const { scope } = useSession()
  const { total } = useListContext()
  const cut = readRun(scope.id) !== null
  return cut || total ? <Opening label={cut ? 'coaching.bulk.goOn' : 'coaching.bulk.open'} ids={[]} /> : null
}

/** Opens the wizard on what is chosen in the list. */
export function BulkSelection() {
  const { selectedIds } = useListContext()
  return <Opening label="coaching.bulk.openChosen" ids={selectedIds.map(String)} />
}

function Opening({ label, ids }: { label: string; ids: string[] }) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{translate(label)}</Button>
      {open && <Suspense fallback={null}><BulkWizard ids={ids} onClose={() => setOpen(false)} /></Suspense>}
    </>
  )
}
