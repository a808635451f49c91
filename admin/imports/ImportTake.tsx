import { Button, LinearProgress, Stack, Typography } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { useDataProvider, useNotify, useRefresh, useTranslate, type HttpError } from 'react-admin'
import type { Provider, Refusal } from '../app/dataProvider.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { apply, type Import } from './import.queries.ts'

/** So many lines at once: a second or so of the server's, after which one may stop. */
const SLICE = 200

/** Takes the chosen lines, some at a time: how far it went is shown, and giving up stops after those under way. What is taken is not taken again. */
export function ImportTake({ file, chosen }: { file: Import; chosen: number[] }) {
  const translate = useTranslate()
  const provider = useDataProvider<Provider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [asking, setAsking] = useState(false)
  const [progress, setProgress] = useState<{ taken: number; total: number }>()
  const [stopped, setStopped] = useState(false)
  const stopping = useRef(false)
  const stop = () => { stopping.current = true }
  useEffect(() => stop, [])
  const take = async () => {
    stopping.current = false
    setStopped(false)
    const total = chosen.length
    let taken = 0
    try {
      while (taken < total && !stopping.current) {
        setProgress({ taken, total })
        const lines = chosen.slice(taken, taken + SLICE)
        await provider.ask(apply, { id: file.id, lines })
        taken += lines.length
      }
      notify(taken < total ? 'coaching.imports.stopped' : 'coaching.imports.applied', { type: taken < total ? 'info' : 'success', messageArgs: { smart_count: taken, total }, autoHideDuration: 10_000 })
      setAsking(false)
    } catch (thrown) {
      const { status, message, body } = thrown as HttpError & { body?: Refusal }
      if (status === 401) location.reload()
      const done = taken > 0 ? [translate('coaching.imports.stopped', { smart_count: taken, total })] : []
      notify([message, ...Object.values((body?.errors ?? {}) as Record<string, string>), ...done].join(' '), { type: 'error', autoHideDuration: 10_000 })
    } finally {
      setProgress(undefined)
      refresh()
    }
  }
  const words = { smart_count: progress?.total ?? chosen.length }
  return (
    <>
      <Button variant="contained" disabled={chosen.length === 0 || progress !== undefined} onClick={() => setAsking(true)}>{translate('coaching.imports.take', words)}</Button>
      {asking && (
        <ActDialog
          title={translate('coaching.imports.takeTitle', words)} text={translate(`coaching.imports.kinds.${file.kind}.takeText`, { campaign: file.campaign?.name })}
          verb={translate('coaching.imports.take', words)} hears={undefined} busy={progress !== undefined} onClose={() => { if (progress) { stop(); setStopped(true) } else setAsking(false) }} onConfirm={() => void take()}
        >
          {progress && (
            <Stack spacing={1}>
              <Typography role="status">{translate(stopped ? 'coaching.imports.stopping' : 'coaching.imports.taking', { smart_count: progress.taken, total: progress.total })}</Typography>
              <LinearProgress variant="determinate" value={(100 * progress.taken) / progress.total} aria-label={translate('coaching.bulk.progress')} />
            </Stack>
          )}
        </ActDialog>
      )}
    </>
  )
}
