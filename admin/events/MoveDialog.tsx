import { Alert, FormControlLabel, FormLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { Provider } from '../app/dataProvider.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { instantOf, localOf, span } from '../ui/paris.ts'
import { ActField } from '../ui/Refusals.tsx'
import { useAct } from '../ui/useAct.ts'
import { postpone, toInput, update } from './event.queries.ts'
import { eventToMove, type EventCard } from './event.views.queries.ts'
import { waysOf } from './moves.ts'

type Props = { event: EventCard; startsAt: string; endsAt: string; onClose: (moved: boolean) => void }

/** Asks before a date moves: says the old one and the new one, whom it is told to, and why when the act needs it. */
export function MoveDialog({ event, startsAt, endsAt, onClose }: Props) {
  const translate = useTranslate()
  const provider = useDataProvider<Provider>()
  const notify = useNotify()
  const { act, busy, hears } = useAct()
  const id = useId()
  const ways = waysOf(event)
  const [way, setWay] = useState(ways[0]!)
  const [dates, setDates] = useState({ startsAt: localOf(startsAt), endsAt: localOf(endsAt) })
  const [reading, setReading] = useState(false)
  // What the person was shown: a date that a colleague sets meanwhile is told before it is replaced.
  const [seen, setSeen] = useState({ startsAt: event.startsAt, endsAt: event.endsAt, changed: false })
  const words = (part: string) => translate(`coaching.eventViews.move.${part}`, { title: event.title })
  const next = { startsAt: instantOf(dates.startsAt), endsAt: instantOf(dates.endsAt) }
  const known = next.startsAt && next.endsAt
  const backwards = Boolean(known && next.endsAt! <= next.startsAt!)
  const same = known && Date.parse(next.startsAt!) === Date.parse(seen.startsAt) && Date.parse(next.endsAt!) === Date.parse(seen.endsAt)
  const confirm = async (reason: string) => {
    setReading(true)
    try {
      const { version, ...whole } = await provider.ask(eventToMove, { id: event.id })
      if (whole.startsAt !== seen.startsAt || whole.endsAt !== seen.endsAt) return setSeen({ ...whole, changed: true })
      const moved = way === 'postpone'
        ? await act(postpone, { id: event.id, version, reason, ...next }, 'coaching.eventViews.move.done')
        : await act(update, { id: event.id, version, input: { ...toInput(whole as never), startsAt: next.startsAt!, endsAt: next.endsAt! } }, 'coaching.eventViews.move.done')
      if (moved) onClose(true)
    } catch (thrown) {
      notify((thrown as Error).message, { type: 'error' })
    } finally {
      setReading(false)
    }
  }
  const hour = (field: 'startsAt' | 'endsAt') => (
    <ActField
      name={field} type="datetime-local" required fullWidth label={words(field)} value={dates[field]} onChange={({ target }) => setDates({ ...dates, [field]: target.value })} slotProps={{ inputLabel: { shrink: true } }}
      error={field === 'endsAt' && backwards} helperText={field === 'endsAt' && backwards ? words('backwards') : translate('coaching.parisTime')}
    />
  )
  return (
    <ActDialog title={words('title')} verb={words('verb')} asksWhy={way === 'postpone'} hears={hears} busy={busy || reading} ready={Boolean(known && !backwards && !same)} onClose={() => onClose(false)} onConfirm={(reason) => void confirm(reason)}>
      <Typography>{translate('coaching.eventViews.move.before', { when: span(seen.startsAt, seen.endsAt) })}</Typography>
      {seen.changed && <Alert severity="warning" role="alert" sx={{ my: 1 }}>{words('changed')}</Alert>}
      <Typography sx={{ fontWeight: 700, mb: 2 }} aria-live="polite">{known && !backwards && !same ? translate('coaching.eventViews.move.after', { when: span(next.startsAt!, next.endsAt!) }) : words('choose')}</Typography>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ mb: 2 }}>{hour('startsAt')}{hour('endsAt')}</Stack>
      {ways.length > 1 && (
        <>
          <FormLabel id={id}>{words('how')}</FormLabel>
          <RadioGroup aria-labelledby={id} value={way} onChange={(_, value) => setWay(value as typeof way)}>
            {ways.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={words(`ways.${one}`)} />)}
          </RadioGroup>
        </>
      )}
      <Typography variant="body2" color="text.secondary">{words(`told.${way === 'postpone' ? 'postpone' : event.state}`)}</Typography>
    </ActDialog>
  )
}
