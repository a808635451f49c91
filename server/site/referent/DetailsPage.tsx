import type { ReactNode } from 'react'
import { phoneOf } from '../french.ts'
import { frenchDay } from '../../frenchDay.ts'
import { Said } from './DatePieces.tsx'
import type { Invited } from './documents.ts'

/** What was typed in a form that was refused, and why, by field. */
export type Refusal = { typed: Record<string, string | undefined>; fields: Record<string, string> }
type Props = { invited: Invited; action: string; said: string | null; refusal?: Refusal | undefined; feed?: string | undefined }

const day = frenchDay({ dateStyle: 'long', timeZone: 'UTC' })
const daysOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
  (startsOn === endsOn ? `Le ${day.format(new Date(startsOn))}` : `Du ${day.format(new Date(startsOn))} au ${day.format(new Date(endsOn))}`)

/** What a referent may change of himself: details, absences, calendar, data. `feed` is the address of his calendar, shown once. */
export function DetailsPage({ invited, action, said, refusal, feed }: Props) {
  const { firstName, lastName, email, phone, city, languages, maxDistanceKm, unavailabilities, stoppedAt } = invited
  const typed = (name: string, kept: string) => refusal?.typed[name] ?? kept
  const fault = (name: string) => refusal?.fields[name]
  return (
    <div className="narrow">
      <p><a className="fr-link" href={action}>Retour à mes dates</a></p>
      <h1>Mes informations</h1>
      <Said said={said} problem={refusal && 'Corrigez ce qui est indiqué, puis enregistrez de nouveau.'} />
      <form method="post" action={`${action}/moi`} aria-labelledby="details">
        <h2 className="fr-h4" id="details">Mes coordonnées</h2>
        <p>{`${firstName} ${lastName}, ${email ?? ''}`}<br /><span className="fr-text--sm">Pour changer de nom ou d’adresse électronique, écrivez à la préfecture.</span></p>
        <Input name="phone" label="Téléphone" type="tel" autoComplete="tel" value={typed('phone', phone ? phoneOf(phone).replaceAll('\u00a0', ' ') : '')} fault={fault('phone')} />
        <Input name="city" label="Commune" hint="Un nom ou un code postal" value={typed('city', city?.name ?? '')} fault={fault('cityId')} />
        <Input name="maxDistanceKm" label="Jusqu’à combien de kilomètres de chez vous ?" hint="Laissez vide s’il n’y a pas de limite." inputMode="numeric" value={typed('maxDistanceKm', maxDistanceKm === null ? '' : String(maxDistanceKm))} fault={fault('maxDistanceKm')} />
        <Input name="languages" label="Langues parlées" hint="Séparées par des virgules" value={typed('languages', languages.join(', '))} fault={fault('languages')} />
        <button className="fr-btn" type="submit">Enregistrer mes coordonnées</button>
      </form>

      <h2 className="fr-h4 fr-mt-5w">Mes absences</h2>
      <p>Les jours où vous ne pouvez pas venir : on ne vous proposera pas de place ces jours-là.</p>
      {unavailabilities.length > 0 && (
        <ul className="event-list">
          {unavailabilities.map((one) => (
            <li key={one.id}>
              <form method="post" action={`${action}/absences/retirer`} aria-label={`Retirer : ${daysOf(one)}`}>
                <input type="hidden" name="id" value={one.id} />
                <p>{daysOf(one)} <button className="fr-btn fr-btn--tertiary fr-btn--sm" type="submit">Retirer</button></p>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${action}/absences`} aria-label="Ajouter une absence">
        <Input name="startsOn" label="Du" type="date" value={typed('startsOn', '')} fault={fault('startsOn')} required />
        <Input name="endsOn" label="Au" hint="Laissez vide pour un seul jour." type="date" value={typed('endsOn', '')} fault={fault('endsOn')} />
        <button className="fr-btn fr-btn--secondary" type="submit">Ajouter cette absence</button>
      </form>

      <h2 className="fr-h4 fr-mt-5w">Mon agenda</h2>
      <p><a className="fr-link" href={`${action}/calendrier.ics`}>Télécharger mes dates</a>, à ajouter une fois à votre agenda.</p>
      {feed
        ? <p>Donnez cette adresse à votre agenda, qui suivra les changements : <a className="fr-link address" href={feed.replace(/^https?:/, 'webcal:')}>{feed}</a><br /><span className="fr-text--sm">Elle ne sera plus affichée. Une nouvelle remplace celle-ci.</span></p>
        : <form method="post" action={`${action}/agenda`}><button className="fr-btn fr-btn--secondary" type="submit">Obtenir une adresse d’agenda</button></form>}

      <h2 className="fr-h4 fr-mt-5w">Mes données</h2>
      <p><a className="fr-link" href={`${action}/mes-donnees.json`}>Télécharger tout ce qui est gardé à mon sujet</a></p>
      <form method="post" action={`${action}/sollicitations`} className="fr-mb-3w">
        <input type="hidden" name="wanted" value={stoppedAt ? 'yes' : 'no'} />
        <p>{stoppedAt ? 'Vous ne recevez plus d’invitation ; seulement ce qui concerne une place que vous avez encore.' : 'Vous recevez les invitations de la préfecture.'}</p>
        <button className="fr-btn fr-btn--secondary" type="submit">{stoppedAt ? 'Être de nouveau sollicité(e)' : 'Ne plus être sollicité(e)'}</button>
      </form>
      <details>
        <summary>Effacer toutes mes données</summary>
        <form method="post" action={`${action}/effacer`} className="fr-mt-2w" aria-label="Effacer toutes mes données">
          <p>Votre fiche, vos messages et vos liens sont effacés pour toujours, et vos places à venir sont rendues. Ce lien ne marchera plus.</p>
          <div className="fr-checkbox-group fr-mb-2w">
            <input type="checkbox" id="sure" name="sure" value="yes" required aria-describedby={fault('sure') ? 'sure-fault' : undefined} />
            <label className="fr-label" htmlFor="sure">Oui, effacez tout</label>
            {fault('sure') && <p className="fr-error-text" id="sure-fault">{fault('sure')}</p>}
          </div>
          <button className="fr-btn fr-btn--secondary" type="submit">Effacer pour toujours</button>
        </form>
      </details>
    </div>
  )
}

type InputProps = { name: string; label: string; value: string; fault?: string | undefined; hint?: string; type?: string; autoComplete?: string; inputMode?: 'numeric'; required?: boolean }
function Input({ name, label, value, fault, hint, ...rest }: InputProps): ReactNode {
  return (
    <div className={`fr-input-group ${fault ? 'fr-input-group--error' : ''}`}>
      <label className="fr-label" htmlFor={name}>{label}{hint && <span className="fr-hint-text">{hint}</span>}</label>
      <input className={`fr-input ${fault ? 'fr-input--error' : ''}`} id={name} name={name} defaultValue={value} maxLength={200} {...rest} {...(fault ? { 'aria-invalid': true, 'aria-describedby': `${name}-fault` } : {})} />
      {fault && <p className="fr-error-text" id={`${name}-fault`}>{fault}</p>}
    </div>
  )
}
