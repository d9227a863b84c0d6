import assert from 'node:assert/strict';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { smtpWay } from '../../src/mail/smtp.ts';
import { clockOf } from '../../src/time/clock.ts';
import { certificate } from '../store/loopback-certificate.ts';
import { anIdentity } from './an-identity.ts';
import { mailServer } from './mail-server.ts';

const from = 'klachten@ballance.example';
const clock = clockOf(() => Date.parse('2026-04-01T08:00:00.000Z'));
const mail = { from, to: 'vandam@example.nl', subject: 'Uw klacht', text: 'Beste', messageId: '<1@example>' };

describe('a mail server that takes tokens', () => {
  const trusted = getCACertificates('default');
  let identity: ReturnType<typeof anIdentity>;
  let taken: string[];
  let server: ReturnType<typeof mailServer>;
  const logins: string[] = [];

  before(() => setDefaultCACertificates([...trusted, certificate]));
  after(() => setDefaultCACertificates(trusted));
  beforeEach(async () => {
    identity = anIdentity();
    taken = ['token-1'];
    logins.length = 0;
    server = mailServer({
      isTaken: (token, user) => logins.push(`${user} ${token}`) > 0 && taken.includes(token),
    });
    await server.up();
  });
  afterEach(() => server.down());

  const way = (login?: string) =>
    smtpWay({ url: server.url(login), from, oauth2: true }, { clock, identity });

  it('gets a letter from the bot as the mailbox, with a token of its own identity', async () => {
    assert.equal(await way().check(), undefined);
    assert.deepEqual(await way().send(mail), { activityId: mail.messageId });
    assert.equal(server.arrived.length, 1);
    assert.deepEqual(new Set(logins), new Set([`${from} token-1`]));
    assert.deepEqual(new Set(identity.scopes), new Set(['https://outlook.office365.com/.default']));
  });

  it('is told another name where the url has one', async () => {
    await way('iemand%40ballance.example').send(mail);
    assert.deepEqual(logins, ['iemand@ballance.example token-1']);
  });

  it('gets one new token when the first is refused', async () => {
    taken = ['token-2'];
    await way().send(mail);
    assert.equal(server.arrived.length, 1);
    assert.deepEqual(logins, [`${from} token-1`, `${from} token-2`]);
  });

  it('is set up wrongly when every token is refused', async () => {
    taken = [];
    await assert.rejects(way().send(mail), { message: '535 EAUTH', setUp: true });
    assert.equal((await way().check())?.setUp, true);
    assert.equal(logins.length, 4);
  });

  it('never gets a token over a line that others can read', async () => {
    const open = mailServer({ password: 'geheim' });
    await open.up();
    const plain = smtpWay({ url: open.url(), from, oauth2: true }, { clock, identity });
    await assert.rejects(plain.send(mail), { setUp: true, retry: true });
    await open.down();
    assert.equal(open.arrived.length, 0);
  });
});
