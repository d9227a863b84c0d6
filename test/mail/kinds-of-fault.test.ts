import assert from 'node:assert/strict';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { graphWay } from '../../src/mail/graph.ts';
import type { MailWay } from '../../src/mail/mail-way.ts';
import { smtpWay } from '../../src/mail/smtp.ts';
import { Unanswered, Undelivered } from '../../src/register/model/delivery.ts';
import { clockOf } from '../../src/time/clock.ts';
import { certificate } from '../store/loopback-certificate.ts';
import { anIdentity } from './an-identity.ts';
import { graphPeer } from './graph-peer.ts';
import { breaksAt, mailServer } from './mail-server.ts';

const from = 'klachten@ballance.example';
const clock = clockOf(() => Date.parse('2026-04-01T08:00:00.000Z'));
const byGraph = (graph: string) => graphWay({ way: 'graph', from }, { clock, identity: anIdentity(), graph });
const bySmtp = (url: string) => smtpWay({ url, from }, { clock });

/** What becomes of a letter: sent, tried again, tried rarely and told, given up, or left to somebody because it may have gone. */
async function becomes(way: MailWay): Promise<'sent' | 'again' | 'set-up' | 'given up' | 'may have gone'> {
  const to = 'vandam@example.nl';
  try {
    await way.send({ from, to, messageId: '<1@b.example>', text: 'Uw klacht', envelope: { from, to } });
    return 'sent';
  } catch (error) {
    if (error instanceof Unanswered) return 'may have gone';
    assert(error instanceof Undelivered, String(error));
    return error.setUp ? 'set-up' : error.retry ? 'again' : 'given up';
  }
}

describe('what becomes of a letter after each kind of fault', () => {
  const trusted = getCACertificates('default');
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  before(() => setDefaultCACertificates([...trusted, certificate]));
  after(() => setDefaultCACertificates(trusted));
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
    for (const socket of sockets) socket.destroy();
  });

  /** A machine that does that with every connection; returns its name and port. */
  async function aMachine(does: (socket: Socket) => void): Promise<string> {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      does(socket);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  describe('before there is a connection that can be trusted', () => {
    const machines: Record<string, (socket: Socket) => void> = {
      'closes at once': (socket) => socket.destroy(),
      'closes once it is greeted': (socket) => socket.once('data', () => socket.destroy()),
      'resets once it is greeted': (socket) => socket.once('data', () => socket.resetAndDestroy()),
      'speaks something else than TLS': (socket) => socket.end('220 hello\r\n'),
    };
    for (const [name, does] of Object.entries(machines))
      it(`nothing has gone: it ${name}`, async () => {
        const machine = await aMachine(does);
        assert.equal(await becomes(byGraph(`https://${machine}`)), 'again');
        assert.equal(await becomes(bySmtp(`smtps://${machine}`)), 'again');
      });

    it('nothing has gone: nothing listens, or the name is not known', async () => {
      const gone = await aMachine(() => {});
      await new Promise((resolve) => servers.pop()?.close(resolve));
      for (const machine of [gone, 'nowhere.invalid:443']) {
        assert.equal(await becomes(byGraph(`https://${machine}`)), 'again');
        assert.equal(await becomes(bySmtp(`smtps://${machine}`)), 'again');
      }
    });

    it('nothing has gone: its certificate is not trusted', async () => {
      const graph = graphPeer(from);
      await graph.up();
      const server = mailServer({ isTaken: () => true });
      await server.up();
      setDefaultCACertificates(trusted);
      try {
        assert.equal(await becomes(byGraph(graph.url)), 'again');
        assert.equal(await becomes(bySmtp(server.url())), 'again');
      } finally {
        setDefaultCACertificates([...trusted, certificate]);
        await Promise.all([graph.down(), server.down()]);
      }
    });

    it('nothing has gone: it is silent', async function () {
      this.timeout(30_000);
      const machine = await aMachine(() => {});
      const outcomes = [
        byGraph(`https://${machine}`),
        bySmtp(`smtps://${machine}`),
        bySmtp(`smtp://${machine}`),
      ];
      assert.deepEqual(await Promise.all(outcomes.map(becomes)), ['again', 'again', 'again']);
    });
  });

  it('is decided by what Graph answers', async () => {
    const graph = graphPeer(from);
    await graph.up();
    try {
      for (const [outcome, answers] of Object.entries({
        'set-up': [401, 403, 404],
        again: [301, 302, 307, 408, 409, 429, 500, 501, 503, 507, 509],
        'given up': [400, 405, 413, 415, 422],
        // A gateway answers for Graph, which may have the letter; so it does with a success that is not 202.
        'may have gone': [502, 504, 200, 204, 'nothing' as const],
      }))
        for (const answer of answers) {
          graph.refusals.sendMail = answer === 'nothing' ? answer : { status: Number(answer) };
          assert.equal(await becomes(byGraph(graph.url)), outcome, String(answer));
        }
      graph.refusals.sendMail = { status: 500, code: '' };
      assert.equal(await becomes(byGraph(graph.url)), 'may have gone', 'a 500 without the words of Graph');
      delete graph.refusals.sendMail;
      assert.equal(await becomes(byGraph(graph.url)), 'sent');
    } finally {
      await graph.down();
    }
  });

  it('is decided by how far a mail server came, and by what it answered', async () => {
    for (const [step, reply, outcome] of [
      ['greeting', undefined, 'again'],
      ['greeting', '421 busy', 'again'],
      ['greeting', '554 no service', 'set-up'],
      ['EHLO', undefined, 'again'],
      ['AUTH', '454 not now', 'again'],
      ['AUTH', '503 no logins here', 'set-up'],
      ['MAIL', undefined, 'again'],
      ['MAIL', '451 later', 'again'],
      ['MAIL', '550 who', 'set-up'],
      ['RCPT', undefined, 'again'],
      ['RCPT', '450 full', 'again'],
      ['RCPT', '550 unknown', 'given up'],
      ['RCPT', '550 5.7.1 no relay', 'set-up'],
      ['DATA', undefined, 'again'],
      ['DATA', '451 later', 'again'],
      ['text', undefined, 'may have gone'],
      ['text', '421 closing', 'again'],
      ['text', '451 later', 'again'],
      ['text', '554 no', 'given up'],
      ['nowhere', undefined, 'sent'],
    ] as const) {
      const machine = await aMachine(breaksAt(step, reply));
      const login = step === 'AUTH' ? 'bot:geheim@' : '';
      assert.equal(await becomes(bySmtp(`smtp://${login}${machine}`)), outcome, `${step} ${reply}`);
    }
  });

  it('sends no password and no letter over a line that others can read: beyond this machine only with TLS', async () => {
    const server = mailServer({ password: 'geheim' });
    await server.up();
    try {
      const beyond = server.url('bot:geheim').replace('127.0.0.1', '0.0.0.0');
      assert.equal(await becomes(bySmtp(beyond)), 'set-up');
      assert.deepEqual([server.arrived, server.logins], [[], []]);
      assert.equal(await becomes(bySmtp(server.url('bot:geheim'))), 'sent');
      assert.deepEqual(server.logins, ['bot']);
    } finally {
      await server.down();
    }
  });
});
