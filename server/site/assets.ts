import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const dsfr = dirname(createRequire(import.meta.url).resolve('@gouvfr/dsfr/package.json')) + '/dist'
const { version } = JSON.parse(readFileSync(`${dsfr}/../package.json`, 'utf8')) as { version: string }
const files = `/assets/dsfr-${version}`

/** The components that the pages use; one more is one word here. */
const components = ['link', 'logo', 'skiplink', 'header', 'footer', 'button', 'badge', 'form', 'input', 'select', 'radio', 'checkbox', 'pagination', 'alert', 'notice']

const sheet = [
  ...['core/core', ...components.map((name) => `component/${name}/${name}`)].map((name) => readFileSync(`${dsfr}/${name}.main.min.css`, 'utf8').replace(/url\((?:\.\.\/)+([^)]+)\)/g, `url(${files}/$1)`)),
  readFileSync(fileURLToPath(new URL('site.css', import.meta.url)), 'utf8'),
].join('\n')

/** The address of the pages' style sheet: another content, another address. */
export const styleSheet = `/assets/site-${createHash('sha256').update(sheet).digest('hex').slice(0, 12)}.css`

/** Serves the style sheet, and the fonts and pictures of the State's design system. */
export async function registerAssets(server: FastifyInstance): Promise<void> {
  const forever = 'public, max-age=31536000, immutable'
  server.get(styleSheet, async (_, reply) => reply.type('text/css; charset=utf-8').header('cache-control', forever).send(sheet))
  for (const folder of ['fonts', 'icons', 'artwork', 'favicon'])
    await server.register(statics, { root: `${dsfr}/${folder}`, prefix: `${files}/${folder}/`, decorateReply: false, index: false, setHeaders: (reply) => void reply.header('cache-control', forever) })
}
