import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'
import { smtp } from '../../server/mail/transport.ts'

/** One mail as it arrived: its envelope and its raw text, transfer encoding undone where it is quoted-printable. */
export type Received = { to: string[]; raw: string; text: string }

/** A real mail server on a free port. `refuse` makes it turn mails away. */
export async function mailbox() {
  const received: Received[] = []
  const mood = { refuse: false }
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      let raw = ''
      stream.on('data', (part: Buffer) => (raw += part.toString('utf8'))).on('end', () => {
        if (mood.refuse) return callback(Object.assign(new Error('mailbox full of a@b.example'), { responseCode: 552 }))
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, text: decoded(raw) })
        callback()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const transport = smtp(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, 'coaching@example.org')
  afterAll(() => new Promise<void>((closed) => {
    transport.close()
    server.close(() => closed())
  }))
  return { received, mood, transport, of: (address: string) => received.filter(({ to }) => to.includes(address)) }
}

const decoded = (raw: string) => raw.replace(/=\r?\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
