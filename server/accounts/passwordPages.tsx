import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import { viewerOfLink } from '../links/viewerOfLink.ts'
import { nouns } from '../nouns.ts'
import { record } from '../reading/change.ts'
import { page } from '../site/layout.tsx'
import { hideSecret, html, withPageHeaders } from '../site/pageHeaders.ts'
import { spend } from './limits.ts'
import { demandGoodPassword, hashPassword } from './password.ts'
import { closeAllSessions } from './session.ts'

type Given = { now: () => Date } & Pick<Context, 'pool' | 'db' | 'settings'>
type Addressed = { Params: { secret: string } }

/** The page a person reaches by the link of a mail to choose a password; the link serves once. */
export async function registerPasswordPages(server: FastifyInstance, { pool, db, now }: Given): Promise<void> {
  await server.register(async (scope) => {
    await withPageHeaders(scope)
    hideSecret(scope)
    const accountOf = async (secret: string, address: string) => {
      const found = await viewerOfLink(pool, { secret, purpose: 'PASSWORD', now: now() })
      if (!found) await spend(pool, 'unknown links from one address', address)
      return found && { link: found.link, ...(await db.account.findUniqueOrThrow({ where: { id: found.accountId! }, select: { id: true, email: true, disabledAt: true } })) }
    }

    scope.get<Addressed>('/m/:secret', async (request, reply) => {
      const account = await accountOf(request.params.secret, request.ip)
      return account && !account.disabledAt ? reply.type(html).send(form(request.params.secret, account.email)) : reply.code(410).type(html).send(gone)
    })

    scope.post<Addressed & { Body: { password?: string; again?: string } }>('/m/:secret', async (request, reply) => {
      const account = await accountOf(request.params.secret, request.ip)
      if (!account || account.disabledAt) return reply.code(410).type(html).send(gone)
      const { password = '', again = '' } = request.body ?? {}
      const problem = problemWith(password, again, account.email)
      if (problem) return reply.code(400).type(html).send(form(request.params.secret, account.email, problem))
      const passwordHash = await hashPassword(password)
      await db.$transaction(async (tx) => {
        const { count } = await tx.accessLink.updateMany({ where: { id: account.link, revokedAt: null }, data: { revokedAt: now() } })
        if (count === 0) return
        await tx.account.update({ where: { id: account.id }, data: { passwordHash, version: { increment: 1 } } })
        await closeAllSessions(tx, account.id)
        await record(tx, { nouns, now: now(), viewer: { role: 'PUBLIC', account: account.id } }, 'Account', 'setPassword', { id: account.id })
      })
      return reply.type(html).send(done)
    })
  })
}

function problemWith(password: string, again: string, email: string): string | null {
  try {
    demandGoodPassword(password, { email })
  } catch (refused) {
    if (refused instanceof GraphQLError) return (refused.extensions.fields as { password: string }).password
    throw refused
  }
  return password === again ? null : 'Les deux saisies diffèrent. Recommencez.'
}

const form = (secret: string, email: string, problem?: string) => page({
  title: 'Choisir un mot de passe',
  children: (
    <form className="narrow" method="post" action={`/m/${secret}`}>
      <h1>Choisir un mot de passe</h1>
      <p>{`Pour le compte ${email}. Au moins 12 caractères : par exemple quatre mots sans rapport entre eux.`}</p>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {problem && <div className="fr-alert fr-alert--error" role="alert"><p className="fr-alert__title" id="problem">{problem}</p></div>}
      {([['password', 'Mot de passe'], ['again', 'Le même, une seconde fois']] as const).map(([name, label]) => (
        <div className="fr-input-group" key={name}>
          <label className="fr-label" htmlFor={name}>{label}</label>
          <input className="fr-input" id={name} name={name} type="password" autoComplete="new-password" required minLength={12} {...(problem ? { 'aria-describedby': 'problem' } : {})} />
        </div>
      ))}
      <button className="fr-btn" type="submit">Enregistrer</button>
    </form>
  ),
})

const done = page({
  title: 'Mot de passe enregistré',
  children: <div className="narrow"><h1>Votre mot de passe est enregistré.</h1><p>Vos autres sessions sont fermées. <a className="fr-btn" href="/console/">Se connecter</a></p></div>,
})

const gone = page({
  title: 'Lien expiré',
  children: <div className="narrow"><h1>Ce lien n’est plus valable.</h1><p>Il a servi, ou il a plus de 24 heures. Demandez-en un autre depuis <a href="/console/">la page de connexion</a>, « Mot de passe oublié ».</p></div>,
})
