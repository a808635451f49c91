import type { ResultOf } from 'gql.tada'
import { dayOf, hoursOf, noticeOf } from './french.ts'
import { graphql } from './graphql.ts'

export const eventPage = graphql(`
  query PublicEvent($slug: String!) {
    events(filter: { slug: $slug }, page: { number: 0, size: 1 }) {
      items {
        id slug title startsAt endsAt formerStartsAt capacity state publicText sequence
        department { name }
        leadAgency { name }
        venue { name address postalCode access transport city { name } latitude longitude }
        neighbourhoods { id name }
      }
    }
  }
`)
export type PublicEvent = ResultOf<typeof eventPage>['events']['items'][number]

/** One event, for whoever may come. */
export function EventPage({ event }: { event: PublicEvent }) {
  const { venue } = event
  const notice = noticeOf(event.state)
  return (
    <article className="narrow">
      <p><a className="fr-link" href="/">Toutes les dates</a></p>
      <h1>{event.title}</h1>
      {event.state === 'CANCELLED' && <div className="fr-alert fr-alert--error"><p className="fr-alert__title">Cette opération est annulée.</p><p>D’autres dates sont ouvertes près de chez vous : <a href="/">voir toutes les dates</a>.</p></div>}
      {event.state === 'POSTPONED' && <div className="fr-alert fr-alert--warning"><p className="fr-alert__title">Cette opération est reportée.</p><p>La nouvelle date paraîtra sur cette page.</p></div>}
      {notice === 'Passée' && <div className="fr-alert fr-alert--info"><p className="fr-alert__title">Cette opération a eu lieu.</p></div>}
      <dl className="facts">
        <dt>Date</dt><dd>{event.state === 'POSTPONED' ? `Prévue d’abord le ${dayOf(event.formerStartsAt ?? event.startsAt).toLowerCase()}` : `${dayOf(event.startsAt)}, ${hoursOf(event)}`}</dd>
        {venue && <><dt>Lieu</dt><dd>{venue.name}<br />{venue.address}<br />{`${venue.postalCode} ${venue.city?.name ?? ''}`}</dd></>}
        {venue?.transport && <><dt>En transports</dt><dd className="prose">{venue.transport}</dd></>}
        {venue?.access && <><dt>Accès</dt><dd>{venue.access}</dd></>}
        {event.department && <><dt>Département</dt><dd>{event.department.name}</dd></>}
        {event.leadAgency && <><dt>Organisée par</dt><dd>{event.leadAgency.name}</dd></>}
        <dt>Places</dt><dd>{event.capacity.toLocaleString('fr-FR')}</dd>
        {event.neighbourhoods.length > 0 && <><dt>Quartiers</dt><dd>{event.neighbourhoods.map(({ name }) => name).join(', ')}</dd></>}
      </dl>
      {event.publicText && <p className="prose">{event.publicText}</p>}
      {event.state === 'PUBLISHED' && <p><a className="fr-btn fr-btn--secondary" href={`/operations/${event.slug}.ics`}>Ajouter à mon agenda</a></p>}
    </article>
  )
}
