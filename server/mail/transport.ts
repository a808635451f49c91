import { createTransport } from 'nodemailer'

export type Mail = { to: string; subject: string; text: string; html: string; messageId: string }
/** Hands a mail to a server; throws when the server refuses it. */
export type Transport = { send(mail: Mail): Promise<void>; close(): void }

/** Mails leave by this SMTP address, such as `smtps://name:password@mail.example.org`. */
export function smtp(url: string, from: string): Transport {
  const transport = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as object)
  return {
    send: async (mail) => void (await transport.sendMail({ from, ...mail, headers: { 'Auto-Submitted': 'auto-generated' } })),
    close: () => transport.close(),
  }
}
