import assert from 'node:assert/strict';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { SendMailOptions } from 'nodemailer';
import { stub } from 'sinon';
import { graphWay } from '../../src/mail/graph.ts';
import { mailDelivery } from '../../src/mail/mail-delivery.ts';
import { smtpWay } from '../../src/mail/smtp.ts';
import { Unanswered, Undelivered } from '../../src/register/model/delivery.ts';
import { clockOf } from '../../src/time/clock.ts';
import { ballance } from '../letters/an-organisation.ts';
import { certificate } from '../store/loopback-certificate.ts';
import { anIdentity } from './an-identity.ts';
import { graphPeer } from './graph-peer.ts';
import { mailing, mailOffice } from './mail-office.ts';
import { mailServer } from './mail-server.ts';

const from = 'klachten@ballance.example';
const place = { way: 'graph', from } as const;
const now = '2026-04-01T08:00:00.000Z';
const clock = clockOf(() => Date.parse(now));

/** An e-mail with all that a letter can have. */
const aLetter = (more: SendMailOptions = {}): SendMailOptions => ({
  messageId: '<K-2026-0001.1@ballance.example>',
  from: { name: 'Ballance', address: from },
  to: { name: 'Mevrouw Van Dam', address: 'vandam@example.nl' },
  replyTo: ballance.email,
  subject: 'Uw klacht K-2026-0001: uitnodiging 😀',
  text: 'Geachte mevrouw Van Dam,\n\nWij nodigen u uit. Vriendelijke groet\n',
  textEncoding: 'quoted-printable',
  alternatives: [{ contentType: 'text/calendar; charset=utf-8; method=REQUEST', content: 'BEGIN:VCALENDAR' }],
  attachments: [
    { filename: 'hoorgesprek.ics', content: 'BEGIN:VCALENDAR', contentType: 'application/ics' },
    { filename: 'brief.docx', content: Buffer.from('woorden'), contentType: 'application/msword' },
  ],
  ...more,
});

describe('Microsoft Graph', () => {
  const trusted = getCACertificates('default');
  let peer: ReturnType<typeof graphPeer>;
  let identity: ReturnType<typeof anIdentity>;

  before(() => setDefaultCACertificates([...trusted, certificate]));
  after(() => setDefaultCACertificates(trusted));
  beforeEach(async () => {
    peer = graphPeer(from);
    await peer.up();
    identity = anIdentity();
  });
  afterEach(() => peer.down());

  const way = () => graphWay(place, { clock, identity, graph: peer.url });
  const sent = (mail = aLetter()) => way().send(mail);
  const failed = async (mail?: SendMailOptions): Promise<Undelivered | Unanswered> => {
    try {
      await sent(mail);
    } catch (error) {
      if (error instanceof Undelivered || error instanceof Unanswered) return error;
      throw error;
    }
    throw new Error('It was sent.');
  };
  const refused = async () => {
    const error = await failed();
    assert(error instanceof Undelivered);
    const { message, retry, setUp, unreachable, ofMessage, notBefore } = error;
    return { message, retry, setUp, unreachable, ofMessage, notBefore };
  };

  it('sends what a mail server gets: the same text, Message-ID, sender, files and appointment', async () => {
    const server = mailServer();
    await server.up();
    const bySmtp = await smtpWay({ url: server.url(), from }, { clock }).send(aLetter());
    await server.down();
    const byGraph = await sent();
    assert.deepEqual(byGraph, bySmtp);
    const facts = ({
      messageId,
      subject,
      text,
      from,
      to,
      replyTo,
      attachments,
    }: ReturnType<typeof mailIn>) => ({
      ...{ messageId, subject, text, from, to, replyTo },
      files: attachments.map(({ filename, contentType, content }) => [filename, contentType, `${content}`]),
    });
    const mailIn = () => peer.sent[0]?.mail ?? assert.fail('nothing was sent');
    const arrived = server.arrived[0]?.mail ?? assert.fail('nothing arrived');
    assert.deepEqual(facts(mailIn()), facts(arrived));
    assert.match(peer.sent[0]?.mime ?? '', /method=REQUEST/);
    assert.deepEqual(peer.asked, ['POST /sendMail']);
    assert.deepEqual(identity.scopes, ['https://graph.microsoft.com/.default']);
  });

  it('gets one new token when the first is refused', async () => {
    peer.isTaken = (token) => token === 'token-2';
    await sent();
    assert.deepEqual([peer.sent.length, peer.asked.length], [1, 2]);
  });

  const setUp = {
    ...{ retry: true, setUp: true, unreachable: true, ofMessage: false },
    notBefore: '2026-04-01T09:00:00.000Z',
  };

  it('is set up wrongly when a new token is refused too, the right is missing, or the mailbox is unknown', async () => {
    peer.isTaken = () => false;
    assert.deepEqual(await refused(), { ...setUp, message: '401 InvalidAuthenticationToken' });
    assert.equal(peer.asked.length, 2);
    peer.isTaken = () => true;
    peer.refusals.sendMail = { status: 403, code: 'ErrorAccessDenied' };
    assert.deepEqual(await refused(), { ...setUp, message: '403 ErrorAccessDenied' });
    delete peer.refusals.sendMail;
    await assert.rejects(
      graphWay({ way: 'graph', from: 'fout@ballance.example' }, { clock, identity, graph: peer.url }).send(
        aLetter(),
      ),
      { message: '404 ErrorInvalidUser', setUp: true },
    );
  });

  it('is set up wrongly when the identity gets no token, unless the network is away', async () => {
    const without = (error: Error) =>
      graphWay(place, {
        clock,
        identity: { ...identity, getToken: () => Promise.reject(error) },
        graph: peer.url,
      }).send(aLetter());
    const named = (name: string, message: string) => Object.assign(new Error(message), { name });
    await assert.rejects(
      without(named('CredentialUnavailableError', 'Unable to load the proper Managed Identity')),
      {
        message: 'no token',
        setUp: true,
      },
    );
    await assert.rejects(without(named('CredentialUnavailableError', 'Network unreachable.')), {
      message: 'no token',
      setUp: false,
      retry: true,
    });
  });

  for (const status of [429, 503])
    it(`is obeyed when it asks to wait: ${status}`, async () => {
      peer.refusals.sendMail = { status, code: 'Busy', headers: { 'retry-after': '120' } };
      const { retry, setUp, ofMessage, notBefore } = await refused();
      assert.deepEqual(
        { retry, setUp, ofMessage, notBefore },
        { retry: true, setUp: false, ofMessage: false, notBefore: '2026-04-01T08:02:00.000Z' },
      );
      const until = new Date(Date.now() + 60_000).toUTCString();
      peer.refusals.sendMail = { status, headers: { 'retry-after': until } };
      const waitMs = Date.parse((await refused()).notBefore ?? '') - Date.parse(now);
      assert(waitMs > 30_000 && waitMs <= 60_000, `${waitMs}`);
      peer.refusals.sendMail = { status };
      assert.equal((await refused()).notBefore, undefined);
    });

  it('refuses one e-mail for good when that is what is wrong, and passes when it is busy', async () => {
    for (const status of [400, 413]) {
      peer.refusals.sendMail = { status, code: 'ErrorInvalidRecipients' };
      const { retry, setUp, ofMessage } = await refused();
      assert.deepEqual([retry, setUp, ofMessage], [false, false, true]);
    }
    for (const status of [302, 408, 500, 501, 507]) {
      peer.refusals.sendMail = { status };
      const { retry, setUp, ofMessage } = await refused();
      assert.deepEqual([retry, setUp, ofMessage], [true, false, false]);
    }
  });

  it('may have sent it when the answer is lost; not when it was not reached', async () => {
    peer.refusals.sendMail = 'nothing';
    assert((await failed()) instanceof Unanswered);
    peer.refusals.sendMail = { status: 504 };
    assert((await failed()) instanceof Unanswered);
    await peer.down();
    assert.equal((await refused()).message, 'ECONNREFUSED');
    await peer.up();
    setDefaultCACertificates(trusted);
    const error = await failed();
    setDefaultCACertificates([...trusted, certificate]);
    assert(error instanceof Undelivered && /CERT/.test(error.message), error.message);
  });

  const large = () => {
    const content = Buffer.alloc(7_000_000, 'klacht ');
    const [ics, word] = aLetter().attachments ?? [];
    return aLetter({ attachments: [ics ?? {}, { ...word, content }] });
  };

  it('gets an e-mail above 3 MB as a draft, with each file for itself and a large one in a session', async () => {
    const mail = large();
    assert.deepEqual(await sent(mail), { activityId: mail.messageId });
    assert.deepEqual(peer.asked, [
      'GET /mailFolders/drafts/messages*',
      'POST /messages',
      'POST /messages/*/attachments',
      'POST /messages/*/attachments/createUploadSession',
      'PUT /*',
      'PUT /*',
      'PUT /*',
      'POST /messages/*/send',
    ]);
    const [one] = peer.sent;
    assert.deepEqual([one?.mail.messageId, one?.mail.text], [mail.messageId, mail.text]);
    assert.deepEqual(
      one?.files?.map(({ name, by, content }) => [name, by, content.length]),
      [
        ['hoorgesprek.ics', 'one request', 15],
        ['brief.docx', 'a session', 7_000_000],
      ],
    );
    assert(one?.files?.[1]?.content.equals(Buffer.alloc(7_000_000, 'klacht ')));
  });

  it('has sent nothing, and keeps no draft, when that fails at any step', async () => {
    for (const step of ['attachments', 'createUploadSession', 'session-\\d+', 'draft-\\d+/send'])
      for (const refusal of [
        ...['nothing' as const, { status: 504 }, { status: 403, code: 'ErrorAccessDenied' }],
        ...[{ status: 404 }, { status: 429 }],
      ]) {
        const isGoing = step.endsWith('send') && (refusal === 'nothing' || refusal.status === 504);
        peer.refusals = { [step]: refusal };
        const error = await failed(large());
        peer.refusals = {};
        if (isGoing) {
          assert(error instanceof Unanswered);
          peer.drafts.clear();
          continue;
        }
        assert(error instanceof Undelivered && error.retry, `${step} ${JSON.stringify(refusal)}`);
        assert.equal(peer.drafts.size, 0, `${step} ${JSON.stringify(refusal)}`);
      }
    assert.equal(peer.sent.length, 0);
  });

  it('says nothing of the mailbox when the address of an upload is refused, or the draft is gone', async () => {
    for (const status of [401, 403, 404])
      for (const step of ['session-\\d+', ...(status === 404 ? ['attachments', 'draft-\\d+/send'] : [])]) {
        peer.refusals = { [step]: { status } };
        const error = await failed(large());
        assert(error instanceof Undelivered);
        assert.deepEqual([error.retry, error.setUp], [true, false], `${step} ${status}`);
      }
  });

  it('goes on in another session when the first is over', async () => {
    for (const status of [401, 403, 404, 410]) {
      peer.refusals = { 'session-\\d+': { status, once: true } };
      await sent(large());
      const file = peer.sent.at(-1)?.files?.[1];
      assert(file?.content.equals(Buffer.alloc(7_000_000, 'klacht ')));
    }
    assert.equal(peer.sent.length, 4);
  });

  it('keeps no draft when an upload hangs, or when a process ended halfway', async () => {
    const wait = AbortSignal.timeout;
    const hurried = stub(AbortSignal, 'timeout').callsFake((ms) => wait.call(AbortSignal, ms / 20));
    try {
      peer.refusals = { 'session-\\d+': 'hangs' };
      assert((await failed(large())) instanceof Undelivered);
      assert.equal(peer.drafts.size, 0);
      // Nothing can be removed: then the next try does that.
      peer.refusals = { 'session-\\d+': 'hangs', 'draft-\\d+': 'hangs' };
      assert((await failed(large())) instanceof Undelivered);
      assert.equal(peer.drafts.size, 1);
    } finally {
      hurried.restore();
    }
    peer.refusals = {};
    await sent(large());
    assert.deepEqual([peer.drafts.size, peer.sent.length], [0, 1]);
  });

  it('is asked at the start whether it takes letters, without one', async () => {
    assert.equal(await way().check(), undefined);
    peer.refusals.sendMail = { status: 403, code: 'ErrorAccessDenied' };
    assert.equal((await way().check())?.setUp, true);
    peer.refusals.sendMail = 'nothing';
    assert.equal((await way().check())?.setUp, false);
    assert.equal(peer.sent.length, 0);
  });

  describe('with a letter of the register', () => {
    let office: Awaited<ReturnType<typeof mailOffice>>;
    beforeEach(async () => {
      const byGraph = mailDelivery(place, ballance, clock, { identity, graph: peer.url });
      office = await mailOffice(byGraph);
    });
    afterEach(() => office.close());

    it('counts it as sent when it is accepted, and keeps its Message-ID, by which a bounce can be matched', async () => {
      await office.acknowledge();
      await office.deliver();
      const { complaint, outbox } = await office.seen();
      const [one] = peer.sent;
      assert.equal(complaint.letters[0]?.sentOn, '2026-04-01');
      const message = outbox.find(({ to }) => to.kind === 'mail');
      assert.equal(message?.activityId, one?.mail.messageId);
      assert.match(one?.mail.messageId ?? '', /K-2026-0001/);
      assert.match(one?.mail.subject ?? '', /K-2026-0001/);
      assert.equal(one?.mail.replyTo?.value[0]?.address, ballance.email);
    });

    it('keeps it, and sends it once it is put right', async () => {
      peer.refusals.sendMail = { status: 403, code: 'ErrorAccessDenied' };
      await office.acknowledge();
      await office.deliver();
      const waiting = mailing(await office.seen());
      assert.deepEqual([waiting.status, waiting.attempts[0]?.fault], ['queued', '403 ErrorAccessDenied']);
      assert.doesNotMatch(JSON.stringify([waiting.attempts, office.log.lines]), /vandam|@/);
      delete peer.refusals.sendMail;
      office.moveTo('2026-04-01T11:30');
      await office.deliver();
      assert.equal(peer.sent.length, 1);
    });

    it('does not send it again by itself when it may have gone out', async () => {
      peer.refusals.sendMail = 'nothing';
      await office.acknowledge();
      await office.deliver();
      delete peer.refusals.sendMail;
      office.moveTo('2026-04-02T11:30');
      await office.deliver();
      assert.deepEqual([mailing(await office.seen()).status, peer.sent.length], ['uncertain', 0]);
    });
  });
});
