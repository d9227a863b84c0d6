import assert from 'node:assert/strict';
import { refresher } from '../../src/dispatch/refresher.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { readMemo, writeMemo } from '../../src/register/model/memo.ts';
import { memos } from '../../src/register/model/memos.ts';
import type { Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { logBook } from './log-book.ts';

const closed = { id: 'K-2026-0001' as CaseNumber, open: false };

describe('a closed dossier that changed', () => {
  let store: Store;
  let writes: number;
  let failing: boolean;
  let live: ReturnType<typeof refresher>;

  beforeEach(() => {
    const whole = sqliteStore(':memory:');
    writes = 0;
    failing = false;
    store = {
      ...whole,
      async write(document, etag) {
        writes++;
        if (failing) throw new Error('disk full');
        return whole.write(document, etag);
      },
    };
    const clock = { today: () => '2026-04-01' as const };
    live = refresher({ store, clock, refresh: async () => undefined, log: logBook() });
  });
  afterEach(async () => {
    live.stop();
    await live.idle();
    await store.close();
  });

  const shows = () => {
    const card = { who: personId('lars'), activityId: 'a', shows: 'case' as const, version: 1, print: '' };
    return writeMemo(store, memos.cards.of(closed.id), [card]);
  };
  const saved = async () => {
    live.saved(closed);
    await live.idle();
  };
  const behind = async () => (await readMemo(store, memos.cardsBehind)).content;

  it('is noted as behind where a card shows it', async () => {
    await shows();
    await saved();
    assert.deepEqual(await behind(), [closed.id]);
  });

  it('is noted at the next change where that failed the first time', async () => {
    await shows();
    failing = true;
    await saved();
    failing = false;
    await saved();
    assert.deepEqual(await behind(), [closed.id]);
  });

  it('writes nothing where no card shows it', async () => {
    await saved();
    assert.equal(writes, 0);
  });
});
