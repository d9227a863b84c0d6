import assert from 'node:assert/strict';
import fc from 'fast-check';
import sinon from 'sinon';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { linkChannel } from '../../../src/register/model/linked-channel.ts';
import { registration } from '../../procedure/asked.ts';
import { fatima, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aProcess, type Process, type Service } from '../a-bot-process.ts';
import { aTeamsService } from '../a-teams-service.ts';

/** An event of the test; `at` is one of two processes, `about` the respondent. */
type Happening =
  | { kind: 'arrive'; at: number; about: Person | undefined; times: number }
  | { kind: 'pass'; minutes: number }
  | { kind: 'restart' | 'accuse'; at: number }
  | { kind: 'blocks' | 'unblocks' };

const at = fc.nat({ max: 1 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('arrive' as const),
      at,
      about: fc.constantFrom(undefined, undefined, joris, fatima, willem),
      times: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.constantFrom(1, 20, 130, 26 * 60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('restart' as const, 'accuse' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('blocks' as const, 'unblocks' as const) }) },
);

describe('one notice about who cannot be reached', () => {
  let service: Service;
  let processes: Process[];
  let minute: number;
  let timers: sinon.SinonFakeTimers;
  const channel = 'the channel';

  const time = (minutes = minute): string =>
    new Date(Date.UTC(2026, 3, 1, 10, minutes)).toISOString().slice(0, 16);

  async function begin(): Promise<void> {
    service = await aTeamsService();
    minute = 0;
    timers = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const first = await aProcess(service, time());
    processes = [first, await aProcess(service, time(), first.path)];
    await linkChannel(first.store, { address: service.address(channel), linkedAt: first.clock.now() });
    service.block(lars.id);
  }
  const end = async () => {
    for (const { stop } of processes) stop();
    timers.restore();
    await closeOffices();
    await service.close();
  };

  const process = (at: number): Process => processes[at] ?? assert.fail();

  /** Two minutes pass, in which all processes do what they have to do. */
  async function settle(): Promise<void> {
    await Promise.all(processes.map((one) => one.settle()));
    for (const _ of [1, 2]) {
      minute += 1;
      for (const one of processes) one.moveTo(time());
      timers.tick(60_000);
      for (const one of processes) await one.sweep(time());
    }
  }

  const numberOf = (n: number): string => `K-2026-${String(n).padStart(4, '0')}`;

  async function dossiers(): Promise<Dossier[]> {
    return (await process(0).store.list({ open: true })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  const take = (at: number, about: Person | undefined, form: string) =>
    process(at).file({ ...registration, respondents: about ? [about] : [] }, form, sanne);

  let forms = 0;
  async function happens(one: Happening): Promise<void> {
    switch (one.kind) {
      case 'arrive':
        for (let i = 0; i < one.times; i++) await take((one.at + i) % 2, one.about, `form ${++forms}`);
        break;
      case 'pass':
        minute += one.minutes;
        break;
      case 'restart':
        process(one.at).stop();
        processes[one.at] = await aProcess(service, time(), process(0).path);
        break;
      case 'accuse': {
        const [first] = await dossiers();
        if (first && !first.complaint.respondents.length)
          await process(one.at).execute({
            type: 'add-respondent',
            by: lars,
            number: first.id,
            respondent: fatima,
            reason: 'Zij was erbij.',
          });
        break;
      }
      case 'blocks':
        service.block(lars.id);
        break;
      case 'unblocks':
        service.unblock(lars.id);
        process(0).hears(lars);
        break;
      default:
        one satisfies never;
    }
    await settle();
  }

  const standsIn = (chat: string) =>
    service.shown(chat).filter(({ text }) => /niet aangekomen/.test(text.split('\n')[0] ?? ''));

  /** The numbers in a text, also those between two of a row. */
  function numbersIn(text: string): string[] {
    const list = /bij [^:]*: (K-[^.]*)\./.exec(text)?.[1] ?? /^Klacht (K-2026-\d+)/.exec(text)?.[1] ?? '';
    return list.split(', ').flatMap((part) => {
      const [from = 0, to = from] = [...part.matchAll(/K-2026-(\d+)/g)].map(([, n]) => Number(n));
      return Array.from({ length: to - from + 1 }, (_, i) => numberOf(from + i));
    });
  }

  const isStuck = ({ outbox }: Dossier): boolean =>
    outbox.some(
      ({ content, status, to }) =>
        content.kind === 'case' && to.kind === 'person' && to.id === lars.id && status === 'queued',
    );
  const isAbout = (people: readonly Person[], { complaint }: Dossier): boolean =>
    complaint.respondents.some(({ id }) => people.some((person) => person.id === id));

  async function check(): Promise<void> {
    const all = await dossiers();
    const stuck = all.filter(isStuck);
    const expected = {
      [fatima.id]: stuck.filter((one) => !isAbout([fatima], one)),
      [channel]: stuck.filter((one) => !isAbout([fatima, willem], one)),
    };
    for (const [chat, those] of Object.entries(expected)) {
      const standing = standsIn(chat);
      assert.equal(standing.length, those.length > 0 ? 1 : 0, JSON.stringify(service.shown(chat)));
      if (those.length === 0) continue;
      assert.deepEqual(
        numbersIn(standing[0]?.text ?? ''),
        those.map(({ id }) => id),
      );
    }
    assert.ok(standsIn(willem.id).length <= 1);
    for (const { id, outbox } of all) {
      const told = outbox.filter(
        ({ content: { kind }, status }) =>
          status === 'sent' && ['case', 'undelivered', 'forwarding-alarm'].includes(kind),
      );
      const [first] = told.map(({ sentAt }) => sentAt ?? '').sort();
      assert.equal(first?.slice(0, 10), outbox[0]?.queuedAt.slice(0, 10), id);
    }
  }

  it('holds however complaints arrive, in whichever process, over days and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 9 }), async (course) => {
        try {
          await begin();
          for (const one of course) {
            await happens(one);
            await check();
          }
        } finally {
          await end();
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
