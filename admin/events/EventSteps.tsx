import { MenuItem } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ActDialog } from '../ui/ActDialog.tsx'
import { choicesOf } from '../ui/choices.ts'
import { instantOf } from '../ui/paris.ts'
import { ActField } from '../ui/Refusals.tsx'
import { Steps } from '../ui/Steps.tsx'
import { useAct } from '../ui/useAct.ts'
import { cancel, close, hold, postpone, publish, reopen, requestChanges, submit, type CancellationReason, type Event } from './event.queries.ts'

const plain = { submit, hold, close }
const explained = { requestChanges, reopen }
export type Step = keyof typeof plain | keyof typeof explained | 'publish' | 'postpone' | 'cancel'
const unexplained: Step[] = ['submit', 'publish', 'hold', 'close']
type Dates = { startsAt: string; endsAt: string; reconfirmBy: string }
export const order: Step[] = ['publish', 'submit', 'hold', 'close', 'requestChanges', 'reopen', 'postpone', 'cancel']

/** The steps of the event’s life: what may be done is a button; what may not yet says why. */
export function EventSteps({ event }: { event: Event }) {
  const translate = useTranslate()
  const [step, setStep] = useState<Step>()
  return (
    <>
      <Steps steps={order} can={event.can} dangerous="cancel" verb={(one) => translate(`coaching.events.steps.${one}.verb`)} onChoose={setStep} />
      {step && <StepDialog key={step} step={step} event={event} onClose={() => setStep(undefined)} />}
    </>
  )
}

export function StepDialog({ step, event: { id, version, title, state }, onClose }: { step: Step; event: Pick<Event, 'id' | 'version' | 'title' | 'state'>; onClose: () => void }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [cause, setCause] = useState<CancellationReason | ''>('')
  const [dates, setDates] = useState<Dates>({ startsAt: '', endsAt: '', reconfirmBy: '' })
  const moves = step === 'publish' && state === 'POSTPONED'
  const instants = { startsAt: instantOf(dates.startsAt), endsAt: instantOf(dates.endsAt), reconfirmBy: instantOf(dates.reconfirmBy) }
  const words = (part: string) => translate(`coaching.events.steps.${step}.${part}`, { title })
  const confirm = async (reason: string) => {
    const done = `coaching.events.steps.${step}.done`
    const taken = step === 'cancel' ? await act(cancel, { id, reason, cancellationReason: cause as CancellationReason }, done)
      : step === 'postpone' ? await act(postpone, { id, version, reason, ...instants }, done)
      : step === 'publish' ? await act(publish, { id, reconfirmBy: instants.reconfirmBy }, done)
      : step in plain ? await act(plain[step as keyof typeof plain], { id }, done)
        : await act(explained[step as keyof typeof explained], { id, reason }, done)
    if (taken) onClose()
  }
  return (
    <ActDialog
      title={words('title')} text={words(moves ? 'again' : 'text')} verb={words('verb')} asksWhy={!unexplained.includes(step)} dangerous={step === 'cancel'} hears={hears} busy={busy} ready={step !== 'cancel' || cause !== ''}
      onClose={onClose} onConfirm={confirm}
    >
      {step === 'postpone' && <DateFields fields={['startsAt', 'endsAt']} dates={dates} onChange={setDates} />}
      {(moves || (step === 'postpone' && dates.startsAt)) && <DateFields fields={['reconfirmBy']} dates={dates} onChange={setDates} />}
      {step === 'cancel' && (
        <ActField
          name="cancellationReason" select fullWidth required autoFocus margin="dense" label={translate('resources.events.fields.cancellationReason')} value={cause}
          onChange={({ target }) => setCause(target.value as CancellationReason)}
        >
          {choicesOf('CancellationReason').map(({ id, name }) => <MenuItem key={id} value={id}>{translate(name)}</MenuItem>)}
        </ActField>
      )}
    </ActDialog>
  )
}

/** Hours of Paris, as the browser asks for them. */
function DateFields({ fields, dates, onChange }: { fields: (keyof Dates)[]; dates: Dates; onChange: (dates: Dates) => void }) {
  const translate = useTranslate()
  const words = (part: string) => translate(`coaching.events.steps.postpone.${part}`)
  return fields.map((field) => (
    <ActField
      key={field} name={field} type="datetime-local" fullWidth margin="dense" label={words(field)} value={dates[field]} onChange={({ target }) => onChange({ ...dates, [field]: target.value })}
      slotProps={{ inputLabel: { shrink: true } }} helperText={field === 'reconfirmBy' ? words('reconfirmByHelp') : undefined}
    />
  ))
}
