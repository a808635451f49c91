import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material'
import { useState } from 'react'
import { useDataProvider, useRefresh, useTranslate, type HttpError } from 'react-admin'
import type { Provider, Refusal } from '../app/dataProvider.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { importContours, type ContoursLoaded } from './contour.queries.ts'

const MOST_NAMED = 20

/** Sends the official file of contours, and says what became of it. */
export function ContourImport() {
  const translate = useTranslate()
  const provider = useDataProvider<Provider>()
  const refresh = useRefresh()
  const [open, setOpen] = useState(false)
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState<number>()
  const [told, setTold] = useState<string>()
  const [loaded, setLoaded] = useState<ContoursLoaded>()
  const show = () => { setTold(undefined); setLoaded(undefined); setOpen(true) }
  const send = async () => {
    setTold(undefined)
    setSent(0)
    try {
      setLoaded(await provider.ask(importContours, { fileId: await provider.upload(file!, setSent, 'contours') }))
      setOpen(false)
      refresh()
    } catch (thrown) {
      const { message, body } = thrown as HttpError & { body?: Refusal }
      setTold(Object.values((body?.errors ?? {}) as Record<string, string>).join(' ') || message)
    } finally {
      setSent(undefined)
    }
  }
  return (
    <Box sx={{ p: 2 }}>
      <Button variant="outlined" onClick={show}>{translate('coaching.contours.verb')}</Button>
      {loaded && <Alert severity="success" role="status" sx={{ mt: 2 }} onClose={() => setLoaded(undefined)}>{sentencesOf(loaded).join(' ')}</Alert>}
      {open && (
        <ActDialog title={translate('coaching.contours.title')} text={translate('coaching.contours.text')} verb={translate('coaching.contours.verb')} ready={Boolean(file)} hears={undefined} busy={sent !== undefined} onClose={() => setOpen(false)} onConfirm={() => void send()}>
          {told && <Alert severity="error" sx={{ mb: 2 }}>{told}</Alert>}
          <Typography component="label" htmlFor="contours" sx={{ display: 'block', fontWeight: 700 }}>{translate('coaching.contours.file')}</Typography>
          <input id="contours" type="file" accept=".geojson,.json,application/geo+json" onChange={({ target }) => setFile(target.files?.[0])} />
          {sent !== undefined && <LinearProgress sx={{ mt: 2 }} aria-label={translate('coaching.imports.sending')} variant={sent < 1 ? 'determinate' : 'indeterminate'} value={sent * 100} />}
        </ActDialog>
      )}
    </Box>
  )

  function sentencesOf({ changed, unchanged, unknown }: ContoursLoaded) {
    const codes = [...unknown.slice(0, MOST_NAMED), ...(unknown.length > MOST_NAMED ? ['…'] : [])].join(', ')
    return [
      translate('coaching.contours.changed', { smart_count: changed.length }),
      ...(unchanged.length ? [translate('coaching.contours.unchanged', { smart_count: unchanged.length })] : []),
      ...(unknown.length ? [translate('coaching.contours.unknown', { smart_count: unknown.length, codes })] : []),
    ]
  }
}
