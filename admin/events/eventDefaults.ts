import type { Session } from '../app/session.ts'

/** What the list shows first: the open campaign, the latest when there are several, and its work for whoever has some to do. */
export function eventDefaults({ me, campaigns }: Session) {
  const campaign = campaigns.find(({ state }) => state === 'OPEN')
  return { ...(campaign ? { campaignId: campaign.id } : {}), ...(me.grants.includes('Event.update') ? { worklist: 'TO_PREPARE' } : {}) }
}
