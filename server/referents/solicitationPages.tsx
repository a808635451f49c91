import type { FastifyInstance } from 'fastify'
import { spend } from '../accounts/limits.ts'
import type { Context } from '../context.ts'
import { viewerOfLink } from '../links/viewerOfLink.ts'
import { page } from '../site/layout.tsx'
import { hideSecret, html, withPageHeaders } from '../site/pageHeaders.ts'
import { chooseSolicitation } from './chooseSolicitation.ts'

type Given = { now: () => Date } & Pick<Context, 'pool' | 'db'>
type Addressed = { Params: { secret: string } }

/**
 * The page where a referent says that he is not to be solicited any more, or again; reached by the link of each mail. Opening it
 * changes nothing, and mail programs may post to it (RFC 8058).
 */
export async function registerSolicitationPages(server: FastifyInstance, { pool, db, now }: Given): Promise<void> {
  await server.register(async (scope) => {
    await withPageHeaders(scope)
    hideSecret(scope)
    const referentOf = async (secret: string, address: string): Promise<string | null> => {
      const found = await viewerOfLink(pool, { secret, purpose: 'STOP', now: now() })
      if (!found) await spend(pool, 'unknown links from one address', address)
      return found?.viewer.own ?? null
    }

    scope.get<Addressed>('/sollicitations/:secret', async (request, reply) => {
      const id = await referentOf(request.params.secret, request.ip)
      if (!id) return reply.code(410).type(html).send(gone)
      const { stoppedAt } = await db.referent.findUniqueOrThrow({ where: { id }, select: { stoppedAt: true } })
      return reply.type(html).send(form(request.params.secret, stoppedAt === null))
    })

    scope.post<Addressed & { Body: { wanted?: string } }>('/sollicitations/:secret', async (request, reply) => {
      const id = await referentOf(request.params.secret, request.ip)
      if (!id) return reply.code(410).type(html).send(gone)
      const wanted = request.body?.wanted === 'yes'
      await chooseSolicitation(db, id, wanted, now())
      return reply.type(html).send(form(request.params.secret, wanted, true))
    })
  })
}

const form = (secret: string, wanted: boolean, done = false) => page({
  title: 'Sollicitations',
  children: (
    <form className="narrow" method="post" action={`/sollicitations/${secret}`}>
      <h1>{wanted ? 'Ne plus être sollicité' : 'Vous n’êtes plus sollicité'}</h1>
      {done && <div className="fr-alert fr-alert--success" role="status"><p className="fr-alert__title">C’est noté.</p></div>}
      <p>{wanted
        ? 'La préfecture peut vous écrire pour vous proposer des dates. Si vous ne le souhaitez plus, dites-le ici : vous ne recevrez plus d’invitation, de rappel ni de nouvelle.'
        : 'Vous ne recevez plus d’invitation, de rappel ni de nouvelle. Vous pouvez changer d’avis à tout moment, ici même.'}</p>
      <p>Si une place vous est réservée, vous serez encore prévenu de ce qui la concerne, par exemple si l’opération est annulée.</p>
      <input type="hidden" name="wanted" value={wanted ? 'no' : 'yes'} />
      <button className="fr-btn" type="submit">{wanted ? 'Ne plus être sollicité' : 'Être sollicité de nouveau'}</button>
    </form>
  ),
})

const gone = page({
  title: 'Lien expiré',
  children: <div className="narrow"><h1>Ce lien n’est plus valable.</h1><p>Ouvrez celui d’un courriel plus récent, ou répondez à la préfecture qui vous a écrit.</p></div>,
})
