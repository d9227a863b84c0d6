import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { Undelivered } from '../../src/register/model/delivery.ts';
import type { Content, Message } from '../../src/register/model/message.ts';
import { enqueue } from '../../src/register/model/outbox.ts';
import { readDossier, type Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { dossier } from '../store/documents.ts';
import { postRoom } from './post-room.ts';

const number = (n: number): CaseNumber => caseNumber(numberOf('2026', n));
const toOf = ({ to }: Message): string => (to.kind === 'person' ? to.id : to.kind);

describe('a line for each recipient', () => {
  let store: Store;
  let room: ReturnType<typeof postRoom>;

  beforeEach(() => {
    store = sqliteStore(':memory:');
    room = postRoom(store);
  });
  afterEach(async () => {
    room.stop();
    await store.close();
  });

  it('lets a card for Fatima go at once while 120 complaints wait for Lars, whose chat hangs', async () => {
    const hangs = Promise.withResolvers<void>();
    const asked: string[] = [];
    const subject = room.subject({
      delivery: {
        deliver: async (message, of) => {
          asked.push(toOf(message));
          if (toOf(message) === 'lars') await hangs.promise;
          return room.send(message, of);
        },
      },
    });
    for (let n = 1; n <= 120; n++) {
      await room.post(number(n), `m${n}`);
      subject.poke(number(n));
    }
    while (asked.length === 0) await turn();
    await room.post(number(121), 'm121 for fatima');
    await subject.deliver(number(121));
    assert.deepEqual(room.sent, ['m121 for fatima']);
    assert.deepEqual(asked, ['lars', 'fatima']);
    hangs.resolve();
    await subject.idle();
    assert.equal(room.sent.length, 121);
  });

  it('tells somebody once, with a count, of 200 complaints that do not reach one handler', async () => {
    const told: number[] = [];
    const subject = room.subject({
      delivery: {
        deliver: async (message, _, together = []) => {
          told.push(1 + together.length);
          return { activityId: `${message.id} and ${together.length} more` };
        },
      },
    });
    const lars = { person: { id: personId('lars'), name: 'Lars Brouwer' }, role: 'officer' } as const;
    for (let n = 1; n <= 200; n++) {
      const content: Content = { kind: 'undelivered', message: `m${n}`, what: 'case' };
      const outbox = enqueue(
        [],
        [{ id: `u${n}`, to: { kind: 'person', id: personId('fatima') }, content }],
        room.clock.now(),
      );
      const stuck = dossier(number(n), { attentionAt: room.clock.now() });
      await store.write({ ...stuck, complaint: { ...stuck.complaint, handler: lars }, outbox });
      await subject.deliver(number(n));
    }
    assert.deepEqual(told, [1]);
    room.pass(60);
    for (let n = 1; n <= 200; n++) subject.poke(number(n));
    await subject.idle();
    assert.deepEqual(told, [1, 199]);
    for (let n = 1; n <= 200; n++) assert.equal((await room.outbox(number(n)))[0]?.status, 'sent');
  });

  it('names each of 40 complaints that come one after the other exactly once, those of after a notice in the next', async () => {
    const named: string[] = [];
    const subject = room.subject({
      delivery: {
        deliver: async (_, of, together = []) => {
          for (const one of [of, ...together]) named.push(one?.id ?? '');
          return { activityId: `${named.length}` };
        },
      },
    });
    const content: Content = { kind: 'undelivered', message: 'the card', what: 'case' };
    const message = { to: { kind: 'person', id: personId('fatima') }, content } as const;
    const all = Array.from({ length: 40 }, (_, n) => number(n + 1));
    for (const id of all) {
      const outbox = enqueue([], [{ id: `notice of ${id}`, ...message }], room.clock.now());
      const bare = dossier(id, { attentionAt: room.clock.now() });
      const handler = { person: { id: personId('lars'), name: 'Lars' }, role: 'officer' } as const;
      await store.write({ ...bare, complaint: { ...bare.complaint, handler }, outbox });
      await subject.deliver(id);
      room.pass(4);
    }
    room.pass(60);
    for (const id of all) await subject.deliver(id);
    await subject.idle();
    assert.deepEqual(named.toSorted(), all);
  });

  it('sends what passes a complaint on before reminders, and reminders before digests, whatever came first', async () => {
    const kinds: Content[] = [
      { kind: 'digest', day: '2026-04-01' },
      { kind: 'reminder', deadline: 'answer', article: 6, dueOn: '2026-04-22', lastDayToAct: '2026-04-22' },
      { kind: 'position' },
      { kind: 'case' },
    ];
    const first = Promise.withResolvers<void>();
    const sent: string[] = [];
    const subject = room.subject({
      delivery: {
        deliver: async (message) => {
          if (message.id === 'first') await first.promise;
          sent.push(message.content.kind);
          return { activityId: message.id };
        },
      },
    });
    await room.post(number(1), 'first');
    subject.poke(number(1));
    while (!(await room.outbox(number(1)))[0]?.lease) await turn();
    for (let n = 0; n < 40; n++) {
      const content = kinds[n % kinds.length] as Content;
      const outbox = enqueue(
        [],
        [{ id: `m${n}`, to: { kind: 'person', id: personId('lars') }, content }],
        room.clock.now(),
      );
      await store.write({ ...dossier(number(n + 2), { attentionAt: room.clock.now() }), outbox });
      subject.poke(number(n + 2));
    }
    for (let i = 0; i < 50; i++) await turn();
    first.resolve();
    await subject.idle();
    const expected = ['case', 'position', 'reminder', 'digest'].flatMap((kind) => Array(10).fill(kind));
    assert.deepEqual(sent, ['case', ...expected]);
  });

  it('delivers every card to who can be reached, and one at a time, whatever others cannot be reached and for however long', async () => {
    const people = ['lars', 'fatima', 'willem', 'ingrid'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...people), { minLength: 5, maxLength: 40 }),
        fc.dictionary(fc.constantFrom(...people), fc.integer({ min: 1, max: 6 }), { maxKeys: 3 }),
        async (recipients, outages) => {
          const own = sqliteStore(':memory:');
          const office = postRoom(own);
          const busy = new Set<string>();
          const tried = new Map<string, number>();
          const left = new Map(Object.entries(outages));
          const subject = office.subject({
            delivery: {
              deliver: async (message, of) => {
                const to = toOf(message);
                assert.ok(!busy.has(to), 'two at a time');
                busy.add(to);
                await turn();
                busy.delete(to);
                const more = left.get(to) ?? 0;
                tried.set(to, (tried.get(to) ?? 0) + 1);
                if (more === 0) return office.send(message, of);
                left.set(to, more - 1);
                throw new Undelivered('503', true);
              },
            },
          });
          for (const [n, to] of recipients.entries()) await office.post(number(n), `${n} for ${to}`);
          const deliverAll = () => Promise.all(recipients.map((_, n) => subject.deliver(number(n))));
          await deliverAll();
          const reachable = recipients.filter((to) => !(to in outages));
          assert.equal(office.sent.length, reachable.length);
          for (const to of Object.keys(outages)) assert.ok((tried.get(to) ?? 0) <= 1, 'one probe');
          for (let hour = 0; hour < 8; hour++) {
            office.pass(3600);
            await deliverAll();
          }
          assert.equal(new Set(office.sent).size, recipients.length);
          assert.equal(office.sent.length, recipients.length);
          for (let n = 0; n < recipients.length; n++) {
            const [message] = (await readDossier(own, number(n)))?.outbox ?? [];
            assert.equal(message?.status, 'sent');
          }
          office.stop();
          await own.close();
        },
      ),
      { numRuns: 30 },
    );
  });
});
