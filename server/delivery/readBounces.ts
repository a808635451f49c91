import type { Helpers } from '../jobs/worker.ts'
import { applyReport } from './applyReport.ts'

/** At most so many mails of the mailbox at a time, and none larger: a report is short. */
const [MOST, LARGEST] = [200, 1_000_000]

/**
 * The job that reads what came back in the mailbox of the settings, and marks it as seen: whatever is new, once. A mail seen and
 * not marked, for the server died, is read again and changes nothing more.
 */
export async function readBounces(_: unknown, { pool, now, settings: { bounceMailbox } }: Helpers): Promise<void> {
  if (!bounceMailbox) return
  const { protocol, hostname, port, username, password, pathname } = new URL(bounceMailbox)
  const secure = protocol === 'imaps:'
  // Few servers read a mailbox: the others do not carry the libraries.
  const [{ ImapFlow }, { parseReport }] = await Promise.all([import('imapflow'), import('./parseReport.ts')])
  const client = new ImapFlow({
    host: hostname, port: Number(port) || (secure ? 993 : 143), secure, logger: false, disableAutoIdle: true, socketTimeout: 60_000,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(pathname.slice(1)) || 'INBOX')
    try {
      const unseen = (await client.search({ seen: false }, { uid: true })) || []
      for (const uid of unseen.slice(0, MOST)) {
        const mail = await client.fetchOne(String(uid), { source: { maxLength: LARGEST } }, { uid: true })
        const report = mail && mail.source ? await parseReport(mail.source) : null
        if (report) await applyReport(pool, report, now())
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}
