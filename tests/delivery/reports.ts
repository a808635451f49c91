/** Mails that come back, in the shapes of several servers; each about the same unknown address unless it says otherwise. */
type Of = { messageId: string; returnPath?: string; address: string }
type Shape = { about: string; raw: (of: Of) => string; expected: { status: string | null; dead: boolean } | null }

const mail = (...lines: (string | string[])[]) => lines.flat().join('\r\n')
const original = ({ messageId, address }: Of) => [`Message-ID: ${messageId}`, 'From: coaching@example.org', `To: ${address}`, 'Subject: =?UTF-8?Q?Op=C3=A9ration_annul=C3=A9e?=', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '']
const report = (boundary: string, headers: string[], said: string[], status: string[], returned: string[], kind = 'message/rfc822') => mail(
  ...headers, 'MIME-Version: 1.0', `Content-Type: multipart/report; report-type=delivery-status;`, `\tboundary="${boundary}"`, '',
  `--${boundary}`, 'Content-Type: text/plain; charset=us-ascii', '', said, '', `--${boundary}`, 'Content-Type: message/delivery-status', '', status, '',
  `--${boundary}`, `Content-Type: ${kind}`, '', returned, '', `--${boundary}--`, '')

export const shapes: Shape[] = [
  {
    about: 'Postfix, an unknown mailbox', expected: { status: '5.1.1', dead: true },
    raw: (of) => report('7C1.1760000000/mx', ['Return-Path: <>', 'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)', 'To: coaching@example.org', 'Subject: Undelivered Mail Returned to Sender', 'Auto-Submitted: auto-replied'],
      ['This is the mail system at host mx.example.net.', '', `<${of.address}>: host mail.example.net said: 550 5.1.1 User unknown`],
      ['Reporting-MTA: dns; mx.example.net', 'Arrival-Date: Mon,  5 Oct 2026 10:00:00 +0200 (CEST)', '', `Final-Recipient: rfc822; ${of.address}`, 'Action: failed', 'Status: 5.1.1', 'Remote-MTA: dns; mail.example.net', `Diagnostic-Code: smtp; 550 5.1.1 <${of.address}>: Recipient address`, '    rejected: User unknown'],
      original(of)),
  },
  {
    about: 'Gmail, headers only, the answer on several lines', expected: { status: '5.1.1', dead: true },
    raw: (of) => report('000000000000a1', ['From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>', 'To: coaching@example.org', `X-Failed-Recipients: ${of.address}`, 'Subject: Delivery Status Notification (Failure)', `References: ${of.messageId}`, `In-Reply-To: ${of.messageId}`],
      ['** Address not found **'],
      ['Reporting-MTA: dns; googlemail.example', 'Received-From-MTA: dns; coaching@example.org', '', `Final-Recipient: rfc822; ${of.address}`, 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.', ' 550-5.1.1 Please try double-checking', ' 550 5.1.1 gsmtp'],
      original(of), 'text/rfc822-headers'),
  },
  {
    about: 'Exchange, known by its own code', expected: { status: '5.1.10', dead: true },
    raw: (of) => report('_000_', ['From: <postmaster@outlook.example>', 'To: <coaching@example.org>', 'Subject: =?utf-8?B?Tm9uIHJlbWlz?=', `In-Reply-To: ${of.messageId}`], ['Votre message n’a pas pu être remis.'],
      ['Reporting-MTA: dns;PR0P264.example', '', `Final-Recipient: rfc822;${of.address}`, 'Action: failed', 'Status: 5.1.10', `Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${of.address} not found by SMTP address lookup`], original(of)),
  },
  {
    about: 'a server that writes 5.0.0 where the other said more, of a full mailbox', expected: { status: '5.2.2', dead: false },
    raw: (of) => report('b1', ['Return-Path: <>', 'From: MAILER-DAEMON@relais.example', 'To: coaching@example.org', 'Subject: Mail delivery failed'], ['Boîte pleine.'],
      ['Reporting-MTA: dns; relais.example', '', `Final-Recipient: rfc822; ${of.address}`, 'Action: failed', 'Status: 5.0.0', 'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full'], original(of)),
  },
  {
    about: 'a refusal for spam', expected: { status: '5.7.1', dead: false },
    raw: (of) => report('b2', ['Return-Path: <>', 'From: MAILER-DAEMON@relais.example', 'To: coaching@example.org', 'Subject: Undeliverable'], ['Rejected.'],
      ['Reporting-MTA: dns; relais.example', '', `Final-Recipient: rfc822; ${of.address}`, 'Action: failed', 'Status: 5.7.1', 'Diagnostic-Code: smtp; 550 5.7.1 Message rejected as spam'], original(of)),
  },
  {
    about: 'a return to the address that names the mail, of which nothing is returned', expected: { status: '5.4.4', dead: true },
    raw: (of) => report('b3', ['Return-Path: <>', 'From: MAILER-DAEMON@relais.example', `To: ${of.returnPath}`, 'Subject: Undelivered Mail Returned to Sender'], ['Host not found.'],
      ['Reporting-MTA: dns; relais.example', '', `Final-Recipient: rfc822; ${of.address}`, 'Action: failed', 'Status: 5.4.4', 'Diagnostic-Code: X-Postfix; Host or domain name not found'], ['Subject: withheld', ''], 'text/rfc822-headers'),
  },
  {
    about: 'qmail, a letter', expected: { status: '5.1.1', dead: true },
    raw: (of) => mail('Return-Path: <>', 'From: MAILER-DAEMON@vieux.example', 'To: coaching@example.org', 'Subject: failure notice', 'Content-Type: text/plain; charset=us-ascii', '',
      'Hi. This is the qmail-send program at vieux.example.', 'I\'m afraid I wasn\'t able to deliver your message to the following addresses.', '', `<${of.address}>:`, 'Remote host said: 550 5.1.1 sorry, no mailbox here by that name', '', '--- Below this line is a copy of the message.', '', original(of)),
  },
  {
    about: 'a delay, which is no end', expected: null,
    raw: (of) => report('b4', ['Return-Path: <>', 'From: MAILER-DAEMON@relais.example', 'To: coaching@example.org', 'Subject: Delayed Mail'], ['Still trying.'],
      ['Reporting-MTA: dns; relais.example', '', `Final-Recipient: rfc822; ${of.address}`, 'Action: delayed', 'Status: 4.4.1', 'Will-Retry-Until: Fri, 9 Oct 2026 10:00:00 +0200'], original(of)),
  },
  {
    about: 'somebody on holiday, who cites 550 things to do', expected: null,
    raw: (of) => mail(`From: ${of.address}`, 'To: coaching@example.org', 'Subject: Absence', `In-Reply-To: ${of.messageId}`, 'Auto-Submitted: auto-replied', 'Content-Type: text/plain; charset=utf-8', '', 'De retour lundi, avec 550 courriels à lire.'),
  },
]
