import type { ResultOf } from 'gql.tada'
import { dayOf, hourOf, hoursOf, phoneOf } from './french.ts'
import { graphql } from './graphql.ts'

export const referentPage = graphql(`
  query InvitedReferent($id: ID!) {
    referent(id: $id) {
      firstName
      availabilities {
        id answer
        can { answer { sentence } }
        assignment { state }
        event { id slug title startsAt endsAt state sequence reconfirmBy contactName contactEmail contactPhone venue { name address postalCode access city { name } } }
      }
    }
  }
`)
export type Invited = NonNullable<ResultOf<typeof referentPage>['referent']>
type Asked = Invited['availabilities'][number]

const answers = [['YES', 'Oui'], ['IF_NEEDED', 'Si besoin'], ['NO', 'Non']] as const
const assigned: Record<string, string> = {
  CONFIRMED: 'Vous êtes attendu(e) : votre présence est confirmée.', OFFERED: 'Une place vous est réservée : répondez pour la confirmer.', PRESENT: 'Vous étiez présent(e). Merci !',
  TO_RECONFIRM: 'La date a changé : votre présence est à confirmer de nouveau.', RELEASED: 'La préfecture n’a finalement pas besoin de vous ce jour-là.', WITHDRAWN: 'Vous vous êtes désisté(e).',
}
const states: Record<string, string> = { CANCELLED: 'Cette opération est annulée.', POSTPONED: 'Cette opération est reportée : la nouvelle date vous sera proposée.', HELD: 'Cette opération a eu lieu.', CLOSED: 'Cette opération a eu lieu.' }

/** Every date a referent is asked about, and his answers. One button is one answer; `answered` is the one just given. */
export function ReferentPage({ invited: { firstName, availabilities }, action, answered, problem }: { invited: Invited; action: string; answered: string | null; problem?: string }) {
  const asked = availabilities.filter((one) => one.event).sort((one, other) => one.event!.startsAt.localeCompare(other.event!.startsAt))
  const open = asked.filter(({ can }) => can.answer.length === 0)
  const over = asked.filter(({ can }) => can.answer.length > 0)
  const missing = open.filter(({ answer }) => !answer).length
  return (
    <div className="narrow">
      <h1>{`Bonjour ${firstName}`}</h1>
      {problem && <div className="fr-alert fr-alert--error" role="alert"><p className="fr-alert__title">Votre réponse n’est pas enregistrée.</p><p>{problem}</p></div>}
      {open.length === 0
        ? <p>Aucune date n’attend votre réponse. La préfecture vous écrira pour les suivantes.</p>
        : <p>{missing === 0 ? 'Vous avez répondu pour toutes les dates. Vous pouvez changer d’avis jusqu’au début de chacune.' : `Pouvez-vous accompagner des jeunes à ${open.length > 1 ? 'ces dates' : 'cette date'} ? Un appui suffit pour répondre.`}</p>}
      <ul className="event-list">{open.map((one) => <Open key={one.id} asked={one} action={action} answered={!problem && one.id === answered} />)}</ul>
      {open.length > 0 && <p className="fr-mt-3w"><a className="fr-btn fr-btn--secondary" href={`${action}/calendrier.ics`}>Ajouter mes dates à mon agenda</a></p>}
      {over.length > 0 && <><h2 className="fr-h4 fr-mt-5w">Autres dates</h2><ul className="event-list">{over.map((one) => <Over key={one.id} asked={one} />)}</ul></>}
      <p className="fr-text--sm fr-mt-5w">Cette page est personnelle : ne transférez pas son adresse. La préfecture y lit vos réponses et s’en sert pour composer les équipes, rien d’autre.</p>
    </div>
  )
}

function Facts({ asked: { event, assignment } }: { asked: Asked }) {
  const venue = event!.venue
  return (
    <>
      <h3 className="fr-h6">{`${dayOf(event!.startsAt)}, ${hoursOf(event!)}`}</h3>
      <p>{event!.title}</p>
      {venue && <p>{[venue.name, venue.address, `${venue.postalCode} ${venue.city?.name ?? ''}`].join(', ')}</p>}
      {states[event!.state] && <p><strong>{states[event!.state]}</strong></p>}
      {assignment && !states[event!.state] && assigned[assignment.state] && <p><strong>{assigned[assignment.state]}</strong></p>}
      {assignment?.state === 'TO_RECONFIRM' && event!.state === 'PUBLISHED' && event!.reconfirmBy && <p>{`Répondez avant le ${dayOf(event!.reconfirmBy).toLowerCase()}, ${hourOf(event!.reconfirmBy)} : ensuite, votre place sera proposée à quelqu’un d’autre.`}</p>}
    </>
  )
}

function Open({ asked, action, answered }: { asked: Asked; action: string; answered: boolean }) {
  const { id, answer, event } = asked
  return (
    <li id={id}>
      <Facts asked={asked} />
      <form method="post" action={action} className="answers" aria-label={`Votre réponse pour le ${dayOf(event!.startsAt).toLowerCase()}`}>
        <input type="hidden" name="id" value={id} />
        {answers.map(([value, label]) => (
          <button key={value} className={`fr-btn ${answer === value ? '' : 'fr-btn--secondary'}`} type="submit" name="answer" value={value} aria-pressed={answer === value}>{label}</button>
        ))}
      </form>
      {answered && <p className="fr-valid-text" role="status">Votre réponse est enregistrée. Merci !</p>}
      {event!.contactName && (
        <p className="fr-text--sm fr-mt-1w">
          {`Une question ? ${event!.contactName}`}
          {event!.contactEmail && <>{', '}<a href={`mailto:${event!.contactEmail}`}>{event!.contactEmail}</a></>}
          {event!.contactPhone && <>{', '}<a href={`tel:${event!.contactPhone.replace(/\s/g, '')}`}>{phoneOf(event!.contactPhone)}</a></>}
        </p>
      )}
    </li>
  )
}

function Over({ asked }: { asked: Asked }) {
  const said = answers.find(([value]) => value === asked.answer)?.[1]
  return <li id={asked.id}><Facts asked={asked} /><p>{said ? `Votre réponse : ${said.toLowerCase()}.` : 'Vous n’aviez pas répondu.'}</p></li>
}
