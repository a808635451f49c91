import type { Step } from '../reading/lifecycle.ts'
import { exists, type Row } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { reachableFor } from '../referents/reachable.ts'

const UNREACHABLE = {
  sentence: 'Ce référent ne peut pas recevoir ce courriel\u00a0: voyez sa fiche, corrigez son adresse ou téléphonez.',
  stands: (row: Row) => exists(row, 'referent', ({ at }) => sql`NOT (${reachableFor(at, sql`${row.at}."essential"`)})`),
}

/** What a person may do with a mail; its other states follow from jobs and reports. */
export const lifecycle = {
  resend: { from: ['FAILED', 'UNCERTAIN', 'BOUNCED', 'WITHHELD'], to: 'QUEUED', otherwise: 'Seul un courriel refusé, revenu, retenu ou d’envoi incertain peut être renvoyé.', unless: { UNREACHABLE } },
} satisfies Record<string, Step>
