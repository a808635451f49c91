import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { spend } from '../accounts/limits.ts'
import type { Viewer } from '../access/policy.ts'
import type { Context } from '../context.ts'
import { Refused, type Ask } from './asking.ts'
import { calendarOf } from './calendar.ts'
import { graphql } from './graphql.ts'
import { page } from './layout.tsx'
import { hideSecret, html } from './pageHeaders.ts'
import { ReferentPage, referentPage } from './ReferentPage.tsx'
import { renewLink } from '../links/renewLink.ts'
import { viewerOfLink } from '../links/viewerOfLink.ts'

const answerInvitation = graphql('mutation Answer($id: ID!, $answer: Answer!) { result: answerInvitation(id: $id, answer: $answer) { id } }')

type Given = { ask: Ask; now: () => Date } & Pick<Context, 'pool' | 'db' | 'settings'>
type Addressed = { Params: { secret: string } }

/** The pages a referent reaches by the link of a mail. Reading changes nothing: scanners of mail open links. */
export async function registerReferentRoutes(server: FastifyInstance, { ask, pool, db, now, settings }: Given): Promise<void> {
  hideSecret(server)

  /** Whom the link speaks of; null once the refusal is sent. */
  async function viewerOf(request: FastifyRequest<Addressed>, reply: FastifyReply): Promise<Viewer | null> {
    const found = await viewerOfLink(pool, { secret: request.params.secret, purpose: 'ANSWER', now: now() })
    if (found) return found.viewer
    const within = await spend(pool, 'unknown links from one address', request.ip)
    reply.code(within ? 410 : 429).type(html).send(within ? goneFor(request.params.secret) : page({ title: 'Trop d’essais', children: <h1>Trop d’essais. Réessayez dans un quart d’heure.</h1> }))
    return null
  }

  async function show(viewer: Viewer, secret: string, answered: string | null, problem?: string): Promise<string> {
    const { referent } = await ask(viewer, referentPage, { id: viewer.own! })
    return page({ title: 'Mes disponibilités', children: <ReferentPage invited={referent} action={`/r/${secret}`} answered={answered} {...(problem ? { problem } : {})} /> })
  }

  server.get<Addressed & { Querystring: { ok?: string } }>('/r/:secret', async (request, reply) => {
    const viewer = await viewerOf(request, reply)
    return viewer ? reply.type(html).send(await show(viewer, request.params.secret, request.query.ok ?? null)) : reply
  })

  server.post<Addressed & { Body: { id?: string; answer?: string } }>('/r/:secret', async (request, reply) => {
    const viewer = await viewerOf(request, reply)
    if (!viewer) return reply
    const { id = '', answer = '' } = request.body ?? {}
    try {
      await ask(viewer, answerInvitation, { id, answer: answer as 'YES' })
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused
      const sentence = refused.code === 'CONFLICT' ? refused.message : 'Cette réponse n’a pas pu être lue. Choisissez l’un des trois boutons.'
      return reply.code(409).type(html).send(await show(viewer, request.params.secret, null, sentence))
    }
    // Reloading the page that follows repeats nothing.
    return reply.redirect(`/r/${request.params.secret}?ok=${id}#${id}`, 303)
  })

  server.get<Addressed>('/r/:secret/calendrier.ics', async (request, reply) => {
    const viewer = await viewerOf(request, reply)
    if (!viewer) return reply
    const { referent } = await ask(viewer, referentPage, { id: viewer.own! })
    const mine = referent.availabilities.filter(({ answer, event }) => event && answer && answer !== 'NO')
      .map(({ event, assignment }) => ({ ...event!, firm: ['CONFIRMED', 'PRESENT'].includes(assignment?.state ?? '') }))
    return reply.type('text/calendar; charset=utf-8').header('content-disposition', 'attachment; filename="apprentissage-coaching.ics"').send(calendarOf('Mes dates d’apprentissage-coaching', mine, { publicUrl: settings.publicUrl, now: now() }))
  })

  server.post<Addressed>('/r/:secret/renouveler', async (request, reply) => {
    if (await spend(pool, 'password links from one address', request.ip)) await renewLink(db, { secret: request.params.secret, now: now() })
    return reply.type(html).send(page({
      title: 'Nouveau lien', children: <div className="narrow"><h1>C’est noté</h1><p>Si ce lien a été le vôtre, un nouveau part à l’adresse où vous l’aviez reçu. Regardez aussi dans les courriers indésirables.</p></div>,
    }))
  })
}

const goneFor = (secret: string) => page({
  title: 'Lien expiré',
  children: (
    <div className="narrow">
      <h1>Ce lien n’est plus valable.</h1>
      <p>Il a expiré, il a été remplacé, ou il n’a pas été recopié en entier.</p>
      {/^[\w-]{43}$/.test(secret) && (
        <form method="post" action={`/r/${secret}/renouveler`}>
          <button className="fr-btn" type="submit">Recevoir un nouveau lien</button>
          <p className="fr-text--sm fr-mt-1w">Il partira à l’adresse où vous aviez reçu celui-ci.</p>
        </form>
      )}
    </div>
  ),
})
