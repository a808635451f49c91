import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material'
import { useRef, useState } from 'react'
import { useDataProvider, useRefresh, useTranslate, type HttpError } from 'react-admin'
import type { Provider } from '../app/dataProvider.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { open } from '../ui/reasons.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { acceptLine, openLines } from './proposal.queries.ts'

type Run = { total: number; accepted: number; outdated: number; ended?: 'FINISHED' | 'STOPPED' | 'AWAY' }

/** Accepts every line that waits, one after the other: what is no longer possible is left aside, and the others go on. */
export function AcceptAll({ proposalId, eventId }: { proposalId: string; eventId?: string }) {
  const translate = useTranslate()
  const provider = useDataProvider<Provider>()
  const refresh = useRefresh()
  const [asking, setAsking] = useState(false)
  const [run, setRun] = useState<Run>()
  const stopping = useRef(false)
  const filter = { proposalId, states: ['PROPOSED' as const], ...(eventId ? { eventId } : {}) }
  const { data } = useAnswer(openLines, { filter, page: { number: 0, size: 1 } })
  const running = run !== undefined && !run.ended
  const words = (key: string, more: object = {}) => translate(`coaching.proposals.${key}`, more)

  const acceptAll = async () => {
    setAsking(false)
    stopping.current = false
    const tried = new Set<string>()
    let now: Run = { total: data?.total ?? 0, accepted: 0, outdated: 0 }
    const show = (more: Partial<Run>) => setRun((now = { ...now, ...more }))
    show({})
    try {
      for (;;) {
        // What was decided no longer waits: the first page is always what is left.
        const { items } = await provider.ask(openLines, { filter, page: { number: 0, size: 100 } })
        const left = items.filter(({ id, can }) => !tried.has(id) && open(can.accept))
        if (left.length === 0) break
        for (const { id } of left) {
          if (stopping.current) return show({ ended: 'STOPPED' })
          tried.add(id)
          const state = await provider.ask(acceptLine, { id }).then((line) => line.state, (thrown: HttpError) => {
            if (thrown.status !== 409 && thrown.status !== 404) throw thrown
            return 'OUTDATED' as const
          })
          show(state === 'ACCEPTED' ? { accepted: now.accepted + 1 } : { outdated: now.outdated + 1 })
        }
      }
      show({ ended: 'FINISHED' })
    } catch (thrown) {
      if ((thrown as HttpError).status === 401) location.reload()
      show({ ended: 'AWAY' })
    } finally {
      refresh()
    }
  }
  const mine = data?.items.some(({ can }) => open(can.accept)) ?? false
  if (!mine && !run) return null
  const done = run ? run.accepted + run.outdated : 0
  return (
    <Box>
      {mine && !running && <Button variant="contained" onClick={() => setAsking(true)}>{words('acceptAll')} ({data!.total})</Button>}
      {run && (
        <Box sx={{ mt: 1 }}>
          <Typography role="status">{words(running ? 'running' : run.ended === 'FINISHED' ? 'finished' : 'stopped', { ...run, done })}</Typography>
          {running && <LinearProgress variant="determinate" value={run.total ? Math.min(100, (100 * done) / run.total) : 0} aria-label={words('acceptProgress')} sx={{ my: 1, maxWidth: 480 }} />}
          {running && <Button variant="outlined" onClick={() => { stopping.current = true }}>{words('stop')}</Button>}
          {run.ended === 'AWAY' && <Alert severity="warning">{words('away')}</Alert>}
        </Box>
      )}
      {asking && <ActDialog title={words('acceptAllTitle')} text={words('acceptAllText')} verb={`${words('acceptAll')} (${data?.total ?? 0})`} hears={undefined} onClose={() => setAsking(false)} onConfirm={() => void acceptAll()} />}
    </Box>
  )
}
