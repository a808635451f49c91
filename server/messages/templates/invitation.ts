import { day, hours } from './dates.ts'

export type Invitation = { events: { title: string; startsAt: Date; endsAt: Date; place: string }[] }

/** Asks a referent about dates; one link answers for all. */
export function invitation({ firstName }: { firstName: string }, { events }: Invitation) {
  const dates = events.map(({ startsAt, endsAt, place }) => `– ${day(startsAt)}, de ${hours(startsAt)} à ${hours(endsAt)}${place ? `, ${place}` : ''}`)
  return {
    subject: events.length > 1 ? `Apprentissage-coaching\u00a0: vos disponibilités pour ${events.length} dates` : `Apprentissage-coaching\u00a0: votre disponibilité le ${day(events[0]!.startsAt)}`,
    body: `Bonjour ${firstName},

La préfecture vous demande si vous pouvez accompagner des jeunes lors ${events.length > 1 ? 'des opérations suivantes' : 'de l’opération suivante'}\u00a0:

${dates.join('\n')}

Répondez pour chaque date sur votre page personnelle (oui, si besoin ou non), sans compte ni mot de passe\u00a0:
[lien]

Vous pouvez changer vos réponses jusqu’au début de chaque opération. Ce lien est personnel\u00a0: ne le transférez pas.

Merci de votre engagement.`,
  }
}
