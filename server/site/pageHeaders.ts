import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Pages load what this server serves, and run no script. */
export const withPageHeaders = (scope: FastifyInstance) => scope.register(helmet, {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], scriptSrc: ["'none'"], objectSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"] } },
})

/** Pages whose address is a secret are kept by nobody, found by no search engine, and their address is told to no other site. */
export const hideSecret = (scope: FastifyInstance) =>
  scope.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex'))

export const html = 'text/html; charset=utf-8'
