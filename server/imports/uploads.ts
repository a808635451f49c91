import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLError } from 'graphql'
import { v7 } from 'uuid'
import { grantOf } from '../access/policy.ts'
import type { Context } from '../context.ts'
import { forbidden, invalid, tooMany, unauthenticated } from '../errors.ts'
import { exampleOf } from './exampleOf.ts'
import { kinds } from './kinds.ts'
import { MAX_CONTOUR_BYTES } from '../territories/readNeighbourhoodContours.ts'
import { MAX_BYTES } from './readTable.ts'

type Given = { contextFor: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>; now: () => Date }

const DAY = 86_400_000
// What one account may leave unused for a day.
const MAX_WAITING = 50

/** GET /files/exemple-calendrier.csv and the like: a file of each kind to start from. POST /files, or /files?for=contours: keeps one file for an import of lines, or of contours; answers `{ id }`; a refusal answers `{ message, extensions }` as GraphQL does. */
export function registerUploads(server: FastifyInstance, { contextFor, now }: Given): void {
  for (const kind of Object.values(kinds)) server.get(`/files/${kind.example.name}`, async (_, reply) =>
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${kind.example.name}"`).send(exampleOf(kind, now())))
  server.register(async (files) => {
    await files.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: MAX_CONTOUR_BYTES } })
    files.post('/files', { bodyLimit: MAX_CONTOUR_BYTES + 10_000 }, async (request, reply) => {
      const context = await contextFor(request, reply)
      await context.confirm()
      const contours = (request.query as { for?: string }).for === 'contours'
      const held = contours ? grantOf(context.viewer, 'Neighbourhood', 'importContours') : grantOf(context.viewer, 'Import', 'create')
      if (!held) return context.viewer.account ? refuse(reply, 403, forbidden()) : refuse(reply, 401, unauthenticated())
      const most = contours ? MAX_CONTOUR_BYTES : MAX_BYTES
      const file = request.isMultipart() ? await received(request, most) : null
      if (file === 'TOO_LARGE') return refuse(reply, 413, invalid({ file: `Ce fichier dépasse ${most / 1_000_000} Mo. Découpez-le, ou retirez-en les images.` }))
      if (!file || file.bytes.length === 0) return refuse(reply, 400, invalid({ file: 'Choisissez un fichier, qui ne soit pas vide.' }))
      const id = await keep(context, file)
      return id ? reply.send({ id }) : refuse(reply, 429, tooMany(DAY / 1000))
    })
  })
}

const refuse = (reply: FastifyReply, status: number, { message, extensions }: GraphQLError) => reply.code(status).send({ message, extensions })

async function received(request: FastifyRequest, most: number) {
  try {
    const file = await request.file({ limits: { fileSize: most } })
    return file ? { name: file.filename, bytes: new Uint8Array(await file.toBuffer()) } : null
  } catch (thrown) {
    const { statusCode } = thrown as { statusCode?: number }
    if (statusCode === 413) return 'TOO_LARGE'
    if (statusCode && statusCode < 500) return null
    throw thrown
  }
}

/** Stores the file, and lets go of those that no import used within a day; null when the account leaves too many unused. */
async function keep({ db, viewer, now }: Context, { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }): Promise<string | null> {
  const accountId = viewer.account!
  return db.$transaction(async (tx) => {
    await tx.uploadedFile.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - DAY) }, imports: { none: {} } } })
    if ((await tx.uploadedFile.count({ where: { accountId, imports: { none: {} } } })) >= MAX_WAITING) return null
    const { id } = await tx.uploadedFile.create({ data: { id: v7(), name: name.replace(/\p{Cc}/gu, '').slice(-200) || 'fichier', bytes, accountId, createdAt: now }, select: { id: true } })
    return id
  })
}
