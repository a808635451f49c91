import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

export type Mail = {
  to: string; subject: string; text: string; html: string; messageId: string
  /** Where to end such mails with one tap (RFC 8058). */
  unsubscribe?: string | null
  /** Where reports about this mail go back to, when they have an address of their own. */
  returnPath?: string | null
}
/** Hands a mail to a server. Throws `Refused` or `Uncertain`; anything else: the server could not be asked, and the mail has not left. */
export type Transport = { send(mail: Mail): Promise<void>; close(): void }

/** The server said no: for good (5xx) or for now (4xx); `status` is the enhanced code, such as 5.1.1, when it gave one. */
export class Refused extends Error {
  constructor(message: string, readonly lasting: boolean, readonly status: string | null) {
    super(message)
  }
}
/** The mail was handed over, and the connection broke before the server said whether it took it. */
export class Uncertain extends Error {}

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Mails leave by this SMTP address, such as `smtps://name:password@mail.example.org`. One connection per mail, and none is tried
 * again here: a pool would send anew by itself what a broken connection leaves in doubt.
 */
export function smtp(url: string, from: string): Transport {
  const transport = createTransport({
    name: 'smtp', version: '1',
    send({ message }, done) {
      const envelope = message.getEnvelope()
      message.build((unreadable, raw) => (unreadable ? done(unreadable) : hand(url, envelope as SMTPConnection.Envelope, raw).then(() => done(null, { envelope, messageId: message.messageId() } as never), (failure: Error) => done(failure))))
    },
  })
  return {
    send: async ({ unsubscribe, returnPath, ...mail }) => void (await transport.sendMail({
      from, ...mail, ...(returnPath ? { envelope: { from: returnPath, to: mail.to } } : {}),
      headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribe ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}) },
    })),
    close: () => transport.close(),
  }
}

function hand(url: string, envelope: SMTPConnection.Envelope, raw: Buffer): Promise<void> {
  const { auth, ...options } = parseConnectionUrl(url) as SMTPConnection.Options & { auth?: { user: string; pass: string } }
  const connection = new SMTPConnection({ ...options, ...PATIENCE })
  let begun = false
  // Read when the server has said that it listens, and not before.
  const content = new Readable({ read() { begun = true; this.push(raw); this.push(null) } })
  return new Promise<void>((resolve, reject) => {
    const give = (failure?: Error | null) => (failure ? reject(told(failure, begun)) : resolve())
    const send = () => connection.send(envelope, content, give)
    connection.on('error', give)
    connection.connect((failure?: Error) => (failure ? give(failure) : auth ? connection.login({ credentials: auth } as never, (refused) => (refused ? give(refused) : send())) : send()))
  }).finally(() => connection.close())
}

type Failure = Error & { code?: string; command?: string; responseCode?: number; response?: string }

function told(failure: Failure, begun: boolean): Error {
  const { responseCode, response = failure.message, command = '' } = failure
  // What is said before the mail is named, as to a wrong password, is about our settings: it is tried again.
  const aboutMail = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command)
  if (responseCode && aboutMail) return new Refused(response, responseCode >= 500, /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null)
  return begun ? new Uncertain(failure.message) : failure
}
