import { dayOf } from '../french.ts'
import { Facts, Said, WayThere } from './DatePieces.tsx'
import type { Asked, Invited } from './documents.ts'

const answers = [['YES', 'Oui'], ['IF_NEEDED', 'Si besoin'], ['NO', 'Non']] as const
/** Why somebody gives a place back, as the coordinators read it. Nothing about health is asked, and nothing is typed: the journal, which is never rewritten, keeps it. */
export const REASONS = ['Un empêchement professionnel', 'Un empêchement personnel', 'Je ne peux pas me déplacer', 'Une autre raison'] as const

type Props = { invited: Invited; action: string; answered: string | null; said?: string | null; problem?: string; typed?: Record<string, string | undefined> }

/** Every date a referent is asked about or expected at, and his answers. One button is one answer; `answered` is the one just given. */
export function DatesPage({ invited: { firstName, availabilities, maxDays, comment }, action, answered, said = null, problem, typed }: Props) {
  const dates = availabilities.filter((one): one is Asked => one.event !== null).sort((one, other) => one.event.startsAt.localeCompare(other.event.startsAt))
  const open = dates.filter(({ can }) => can.answer.length === 0)
  const held = open.filter(({ assignment }) => assignment?.state === 'CONFIRMED')
  const proposed = open.filter((one) => !held.includes(one))
  const over = dates.filter(({ can }) => can.answer.length > 0)
  const missing = proposed.filter(({ answer }) => !answer).length
  return (
    <div className="narrow">
      <h1>{`Bonjour ${firstName}`}</h1>
      <Said said={said} problem={problem} />
      {open.length === 0
        ? <p>Aucune date n’attend votre réponse. La préfecture vous écrira pour les suivantes.</p>
        : <p>{missing === 0 ? 'Vous avez répondu pour toutes les dates. Vous pouvez changer d’avis jusqu’au début de chacune.' : `Pouvez-vous accompagner des jeunes à ${missing > 1 ? 'ces dates' : 'cette date'} ? Un appui suffit pour répondre.`}</p>}
      {held.length > 0 && <><h2 className="fr-h4">Vous êtes attendu(e)</h2><ul className="event-list">{held.map((one) => <Held key={one.id} asked={one} action={action} answered={!problem && one.id === answered} />)}</ul></>}
      {proposed.length > 0 && (
        <>
          <h2 className="fr-h4 fr-mt-3w">{proposed.length > 1 ? 'Dates proposées' : 'Date proposée'}</h2>
          <ul className="event-list">{proposed.map((one) => <Open key={one.id} asked={one} action={action} answered={!problem && one.id === answered} />)}</ul>
          {missing > 1 && (
            <form method="post" action={`${action}/aucune`} className="fr-mt-2w">
              <button className="fr-btn fr-btn--tertiary" type="submit">{missing === proposed.length ? 'Aucune de ces dates ne me convient' : 'Répondre non aux dates restantes'}</button>
            </form>
          )}
        </>
      )}
      {open.length > 0 && <Limits action={action} maxDays={typed?.maxDays ?? (maxDays === null ? '' : String(maxDays))} comment={typed?.comment ?? comment ?? ''} />}
      {over.length > 0 && <><h2 className="fr-h4 fr-mt-5w">Autres dates</h2><ul className="event-list">{over.map((one) => <Over key={one.id} asked={one} />)}</ul></>}
      {open.length > 0 && <p className="fr-mt-5w"><a className="fr-btn fr-btn--secondary" href={`${action}/calendrier.ics`}>Ajouter mes dates à mon agenda</a></p>}
      <p className="fr-mt-2w"><a className="fr-btn fr-btn--secondary" href={`${action}/moi`}>Mes coordonnées, mes absences, mon agenda</a></p>
      <p className="fr-text--sm fr-mt-3w">Cette page est personnelle : ne transférez pas son adresse. La préfecture y lit vos réponses et s’en sert pour composer les équipes, rien d’autre.</p>
    </div>
  )
}

function Open({ asked, action, answered }: { asked: Asked; action: string; answered: boolean }) {
  const { id, answer, event } = asked
  return (
    <li id={id}>
      <Facts asked={asked} />
      <form method="post" action={action} className="answers" aria-label={`Votre réponse pour le ${dayOf(event.startsAt).toLowerCase()}`}>
        <input type="hidden" name="id" value={id} />
        {answers.map(([value, label]) => (
          <button key={value} className={`fr-btn ${answer === value ? '' : 'fr-btn--secondary'}`} type="submit" name="answer" value={value} aria-pressed={answer === value}>{label}</button>
        ))}
      </form>
      {answered && <p className="fr-valid-text" role="status">Votre réponse est enregistrée. Merci !</p>}
      <WayThere event={event} />
    </li>
  )
}

/** A place that is confirmed: said again with one button, given back with a reason. */
function Held({ asked, action, answered }: { asked: Asked; action: string; answered: boolean }) {
  const { id, event, assignment } = asked
  const on = dayOf(event.startsAt).toLowerCase()
  const waits = assignment!.can.reconfirm.length === 0
  return (
    <li id={id}>
      <Facts asked={asked} />
      {answered && <p className="fr-valid-text" role="status">Votre réponse est enregistrée. Merci !</p>}
      {waits && (
        <form method="post" action={`${action}/confirmer`} className="answers" aria-label={`Confirmer votre venue le ${on}`}>
          <input type="hidden" name="id" value={assignment!.id} />
          <button className="fr-btn" type="submit">Je viens toujours</button>
        </form>
      )}
      {!waits && assignment!.can.reconfirm.some(({ code }) => code === 'SAID') && <p className="fr-valid-text">Vous avez confirmé votre venue. Merci !</p>}
      <WayThere event={event} />
      <details className="fr-mt-1w">
        <summary>Je ne peux plus venir</summary>
        <form method="post" action={action} className="fr-mt-2w" aria-label={`Vous désister pour le ${on}`}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="answer" value="NO" />
          <fieldset className="fr-fieldset">
            <legend className="fr-fieldset__legend fr-text--regular">Pourquoi ?</legend>
            {REASONS.map((reason, index) => (
              <div className="fr-fieldset__element" key={reason}>
                <div className="fr-radio-group">
                  <input type="radio" id={`${id}-${index}`} name="reason" value={reason} required />
                  <label className="fr-label" htmlFor={`${id}-${index}`}>{reason}</label>
                </div>
              </div>
            ))}
          </fieldset>
          <button className="fr-btn fr-btn--secondary" type="submit">Rendre ma place</button>
        </form>
      </details>
    </li>
  )
}

function Limits({ action, maxDays, comment }: { action: string; maxDays: string; comment: string }) {
  return (
    <form method="post" action={`${action}/limites`} className="fr-mt-5w" aria-labelledby="limits">
      <h2 className="fr-h4" id="limits">À savoir pour composer les équipes</h2>
      <div className="fr-input-group">
        <label className="fr-label" htmlFor="maxDays">Au plus combien de jours en tout ?<span className="fr-hint-text">Laissez vide s’il n’y a pas de limite.</span></label>
        <input className="fr-input" id="maxDays" name="maxDays" inputMode="numeric" defaultValue={maxDays} maxLength={3} />
      </div>
      <div className="fr-input-group">
        <label className="fr-label" htmlFor="comment">Un mot à la préfecture<span className="fr-hint-text">Par exemple : « plutôt le matin ».</span></label>
        <textarea className="fr-input" id="comment" name="comment" rows={3} maxLength={1000} defaultValue={comment} />
      </div>
      <button className="fr-btn fr-btn--secondary" type="submit">Enregistrer</button>
    </form>
  )
}

function Over({ asked }: { asked: Asked }) {
  const said = answers.find(([value]) => value === asked.answer)?.[1]
  return <li id={asked.id}><Facts asked={asked} /><p>{said ? `Votre réponse : ${said.toLowerCase()}.` : 'Vous n’aviez pas répondu.'}</p></li>
}
