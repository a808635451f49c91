import PostalMime, { type Email } from 'postal-mime'
import { named } from '../messages/messageId.ts'

export type Report = {
  /** The message it speaks of, and which sending of it. */
  id: string; edition: number
  outcome: 'BOUNCED' | 'DELIVERED' | 'COMPLAINED'
  /** Enhanced status (RFC 3463), such as 5.1.1; null when the server gave none. */
  status: string | null
  /** What the server said; addresses are left out. */
  reason: string | null
}

/**
 * What a mail that came back says of one of ours: a delivery status notification (RFC 3464), or the plain text of older servers.
 * Null for any other mail, for a delay, and for what speaks of none of ours. Ours is named by the address it came back to,
 * or by the Message-ID of what it returns.
 */
export async function parseReport(raw: string | Uint8Array): Promise<Report | null> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8', forceRfc822Attachments: true })
  const parts = mail.attachments.map(({ mimeType, content }) => ({ mimeType, content: String(content) }))
  const status = parts.find(({ mimeType }) => mimeType === 'message/delivery-status')?.content
  const found = status === undefined ? plainFailure(mail) : failure(status)
  const ours = found && (namedByReturn(mail) ?? namedByContent(mail, parts.map(({ content }) => content)))
  return ours ? { ...ours, ...found, outcome: 'BOUNCED' } : null
}

type Found = Pick<Report, 'status' | 'reason'>

/** Fields of each group of a delivery status, folded lines put together. */
const groups = (text: string) => text.replace(/\r\n/g, '\n').split(/\n{2,}/).map((group) =>
  Object.fromEntries([...group.replace(/\n[ \t]+/g, ' ').matchAll(/^([\w-]+):[ \t]*(.*)$/gm)].map(([, name, value]) => [name!.toLowerCase(), value!.trim()] as const)))

function failure(text: string): Found | null {
  const group = groups(text).find(({ action }) => action?.toLowerCase() === 'failed')
  if (!group) return null
  const said = group['diagnostic-code']?.replace(/^[\w-]+;\s*/, '') ?? null
  // Some write 5.0.0 where the server they asked said more.
  const given = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.status ?? '')?.[0] ?? null
  const asked = said ? statusIn(said) : null
  return { status: given && !/^5\.0\.0$/.test(given) ? given : (asked ?? given), reason: said && discreet(said) }
}

/** Servers of before RFC 3464 write a letter. Nobody else writes from nowhere. */
function plainFailure({ from, returnPath, text = '' }: Email): Found | null {
  const daemon = /^(mailer-daemon|postmaster)@/i.test(from?.address ?? '') || returnPath === '' || returnPath === '<>'
  const line = text.split('\n').find((one) => /\b5\d\d[ -]|\b5\.\d\.\d\b/.test(one))
  return daemon && line ? { status: statusIn(line), reason: discreet(line.trim()) } : null
}

const statusIn = (text: string) => /\b5\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null
const discreet = (text: string) => text.replace(/[^\s<>()"']+@[^\s<>()"']+/g, '…').replace(/\s+/g, ' ').slice(0, 300)

const namedByReturn = ({ to = [], deliveredTo, headers }: Email) =>
  [...to.map(({ address }) => address ?? ''), deliveredTo ?? '', ...headers.filter(({ key }) => key === 'x-original-to').map(({ value }) => value)]
    .map((address) => (address.includes('+') ? named(address.slice(address.indexOf('+') + 1)) : null)).find(Boolean) ?? null

const MESSAGE_ID = /^(?:message-id|original-message-id|x-original-message-id):\s*<([^>\s]+)>/im

function namedByContent({ headers, text = '' }: Email, parts: string[]) {
  const replied = headers.filter(({ key }) => ['in-reply-to', 'references'].includes(key)).map(({ value }) => value)
  const returned = [...parts, text].flatMap((part) => MESSAGE_ID.exec(part.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' '))?.[1] ?? [])
  return [...returned, ...replied].map(named).find(Boolean) ?? null
}
