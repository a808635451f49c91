import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import type { Ask } from './asking.ts'
import { registerAssets } from './assets.ts'
import { calendarOf } from './calendar.ts'
import { addressOf, EventListPage, eventList, PAGE_SIZE, type Asked } from './EventListPage.tsx'
import { EventPage, eventPage } from './EventPage.tsx'
import { graphql } from './graphql.ts'
import type { KeptPages, Made, Otherwise } from './keptPages.ts'
import { page } from './layout.tsx'
import { html, withPageHeaders } from './pageHeaders.ts'
import { registerReferentRoutes } from './referent/routes.tsx'

const PUBLIC = { role: 'PUBLIC' } as const
const ics = 'text/calendar; charset=utf-8'

const upcoming = graphql(`
  query Upcoming($from: Instant!, $page: PageInput!) {
    events(filter: { states: [PUBLISHED, POSTPONED, CANCELLED], startsAt: { from: $from } }, page: $page) {
      items { id slug title startsAt endsAt state sequence venue { name address postalCode city { name } } }
    }
  }
`)

type Given = { ask: Ask; pages: KeptPages; now: () => Date } & Pick<Context, 'pool' | 'db' | 'settings'>

/** The pages anybody may read, and those a referent reaches by a link. They ask the same schema as the console. */
export async function registerSite(server: FastifyInstance, given: Given): Promise<void> {
  const { ask, pages, now, settings } = given
  server.setNotFoundHandler(async (request, reply) => (request.headers.accept?.includes('text/html') ? reply.code(404).type(html).send(missing) : reply.code(404).send({ message: 'Not found' })))
  await server.register(async (scope) => {
    await withPageHeaders(scope)
    await registerAssets(scope)

    scope.get<{ Querystring: Record<string, string | undefined> }>('/', async (request, reply) => {
      const asked = askedBy(request.query)
      return pages.answer(request, reply, addressOf(asked), () => listPage(asked, reply))
    })

    async function listPage(asked: Asked, reply: FastifyReply): Promise<Made | Otherwise> {
      const today = now().toISOString()
      const answer = await ask(PUBLIC, eventList, {
        filter: {
          ...(asked.q && { q: asked.q }), ...(asked.departement && { departmentCodes: [asked.departement] }),
          ...(asked.passees ? { startsAt: { until: today }, states: ['PUBLISHED', 'HELD', 'CLOSED'] } : { startsAt: { from: today }, states: ['PUBLISHED', 'POSTPONED', 'CANCELLED'] }),
        },
        order: asked.passees ? 'desc' : 'asc', page: { number: asked.page - 1, size: PAGE_SIZE },
      })
      const last = Math.max(1, Math.ceil(answer.events.total / PAGE_SIZE))
      if (asked.page > last) return () => reply.redirect(addressOf({ ...asked, page: last }))
      return { type: html, body: page({ title: asked.passees ? 'Opérations passées' : 'Les prochaines dates', robots: true, children: <EventListPage answer={answer} asked={asked} /> }) }
    }

    scope.get<{ Params: { slug: string } }>('/operations/:slug', async (request, reply) => {
      const slug = request.params.slug.replace(/\.ics$/, '')
      const isCalendar = slug !== request.params.slug
      if (isCalendar) reply.header('content-disposition', `attachment; filename="${slug}.ics"`)
      return pages.answer(request, reply, `/operations/${request.params.slug}`, async () => {
        const { events: { items: [event] } } = await ask(PUBLIC, eventPage, { slug })
        if (!event) return () => reply.code(404).removeHeader('content-disposition').type(html).send(missing)
        return isCalendar
          ? { type: ics, body: calendarOf(event.title, [event], { publicUrl: settings.publicUrl, now: now() }) }
          : { type: html, body: page({ title: event.title, robots: true, children: <EventPage event={event} /> }) }
      })
    })

    scope.get('/calendrier.ics', async (request, reply) => pages.answer(request, reply, '/calendrier.ics', async () => {
      const { events } = await ask(PUBLIC, upcoming, { from: now().toISOString(), page: { number: 0, size: 100 } })
      return { type: ics, body: calendarOf('Apprentissage-coaching', events.items, { publicUrl: settings.publicUrl, now: now() }) }
    }))

    await scope.register(async (personal) => registerReferentRoutes(personal, given))
  })
}

/** What the address asks for; nonsense asks for nothing. */
function askedBy({ q = '', departement = '', periode, page }: Record<string, string | undefined>): Asked {
  return { q: q.trim().slice(0, 100), departement: /^\w{1,4}$/.test(departement) ? departement : '', passees: periode === 'passees', page: Math.min(10_000, Math.max(1, Math.trunc(Number(page)) || 1)) }
}

const missing = page({
  title: 'Page introuvable',
  children: <div className="narrow"><h1>Cette page n’existe pas.</h1><p>L’adresse est peut-être incomplète. <a href="/">Voir toutes les dates</a>.</p></div>,
})
