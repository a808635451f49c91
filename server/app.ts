import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import Fastify, { LogController, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { sessionCookie } from './accounts/sessionCookie.ts'
import { knownSessions } from './accounts/sessions.ts'
import { registerPasswordPages } from './accounts/passwordPages.tsx'
import { contextOf, supposedContext, type Context, type Settings } from './context.ts'
import type { Db } from './db/client.ts'
import { registerReportRoutes } from './delivery/reportRoutes.ts'
import { formatError, isOurFault } from './errors.ts'
import { registerExports } from './exports/exports.ts'
import { hashOf } from './links/secret.ts'
import { compiled } from './graphql/jit.ts'
import { withinLimits } from './graphql/limits.ts'
import { written } from './graphql/whole.ts'
import { createSchema } from './graphql/schema.ts'
import { registerDigestPages } from './home/digestPages.tsx'
import { registerConsole } from './console.ts'
import { registerUploads } from './imports/uploads.ts'
import { startWorker } from './jobs/worker.ts'
import type { Transport } from './mail/transport.ts'
import { asking } from './site/asking.ts'
import { keptPages } from './site/keptPages.ts'
import { page } from './site/layout.tsx'
import { registerSolicitationPages } from './referents/solicitationPages.tsx'
import { registerSite } from './site/site.tsx'
import { registerOutlines } from './territories/outlines.ts'

export type Options = {
  pool: Pool
  db: Db
  now: () => Date
  /** 0: any free port. */
  port: number
  host?: string
  settings: Settings
  /** Where mails leave; null keeps them. */
  mail: Transport | null
  /** Whether a proxy in front tells the client's address. */
  trustProxy?: boolean
  log?: boolean
  /** Executes documents by graphql-jit; off, by graphql-js. */
  jit?: boolean
}

/** Serves GraphQL, the console, the site and the jobs. `stop` lets what is under way end. */
export async function startApp({ pool, db, now, port, host = '127.0.0.1', settings, mail, trustProxy = false, log = false, jit = true }: Options): Promise<{ url: string; stop(): Promise<void> }> {
  // Addresses are not logged: those of referents carry their secret.
  const server = Fastify({ logger: log && { level: 'warn' }, logController: new LogController({ disableRequestLogging: true }), trustProxy, bodyLimit: 1_000_000, forceCloseConnections: true })
  const schema = await createSchema()
  const apollo = new ApolloServer<Context>({
    ...(jit ? { gateway: compiled(schema) } : { schema }),
    formatError(formatted, thrown) {
      const told = formatError(formatted, thrown)
      if (isOurFault(told)) server.log.error(thrown)
      return told
    },
    stringifyResult: written,
    introspection: settings.demonstration,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !settings.demonstration,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: 3_000 },
    validationRules: [withinLimits],
    plugins: [
      fastifyApolloDrainPlugin(server), ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(), ApolloServerPluginUsageReportingDisabled(),
    ],
  } as ConstructorParameters<typeof ApolloServer<Context>>[0])
  await apollo.start()
  const worker = await startWorker({ pool, db, now, mail, settings, log: server.log })

  server.addHook('onSend', async (_, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  server.setErrorHandler(async (thrown: { statusCode?: number }, request, reply) => {
    const status = thrown.statusCode && thrown.statusCode < 500 ? thrown.statusCode : 500
    if (status === 500) server.log.error(thrown)
    const sentence = status === 500 ? 'Une erreur est survenue. Réessayez dans un instant.' : 'Cette demande n’a pas pu être lue.'
    return request.headers.accept?.includes('text/html')
      ? reply.code(status).type('text/html; charset=utf-8').send(page({ title: 'Erreur', children: sentence }))
      : reply.code(status).send({ message: sentence })
  })
  await server.register(cookie)
  await server.register(formbody)
  await server.register(compress, { global: true })
  const session = sessionCookie(settings)
  const sessions = knownSessions(pool)

  /** Who asks, by the session's cookie and, for a person with several scopes, the membership named by the header. */
  const contextFor = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const secret = request.cookies[session.name]
    const membership = request.headers['x-membership']
    const given = { pool, db, now: now(), settings, address: request.ip, cookie: session.on(reply) }
    if (!secret) return contextOf(given)
    const asking = { session: hashOf(secret), membership: typeof membership === 'string' ? membership : undefined, now: given.now }
    const supposed = sessions.recall(asking)
    return supposed ? supposedContext(given, supposed, () => sessions.find(asking)) : contextOf({ ...given, ...(await sessions.find(asking)) })
  }

  server.post('/graphql', fastifyApolloHandler(apollo, { context: contextFor }))
  server.get('/graphql', async (_, reply) => reply.code(405).header('allow', 'POST').send({ message: 'GraphQL est servi par POST.' }))
  server.get('/live', async () => ({ status: 'live' }))
  server.get('/ready', async (_, reply) => {
    try {
      await pool.query('SELECT 1')
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'database away' })
    }
  })
  registerUploads(server, { contextFor, now })
  registerOutlines(server)
  registerReportRoutes(server, { pool, now, settings })
  registerExports(server, { contextFor, schema, pool })
  await registerConsole(server)
  const pages = await keptPages(pool, now)
  await registerSite(server, { ask: asking(apollo, { pool, db, now, settings }), pages, pool, db, now, settings })
  await registerPasswordPages(server, { pool, db, now, settings })
  await registerDigestPages(server, { pool, db, now })
  await registerSolicitationPages(server, { pool, db, now })

  const url = await server.listen({ port, host })
  return {
    url,
    async stop() {
      await server.close()
      await apollo.stop()
      await worker.stop()
      pages.stop()
    },
  }
}
