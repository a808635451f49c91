import { Alert, Button, CircularProgress, Dialog, DialogActions, DialogContent, DialogTitle, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, useMediaQuery, type Theme } from '@mui/material'
import { useEffect, useId, useRef, useState } from 'react'
import { useListContext, useRefresh, useTranslate } from 'react-admin'
import { v7 } from 'uuid'
import { useSession } from '../app/session.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { planned } from './bulk.queries.ts'
import { actionOf, bulkActions, fateOf, nothingGiven, unknownWords, type ActionName, type Given } from './bulkActions.ts'
import { BulkInputs } from './BulkInputs.tsx'
import { BulkPlan } from './BulkPlan.tsx'
import { BulkResult } from './BulkResult.tsx'
import { isLeft } from './storedRun.ts'
import { useRun } from './useRun.ts'

/** At most so many events at once: as many as one question answers. */
export const MOST_AT_ONCE = 100
type Step = 'CHOOSE' | 'PLAN' | 'RUN'

/** Acts on several events: which and how, what will and will not change and why, then one event after the other. */
export function BulkWizard({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const translate = useTranslate()
  const titleId = useId()
  const refresh = useRefresh()
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const { me } = useSession()
  const { filterValues, sort, total = 0, onUnselectItems } = useListContext()
  const { run, running, faults, go, stop, forget } = useRun()
  const offered = (Object.keys(bulkActions) as ActionName[]).filter((name) => me.grants.includes(actionOf(name).grant))
  const [step, setStep] = useState<Step>(run ? 'RUN' : 'CHOOSE')
  const [whole, setWhole] = useState(ids.length === 0)
  const [action, setAction] = useState<ActionName>(run?.action ?? offered[0]!)
  const [given, setGiven] = useState<Given>(run?.given ?? nothingGiven)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [step])

  const plan = useAnswer(planned, {
    page: { number: 0, size: MOST_AT_ONCE }, sort: 'startsAt', order: 'asc',
    ...(whole ? { filter: filterValues, ...(sort.field === 'id' ? {} : { sort: sort.field as 'startsAt', order: sort.order.toLowerCase() as 'asc' }) } : { filter: { ids: ids.slice(0, MOST_AT_ONCE) } }),
  }, step === 'PLAN')
  const judged = plan.isPlaceholderData ? [] : (plan.data?.items ?? []).map((event) => ({ event, fate: fateOf(action, event, given, translate) }))
  const changing = judged.filter(({ fate }) => fate.kind === 'CHANGES')

  const advance = async (going: Promise<string>) => {
    setStep('RUN')
    const ended = await going
    if (ended === 'INPUT') setStep('CHOOSE')
  }
  const start = () => void advance(go({
    action, given, items: judged.map(({ event: { id, title, version, startsAt }, fate: { kind, reasons } }) => ({ id, title, version, startsAt, key: v7(), outcome: kind === 'CHANGES' ? 'WAITING' : kind, why: reasons.join(' ') })),
  }))
  const close = () => {
    if (running) return
    if (step === 'RUN') {
      onUnselectItems()
      refresh()
    }
    onClose()
  }
  const unknown = unknownWords(action, given)
  const [looked, setLooked] = useState(false)
  const review = () => {
    setLooked(true)
    if (Object.keys(unknown).length > 0) return
    // What was kept of an earlier attempt is judged anew.
    forget()
    setStep('PLAN')
    void plan.refetch()
  }
  const left = run?.items.filter(isLeft).length ?? 0
  const counted = Math.min(total, MOST_AT_ONCE)
  const ofChosen = translate(ids.length > MOST_AT_ONCE ? 'coaching.bulk.firstOfChosen' : 'coaching.bulk.chosen', { smart_count: Math.min(ids.length, MOST_AT_ONCE), total: ids.length })
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} fullWidth maxWidth="md" fullScreen={narrow}>
      <DialogTitle id={titleId} ref={heading} tabIndex={-1} sx={{ outline: 'none' }}>{translate(`coaching.bulk.steps.${step}`, { action: translate(`coaching.bulk.actions.${run && step === 'RUN' ? run.action : action}.verb`) })}</DialogTitle>
      {/* A plan holds nothing to press: the keyboard scrolls it only when it can be reached. */}
      <DialogContent {...(step === 'PLAN' ? { tabIndex: 0, role: 'region', 'aria-labelledby': titleId } : {})}>
        {step === 'CHOOSE' && (
          <>
            {Object.keys(faults).length > 0 && <Alert severity="error" sx={{ mb: 2 }}>{translate('coaching.bulk.inputRefused')}</Alert>}
            {ids.length > 0 && total > ids.length ? (
              <FormControl fullWidth sx={{ mb: 2 }}>
                <FormLabel id={`${titleId}-which`}>{translate('coaching.bulk.which')}</FormLabel>
                <RadioGroup aria-labelledby={`${titleId}-which`} value={whole ? 'whole' : 'chosen'} onChange={({ target }) => setWhole(target.value === 'whole')}>
                  <FormControlLabel value="chosen" control={<Radio />} label={ofChosen} />
                  <FormControlLabel value="whole" control={<Radio />} label={translate(total > MOST_AT_ONCE ? 'coaching.bulk.firstOfFilter' : 'coaching.bulk.allOfFilter', { smart_count: counted, total })} />
                </RadioGroup>
              </FormControl>
            ) : (
              <Alert severity="info" sx={{ mb: 2 }}>
                {ids.length > 0 ? ofChosen : translate(total > MOST_AT_ONCE ? 'coaching.bulk.firstOfFilter' : 'coaching.bulk.allOfFilter', { smart_count: counted, total })}
              </Alert>
            )}
            <FormControl fullWidth>
              <FormLabel id={`${titleId}-action`}>{translate('coaching.bulk.what')}</FormLabel>
              <RadioGroup aria-labelledby={`${titleId}-action`} value={action} onChange={({ target }) => setAction(target.value as ActionName)} sx={{ mb: 1 }}>
                {offered.map((name) => <FormControlLabel key={name} value={name} control={<Radio />} label={translate(`coaching.bulk.actions.${name}.verb`)} />)}
              </RadioGroup>
            </FormControl>
            <BulkInputs
              action={action} given={given} onChange={setGiven}
              faults={{ ...faults, ...(looked ? Object.fromEntries(Object.entries(unknown).map(([field, words]) => [field, translate('coaching.bulk.unknownWords', { smart_count: words.length, words: words.join(', ') })])) : {}) }}
            />
          </>
        )}
        {step === 'PLAN' && (plan.error ? <Alert severity="error">{plan.error.message}</Alert> : plan.isFetching ? <CircularProgress aria-label={translate('coaching.message.loading')} /> : <BulkPlan judged={judged} />)}
        {step === 'RUN' && run && <BulkResult run={run} running={running} />}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        {step === 'CHOOSE' && <Button onClick={close}>{translate('coaching.act.giveUp')}</Button>}
        {step === 'CHOOSE' && <Button variant="contained" disabled={!actionOf(action).ready(given)} onClick={review}>{translate('coaching.bulk.see')}</Button>}
        {step === 'PLAN' && <Button onClick={() => setStep('CHOOSE')}>{translate('coaching.bulk.back')}</Button>}
        {step === 'PLAN' && (
          <Button variant="contained" color={actionOf(action).dangerous ? 'error' : 'primary'} disabled={plan.isFetching || changing.length === 0} onClick={start}>
            {translate(`coaching.bulk.actions.${action}.confirm`, { smart_count: changing.length })}
          </Button>
        )}
        {step === 'RUN' && running && <Button variant="outlined" onClick={stop}>{translate('coaching.bulk.stop')}</Button>}
        {step === 'RUN' && !running && left > 0 && <Button onClick={() => { forget(); close() }}>{translate('coaching.bulk.abandon')}</Button>}
        {step === 'RUN' && !running && left > 0 && run && <Button variant="contained" onClick={() => void advance(go(run, true))}>{translate('coaching.bulk.resume', { smart_count: left })}</Button>}
        {step === 'RUN' && !running && left === 0 && <Button variant="contained" onClick={close}>{translate('coaching.bulk.close')}</Button>}
      </DialogActions>
    </Dialog>
  )
}
