import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from '../server/db/client.ts'
import { startApp } from '../server/app.ts'
import { NOW } from './data.ts'
import { workloads } from './workloads.ts'

/** One server in a process of its own, so that its processor time is its own: `raw` or `product`. Tells its address, and its time when asked. */
const [kind, url] = process.argv.slice(2) as [string, string]
const { pool, db } = connect(url)

async function raw(): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const { workload, variables } = JSON.parse(body) as { workload: string; variables: object }
    const client = await pool.connect()
    let answer: unknown
    for (const [i, { text, values }] of workloads[workload]!.raw.entries()) answer = (await client.query({ name: `${workload} ${i}`, text, values: values(variables), rowMode: 'array' })).rows[0]?.[0]
    client.release()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: answer }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function product(): Promise<string> {
  const settings = { publicUrl: 'http://bench.test', demonstration: false, demonstrationAccounts: [], smtp: false }
  const app = await startApp({ pool, db, now: () => new Date(NOW), port: 0, settings, mail: null, jit: kind !== 'product without jit' })
  return `${app.url}/graphql`
}

const address = kind === 'raw' ? await raw() : await product()
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 1e6 })
})
process.send!({ address })
