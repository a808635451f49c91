import { day, hours } from './dates.ts'

/** What became of an event that a referent was asked about. */
export type EventNews = {
  kind: 'CONFIRMED' | 'OFFERED' | 'CANCELLED' | 'POSTPONED' | 'RESCHEDULED' | 'MOVED' | 'RELEASED' | 'LAPSED'
  title: string; startsAt: Date; endsAt: Date; place: string
  /** Until when a place waits to be confirmed again, where one does. */
  reconfirmBy?: Date | undefined
}

/** Tells a referent what became of an event, and what there is to do. */
export function eventNews({ firstName }: { firstName: string }, { kind, title, startsAt, endsAt, place, reconfirmBy }: EventNews) {
  const when = `le ${day(startsAt)}, de ${hours(startsAt)} à ${hours(endsAt)}`
  const where = place ? `, ${place}` : ''
  const until = reconfirmBy ? ` avant le ${day(reconfirmBy)}, ${hours(reconfirmBy)}` : ''
  const told: Record<EventNews['kind'], { subject: string; body: string }> = {
    CONFIRMED: {
      subject: `Votre présence est confirmée, le ${day(startsAt)}`,
      body: `Vous êtes attendu ou attendue à l’opération «\u00a0${title}\u00a0», ${when}${where}.\n\nAjoutez-la à votre agenda, ou dites que vous ne pouvez plus venir, sur votre page personnelle\u00a0:\n[lien]`,
    },
    OFFERED: {
      subject: `Une place vous est proposée, le ${day(startsAt)}`,
      body: `Une place vous est réservée à l’opération «\u00a0${title}\u00a0», ${when}${where}. Dites si vous la prenez, sur votre page personnelle, sans compte ni mot de passe\u00a0:\n[lien]`,
    },
    CANCELLED: {
      subject: `Opération annulée\u00a0: ${title}`,
      body: `L’opération «\u00a0${title}\u00a0», prévue ${when}${where}, est annulée. Ne vous déplacez pas.\n\nVos autres dates restent sur votre page personnelle\u00a0:\n[lien]`,
    },
    POSTPONED: {
      subject: `Opération reportée\u00a0: ${title}`,
      body: `L’opération «\u00a0${title}\u00a0», prévue ${when}${where}, est reportée\u00a0: ne vous déplacez pas ce jour-là. Nous vous écrirons dès que la nouvelle date sera connue.\n\nVotre page personnelle\u00a0:\n[lien]`,
    },
    RESCHEDULED: {
      subject: `Nouvelle date, le ${day(startsAt)}\u00a0: ${title}`,
      body: `L’opération «\u00a0${title}\u00a0», qui avait été reportée, aura lieu ${when}${where}.\n\n${reconfirmBy
        ? `Une place vous y était réservée\u00a0: dites${until} si vous venez toujours. Sans réponse, elle sera proposée à quelqu’un d’autre.` : 'Dites-nous si vous pouvez venir ce jour-là.'}\n\nRépondez sur votre page personnelle, sans compte ni mot de passe\u00a0:\n[lien]`,
    },
    MOVED: {
      subject: `Changement de date ou de lieu\u00a0: ${title}`,
      body: `L’opération «\u00a0${title}\u00a0» change de date, d’horaire ou de lieu. Elle aura lieu ${when}${where}.\n\nSi vous ne pouvez plus venir, dites-le sur votre page personnelle, où vous pouvez aussi mettre à jour votre agenda\u00a0:\n[lien]`,
    },
    RELEASED: {
      subject: `Votre place n’est plus réservée\u00a0: ${title}`,
      body: `La préfecture n’a plus besoin de vous à l’opération «\u00a0${title}\u00a0», ${when}${where}\u00a0: votre place n’est plus réservée, ne vous déplacez pas.\n\nVos autres dates restent sur votre page personnelle\u00a0:\n[lien]`,
    },
    LAPSED: {
      subject: `Votre place n’est plus réservée\u00a0: ${title}`,
      body: `Sans réponse de votre part, la place qui vous était réservée à l’opération «\u00a0${title}\u00a0», ${when}${where}, est rendue.\n\nVous pouvez encore dire que vous êtes disponible sur votre page personnelle\u00a0:\n[lien]`,
    },
  }
  const { subject, body } = told[kind]
  return { subject: `Apprentissage-coaching\u00a0: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`, body: `Bonjour ${firstName},\n\n${body}\n\nMerci de votre engagement.` }
}
