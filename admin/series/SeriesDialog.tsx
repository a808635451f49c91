import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link, List, ListItem, useMediaQuery, type Theme } from '@mui/material'
import { useEffect, useId, useRef, useState } from 'react'
import { useCreatePath, useDataProvider, useNotify, useRedirect, useTranslate, type HttpError } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { v7 } from 'uuid'
import type { Provider, Refusal } from '../app/dataProvider.ts'
import type { Event } from '../events/event.queries.ts'
import { dayAndHour } from '../ui/paris.ts'
import { CopyInputs } from './CopyInputs.tsx'
import { RuleInputs } from './RuleInputs.tsx'
import { copyEvent, createSeries, seriesPreview, type Draft, type Preview } from './series.queries.ts'
import { copyOf, formOf, ruleOf, type SeriesForm } from './seriesForm.ts'
import { isDoubtful, SeriesDates } from './SeriesDates.tsx'

/** Copies an event onto one day or several: what is copied, the dates as they would be, then the drafts. */
export function SeriesDialog({ event, rhythm = 'ONCE', onClose }: { event: Event; rhythm?: SeriesForm['rhythm']; onClose: () => void }) {
  const translate = useTranslate()
  const titleId = useId()
  const path = useCreatePath()
  const notify = useNotify()
  const redirect = useRedirect()
  const provider = useDataProvider<Provider>()
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const [form, setForm] = useState<SeriesForm>(() => ({ ...formOf(event), rhythm }))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [refusal, setRefusal] = useState('')
  const [preview, setPreview] = useState<Preview>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [drafts, setDrafts] = useState<Draft[]>()
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const step = drafts ? 'DONE' : preview ? 'DATES' : 'FORM'
  useEffect(() => heading.current?.focus(), [step])
  // A day keeps the identifier of its draft: the same click sent twice makes it once.
  const ids = useRef(new Map<string, string>())
  const idOf = (on: string) => ids.current.get(on) ?? ids.current.set(on, v7()).get(on)!

  const trying = async (work: () => Promise<void>) => {
    setBusy(true)
    setFaults({})
    setRefusal('')
    try {
      await work()
    } catch (thrown) {
      const { status, message, body } = thrown as HttpError & { body?: Refusal }
      if (status === 401) location.reload()
      const fields = body?.errors ?? {}
      setFaults(fields)
      setRefusal([message, ...Object.values(fields)].join(' '))
      if (Object.keys(fields).length > 0) setPreview(undefined)
    } finally {
      setBusy(false)
    }
  }
  const look = () => trying(async () => {
    const found = await provider.ask(seriesPreview, { id: event.id, rule: ruleOf(form), copy: copyOf(form) })
    setPreview(found)
    setChosen(new Set(found.dates.filter((one) => (found.dates.length === 1 && !one.skipped) || !isDoubtful(one)).map(({ on }) => on)))
  })
  const make = () => trying(async () => {
    const dates = [...chosen].sort().map((on) => ({ id: idOf(on), on }))
    if (dates.length === 1) {
      const draft = await provider.ask(copyEvent, { id: event.id, newId: dates[0]!.id, on: dates[0]!.on, copy: copyOf(form) })
      notify('coaching.series.done', { type: 'success', messageArgs: { smart_count: 1 } })
      onClose()
      redirect('show', 'events', draft.id)
      return
    }
    const made = await provider.ask(createSeries, { id: event.id, series: { ...copyOf(form), dates } })
    setDrafts(made.items)
  })
  const toggle = (on: string) => setChosen((before) => {
    const after = new Set(before)
    if (!after.delete(on)) after.add(on)
    return after
  })
  const change = (next: SeriesForm) => {
    setForm(next)
    ids.current.clear()
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md" fullScreen={narrow}>
      <DialogTitle id={titleId} ref={heading} tabIndex={-1} sx={{ outline: 'none' }}>{translate(`coaching.series.steps.${step}`, { title: event.title, smart_count: drafts?.length ?? 0 })}</DialogTitle>
      <DialogContent>
        {refusal && <Alert severity="error" sx={{ mb: 2 }}>{refusal}</Alert>}
        {step === 'FORM' && <CopyInputs eventId={event.id} asked={Boolean(event.referentsAsked)} form={form} faults={faults} onChange={change} />}
        {step === 'FORM' && <RuleInputs form={form} faults={faults} onChange={change} />}
        {step === 'DATES' && <SeriesDates preview={preview!} chosen={chosen} onToggle={toggle} />}
        {step === 'DONE' && (
          <List dense>
            {drafts!.map(({ id, title, startsAt }) => (
              <ListItem key={id} disableGutters><Link component={RouterLink} to={path({ resource: 'events', type: 'show', id })} onClick={onClose}>{`${title} · ${dayAndHour(startsAt)}`}</Link></ListItem>
            ))}
          </List>
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        {step === 'FORM' && <Button onClick={onClose}>{translate('coaching.act.giveUp')}</Button>}
        {step === 'FORM' && <Button variant="contained" disabled={busy || (form.rhythm === 'CHOSEN' ? form.days.length === 0 : form.rhythm === 'ONCE' && !form.on)} onClick={() => void look()}>{translate('coaching.series.see')}</Button>}
        {step === 'DATES' && <Button onClick={() => setPreview(undefined)}>{translate('coaching.bulk.back')}</Button>}
        {step === 'DATES' && <Button variant="contained" disabled={busy || chosen.size === 0} onClick={() => void make()}>{translate('coaching.series.make', { smart_count: chosen.size })}</Button>}
        {step === 'DONE' && <Button variant="contained" onClick={onClose}>{translate('coaching.bulk.close')}</Button>}
      </DialogActions>
    </Dialog>
  )
}
