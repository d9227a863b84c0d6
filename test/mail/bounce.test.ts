import assert from 'node:assert/strict';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { ParsedMail } from 'mailparser';
import { mailDelivery } from '../../src/mail/mail-delivery.ts';
import { clockOf, instantOf } from '../../src/time/clock.ts';
import { ballance } from '../letters/an-organisation.ts';
import { certificate } from '../store/loopback-certificate.ts';
import { anIdentity } from './an-identity.ts';
import { graphPeer } from './graph-peer.ts';
import { mailOffice } from './mail-office.ts';
import { mailServer } from './mail-server.ts';

const from = 'klachten@ballance.example';
const trusted = getCACertificates('default');

/** The ways in which letters go out, each with a real peer: what came in there, and an office that sends by it. */
const ways = {
  async graph() {
    const peer = graphPeer(from);
    await peer.up();
    const parts = { identity: anIdentity(), graph: peer.url };
    const clock = clockOf(() => Date.parse(instantOf('2026-04-01T10:00')));
    const office = await mailOffice(mailDelivery({ way: 'graph', from }, ballance, clock, parts));
    return { office, arrived: (): ParsedMail[] => peer.sent.map(({ mail }) => mail), close: peer.down };
  },
  async smtp() {
    const server = mailServer();
    await server.up();
    const office = await mailOffice(server.url());
    return { office, arrived: () => server.arrived.map(({ mail }) => mail), close: server.down };
  },
};

describe('a letter that comes back', () => {
  before(() => setDefaultCACertificates([...trusted, certificate]));
  after(() => setDefaultCACertificates(trusted));

  for (const [name, opened] of Object.entries(ways))
    it(`tells by itself of which complaint it is, and goes again once its handler records that: ${name}`, async () => {
      const { office, arrived, close } = await opened();
      try {
        await office.acknowledge();
        await office.deliver();
        const [first] = arrived();
        const mailed = async () => (await office.seen()).outbox.filter(({ to }) => to.kind === 'mail');
        assert.deepEqual(
          (await mailed()).map(({ activityId }) => activityId),
          [first?.messageId],
        );
        // A bounce quotes the head of what could not be delivered: each of these lines finds the dossier.
        for (const line of [first?.messageId, first?.subject, first?.replyTo?.value[0]?.name])
          assert.match(line ?? '', /K-2026-0001/);
        assert.equal(first?.replyTo?.value[0]?.address, ballance.email);
        assert.deepEqual([first?.from?.value[0]?.address], [from]);

        const { complaint } = await office.seen();
        const text = 'Wij sturen u deze brief opnieuw, want hij kwam terug.';
        await office.step({
          ...{ type: 'send-again', again: complaint.letters[0]?.id ?? 0, because: 'came-back' },
          letter: { text, manner: 'email', sentOn: '2026-04-01' },
        });
        await office.deliver();
        const [, second] = arrived();
        assert.notEqual(second?.messageId, first?.messageId);
        assert.match(second?.replyTo?.text ?? '', /K-2026-0001/);
        const { letters } = (await office.seen()).complaint;
        assert.deepEqual(letters.at(-1)?.again, { letter: letters[0]?.id, because: 'came-back' });
        assert.equal(letters.at(-1)?.sentOn, '2026-04-01');
        assert.deepEqual(
          (await mailed()).map(({ activityId }) => activityId),
          [first?.messageId, second?.messageId],
        );
      } finally {
        await Promise.all([office.close(), close()]);
      }
    });
});
