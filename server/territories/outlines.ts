import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'

const files = { departments: 'departments-idf.geojson', communes: 'communes-idf.geojson' }

/** GET /outlines/…: the background of maps, which are drawn from our own reference files and ask nobody for tiles. */
export function registerOutlines(server: FastifyInstance): void {
  for (const [name, file] of Object.entries(files)) {
    const bytes = readFileSync(fileURLToPath(new URL(`../../prisma/data/${file}`, import.meta.url)))
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    server.get(`/outlines/${name}.geojson`, async (request, reply) => {
      reply.header('cache-control', 'public, max-age=86400').header('etag', tag)
      return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type('application/geo+json').send(bytes)
    })
  }
}
