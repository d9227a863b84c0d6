import assert from 'node:assert/strict';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Registration } from '../../src/procedure/model/complaint.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import type { Bulletin, Dossier, Memo } from '../../src/register/model/dossier.ts';
import { wordsAskedIn } from '../../src/register/model/search-words.ts';
import {
  Conflict,
  readDossier,
  type Search,
  type Selection,
  type Store,
  type Stored,
} from '../../src/register/model/store.ts';
import { dossier, hostileTexts } from './documents.ts';

type Made = { store: Store; reopen?: () => Promise<Store> };

/** The contract of a store; `make` gives an empty one, `reopen` closes it and opens what it kept. */
export function storeContract(name: string, make: () => Promise<Made>): void {
  describe(`${name} as a store`, () => {
    let store: Store;
    let reopen: Made['reopen'];

    beforeEach(async () => {
      ({ store, reopen } = await make());
    });

    afterEach(() => store.close());

    const writeAll = async (...dossiers: Dossier[]): Promise<void> => {
      for (const each of dossiers) await store.write(each);
    };

    const listed = async (selection: Selection): Promise<string[]> =>
      (await store.list(selection)).map(({ id }) => id);

    describe('reading and writing', () => {
      it('knows nothing of a document that was never written', async () => {
        assert.equal(await store.read('K-2026-0001'), undefined);
        for (const text of hostileTexts) assert.equal(await store.read(text), undefined);
      });

      it('gives back what was written, with an etag to replace it by', async () => {
        const etag = await store.write(dossier('K-2026-0001'));
        assert.deepEqual(await store.read('K-2026-0001'), { document: dossier('K-2026-0001'), etag });

        const closed = dossier('K-2026-0001', { open: false });
        const next = await store.write(closed, etag);
        assert.notEqual(next, etag);
        assert.deepEqual(await store.read('K-2026-0001'), { document: closed, etag: next });
      });

      it('keeps bulletins and memos beside dossiers', async () => {
        const bulletin: Bulletin = { kind: 'bulletin', id: 'digest/2026-04-01', outbox: [] };
        const memo: Memo = {
          kind: 'memo',
          id: 'something-small',
          content: { last: 7, names: ['é', null, true] },
        };
        await store.write(bulletin);
        await store.write(memo);
        assert.deepEqual((await store.read(bulletin.id))?.document, bulletin);
        assert.deepEqual((await store.read(memo.id))?.document, memo);
      });

      for (const text of hostileTexts) {
        it(`gives ${JSON.stringify(text).slice(0, 40)} back to the letter`, async () => {
          const memo: Memo = { kind: 'memo', id: 'text', content: { text, [text]: [text] } };
          await store.write(memo);
          assert.deepEqual((await store.read('text'))?.document, memo);
        });
      }

      it('keeps ids apart that a careless store takes for one another', async () => {
        const ids = [
          'a/b',
          'a\\b',
          'a?b',
          'a#b',
          'a b',
          'a%2Fb',
          'a_b',
          'a.b',
          'a.002fb',
          'A/b',
          'é',
          'e\u0301',
          '..',
        ];
        for (const id of ids) await store.write({ kind: 'memo', id, content: `of ${id}` });
        for (const id of ids) {
          assert.deepEqual((await store.read(id))?.document, { kind: 'memo', id, content: `of ${id}` });
        }
      });

      it('takes an id for what it is', async () => {
        const id = "x'; DROP TABLE documents; --";
        await store.write({ kind: 'memo', id, content: 1 });
        assert.deepEqual((await store.read(id))?.document, { kind: 'memo', id, content: 1 });
        assert.equal(await store.read('x'), undefined);
      });

      it('keeps everything when it is closed and opened again', async () => {
        const etag = await store.write(dossier('K-2026-0001', { attentionAt: '2026-04-01T07:00:00.000Z' }));
        const before = await store.read('K-2026-0001');
        store = (await reopen?.()) ?? store;
        assert.deepEqual(await store.read('K-2026-0001'), before);
        assert.deepEqual(await store.due('2026-04-01T07:00:00.000Z', 9), ['K-2026-0001']);
        assert.deepEqual(await listed({ open: true }), ['K-2026-0001']);
        await store.write(dossier('K-2026-0001', { open: false }), etag);
      });

      it('says that it can be reached', () => store.check());
    });

    describe('two who write the same document', () => {
      it('lets only one of them create it', async () => {
        await store.write(dossier('K-2026-0001', { receiverId: 'first' }));
        await assert.rejects(store.write(dossier('K-2026-0001', { receiverId: 'second' })), Conflict);
        assert.equal((await readDossier(store, 'K-2026-0001'))?.receiverId, 'first');
      });

      it('refuses the one whose version is no longer the last', async () => {
        const old = await store.write(dossier('K-2026-0001'));
        await store.write(dossier('K-2026-0001', { receiverId: 'first' }), old);
        await assert.rejects(store.write(dossier('K-2026-0001', { receiverId: 'second' }), old), Conflict);
        assert.equal((await readDossier(store, 'K-2026-0001'))?.receiverId, 'first');
      });

      it('refuses to replace what is not there', async () => {
        const etag = await store.write(dossier('K-2026-0001'));
        await assert.rejects(store.write(dossier('K-2026-0002'), etag), Conflict);
        assert.equal(await store.read('K-2026-0002'), undefined);
      });

      it('lets one of many at the same moment win', async () => {
        const etag = await store.write(dossier('K-2026-0001'));
        const names = Array.from({ length: 20 }, (_, i) => `receiver-${i}`);
        const results = await Promise.allSettled(
          names.map((receiverId) => store.write(dossier('K-2026-0001', { receiverId }), etag)),
        );
        const winners = names.filter((_, i) => results[i]?.status === 'fulfilled');
        assert.equal(winners.length, 1);
        for (const result of results) {
          if (result.status === 'rejected') assert.ok(result.reason instanceof Conflict, result.reason);
        }
        assert.equal((await readDossier(store, 'K-2026-0001'))?.receiverId, winners[0]);
      });
    });

    describe('what needs attention', () => {
      const nine = '2026-04-01T09:00:00.000Z';

      it('is found from that moment on, and not a millisecond before', async () => {
        await store.write(dossier('K-2026-0001', { attentionAt: nine }));
        assert.deepEqual(await store.due('2026-04-01T08:59:59.999Z', 9), []);
        assert.deepEqual(await store.due(nine, 9), ['K-2026-0001']);
      });

      it('comes the oldest first, no more than asked for', async () => {
        await writeAll(
          dossier('K-2026-0001', { attentionAt: '2026-04-01T08:00:00.000Z' }),
          dossier('K-2026-0002', { attentionAt: '2026-03-31T08:00:00.000Z' }),
          dossier('K-2026-0003', { attentionAt: '2026-04-01T07:00:00.000Z' }),
          dossier('K-2026-0004', { attentionAt: '2026-04-02T08:00:00.000Z' }),
        );
        assert.deepEqual(await store.due(nine, 9), ['K-2026-0002', 'K-2026-0003', 'K-2026-0001']);
        assert.deepEqual(await store.due(nine, 2), ['K-2026-0002', 'K-2026-0003']);
      });

      it('is no longer found when it has had that, whether the dossier is open or closed', async () => {
        const etag = await store.write(dossier('K-2026-0001', { attentionAt: nine, open: false }));
        assert.deepEqual(await store.due(nine, 9), ['K-2026-0001']);
        await store.write(dossier('K-2026-0001', { open: false }), etag);
        assert.deepEqual(await store.due(nine, 9), []);
      });

      it('can be a bulletin too, but never a memo', async () => {
        await store.write({ kind: 'bulletin', id: 'digest/2026-04-01', outbox: [], attentionAt: nine });
        await store.write({
          kind: 'memo',
          id: 'memo',
          content: dossier('K-2026-0009', { attentionAt: nine }),
        });
        assert.deepEqual(await store.due(nine, 9), ['digest/2026-04-01']);
      });
    });

    describe('walking all documents', () => {
      async function walked(): Promise<Stored[]> {
        const met: Stored[] = [];
        for await (const stored of store.all()) met.push(stored);
        return met;
      }

      it('meets nothing in an empty store', async () => assert.deepEqual(await walked(), []));

      it('meets every document of every kind once, by id, with the etag to replace it by', async () => {
        const bulletin: Bulletin = { kind: 'bulletin', id: 'digest/2026-04-01', outbox: [] };
        const memo: Memo = { kind: 'memo', id: 'something-small', content: hostileTexts.slice(0, -1) };
        const closed = dossier('K-2026-0002', { open: false });
        const etags = [];
        for (const one of [memo, closed, bulletin, dossier('K-2026-0001')])
          etags.push(await store.write(one));
        assert.deepEqual(await walked(), [
          { document: dossier('K-2026-0001'), etag: etags[3] },
          { document: closed, etag: etags[1] },
          { document: bulletin, etag: etags[2] },
          { document: memo, etag: etags[0] },
        ]);
      });

      it('meets them all, however many there are, also when they are written on the way', async () => {
        const ids = Array.from({ length: 250 }, (_, i) => caseNumber(numberOf('2026', i + 1)));
        for (const id of ids) await store.write(dossier(id));
        const met: string[] = [];
        for await (const { document, etag } of store.all()) {
          met.push(document.id);
          await store.write(dossier(caseNumber(document.id), { open: false }), etag);
        }
        assert.deepEqual(met, ids);
        assert.deepEqual(await store.list({ open: true }), []);
      });
    });

    describe('searching', () => {
      const about = (id: CaseNumber, complaint: Partial<Registration>): Dossier => {
        const made = dossier(id);
        return { ...made, complaint: { ...made.complaint, ...complaint } };
      };

      const found = async (words: string, more: Omit<Search, 'words' | 'limit'> = {}): Promise<string[]> => {
        const answer = await store.search({ words: wordsAskedIn(words), limit: 10, ...more });
        assert.notEqual(answer, 'vague');
        return answer === 'vague' ? [] : answer.dossiers.map(({ id }) => id);
      };

      const both = ['K-2026-0002', 'K-2026-0001'];

      beforeEach(() =>
        writeAll(
          about('K-2026-0001', {
            complainant: {
              name: 'Mevrouw N. Güneş-van der Berg',
              representing: 'Stichting Łódź',
              email: 'n.gunes@voorbeeld.nl',
              phone: '+31 (0)6 - 123 456 78',
            },
            summary: 'Drie weken niet teruggebeld over het traject.',
            branch: 'Utrecht',
            respondents: [{ id: personId('joris'), name: 'Joris Wâlters' }],
          }),
          about('K-2026-0002', {
            complainant: { name: 'De heer Van Dam', phone: '030-1234567' },
            summary: 'Het traject begon te laat.',
            branch: 'Amersfoort',
          }),
          about('K-2025-0012', { complainant: { name: 'Onbekend' }, summary: 'Er was geen parkeerplaats.' }),
        ),
      );

      for (const [words, ids] of Object.entries({
        gunes: ['K-2026-0001'],
        'GÜNEŞ traject': ['K-2026-0001'],
        'van der': ['K-2026-0001'],
        lodz: ['K-2026-0001'],
        'trajec het': both,
        van: both,
        'n.gunes@voorbeeld.nl': ['K-2026-0001'],
        '06 12345678': ['K-2026-0001'],
        '0031612345678': ['K-2026-0001'],
        '(030) 123 45 67': ['K-2026-0002'],
        'joris walters': ['K-2026-0001'],
        utrecht: ['K-2026-0001'],
        'utrecht dam': [],
        'K-2026-0001': ['K-2026-0001'],
        k20260002: ['K-2026-0002'],
        '2026-0002': ['K-2026-0002'],
        '0002': ['K-2026-0002'],
        2026: both,
        '2025 12': ['K-2025-0012'],
        parkeren: [],
        raject: [],
        '': [],
        "' OR 1=1 --": [],
      }))
        it(`finds by "${words}" ${ids.join(' and ') || 'nothing'}`, async () =>
          assert.deepEqual(await found(words), ids));

      it('gives the newest number first, in pages, without the one that is left out', async () => {
        const first = await store.search({ words: ['traject'], limit: 1 });
        assert.ok(first !== 'vague');
        assert.deepEqual([first.dossiers.map(({ id }) => id), first.next], [['K-2026-0002'], 'K-2026-0002']);
        assert.deepEqual(await found('traject', { before: 'K-2026-0002' }), ['K-2026-0001']);
        assert.deepEqual(await found('traject', { except: 'K-2026-0002' }), ['K-2026-0001']);
        await writeAll(about('K-2026-9999', {}), about('K-2026-10000', {}));
        assert.deepEqual(await found('driemaal'), ['K-2026-10000', 'K-2026-9999']);
        assert.deepEqual(await found('driemaal', { before: 'K-2026-10000' }), ['K-2026-9999']);
      });

      it('finds a dossier by what it says now', async () => {
        const stored = await store.read('K-2026-0002');
        await store.write(about('K-2026-0002', { summary: 'De begeleiding was goed.' }), stored?.etag);
        assert.deepEqual(await found('traject'), ['K-2026-0001']);
        assert.deepEqual(await found('begeleiding'), ['K-2026-0002']);
      });

      it('finds nothing of what was not written', async () => {
        await assert.rejects(store.write(about('K-2026-0001', { summary: 'Roerdomp.' })), Conflict);
        assert.deepEqual(await found('roerdomp'), []);
      });

      it('finds no erased dossier by anything, and no memo', async () => {
        const stored = await store.read('K-2026-0001');
        const erased = about('K-2026-0001', {});
        const complaint = { ...erased.complaint, erased: { on: '2031-04-01', because: 'request' } } as const;
        await store.write({ ...erased, complaint }, stored?.etag);
        for (const words of ['gunes', 'hart', '0001', 'driemaal']) assert.deepEqual(await found(words), []);
        await store.write({ kind: 'memo', id: 'memo', content: about('K-2026-0009', {}) });
        assert.deepEqual(await found('driemaal'), []);
      });

      it('finds the same when all is indexed that waits for it', async () => {
        while (await store.indexMore());
        assert.equal(await store.indexMore(), false);
        assert.deepEqual(await found('traject'), both);
      });
    });

    describe('lists', () => {
      beforeEach(() =>
        writeAll(
          dossier('K-2026-0001', { receiverId: 'sanne', nextDayToAct: '2026-04-09' }),
          dossier('K-2026-0002', { receiverId: 'tim', nextDayToAct: '2026-04-02' }),
          dossier('K-2026-0003', { receiverId: 'sanne', nextDayToAct: '2026-04-09' }),
          dossier('K-2026-0004', { receiverId: 'sanne', open: false }),
          dossier('K-2026-0005', { receiverId: 'sanne' }),
          dossier('K-2026-0006', { receiverId: 'sanne', open: false }),
          dossier('K-2025-0007', { receiverId: 'tim', nextDayToAct: '2026-04-09' }),
        ),
      );

      it('gives the open ones, the nearest day to act first, those without one last, then by number', async () => {
        assert.deepEqual(await listed({ open: true }), [
          'K-2026-0002',
          'K-2025-0007',
          'K-2026-0001',
          'K-2026-0003',
          'K-2026-0005',
        ]);
      });

      it('gives a receiver all that they registered, closed ones too, the newest number first', async () => {
        assert.deepEqual(await listed({ registeredBy: personId('tim') }), ['K-2026-0002', 'K-2025-0007']);
        const sannes = ['K-2026-0006', 'K-2026-0005', 'K-2026-0004', 'K-2026-0003', 'K-2026-0001'];
        assert.deepEqual(await listed({ registeredBy: personId('sanne') }), sannes);
        assert.deepEqual(await listed({ registeredBy: personId("tim' OR '1'='1") }), []);
      });

      it('gives whole dossiers', async () => {
        const [whole] = await store.list({ open: true });
        assert.deepEqual(whole, dossier('K-2026-0002', { receiverId: 'tim', nextDayToAct: '2026-04-02' }));
      });

      it('moves with what is written', async () => {
        const stored = await store.read('K-2026-0003');
        await store.write(dossier('K-2026-0003', { receiverId: 'eva', open: false }), stored?.etag);
        assert.deepEqual(await listed({ registeredBy: personId('eva') }), ['K-2026-0003']);
        assert.equal((await listed({ registeredBy: personId('sanne') })).includes('K-2026-0003'), false);
        assert.equal((await listed({ open: true })).includes('K-2026-0003'), false);
      });

      it('counts numbers beyond 9999 as numbers', async () => {
        await writeAll(
          dossier('K-2027-9999', { receiverId: 'eva' }),
          dossier('K-2027-10000', { receiverId: 'eva' }),
        );
        assert.deepEqual(await listed({ registeredBy: personId('eva') }), ['K-2027-10000', 'K-2027-9999']);
      });

      it('never holds a memo or a bulletin', async () => {
        const before = await listed({ open: true });
        await store.write({
          kind: 'memo',
          id: 'memo',
          content: dossier('K-2026-0009', { receiverId: 'tim' }),
        });
        await store.write({ kind: 'bulletin', id: 'digest/2026-04-01', outbox: [] });
        assert.deepEqual(await listed({ open: true }), before);
        assert.deepEqual(await listed({ registeredBy: personId('tim') }), ['K-2026-0002', 'K-2025-0007']);
      });
    });
  });
}
