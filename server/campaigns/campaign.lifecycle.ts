import type { Step } from '../reading/lifecycle.ts'
import type { Row } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

/** The life of a campaign. Departments create and publish while it is open; once it is closed nothing of it changes. */
export const lifecycle = {
  update: { from: ['PREPARING', 'OPEN', 'REVIEWING'], otherwise: 'Une campagne close ne se modifie plus : rouvrez-la d’abord.' },
  open: { from: ['PREPARING'], to: 'OPEN', otherwise: 'Seule une campagne en préparation peut être ouverte.' },
  review: { from: ['OPEN'], to: 'REVIEWING', otherwise: 'Seule une campagne ouverte peut passer au bilan.' },
  close: {
    from: ['REVIEWING'], to: 'CLOSED', otherwise: 'Seule une campagne au bilan peut être close.',
    unless: {
      EVENTS_LEFT: {
        sentence: 'Des opérations de cette campagne ne sont ni closes ni annulées.',
        stands: ({ at }: Row) => sql`EXISTS (SELECT FROM "Event" e WHERE e."campaignId" = ${at}."id" AND e."state" NOT IN ('CLOSED', 'CANCELLED'))`,
      },
    },
  },
  reopen: { from: ['REVIEWING', 'CLOSED'], to: 'OPEN', otherwise: 'Cette campagne n’est ni au bilan ni close.', reason: 'required' },
} satisfies Record<string, Step>
