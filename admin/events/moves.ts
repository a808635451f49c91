import { held, open } from '../ui/reasons.ts'
import type { EventCard } from './event.views.queries.ts'

/** Whether the viewer’s rights move this event at all, whatever its state. */
export const movable = ({ can }: EventCard) => held(can.update) || held(can.postpone)

/** Why the event stays where it is, in the server’s words; null when it may be moved. */
export const whyNotMoved = ({ can }: EventCard): string | null =>
  open(can.update) || open(can.postpone) ? null : can.update.map(({ sentence }) => sentence).join(' ')

/** The ways to move it: a public date that is given up is asked about again; a corrected one is told. */
export const waysOf = ({ can }: EventCard): ('postpone' | 'update')[] => [...(open(can.postpone) ? ['postpone' as const] : []), ...(open(can.update) ? ['update' as const] : [])]
