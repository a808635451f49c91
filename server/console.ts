import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const root = fileURLToPath(new URL('../dist/admin', import.meta.url))

/** Serves the built console under /console; every address inside it is the one page, which finds its screen itself. */
export async function registerConsole(server: FastifyInstance): Promise<void> {
  await server.register(async (scope) => {
    await scope.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        // The console's components write their styles at run time.
        directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], objectSrc: ["'none'"], baseUri: ["'self'"], frameAncestors: ["'none'"], formAction: ["'self'"] },
      },
      referrerPolicy: { policy: 'same-origin' },
    })
    if (!existsSync(root)) {
      scope.get('/console/*', async (_, reply) => reply.code(503).type('text/plain; charset=utf-8').send('La console n’est pas construite : lancez « npm run build ».'))
      return
    }
    await scope.register(statics, {
      root, prefix: '/console/', wildcard: false, index: false,
      setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
    // A file of an older build is gone: its page has to be loaded again, not read as a script.
    scope.get('/console/assets/*', async (_, reply) => reply.code(404).send())
    scope.get('/console/*', async (_, reply) => reply.sendFile('index.html'))
    scope.get('/console', async (_, reply) => reply.redirect('/console/'))
  })
}
