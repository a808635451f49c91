import type { Settings } from '../context.ts'
import { CannotStart } from './cannotStart.ts'

/** Everything a server may be told, by variables of its environment. */
export const variables = {
  PORT: 'The port it listens on; 4000 when absent, any free one when 0.',
  HOST: 'The network address it listens on; 127.0.0.1, this machine alone, when absent.',
  DATABASE_URL: 'A PostgreSQL 15 or newer; when absent, the server starts one of its own, kept with the checkout.',
  PUBLIC_URL: 'The address people see, in pages and mails; the one it listens on when absent.',
  SMTP_URL: 'Where mails leave; when absent they are kept, and read in the console.',
  MAIL_FROM: 'The sender of mails; required with SMTP_URL.',
  QUIET_HOURS: 'Between which hours of Paris mails to referents do not leave, as 21-8, nor on Sundays; off: they always do. 21-8 when absent.',
  BOUNCE_ADDRESS: 'Where mails that cannot be delivered come back to, each with its name after a plus; when absent, to the sender.',
  BOUNCE_MAILBOX: 'The mailbox where they are read, as imaps://name:password@server/INBOX; when absent none is read.',
  MAIL_REPORT_SECRET: 'What the mail provider says to be believed when it posts to /messages/reports, 20 characters at least; when absent nobody is.',
  DEMONSTRATION: 'on or off: whether an empty database receives the demonstration, whose passwords are public. When absent, on where the server is this machine’s own.',
  TRUST_PROXY: 'on behind a proxy that tells the address of the client; off when absent.',
} as const

export type Variable = keyof typeof variables
type Environment = Partial<Record<Variable, string | undefined>>
export type ServerSettings = {
  port: number
  host: string
  databaseUrl: string | null
  /** Null: the address it listens on. */
  publicUrl: string | null
  mail: { url: string; from: string } | null
  /** What happens to mails on their way; absent: as if there were none. */
  delivery: Pick<Settings, 'quietHours' | 'bounceAddress' | 'bounceMailbox' | 'reportSecret'>
  loadsDemonstration: boolean
  trustProxy: boolean
}

const loopback = ['127.0.0.1', '::1', 'localhost']

/** Reads the environment, an empty variable as an absent one; refuses what cannot be right before anything starts. */
export function settingsOf(environment: Environment): ServerSettings {
  const given = (name: Variable) => environment[name]?.trim() || null
  const host = given('HOST') ?? '127.0.0.1'
  const publicUrl = address(given('PUBLIC_URL'), 'PUBLIC_URL', ['http:', 'https:'], 'https://coaching.example.org')
  return {
    port: port(given('PORT') ?? '4000'),
    host,
    databaseUrl: address(given('DATABASE_URL'), 'DATABASE_URL', ['postgresql:', 'postgres:'], 'postgresql://nom:motdepasse@serveur:5432/coaching'),
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    mail: mail(address(given('SMTP_URL'), 'SMTP_URL', ['smtp:', 'smtps:'], 'smtp://serveur:25'), given('MAIL_FROM')),
    delivery: {
      ...quietHours(given('QUIET_HOURS') ?? '21-8'), ...bounceAddress(given('BOUNCE_ADDRESS')), ...reportSecret(given('MAIL_REPORT_SECRET')),
      ...bounceMailbox(address(given('BOUNCE_MAILBOX'), 'BOUNCE_MAILBOX', ['imap:', 'imaps:'], 'imaps://nom:motdepasse@serveur/INBOX')),
    },
    loadsDemonstration: onOff('DEMONSTRATION', given('DEMONSTRATION')) ?? (publicUrl === null && loopback.includes(host)),
    trustProxy: onOff('TRUST_PROXY', given('TRUST_PROXY')) ?? false,
  }
}

function port(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number < 65_536) return number
  throw new CannotStart(`PORT doit être un nombre de 0 à 65535 : « ${text} » n’en est pas un.`)
}

function address(text: string | null, name: Variable, protocols: string[], example: string): string | null {
  if (text === null || (URL.canParse(text) && protocols.includes(new URL(text).protocol))) return text
  // Not repeated: it may hold a password.
  throw new CannotStart(`${name} n’est pas une adresse valable. Écrivez-la comme ${example}.`)
}

function mail(url: string | null, from: string | null): ServerSettings['mail'] {
  if (url && from) return { url, from }
  if (url) throw new CannotStart('SMTP_URL demande aussi MAIL_FROM, l’adresse qui envoie les courriels, comme coaching@example.org.')
  return null
}

function quietHours(text: string): ServerSettings['delivery'] {
  if (text === 'off') return {}
  const [from, until] = /^(\d{1,2})-(\d{1,2})$/.exec(text)?.slice(1).map(Number) ?? []
  // Mails leave some time of the day: the evening comes after the morning.
  if (from !== undefined && until !== undefined && from < 24 && until < from) return { quietHours: { from, until } }
  throw new CannotStart(`QUIET_HOURS s’écrit comme 21-8, l’heure du soir puis celle du matin, ou « off » : « ${text} » n’est ni l’un ni l’autre.`)
}

function bounceAddress(text: string | null): ServerSettings['delivery'] {
  if (text === null) return {}
  if (/^[^\s@+<>]+@[^\s@<>]+$/.test(text)) return { bounceAddress: text }
  throw new CannotStart(`BOUNCE_ADDRESS doit être une adresse simple, comme retours@example.org : « ${text} » n’en est pas une.`)
}

const bounceMailbox = (url: string | null): ServerSettings['delivery'] => (url ? { bounceMailbox: url } : {})

function reportSecret(text: string | null): ServerSettings['delivery'] {
  if (text === null) return {}
  if (text.length >= 20) return { reportSecret: text }
  throw new CannotStart('MAIL_REPORT_SECRET est trop court : 20 caractères au moins, tirés au hasard.')
}

function onOff(name: Variable, text: string | null): boolean | null {
  if (text === null) return null
  if (text === 'on' || text === 'off') return text === 'on'
  throw new CannotStart(`${name} vaut « on » ou « off » : « ${text} » n’est ni l’un ni l’autre.`)
}
