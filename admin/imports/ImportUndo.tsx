import { Alert, Button, Link } from '@mui/material'
import { useState } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { ActDialog } from '../ui/ActDialog.tsx'
import { held, open } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { undo, type Import } from './import.queries.ts'

// Enough to see what it is about; the lines of the import have all.
const MOST_NAMED = 10

/** Removes what an import made, while nothing was built on it; otherwise says what stands against it, one by one. */
export function ImportUndo({ file }: { file: Import }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const { act, busy, hears } = useAct()
  const words = (key: string) => `coaching.imports.kinds.${file.kind}.${key}`
  const [asking, setAsking] = useState(false)
  if (file.created === 0 || !held(file.can.undo)) return null
  if (!open(file.can.undo)) {
    const against = [...file.touched.map(({ id, title }) => ({ id, resource: 'events', name: title })), ...file.touchedReferents.map(({ id, firstName, lastName }) => ({ id, resource: 'referents', name: `${firstName} ${lastName}` }))]
    return (
      <Alert severity="info">
        {translate('coaching.imports.undoAgainst', { reasons: file.can.undo.map(({ sentence }) => sentence).join(' ') })}
        {against.slice(0, MOST_NAMED).map(({ id, resource, name }) => <Link key={id} component={RouterLink} to={path({ resource, type: 'show', id })} sx={{ display: 'block' }}>{name}</Link>)}
        {against.length > MOST_NAMED && translate('coaching.imports.undoMore', { smart_count: against.length - MOST_NAMED })}
      </Alert>
    )
  }
  const remove = async () => {
    if (await act(undo, { id: file.id }, words('undone'), { smart_count: file.created })) setAsking(false)
  }
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>{translate('coaching.imports.undo')}</Button>
      {asking && (
        <ActDialog
          title={translate(words('undoTitle'), { smart_count: file.created })} text={translate(words('undoText'))} verb={translate('coaching.imports.undo')}
          dangerous hears={hears} busy={busy} onClose={() => setAsking(false)} onConfirm={() => void remove()}
        />
      )}
    </>
  )
}
