/**
 * The worker alone, as a process that a test kills: at its nth statement, or from outside. Started with the addresses of its
 * database and mail server; says that it is ready, and looks for jobs when told to.
 */
import { once } from 'node:events'
import { connect } from '../../server/db/client.ts'
import { startWorker } from '../../server/jobs/worker.ts'
import { smtp } from '../../server/mail/transport.ts'

const { DATABASE_URL, SMTP_URL, DIES_AT } = process.env
const { pool, db } = connect(DATABASE_URL!, 6)
let statements = 0

// Only what jobs say counts: the worker's own questions come at any time.
pool.on('connect', (client) => {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((...args: any[]) => {
    const text: string = typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '')
    const counts = /complete|"Message"|"AccessLink"|"Referent"|^COMMIT/i.test(text)
    if (counts && ++statements === Number(DIES_AT)) {
      // Half of the points are just after the statement was sent: it may be done, and its answer never heard.
      if (statements % 2 === 0) query(...args)
      setImmediate(() => process.kill(process.pid, 'SIGKILL'))
      return new Promise(() => {})
    }
    return query(...args)
  }) as typeof client.query
})

console.log('ready')
await once(process.stdin, 'data')
await startWorker({
  pool, db, now: () => new Date(), mail: smtp(SMTP_URL!, 'coaching@example.org'),
  settings: { publicUrl: 'http://coaching.test', demonstration: false, demonstrationAccounts: [], smtp: true }, log: { error() {} },
})
