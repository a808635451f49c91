import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Viewer } from '../../access/policy.ts'
import { createLink } from '../../links/createLink.ts'
import { fold } from '../../imports/lines/fold.ts'
import { chooseSolicitation } from '../../referents/chooseSolicitation.ts'
import { Refused, type Ask } from '../asking.ts'
import { page } from '../layout.tsx'
import { html } from '../pageHeaders.ts'
import { DetailsPage, type Refusal } from './DetailsPage.tsx'
import { addDays, citiesCalled, erase, ownData, referentPage, removeDays, updateOwn } from './documents.ts'
import { wholeNumber, type Addressed, type Given, type ViewerOf } from './routes.tsx'

type Body = Addressed['Body']
const said: Record<string, string> = { details: 'Vos coordonnées sont enregistrées.', absence: 'Votre absence est notée.', retiree: 'L’absence est retirée.', choix: 'Votre choix est enregistré.' }

/** What a referent changes of himself: details, absences, calendar; and his data to take away. */
export function registerOwnRoutes(server: FastifyInstance, { ask, db, now, settings }: Given, viewerOf: ViewerOf): void {
  type Shown = { ok?: string | undefined; refusal?: Refusal; feed?: string }
  const show = async (reply: FastifyReply, viewer: Viewer, secret: string, { ok, ...more }: Shown) => reply.type(html).send(page({
    title: 'Mes informations',
    children: <DetailsPage invited={(await ask(viewer, referentPage, { id: viewer.own! })).referent} action={`/r/${secret}`} said={ok ? (said[ok] ?? null) : null} {...more} />,
  }))

  server.get<Addressed>('/r/:secret/moi', async (request, reply) => {
    const viewer = await viewerOf(request, reply)
    return viewer ? show(reply, viewer, request.params.secret, { ok: request.query.ok }) : reply
  })

  /** A form of the page; refused, it comes back with what was typed and each fault under its field. */
  function posted(path: string, ok: string, done: (viewer: Viewer, body: Body) => Promise<unknown>) {
    server.post<Addressed>(`/r/:secret${path}`, async (request, reply) => {
      const viewer = await viewerOf(request, reply)
      if (!viewer) return reply
      const { secret } = request.params
      const typed = request.body ?? {}
      try {
        await done(viewer, typed)
        return reply.redirect(`/r/${secret}/moi?ok=${ok}`, 303)
      } catch (refused) {
        if (!(refused instanceof Refused)) throw refused
        return show(reply.code(409), viewer, secret, { refusal: { typed, fields: (refused.errors[0]?.extensions?.fields ?? {}) as Record<string, string> } })
      }
    })
  }
  posted('/moi', 'details', async (viewer, { phone = '', city = '', maxDistanceKm, languages = '' }) => ask(viewer, updateOwn, {
    id: viewer.own!, input: {
      phone: phone.trim() || null, cityId: await cityCalled(ask, viewer, city), maxDistanceKm: wholeNumber('maxDistanceKm', maxDistanceKm),
      languages: languages.split(',').map((one) => one.trim().toLowerCase()).filter(Boolean),
    },
  }))
  posted('/absences', 'absence', (viewer, { startsOn = '', endsOn }) => ask(viewer, addDays, { id: viewer.own!, startsOn: dayTyped('startsOn', startsOn), endsOn: dayTyped('endsOn', endsOn || startsOn) }))
  posted('/absences/retirer', 'retiree', (viewer, { id = '' }) => ask(viewer, removeDays, { id }))

  posted('/sollicitations', 'choix', (viewer, { wanted }) => chooseSolicitation(db, viewer.own!, wanted === 'yes', now()))

  server.post<Addressed>('/r/:secret/effacer', async (request, reply) => {
    const viewer = await viewerOf(request, reply)
    if (!viewer) return reply
    if (request.body?.sure !== 'yes') return show(reply.code(409), viewer, request.params.secret, { refusal: { typed: {}, fields: { sure: 'Cochez cette case pour confirmer.' } } })
    await ask(viewer, erase, { id: viewer.own!, reason: 'Demandé par la personne, depuis sa page' })
    return reply.type(html).send(page({ title: 'Données effacées', children: <div className="narrow"><h1>Vos données sont effacées.</h1><p>Il n’en reste que des nombres, qui ne disent rien de vous. Merci pour votre engagement.</p></div> }))
  })

  server.post<Addressed>('/r/:secret/agenda', async (request, reply) => {
    const viewer = await viewerOf(request, reply)
    if (!viewer) return reply
    const { secret } = request.params
    return show(reply, viewer, secret, { feed: `${settings.publicUrl}/a/${await createLink(db, { referentId: viewer.own!, feed: true }, now())}.ics` })
  })

  server.get<Addressed>('/r/:secret/mes-donnees.json', async (request, reply) => {
    const viewer = await viewerOf(request, reply)
    if (!viewer) return reply
    const { referent } = await ask(viewer, ownData, { id: viewer.own! })
    return reply.type('application/json; charset=utf-8').header('content-disposition', 'attachment; filename="mes-donnees.json"').send(JSON.stringify(referent, null, 2))
  })
}

const refusal = (fields: Record<string, string>) => new Refused('BAD_USER_INPUT', [{ message: '', extensions: { fields } }])

function dayTyped(field: string, text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  const read = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : ''
  if (read && !Number.isNaN(Date.parse(read))) return read
  throw refusal({ [field]: 'Une date est attendue, comme 24/12/2026.' })
}

/** The INSEE code of a city by its name or postal code; nothing typed: null. Throws `Refused` when there is none, or several. */
async function cityCalled(ask: Ask, viewer: Viewer, typed: string): Promise<string | null> {
  if (typed.trim() === '') return null
  const { cities: { items } } = await ask(viewer, citiesCalled, { q: typed.trim() })
  const exact = items.filter(({ name, postalCodes }) => fold(name) === fold(typed) || postalCodes.includes(typed.trim()))
  if (exact.length === 1) return exact[0]!.id
  const near = (exact.length > 1 ? exact : items).slice(0, 5).map(({ name, postalCodes }) => `${name} (${postalCodes[0] ?? ''})`).join(', ')
  throw refusal({ cityId: near ? `Précisez : ${near}.` : 'Aucune commune d’Île-de-France ne porte ce nom.' })
}
