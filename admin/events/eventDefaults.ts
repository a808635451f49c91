import type { Session } from '../app/session.ts'

/** What the list shows first: the open campaign, and its work for whoever has some to do. */
export const eventDefaults = ({ me, campaign }: Pick<Session, 'me' | 'campaign'>) => ({
  ...(campaign ? { campaignId: campaign } : {}),
  ...(me.grants.includes('Event.update') ? { worklist: 'TO_PREPARE' } : {}),
})
