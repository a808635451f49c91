import type { Settings } from '../context.ts'

type Of = { id: string; edition: number }

/** What identifies a mail to mail servers: the same however often an uncertain one is sent. */
export const messageIdOf = ({ id, edition }: Of, { publicUrl }: Pick<Settings, 'publicUrl'>) => `<${id}${edition > 0 ? `.${edition}` : ''}@${new URL(publicUrl).hostname}>`

const OURS = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.(\d{1,4}))?@/i

/** The message that a Message-ID or a return path names; null when it is none of ours. */
export function named(text: string): Of | null {
  const [, id, edition] = OURS.exec(text) ?? []
  return id ? { id: id.toLowerCase(), edition: Number(edition ?? 0) } : null
}
