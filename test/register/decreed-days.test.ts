import assert from 'node:assert/strict';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import { readMemo } from '../../src/register/model/memo.ts';
import { memos } from '../../src/register/model/memos.ts';
import { personIn } from '../../src/register/model/message.ts';
import type { Store } from '../../src/register/model/store.ts';
import type { Calendar } from '../../src/time/calendar.ts';
import { withDecreed } from '../../src/time/dutch-calendar.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { acknowledge, registration, withdraw } from '../procedure/asked.ts';
import { calendar } from '../procedure/given.ts';
import { everybodyAtTheDesk, fatima, lars, sanne } from '../procedure/people.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { anOffice, closeOffices } from './an-office.ts';

const withDays = (...days: LocalDate[]): Calendar => withDecreed(calendar, [...calendar.decreed, ...days]);
/** The last day of the answers to the complaints of 1 April (Art. 6). */
const decreed = withDays('2026-04-22');

type Office = ReturnType<typeof anOffice>;
type Start = (days?: Calendar, between?: (store: Store) => Store) => Office;

describe('a day that a decree equates with a holiday, while complaints are open', () => {
  let peer: CosmosPeer;
  before(async () => {
    peer = await cosmosPeer();
  });
  after(() => peer.close());
  afterEach(closeOffices);

  /** Starts the bot once more on the same register each time. */
  const stores: Record<string, () => Start> = {
    'in SQLite': () => {
      let file: string | undefined;
      return (days = calendar, between = (store) => store) => {
        const office = anOffice({ days, between, ...(file && { file }) });
        file ??= office.path;
        return office;
      };
    },
    'in Cosmos DB': () => {
      const database = newDatabase();
      return (days = calendar, between = (store) => store) =>
        anOffice({ days, between: (_, log) => between(sealedStore(storeAt(peer.url, database), { log })) });
    },
  };

  /** Lists everything that was told about it so far: to whom, and how it stands. */
  async function told({ store }: Office) {
    const found: { to: string | undefined; content: unknown; status: string }[] = [];
    for await (const { document } of store.all()) {
      if (document?.kind !== 'bulletin') continue;
      for (const { to, content, status } of document.outbox)
        if (content.kind === 'decreed-days') {
          const name = everybodyAtTheDesk.find(({ id }) => id === personIn(to))?.name;
          found.push({ to: name, content, status });
        }
    }
    return found.sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1));
  }
  const to = ({ name }: { name: string }, added: LocalDate[], removed: LocalDate[] = []) => ({
    to: name,
    content: { kind: 'decreed-days', added, removed },
    status: 'sent',
  });
  const morning = '2026-04-02T08:00';

  for (const [where, starting] of Object.entries(stores))
    describe(where, () => {
      let start: Start;

      /** A register with a complaint about Joris, which Lars handles, and one about Lars, which Fatima handles. */
      beforeEach(async () => {
        start = starting();
        const office = start();
        await office.file(registration, '1', sanne);
        await office.execute(acknowledge());
        await office.file({ ...registration, respondents: [lars] }, '2', sanne);
        await office.sweepAt('2026-04-01T11:00');
      });

      it('is only noted by a register that kept no days yet', async () => {
        const office = start();
        assert.deepEqual(await told(office), []);
        const { content } = await readMemo(office.store, memos.decreedDays);
        assert.deepEqual(content, { days: [...calendar.decreed].sort(), told: 0 });
      });

      it('is told to the officer, and to another of what they handle: once, over restarts', async () => {
        for (let times = 0; times < 3; times++) await start(decreed).sweepAt(morning);
        const office = start(decreed);
        assert.deepEqual(await told(office), [to(fatima, ['2026-04-22']), to(lars, ['2026-04-22'])]);
        const numbers = async (by: typeof lars) =>
          (await office.movedFor(by, { added: ['2026-04-22'], removed: [] })).map(
            ({ complaint }) => complaint.number,
          );
        assert.deepEqual(await numbers(lars), ['K-2026-0001'], 'never one about themselves');
        assert.deepEqual(await numbers(fatima), ['K-2026-0002']);
      });

      it('is told once by two instances that start together, and not undone by one with the old days', async () => {
        const old = start();
        await old.sweepAt(morning);
        const [one, other] = [start(decreed), start(decreed)];
        await Promise.all([one.sweepAt(morning), other.sweepAt(morning)]);
        await old.sweepAt('2026-04-02T08:01');
        assert.deepEqual(await told(one), [to(fatima, ['2026-04-22']), to(lars, ['2026-04-22'])]);
        await start(decreed).sweepAt('2026-04-02T08:02');
        assert.equal((await told(one)).length, 2);
      });

      it('is told once when the bot stops before, between and after its writes', async () => {
        for (let allowed = 0; allowed < 8; allowed++) {
          let writes = 0;
          const broken = start(decreed, (store) => ({
            ...store,
            write: async (document, etag) => {
              const isNew = document.id.startsWith('decreed-days/') && etag === undefined;
              const isOurs = isNew || document.id === 'decreed-days';
              if (isOurs && writes++ >= allowed) throw new Error('The disk is full.');
              return store.write(document, etag);
            },
          }));
          broken.log.fault = () => undefined as never;
          await broken.sweepAt(morning).catch(() => undefined);
        }
        assert.deepEqual(await told(start(decreed)), [to(fatima, ['2026-04-22']), to(lars, ['2026-04-22'])]);
      });

      it('is told to nobody where no open deadline moves', async () => {
        const elsewhere = withDays('2026-04-22', '2029-05-11');
        const office = start();
        await office.execute(withdraw());
        await start(withDays('2029-05-11')).sweepAt(morning);
        assert.deepEqual(await told(office), []);
        await start(elsewhere).sweepAt(morning);
        assert.deepEqual(await told(office), [to(fatima, ['2026-04-22'])], 'the closed one does not count');
      });

      it('is told when it is taken away again, and when it comes back', async () => {
        for (const days of [decreed, calendar, decreed]) await start(days).sweepAt(morning);
        const all = await told(start());
        const ofLars = all.filter((one) => one.to === lars.name);
        const [added, removed]: [LocalDate[], LocalDate[]] = [['2026-04-22'], []];
        assert.equal(ofLars.length, 3);
        for (const expected of [to(lars, added), to(lars, removed, added)])
          assert(ofLars.some((one) => JSON.stringify(one) === JSON.stringify(expected)));
      });

      it('moves the day by which dossiers are found and reminded', async () => {
        const dayOf = async () => (await start().dossier('K-2026-0001'))?.nextDayToAct;
        const before = await dayOf();
        await start(decreed).sweepAt(morning);
        const now = (await dayOf()) ?? '';
        assert(before && now < before, `${before} became ${now}`);
      });
    });
});
