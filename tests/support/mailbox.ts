import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'
import { smtp } from '../../server/mail/transport.ts'

/** One mail as it arrived: its envelope and its raw text, transfer encoding undone where it is quoted-printable. */
export type Received = { to: string[]; from: string; raw: string; text: string }
/** What the server says to a mail: a refusal, or nothing, for it takes the mail and the connection breaks. */
type Answer = { code: number; text: string } | 'HANG_UP'
/** What comes over it; null: it takes everything. */
type Mood = { answer: ((raw: string) => Answer | null) | null; heard: ((word: Word) => void) | null }
/** How far a conversation has come: ANSWERED is after the server said that it has the mail. */
export type Word = 'CONNECT' | 'MAIL' | 'RCPT' | 'DATA' | 'END' | 'ANSWERED'

/** A real mail server on a free port. `mood` makes it refuse; `stop` and `start` take it off the network and back, at the same address. */
export async function mailbox() {
  const received: Received[] = []
  const mood: Mood = { answer: null, heard: null }
  const sockets = new Set<Socket>()
  let server: SMTPServer | null = null
  let port = 0

  const take = (raw: string, { mailFrom, rcptTo }: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }) =>
    received.push({ to: rcptTo.map(({ address }) => address), from: mailFrom ? mailFrom.address : '', raw, text: decoded(raw) })

  async function start(): Promise<void> {
    const made = (server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100,
      onConnect(_, callback) { mood.heard?.('CONNECT'); callback() },
      onMailFrom(_, __, callback) { mood.heard?.('MAIL'); callback() },
      onRcptTo(_, __, callback) { mood.heard?.('RCPT'); callback() },
      onData(stream, { envelope }, callback) {
        let raw = ''
        mood.heard?.('DATA')
        stream.on('data', (part: Buffer) => (raw += part.toString('utf8'))).on('end', () => {
          const answer = mood.answer?.(raw) ?? null
          if (answer && answer !== 'HANG_UP') return callback(Object.assign(new Error(answer.text), { responseCode: answer.code }))
          take(raw, envelope)
          mood.heard?.('END')
          if (answer) for (const socket of sockets) socket.destroy()
          else callback()
          setTimeout(() => mood.heard?.('ANSWERED'))
        })
      },
    }))
    made.server.on('connection', (socket: Socket) => void sockets.add(socket.on('close', () => void sockets.delete(socket))))
    made.on('error', () => {})
    await new Promise<void>((ready) => made.listen(port, '127.0.0.1', ready))
    port = (made.server.address() as AddressInfo).port
  }
  const stop = () => new Promise<void>((closed) => (server ? server.close(() => closed()) : closed())).then(() => void (server = null))

  await start()
  const url = `smtp://127.0.0.1:${port}`
  const transport = smtp(url, 'coaching@example.org')
  afterAll(async () => {
    transport.close()
    await stop()
  })
  return { received, mood, transport, url, start, stop, of: (address: string) => received.filter(({ to }) => to.includes(address)) }
}

const decoded = (raw: string) => raw.replace(/=\r?\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
