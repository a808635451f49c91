import { createTransport } from 'nodemailer'

export type Mail = { to: string; subject: string; text: string; html: string; messageId: string; /** Where to end such mails with one tap (RFC 8058). */ unsubscribe?: string | null }
/** Hands a mail to a server; throws when the server refuses it. */
export type Transport = { send(mail: Mail): Promise<void>; close(): void }

/** Mails leave by this SMTP address, such as `smtps://name:password@mail.example.org`. */
export function smtp(url: string, from: string): Transport {
  const transport = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as object)
  return {
    send: async ({ unsubscribe, ...mail }) => void (await transport.sendMail({
      from, ...mail, headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribe ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}) },
    })),
    close: () => transport.close(),
  }
}
