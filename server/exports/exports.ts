import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLError, GraphQLSchema } from 'graphql'
import type { Pool } from 'pg'
import { grantOf } from '../access/policy.ts'
import type { Context } from '../context.ts'
import { conflict, forbidden, formatError, notFound, unauthenticated } from '../errors.ts'
import { csv } from './csv.ts'
import { exportOf, type Column } from './exportOf.ts'
import { openWholeRows } from './wholeRows.ts'
import { xlsx } from './xlsx.ts'

type Given = { contextFor: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>; schema: GraphQLSchema; pool: Pool }
type Format = { type: string; write: (columns: Column[], batches: AsyncIterable<object[]>) => Readable }

const formats: Record<string, Format> = {
  csv: { type: 'text/csv; charset=utf-8', write: csv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
}
const statuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 422, CONFLICT: 409 }

/** Each export holds a connection while it lasts: others need theirs. */
const MOST_AT_ONCE = 3
/** Whoever takes nothing for so long is gone. */
const PATIENCE_MS = 60_000

/**
 * POST /export/events.csv and the like: every row that a list holds, as its filter, sort and columns say, streamed; a refusal
 * answers `{ message, extensions }` as GraphQL does. Only JSON is read, which no form of another site can send.
 */
export function registerExports(server: FastifyInstance, { contextFor, schema, pool }: Given): void {
  let running = 0
  server.post<{ Params: { list: string; format: string } }>('/export/:list.:format', { bodyLimit: 100_000 }, async (request, reply) => {
    try {
      const format = Object.hasOwn(formats, request.params.format) ? formats[request.params.format]! : null
      if (!format) throw notFound()
      if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return await reply.code(415).send({ message: 'Cette demande n’a pas pu être lue.' })
      const context = await contextFor(request, reply)
      await context.confirm()
      if (!context.viewer.account) throw unauthenticated()
      const wanted = exportOf(schema, request.params.list, request.body)
      if (!grantOf(context.viewer, wanted.resource, 'read')) throw forbidden()
      if (running >= MOST_AT_ONCE) throw conflict('D’autres exports sont en cours. Réessayez dans un instant.')
      running++
      const rows = await openWholeRows(pool, context, wanted, request.params.format).catch((thrown) => { running--; throw thrown })
      const file = format.write(wanted.columns, patient(rows.batches(), () => file.destroy(new Error('Nobody takes the export'))))
      file.once('close', () => { running--; void rows.close() })
      return await reply.header('x-rows', rows.count).header('content-disposition', 'attachment').type(format.type).send(file)
    } catch (thrown) {
      return refuse(server, reply, thrown as GraphQLError)
    }
  })
}

/** The same rows; hears when the next ones are not asked for in time. */
async function* patient<T>(batches: AsyncIterable<T>, onGone: () => void): AsyncGenerator<T> {
  for await (const batch of batches) {
    const gone = setTimeout(onGone, PATIENCE_MS).unref()
    yield batch
    clearTimeout(gone)
  }
}

function refuse(server: FastifyInstance, reply: FastifyReply, thrown: GraphQLError) {
  const { message, extensions } = formatError({ message: thrown.message, extensions: thrown.extensions ?? { code: 'INTERNAL_SERVER_ERROR' } }, thrown)
  const status = statuses[String(extensions?.code)] ?? 500
  if (status === 500) server.log.error(thrown)
  return reply.code(status).send({ message, extensions })
}
