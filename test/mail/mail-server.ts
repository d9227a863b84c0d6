import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { certificate, privateKey } from '../store/loopback-certificate.ts';

/** A mail that arrived, and the recipients of its envelope. */
export type Arrived = { mail: ParsedMail; recipients: string[] };

type SmtpReply = { code: number; text: string };

type Logins = {
  password?: string;
  /** Takes tokens (XOAUTH2) instead, over TLS. */
  isTaken?: (token: string, user: string) => boolean;
};

/** A real SMTP server on loopback, which can be down, busy, or refuse. Nobody has to log in unless a login is given. */
export function mailServer({ password, isTaken }: Logins = {}) {
  const arrived: Arrived[] = [];
  const logins: string[] = [];
  const breaksOff = { atRecipient: false, afterText: false };
  const answers = { afterText: true };
  const refusals: { recipient?: SmtpReply; sender?: SmtpReply; text?: SmtpReply } = {};
  let port = 0;
  let server: SMTPServer | undefined;

  const refusal = (reply: SmtpReply | undefined): Error | null =>
    reply ? Object.assign(new Error(reply.text), { responseCode: reply.code }) : null;

  /** Breaks every connection, as a machine that dies. */
  function breakOff(): void {
    for (const connection of server?.connections ?? [])
      (connection as unknown as { _socket: Socket })._socket.destroy();
  }

  const make = (): SMTPServer =>
    new SMTPServer({
      authOptional: password === undefined && !isTaken,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      ...(isTaken && { authMethods: ['XOAUTH2'], secure: true, cert: certificate, key: privateKey }),
      onAuth: (login, _session, done) => {
        logins.push(login.username ?? '');
        return (
          isTaken
            ? isTaken(login.accessToken ?? '', login.username ?? '')
            : login.password === password
        )
          ? done(null, { user: login.username })
          : done(Object.assign(new Error('wrong password'), { responseCode: 535 }));
      },
      onMailFrom: (_address, _session, done) => done(refusal(refusals.sender)),
      onRcptTo: (_address, _session, done) =>
        breaksOff.atRecipient ? breakOff() : done(refusal(refusals.recipient)),
      onData(stream, session, done) {
        simpleParser(stream).then((mail) => {
          const refused = refusal(refusals.text);
          if (!refused) {
            const recipients = session.envelope.rcptTo.map(({ address }) => address);
            arrived.push({ mail, recipients });
          }
          if (breaksOff.afterText) breakOff();
          else if (answers.afterText) done(refused);
        }, done);
      },
    });

  return {
    arrived,
    /** The names of who logged in, or tried. */
    logins,
    /** The refusal of each part of a mail, while it is set. */
    refusals,
    /** Where it breaks the connection, while it is set. */
    breaksOff,
    /** Whether it answers at all once it has the text. */
    answers,
    /** With this login, if any. */
    url: (login = '') => `${isTaken ? 'smtps' : 'smtp'}://${login && `${login}@`}127.0.0.1:${port}`,
    /** Listens, always on the same port. */
    async up(): Promise<void> {
      const next = make();
      // A client that breaks off is no fault of this server.
      next.on('error', () => {});
      await new Promise<void>((resolve) => next.listen(port, '127.0.0.1', () => resolve()));
      port = (next.server.address() as AddressInfo).port;
      server = next;
    },
    async down(): Promise<void> {
      const last = server;
      server = undefined;
      await new Promise<void>((resolve) => (last ? last.close(() => resolve()) : resolve()));
    },
  };
}

/** A mail server that breaks off at that step of the conversation, or answers it so; 'text': once it has the whole text. */
export const breaksAt = (step: string, reply?: string) => (socket: Socket) => {
  let isText = false;
  let received = '';
  const at = (name: string, usual: string): void => {
    if (name !== step) return void socket.write(`${usual}\r\n`);
    if (reply) socket.write(`${reply}\r\n`);
    else socket.destroy();
  };
  at('greeting', '220 here');
  socket.on('data', (bytes) => {
    received += bytes.toString('latin1');
    if (isText && step === 'half a text') return void socket.destroy();
    for (;;) {
      const end = isText ? received.indexOf('\r\n.\r\n') : received.indexOf('\r\n');
      if (end < 0) return;
      const line = received.slice(0, end);
      received = received.slice(end + (isText ? 5 : 2));
      if (isText) {
        isText = false;
        at('text', '250 taken');
      } else {
        const [word = ''] = line.split(' ');
        isText = word === 'DATA' && step !== 'DATA';
        at(word, isText ? '354 go on' : '250 fine');
      }
    }
  });
};
