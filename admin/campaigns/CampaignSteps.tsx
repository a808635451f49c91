import { Link } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Steps } from '../ui/Steps.tsx'
import { useAct } from '../ui/useAct.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { close, eventsLeft, open, reopen, review, type Campaign } from './campaign.queries.ts'

const plain = { open, review, close }
const order = ['open', 'review', 'close', 'reopen'] as const
type Step = (typeof order)[number]

/** Opens, reviews, closes and reopens a campaign, after saying what each changes for the departments. */
export function CampaignSteps({ campaign: { id, name, can } }: { campaign: Campaign }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [step, setStep] = useState<Step>()
  const words = (of: Step, part: string) => translate(`coaching.campaigns.steps.${of}.${part}`, { name })
  const confirm = async (reason: string) => {
    const done = `coaching.campaigns.steps.${step!}.done`
    const taken = step === 'reopen' ? await act(reopen, { id, reason }, done) : await act(plain[step!], { id }, done)
    if (taken) setStep(undefined)
  }
  return (
    <>
      <Steps steps={order} can={can} verb={(one) => words(one, 'verb')} cure={(code) => code === 'EVENTS_LEFT' && <EventsLeft campaignId={id} />} onChoose={setStep} />
      {step && <ActDialog title={words(step, 'title')} text={words(step, 'text')} verb={words(step, 'verb')} asksWhy={step === 'reopen'} hears={hears} busy={busy} onClose={() => setStep(undefined)} onConfirm={confirm} />}
    </>
  )
}

const left = ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED', 'HELD'] as const

/** How many events keep the campaign from being closed, as the list that shows them. */
function EventsLeft({ campaignId }: { campaignId: string }) {
  const translate = useTranslate()
  const filter = { campaignId, states: [...left] }
  const { data } = useAnswer(eventsLeft, { filter })
  if (!data) return null
  return <Link component={RouterLink} to={`/events?${new URLSearchParams({ filter: JSON.stringify(filter), displayedFilters: JSON.stringify({ campaignId: true }), page: '1' })}`}>{translate('coaching.campaigns.eventsLeft', { smart_count: data.total })}</Link>
}
