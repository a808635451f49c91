import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Steps } from '../ui/Steps.tsx'
import { useAct } from '../ui/useAct.ts'
import { close, open, reopen, review, type Campaign } from './campaign.queries.ts'

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
      <Steps steps={order} can={can} verb={(one) => words(one, 'verb')} onChoose={setStep} />
      {step && <ActDialog title={words(step, 'title')} text={words(step, 'text')} verb={words(step, 'verb')} asksWhy={step === 'reopen'} hears={hears} busy={busy} onClose={() => setStep(undefined)} onConfirm={confirm} />}
    </>
  )
}
