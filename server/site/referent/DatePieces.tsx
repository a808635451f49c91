import { dayOf, hourOf, hoursOf, phoneOf } from '../french.ts'
import type { Asked } from './documents.ts'

const assigned: Record<string, string> = {
  CONFIRMED: 'Vous êtes attendu(e) : votre présence est confirmée.', OFFERED: 'Une place vous est réservée : répondez pour la confirmer.', PRESENT: 'Vous étiez présent(e). Merci !',
  TO_RECONFIRM: 'La date a changé : votre présence est à confirmer de nouveau.', RELEASED: 'La préfecture n’a finalement pas besoin de vous ce jour-là.', WITHDRAWN: 'Vous vous êtes désisté(e).',
}
const states: Record<string, string> = { CANCELLED: 'Cette opération est annulée.', POSTPONED: 'Cette opération est reportée : la nouvelle date vous sera proposée.', HELD: 'Cette opération a eu lieu.', CLOSED: 'Cette opération a eu lieu.' }

/** When, what and where, and how the referent's place stands. */
export function Facts({ asked: { event, assignment } }: { asked: Asked }) {
  const { venue } = event
  return (
    <>
      <h3 className="fr-h6">{`${dayOf(event.startsAt)}, ${hoursOf(event)}`}</h3>
      <p>{event.title}</p>
      {venue && <p>{[venue.name, venue.address, `${venue.postalCode} ${venue.city?.name ?? ''}`].join(', ')}</p>}
      {states[event.state] && <p><strong>{states[event.state]}</strong></p>}
      {assignment && !states[event.state] && assigned[assignment.state] && <p><strong>{assigned[assignment.state]}</strong></p>}
      {assignment?.state === 'TO_RECONFIRM' && event.state === 'PUBLISHED' && event.reconfirmBy && <p>{`Répondez avant le ${dayOf(event.reconfirmBy).toLowerCase()}, ${hourOf(event.reconfirmBy)} : ensuite, votre place sera proposée à quelqu’un d’autre.`}</p>}
    </>
  )
}

/** How to get there, how to get in, and whom to ask. */
export function WayThere({ event }: { event: Asked['event'] }) {
  const { venue, contactName, contactEmail, contactPhone } = event
  return (
    <div className="fr-text--sm fr-mt-1w">
      {venue?.transport && <p className="prose">{`En transports : ${venue.transport}`}</p>}
      {venue?.access && <p className="prose">{`Accès : ${venue.access}`}</p>}
      {venue?.latitude != null && venue.longitude != null && (
        <p>
          <a href={`https://www.openstreetmap.org/?mlat=${venue.latitude}&mlon=${venue.longitude}#map=17/${venue.latitude}/${venue.longitude}`} rel="noreferrer">Voir sur une carte</a>
          {' · '}
          <a href={`https://www.openstreetmap.org/directions?to=${venue.latitude},${venue.longitude}`} rel="noreferrer">Itinéraire</a>
          {venue.approximate && ' (position de la commune : suivez l’adresse)'}
        </p>
      )}
      {contactName && (
        <p>
          {`Une question ? ${contactName}`}
          {contactEmail && <>{', '}<a href={`mailto:${contactEmail}`}>{contactEmail}</a></>}
          {contactPhone && <>{', '}<a href={`tel:${contactPhone.replace(/\s/g, '')}`}>{phoneOf(contactPhone)}</a></>}
        </p>
      )}
    </div>
  )
}

/** What was just done, or why it was not. */
export function Said({ said, problem }: { said: string | null; problem?: string | undefined }) {
  return (
    <>
      {problem && <div className="fr-alert fr-alert--error fr-mb-2w" role="alert"><p className="fr-alert__title">Ce n’est pas enregistré.</p><p>{problem}</p></div>}
      {!problem && said && <div className="fr-alert fr-alert--success fr-mb-2w" role="status"><p className="fr-alert__title">{said}</p></div>}
    </>
  )
}
