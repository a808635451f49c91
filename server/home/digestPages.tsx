import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { spend } from '../accounts/limits.ts'
import type { Context } from '../context.ts'
import { viewerOfLink } from '../links/viewerOfLink.ts'
import { page } from '../site/layout.tsx'
import { hideSecret, html, withPageHeaders } from '../site/pageHeaders.ts'
import { writeChoice } from './chooseDigest.ts'

type Given = { now: () => Date } & Pick<Context, 'pool' | 'db'>
type Addressed = { Params: { secret: string } }

/** The page that ends the weekly digest, reached by the link of a mail; opening it changes nothing, and mail programs may post to it (RFC 8058), in either form of a form. */
export async function registerDigestPages(server: FastifyInstance, { pool, db, now }: Given): Promise<void> {
  await server.register(async (scope) => {
    await withPageHeaders(scope)
    hideSecret(scope)
    await scope.register(multipart, { attachFieldsToBody: 'keyValues', limits: { files: 0, fields: 5, fieldSize: 100 } })
    const accountOf = async (secret: string, address: string) => {
      const found = await viewerOfLink(pool, { secret, purpose: 'DIGEST', now: now() })
      if (!found) await spend(pool, 'unknown links from one address', address)
      return found?.accountId ?? null
    }

    scope.get<Addressed>('/recapitulatif/:secret', async (request, reply) => {
      const account = await accountOf(request.params.secret, request.ip)
      if (!account) return reply.code(410).type(html).send(gone)
      const { digest, email } = await db.account.findUniqueOrThrow({ where: { id: account }, select: { digest: true, email: true } })
      return reply.type(html).send(form(request.params.secret, email, digest))
    })

    scope.post<Addressed & { Body: { wanted?: string } }>('/recapitulatif/:secret', async (request, reply) => {
      const account = await accountOf(request.params.secret, request.ip)
      if (!account) return reply.code(410).type(html).send(gone)
      const wanted = request.body?.wanted === 'yes'
      await writeChoice(db, account, wanted, now())
      const { email } = await db.account.findUniqueOrThrow({ where: { id: account }, select: { email: true } })
      return reply.type(html).send(form(request.params.secret, email, wanted, true))
    })
  })
}

const form = (secret: string, email: string, wanted: boolean, done = false) => page({
  title: 'Récapitulatif hebdomadaire',
  children: (
    <form className="narrow" method="post" action={`/recapitulatif/${secret}`}>
      <h1>Récapitulatif hebdomadaire</h1>
      {done && <div className="fr-alert fr-alert--success" role="status"><p className="fr-alert__title">C’est noté.</p></div>}
      <p>{wanted ? `Le récapitulatif du lundi est envoyé à ${email}.` : `Le récapitulatif du lundi n’est plus envoyé à ${email}. La console, elle, montre toujours ce qui vous attend.`}</p>
      <input type="hidden" name="wanted" value={wanted ? 'no' : 'yes'} />
      <button className="fr-btn" type="submit">{wanted ? 'Ne plus le recevoir' : 'Le recevoir de nouveau'}</button>
    </form>
  ),
})

const gone = page({
  title: 'Lien expiré',
  children: <div className="narrow"><h1>Ce lien n’est plus valable.</h1><p>Réglez le récapitulatif depuis l’accueil de <a href="/console/">la console</a>, ou depuis un envoi plus récent.</p></div>,
})
