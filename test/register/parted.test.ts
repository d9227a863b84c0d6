import assert from 'node:assert/strict';
import { replay } from '../../src/procedure/evolve.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import type { Command } from '../../src/procedure/model/commands.ts';
import type { Refusal } from '../../src/procedure/model/refusal.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import type { Store } from '../../src/register/model/store.ts';
import {
  acknowledge,
  addNote,
  answer,
  correctDate,
  correctFacts,
  delay,
  handOver,
  letter,
  merge,
  registration,
  reopen,
  withdraw,
} from '../procedure/asked.ts';
import { plain } from '../procedure/given.ts';
import { lars, sanne } from '../procedure/people.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { anOffice, closeOffices } from './an-office.ts';

const [other, one] = ['K-2026-0001', 'K-2026-0002'] as const satisfies CaseNumber[];

describe('a complaint into which another is merged, and that changed since it was read', () => {
  afterEach(closeOffices);

  /** Merges the second complaint into the first as that was when it came in, after something happened to it. */
  async function mergedAfter(happens: (office: ReturnType<typeof anOffice>) => Promise<unknown>) {
    const office = anOffice();
    const { complaint: into } = await office.file({ ...registration, receivedOn: '2026-03-31' }, '1', sanne);
    await office.file({ ...registration, summary: 'Nog steeds niet gebeld.' }, '2', sanne);
    await happens(office);
    const merging = office.execute({ ...merge({ into, letter: letter('Samen') }), number: one });
    const refused = await merging.then(
      () => undefined,
      (error: Refusal) => error.code,
    );
    const [first, second] = [await office.dossier(other), await office.dossier(one)];
    return { refused, joined: first?.complaint.joined?.length ?? 0, stage: second?.complaint.stage };
  }
  const refusedBecause = (refused: string) => ({ refused, joined: 0, stage: 'registered' });
  const toFirst = (command: Command) => (office: ReturnType<typeof anOffice>) =>
    office.execute({ ...command, number: other } as Parameters<typeof office.execute>[0]);

  it('is refused where it answers later, was answered, closed, was corrected, or is handled by another', async () => {
    for (const [command, code] of [
      [delay(), 'other-answers-later'],
      [answer(), 'other-changed'],
      [withdraw(), 'other-is-closed'],
      [handOver(), 'unknown-complaint'],
      [correctDate({ to: '2026-03-30' }), 'other-changed'],
      [correctFacts({ to: { complainant: { name: 'De heer Bos' } } }), 'other-complainant'],
    ] as const) {
      const happens = async (office: ReturnType<typeof anOffice>) => {
        if (command.type === 'delay') await toFirst(acknowledge())(office);
        await toFirst(command)(office);
      };
      assert.deepEqual(await mergedAfter(happens), refusedBecause(code), command.type);
    }
  });

  it('goes on where nothing changed that matters to the other', async () => {
    assert.deepEqual(await mergedAfter(toFirst(addNote())), {
      refused: undefined,
      joined: 1,
      stage: 'closed',
    });
  });
});

describe('a complaint that was merged into another, and is reopened', () => {
  let peer: CosmosPeer;
  before(async () => {
    peer = await cosmosPeer();
  });
  after(() => peer.close());
  afterEach(closeOffices);

  const stores: Record<string, (ofOurs: Store) => Store> = {
    'in SQLite': (ofOurs) => ofOurs,
    'in Cosmos DB': () => storeAt(peer.url, newDatabase()),
  };

  for (const [where, storeOf] of Object.entries(stores))
    describe(where, () => {
      /** The second complaint is merged into the first; `breaks` is the document of which the next write fails. */
      async function merged() {
        const fault: { breaks?: string } = {};
        const office = anOffice({
          between: (ofOurs) => {
            const store = storeOf(ofOurs);
            const write: Store['write'] = async (document, etag) => {
              if (document.id !== fault.breaks) return store.write(document, etag);
              fault.breaks = undefined;
              throw new Error('The disk is full.');
            };
            return { ...store, write, writeTogether: undefined };
          },
        });
        const { complaint: into } = await office.file(registration, '1', sanne);
        await office.file({ ...registration, summary: 'Nog steeds niet gebeld.' }, '2', sanne);
        await office.execute({ ...merge({ into, letter: letter('Samen') }), number: one });
        const reopens = () => office.execute({ ...reopen(), number: one });
        return { office, fault, reopens };
      }

      const state = async ({ dossier }: { dossier: ReturnType<typeof anOffice>['dossier'] }) => {
        const [first, second] = [await dossier(other), await dossier(one)];
        for (const dossier of [first, second])
          assert.deepEqual(plain(replay(dossier?.journal.map(eventOf) ?? [])), plain(dossier?.complaint));
        return {
          joined: first?.complaint.joined?.map(({ number }) => number),
          stage: second?.complaint.stage,
          told: first?.journal.filter(({ type }) => type === 'parted').length,
        };
      };

      it('stands no longer in the other, and both journals say so', async () => {
        const { office, reopens } = await merged();
        assert.deepEqual(await state(office), { joined: [one], stage: 'closed', told: 0 });
        await reopens();
        assert.deepEqual(await state(office), { joined: undefined, stage: 'acknowledged', told: 1 });
        assert.partialDeepStrictEqual((await office.dossier(other))?.journal.at(-1), {
          type: 'parted',
          facts: { on: '2026-04-01' },
          erasable: { by: lars, personal: { number: one } },
        });
      });

      for (const breaks of [other, one])
        it(`is complete when tried again after a stop before ${breaks} was written`, async () => {
          const { office, fault, reopens } = await merged();
          fault.breaks = breaks;
          await assert.rejects(reopens(), /The disk is full/);
          assert.equal((await state(office)).stage, 'closed');
          await reopens();
          assert.deepEqual(await state(office), { joined: undefined, stage: 'acknowledged', told: 1 });
        });

      it('leaves another that was merged as well, also where the one for both is closed by then', async () => {
        const { office, reopens } = await merged();
        const { complaint } = await office.file({ ...registration, summary: 'Derde keer.' }, '3', sanne);
        const into = (await office.dossier(other))?.complaint ?? assert.fail();
        await office.execute({ ...merge({ into, letter: letter('Samen') }), number: complaint.number });
        await office.execute(withdraw());
        await reopens();
        assert.deepEqual((await state(office)).joined, [complaint.number]);
      });

      it('can be merged again', async () => {
        const { office, reopens } = await merged();
        await reopens();
        await office.execute(acknowledge());
        const into = (await office.dossier(other))?.complaint ?? assert.fail();
        await office.execute({ ...merge({ into, letter: letter('Samen') }), number: one });
        assert.deepEqual(await state(office), { joined: [one], stage: 'closed', told: 1 });
      });
    });
});
