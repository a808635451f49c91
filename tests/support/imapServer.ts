import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll } from 'vitest'

type Stored = { uid: number; raw: Buffer; flags: Set<string> }

/**
 * One mailbox of an IMAP server on a free port: as much of IMAP4rev1 (RFC 3501) as reading what is new asks for. What npm has of
 * servers for tests has not been kept up.
 */
export async function imapServer({ user, password }: { user: string; password: string }) {
  const stored: Stored[] = []
  const server = createServer((socket) => converse(socket, stored, `${user} ${password}`))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterAll(() => new Promise<void>((closed) => void server.close(() => closed())))
  return {
    url: `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`,
    put: (raw: string) => void stored.push({ uid: stored.length + 1, raw: Buffer.from(raw), flags: new Set() }),
    unseen: () => stored.filter(({ flags }) => !flags.has('\\Seen')).length,
  }
}

function converse(socket: Socket, stored: Stored[], credentials: string): void {
  let [heard, known] = ['', false]
  const say = (line: string) => void socket.write(`${line}\r\n`)
  socket.on('error', () => {})
  say('* OK [CAPABILITY IMAP4rev1] ready')
  socket.on('data', (part) => {
    heard += part.toString('latin1')
    for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
      const [, tag, command, rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(heard.slice(0, end)) ?? []
      heard = heard.slice(end + 2)
      const verb = command?.toUpperCase() ?? ''
      const done = (said = 'OK done') => say(`${tag} ${said}`)
      if (verb === 'LOGIN') {
        known = rest.replaceAll('"', '') === credentials
        done(known ? 'OK [CAPABILITY IMAP4rev1] welcome' : 'NO [AUTHENTICATIONFAILED] unknown')
      } else if (verb === 'CAPABILITY') {
        say('* CAPABILITY IMAP4rev1')
        done()
      } else if (verb === 'LOGOUT') {
        say('* BYE')
        done()
        socket.end()
      } else if (!known) done('BAD who are you')
      else if (['LIST', 'LSUB'].includes(verb)) {
        say(`* ${verb} (\\HasNoChildren) "/" INBOX`)
        done()
      } else if (verb === 'SELECT') {
        for (const line of ['FLAGS (\\Seen)', `${stored.length} EXISTS`, '0 RECENT', 'OK [UIDVALIDITY 1] ok', `OK [UIDNEXT ${stored.length + 1}] ok`, 'OK [PERMANENTFLAGS (\\Seen)] ok']) say(`* ${line}`)
        done('OK [READ-WRITE] selected')
      } else if (verb === 'UID SEARCH') {
        say(`* SEARCH${stored.filter(({ flags }) => !flags.has('\\Seen')).map(({ uid }) => ` ${uid}`).join('')}`)
        done()
      } else if (verb === 'UID FETCH') {
        const one = stored.find(({ uid }) => uid === Number(rest.split(' ')[0]))
        if (one) {
          socket.write(`* ${one.uid} FETCH (UID ${one.uid} BODY[]<0> {${one.raw.length}}\r\n`)
          socket.write(one.raw)
          say(')')
        }
        done()
      } else if (verb === 'UID STORE') {
        stored.find(({ uid }) => uid === Number(rest.split(' ')[0]))?.flags.add('\\Seen')
        done()
      } else done(verb === 'NOOP' || verb === 'CLOSE' ? undefined : 'BAD not known here')
    }
  })
}
