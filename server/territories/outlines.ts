import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { readColumns } from './readColumns.ts'
import { Faults } from './territoryFaults.ts'

const folder = fileURLToPath(new URL('../../prisma/data', import.meta.url))
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')

/** GET /outlines/…: the background of maps, which are drawn from our own reference files and ask nobody for tiles. */
export function registerOutlines(server: FastifyInstance): void {
  const files = { departments: () => namedAsInReference('departments', 'code'), communes: () => namedAsInReference('communes', 'insee_code') }
  for (const [name, make] of Object.entries(files)) {
    // Read by the first who asks: most of the time nobody looks at a map.
    let kept: { text: string; tag: string } | undefined
    server.get(`/outlines/${name}.geojson`, async (request, reply) => {
      const { text, tag } = (kept ??= tagged(make()))
      reply.header('cache-control', 'public, max-age=86400').header('etag', tag)
      return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type('application/geo+json').send(text)
    })
  }
}

const tagged = (text: string) => ({ text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` })

/** The file of contours leaves articles out of names (« Bourget »): a commune, like a department, has one name everywhere. */
function namedAsInReference(of: 'departments' | 'communes', code: 'code' | 'insee_code'): string {
  const reference = of === 'communes' ? 'communes-idf.csv' : 'departments.csv'
  const names = new Map(readColumns(folder, reference, [code, 'name'], new Faults()).map((line) => [line[code], line.name]))
  const outlines = JSON.parse(read(`${of}-idf.geojson`)) as { features: { properties: Record<string, string> }[] }
  for (const { properties } of outlines.features) properties.name = names.get(properties[code]!) ?? properties.name!
  return JSON.stringify(outlines)
}
