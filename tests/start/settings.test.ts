import { expect, it } from 'vitest'
import { settingsOf } from '../../server/start/settings.ts'

it('needs no setting, and takes an empty one as absent', () => {
  const bare = { port: 4000, host: '127.0.0.1', databaseUrl: null, publicUrl: null, mail: null, delivery: { quietHours: { from: 21, until: 8 } }, loadsDemonstration: true, trustProxy: false }
  expect(settingsOf({})).toEqual(bare)
  expect(settingsOf({ PORT: '', DATABASE_URL: ' ', SMTP_URL: '' })).toEqual(bare)
})

it('never gives public passwords to a server that others reach, unless told to', () => {
  expect(settingsOf({ HOST: '0.0.0.0' }).loadsDemonstration).toBe(false)
  expect(settingsOf({ PUBLIC_URL: 'https://coaching.example.org/' })).toMatchObject({ loadsDemonstration: false, publicUrl: 'https://coaching.example.org' })
  expect(settingsOf({ HOST: '0.0.0.0', DEMONSTRATION: 'on' }).loadsDemonstration).toBe(true)
  expect(settingsOf({ DEMONSTRATION: 'off' }).loadsDemonstration).toBe(false)
})

it.each([
  [{ PORT: '70000' }, /PORT/],
  [{ PORT: '4000 bis' }, /PORT/],
  [{ DATABASE_URL: 'coaching' }, /DATABASE_URL/],
  [{ PUBLIC_URL: 'coaching.example.org' }, /PUBLIC_URL/],
  [{ SMTP_URL: 'http://mail' }, /SMTP_URL/],
  [{ SMTP_URL: 'smtp://mail' }, /MAIL_FROM/],
  [{ QUIET_HOURS: '8-21' }, /QUIET_HOURS/],
  [{ BOUNCE_ADDRESS: 'Retours <retours@example.org>' }, /BOUNCE_ADDRESS/],
  [{ BOUNCE_MAILBOX: 'pop3://there' }, /BOUNCE_MAILBOX/],
  [{ MAIL_REPORT_SECRET: 'court' }, /MAIL_REPORT_SECRET/],
  [{ DEMONSTRATION: 'yes' }, /DEMONSTRATION/],
  [{ TRUST_PROXY: 'true' }, /TRUST_PROXY/],
])('refuses %o and names what is wrong', (environment, name) => {
  expect(() => settingsOf(environment)).toThrow(name)
})

it('takes what is said of mails on their way', () => {
  const given = { QUIET_HOURS: 'off', BOUNCE_ADDRESS: 'retours@example.org', BOUNCE_MAILBOX: 'imaps://me:secret@there/INBOX', MAIL_REPORT_SECRET: 'x'.repeat(20) }
  expect(settingsOf(given).delivery).toEqual({ bounceAddress: given.BOUNCE_ADDRESS, bounceMailbox: given.BOUNCE_MAILBOX, reportSecret: given.MAIL_REPORT_SECRET })
})

it('repeats no secret of an address', () => {
  expect(() => settingsOf({ DATABASE_URL: 'mysql://me:secret@there/base' })).toThrow(/^(?!.*secret)/)
})
