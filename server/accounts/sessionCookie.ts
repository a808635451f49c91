import type { FastifyReply } from 'fastify'
import type { Settings } from '../context.ts'

/** The cookie that carries a session's secret: never read by a script, never sent from another site's form. */
export function sessionCookie({ publicUrl }: Settings) {
  const secure = publicUrl.startsWith('https:')
  // The prefix makes browsers refuse the cookie from a subdomain or without encryption.
  const name = secure ? '__Host-session' : 'session'
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    name,
    on: (reply: FastifyReply) => ({
      set: (secret: string) => void reply.setCookie(name, secret, options),
      clear: () => void reply.clearCookie(name, options),
    }),
  }
}
