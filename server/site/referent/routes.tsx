import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { spend } from '../../accounts/limits.ts'
import type { Viewer } from '../../access/policy.ts'
import type { Context } from '../../context.ts'
import type { LinkPurpose } from '../../db/generated/enums.ts'
import { renewLink } from '../../links/renewLink.ts'
import { viewerOfLink } from '../../links/viewerOfLink.ts'
import { Refused, type Ask } from '../asking.ts'
import { calendarOf } from '../calendar.ts'
import { page } from '../layout.tsx'
import { hideSecret, html } from '../pageHeaders.ts'
import { DatesPage, REASONS } from './DatesPage.tsx'
import { answerInvitation, declineRest, reconfirm, referentPage, updateOwn } from './documents.ts'
import { registerOwnRoutes } from './ownRoutes.tsx'

export type Given = { ask: Ask; now: () => Date } & Pick<Context, 'pool' | 'db' | 'settings'>
type Body = Record<string, string | undefined>
export type Addressed = { Params: { secret: string }; Querystring: { ok?: string }; Body: Body }
/** Whom a link speaks of; null once the refusal is sent. */
export type ViewerOf = (request: FastifyRequest<Addressed>, reply: FastifyReply, purpose?: LinkPurpose) => Promise<Viewer | null>

/** What is said after something was done, by the word that the address carries. */
const said: Record<string, string> = { aucune: 'C’est noté : non aux dates restantes.', confirme: 'Votre venue est confirmée. Merci !', limites: 'C’est enregistré.' }

/** The pages a referent reaches by the link of a mail. Reading changes nothing: scanners of mail open links. */
export async function registerReferentRoutes(server: FastifyInstance, given: Given): Promise<void> {
  const { ask, pool, db, now, settings } = given
  hideSecret(server)

  const viewerOf: ViewerOf = async (request, reply, purpose = 'ANSWER') => {
    const secret = request.params.secret.replace(/\.ics$/, '')
    const found = await viewerOfLink(pool, { secret, purpose, now: now() })
    if (found) return found.viewer
    const within = await spend(pool, 'unknown links from one address', request.ip)
    reply.code(within ? 410 : 429).type(html).send(within ? goneFor(secret) : page({ title: 'Trop d’essais', children: <h1>Trop d’essais. Réessayez dans un quart d’heure.</h1> }))
    return null
  }

  const invited = async (viewer: Viewer) => (await ask(viewer, referentPage, { id: viewer.own! })).referent
  const show = async (viewer: Viewer, secret: string, { ok = null, ...more }: { ok?: string | null; problem?: string; typed?: Body }) => page({
    title: 'Mes disponibilités',
    children: <DatesPage invited={await invited(viewer)} action={`/r/${secret}`} answered={ok} said={ok ? (said[ok] ?? null) : null} {...more} />,
  })

  server.get<Addressed>('/r/:secret', async (request, reply) => {
    const viewer = await viewerOf(request, reply)
    return viewer ? reply.type(html).send(await show(viewer, request.params.secret, { ok: request.query.ok ?? null })) : reply
  })

  /** A form of the page of dates: does what it says, then comes back by an address that repeats nothing when it is reloaded. */
  function posted(path: string, done: (viewer: Viewer, body: Body) => Promise<string>) {
    server.post<Addressed>(`/r/:secret${path}`, async (request, reply) => {
      const viewer = await viewerOf(request, reply)
      if (!viewer) return reply
      const { secret } = request.params
      try {
        return reply.redirect(`/r/${secret}?ok=${await done(viewer, request.body ?? {})}`, 303)
      } catch (refused) {
        if (!(refused instanceof Refused)) throw refused
        const fields = Object.values((refused.errors[0]?.extensions?.fields ?? {}) as Record<string, string>)
        const problem = refused.code === 'CONFLICT' ? refused.message : fields.join(' ') || 'Cette réponse n’a pas pu être lue. Choisissez l’un des boutons.'
        return reply.code(409).type(html).send(await show(viewer, secret, { problem, typed: request.body ?? {} }))
      }
    })
  }
  posted('', async (viewer, { id = '', answer = '', reason }) => {
    await ask(viewer, answerInvitation, { id, answer: answer as 'YES', reason: REASONS.find((one) => one === reason) ?? null })
    return `${encodeURIComponent(id)}#${encodeURIComponent(id)}`
  })
  posted('/aucune', async (viewer) => {
    await ask(viewer, declineRest, { id: viewer.own! })
    return 'aucune'
  })
  posted('/confirmer', async (viewer, { id = '' }) => {
    await ask(viewer, reconfirm, { id })
    return 'confirme'
  })
  posted('/limites', async (viewer, { maxDays, comment }) => {
    await ask(viewer, updateOwn, { id: viewer.own!, input: { maxDays: wholeNumber('maxDays', maxDays), comment: comment?.trim() || null } })
    return 'limites'
  })

  /** The dates accepted, as a calendar; those with a place are firm. */
  async function calendar(viewer: Viewer): Promise<string> {
    const mine = (await invited(viewer)).availabilities.filter(({ event, answer }) => event && answer && answer !== 'NO')
      .map(({ event, assignment }) => ({ ...event!, firm: ['CONFIRMED', 'PRESENT'].includes(assignment?.state ?? '') }))
    return calendarOf('Mes dates d’apprentissage-coaching', mine, { publicUrl: settings.publicUrl, now: now() })
  }
  for (const [path, purpose] of [['/r/:secret/calendrier.ics', 'ANSWER'], ['/a/:secret', 'FEED']] as const)
    server.get<Addressed>(path, async (request, reply) => {
      const viewer = await viewerOf(request, reply, purpose)
      return viewer ? reply.type('text/calendar; charset=utf-8').header('content-disposition', 'attachment; filename="apprentissage-coaching.ics"').send(await calendar(viewer)) : reply
    })

  registerOwnRoutes(server, given, viewerOf)

  server.post<Addressed>('/r/:secret/renouveler', async (request, reply) => {
    if (await spend(pool, 'password links from one address', request.ip)) await renewLink(db, { secret: request.params.secret, now: now() })
    return reply.type(html).send(page({
      title: 'Nouveau lien', children: <div className="narrow"><h1>C’est noté</h1><p>Si ce lien a été le vôtre, un nouveau part à l’adresse où vous l’aviez reçu. Regardez aussi dans les courriers indésirables.</p></div>,
    }))
  })
}

/** A number typed in a form; nothing typed: null. Throws `Refused` on what is none. */
export function wholeNumber(field: string, text = ''): number | null {
  if (text.trim() === '') return null
  if (/^\d{1,4}$/.test(text.trim())) return Number(text)
  throw new Refused('BAD_USER_INPUT', [{ message: '', extensions: { fields: { [field]: 'Un nombre entier est attendu, ou rien.' } } }])
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
