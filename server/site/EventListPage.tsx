import type { ResultOf } from 'gql.tada'
import { dayOf, hoursOf, noticeOf } from './french.ts'
import { graphql } from './graphql.ts'

export const PAGE_SIZE = 30

export const eventList = graphql(`
  query PublicEvents($filter: EventFilter!, $order: SortOrder!, $page: PageInput!) {
    events(filter: $filter, sort: startsAt, order: $order, page: $page) {
      items { id slug title startsAt endsAt formerStartsAt state department { name } venue { name city { name } } }
      total
    }
    departments(sort: id, page: { number: 0, size: 100 }) { items { id name } }
  }
`)

export type Asked = { q: string; departement: string; passees: boolean; page: number }

export const addressOf = ({ q, departement, passees, page }: Asked): string => {
  const query = new URLSearchParams({ ...(q && { q }), ...(departement && { departement }), ...(passees && { periode: 'passees' }), ...(page > 1 && { page: String(page) }) })
  return query.size > 0 ? `/?${query}` : '/'
}

/** All published dates and places. */
export function EventListPage({ answer: { events, departments }, asked }: { answer: ResultOf<typeof eventList>; asked: Asked }) {
  const pages = Math.ceil(events.total / PAGE_SIZE)
  return (
    <>
      <h1>{asked.passees ? 'Opérations passées' : 'Les prochaines dates près de chez vous'}</h1>
      <p>Une demi-journée pour trouver un apprentissage : conseils, entretiens, employeurs et centres de formation. L’entrée est libre et gratuite.</p>
      <form method="get" action="/" className="filters fr-mb-4w" role="search" aria-label="Filtrer les dates">
        <div className="fr-input-group">
          <label className="fr-label" htmlFor="q">Ville ou lieu</label>
          <input className="fr-input" id="q" name="q" type="search" defaultValue={asked.q} maxLength={100} />
        </div>
        <div className="fr-select-group">
          <label className="fr-label" htmlFor="departement">Département</label>
          <select className="fr-select" id="departement" name="departement" defaultValue={asked.departement}>
            <option value="">Tous</option>
            {departments.items.map(({ id, name }) => <option key={id} value={id}>{`${name} (${id})`}</option>)}
          </select>
        </div>
        {asked.passees && <input type="hidden" name="periode" value="passees" />}
        <div className="filters-submit"><button className="fr-btn" type="submit">Rechercher</button></div>
      </form>
      <p aria-live="polite">{events.total === 0 ? '' : events.total === 1 ? '1 date' : `${events.total.toLocaleString('fr-FR')} dates`}</p>
      {events.items.length === 0 && (
        <div className="fr-alert fr-alert--info">
          <p className="fr-alert__title">Aucune date ne correspond.</p>
          <p>{asked.q || asked.departement ? <>Élargissez votre recherche, ou <a href={asked.passees ? '/?periode=passees' : '/'}>revenez à toutes les dates</a>.</> : 'Les prochaines dates paraîtront ici dès leur publication.'}</p>
        </div>
      )}
      <ul className="event-list">
        {events.items.map((event) => (
          <li key={event.id}>
            <p className="fr-text--bold">{event.state === 'POSTPONED' ? `Prévue d’abord le ${dayOf(event.formerStartsAt ?? event.startsAt).toLowerCase()}` : `${dayOf(event.startsAt)}, ${hoursOf(event)}`}</p>
            <h2 className="fr-h6"><a href={`/operations/${event.slug}`}>{event.title}</a></h2>
            <p>
              {[event.venue?.name, event.venue?.city?.name, event.department?.name].filter(Boolean).join(' · ')}
              {noticeOf(event.state) && <> <span className={`fr-badge fr-badge--sm ${event.state === 'CANCELLED' ? 'fr-badge--error' : 'fr-badge--info'} fr-badge--no-icon`}>{noticeOf(event.state)}</span></>}
            </p>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav className="fr-pagination fr-mt-4w" aria-label="Pagination">
          <ul className="fr-pagination__list">
            <li>{asked.page > 1 ? <a className="fr-pagination__link fr-pagination__link--prev" href={addressOf({ ...asked, page: asked.page - 1 })}>Page précédente</a> : <span className="fr-pagination__link fr-pagination__link--prev" aria-disabled="true">Page précédente</span>}</li>
            <li><span className="fr-pagination__link" aria-current="page">{`Page ${asked.page} sur ${pages}`}</span></li>
            <li>{asked.page < pages ? <a className="fr-pagination__link fr-pagination__link--next" href={addressOf({ ...asked, page: asked.page + 1 })}>Page suivante</a> : <span className="fr-pagination__link fr-pagination__link--next" aria-disabled="true">Page suivante</span>}</li>
          </ul>
        </nav>
      )}
      <p className="fr-mt-4w">
        <a className="fr-link" href={addressOf({ ...asked, passees: !asked.passees, page: 1 })}>{asked.passees ? 'Voir les dates à venir' : 'Voir les opérations passées'}</a>
        {!asked.passees && <> · <a className="fr-link" href="/calendrier.ics">Ajouter ces dates à mon agenda</a></>}
      </p>
    </>
  )
}
