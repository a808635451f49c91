import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { useSession } from '../app/session.ts'

/** Leads to the proposal of a campaign, or to what it says of one event. */
export function ProposeLink({ campaignId, eventId }: { campaignId?: string; eventId?: string }) {
  const translate = useTranslate()
  const { me } = useSession()
  if (!me.grants.includes('Proposal.read')) return null
  const search = new URLSearchParams({ ...(campaignId ? { campaign: campaignId } : {}), ...(eventId ? { event: eventId } : {}) })
  return <Button size="small" component={Link} to={`/proposals?${search}`}>{translate(me.grants.includes('Proposal.create') ? 'coaching.proposals.propose' : 'coaching.proposals.title')}</Button>
}
