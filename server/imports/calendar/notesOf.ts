import type { CalendarEvent } from './readEvent.ts'

/** What a calendar says that has no field of its own, kept for the team in French. */
export const notesOf = ({ organiser, partners, confirmed }: Pick<CalendarEvent, 'organiser' | 'partners' | 'confirmed'>) =>
  [
    organiser && `Organisateur : ${organiser}`,
    partners.length > 0 && `Partenaires : ${partners.join(', ')}`,
    `Statut dans le calendrier : ${confirmed ? 'confirmée' : 'à confirmer'}`,
  ].filter(Boolean).join('\n')
