import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, FormControl, FormControlLabel, FormLabel, LinearProgress, Radio, RadioGroup, Typography } from '@mui/material'
import { useEffect, useId, useRef, useState } from 'react'
import { useDataProvider, useListContext, useNotify, useResourceContext, useTranslate } from 'react-admin'
import type { Provider } from '../app/dataProvider.ts'
import { localOf, number } from '../ui/paris.ts'
import type { FileColumn } from './ExportColumns.tsx'

type Format = 'csv' | 'xlsx'
type Progress = { bytes: number; rows: number }

/** Asks for the format, then takes the file of what is chosen, or of all that passes the filter, the file while it comes, says how far it is, and can be left at any time. */
export function ExportDialog({ columns, ids, onClose }: { columns: FileColumn[]; ids: string[]; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const provider = useDataProvider<Provider>()
  const resource = useResourceContext()!
  const { filterValues, sort } = useListContext()
  const [format, setFormat] = useState<Format>('csv')
  const [progress, setProgress] = useState<Progress>()
  const leaving = useRef(new AbortController())
  useEffect(() => () => leaving.current.abort(), [])
  const id = useId()
  const start = async () => {
    const { signal } = (leaving.current = new AbortController())
    setProgress({ bytes: 0, rows: 0 })
    try {
      const response = await provider.post(`/export/${resource}.${format}`, { filter: ids.length > 0 ? { ids } : filterValues, sort: sort.field, order: sort.order.toLowerCase(), columns }, signal)
      const rows = Number(response.headers.get('x-rows'))
      const chunks = await taken(response.body!, (bytes) => setProgress({ bytes, rows }))
      save(new Blob(chunks, { type: response.headers.get('content-type') ?? '' }), `${translate(`resources.${resource}.name`, { smart_count: 2 })} ${localOf(new Date()).slice(0, 10)}.${format}`)
      notify('coaching.export.done', { type: 'success', messageArgs: { smart_count: rows } })
      onClose()
    } catch (thrown) {
      if (signal.aborted) return
      const { status, message } = thrown as { status?: number; message: string }
      notify(status ? message : 'coaching.export.broken', { type: 'error' })
      setProgress(undefined)
    }
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{translate('coaching.export.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('coaching.export.text', { columns: columns.map(({ header }) => header).join(', ') })}</DialogContentText>
        <DialogContentText sx={{ my: 2 }}>{translate('coaching.export.logged')}</DialogContentText>
        <FormControl disabled={progress !== undefined}>
          <FormLabel id={`${id}-format`}>{translate('coaching.export.format')}</FormLabel>
          <RadioGroup aria-labelledby={`${id}-format`} value={format} onChange={({ target }) => setFormat(target.value as Format)}>
            {(['csv', 'xlsx'] as const).map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`coaching.export.${one}`)} />)}
          </RadioGroup>
        </FormControl>
        <div role="status">
          {progress && <Typography variant="body2" sx={{ mt: 2 }}>{translate('coaching.export.running', { size: number(Math.round(progress.bytes / 1024)), smart_count: progress.rows })}</Typography>}
        </div>
        {progress && <LinearProgress aria-hidden sx={{ mt: 1 }} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('coaching.act.giveUp')}</Button>
        <Button variant="contained" disabled={progress !== undefined} onClick={() => void start()}>{translate('coaching.export.start')}</Button>
      </DialogActions>
    </Dialog>
  )
}

async function taken(body: ReadableStream<Uint8Array>, onBytes: (bytes: number) => void): Promise<BlobPart[]> {
  const chunks: BlobPart[] = []
  const reader = body.getReader()
  for (let bytes = 0; ;) {
    const { value, done } = await reader.read()
    if (done) return chunks
    chunks.push(value as BlobPart)
    onBytes((bytes += value.length))
  }
}

/** Hands the file to the browser, as a link to it would. */
function save(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
