import assert from 'node:assert/strict';
import { type CaseNumber, numberOf } from '../../../src/procedure/model/case-number.ts';
import { readMemo } from '../../../src/register/model/memo.ts';
import { memos } from '../../../src/register/model/memos.ts';
import { noticeCard } from '../../../src/teams/cards/notice.ts';
import { escaped } from '../../../src/teams/form/text.ts';
import { namingMessages, numbersIn } from '../../../src/teams/notifications/naming.ts';
import { keepForm } from '../../../src/teams/office/open-forms.ts';
import { fatima, lars } from '../../procedure/people.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';

describe('the lists in a chat', () => {
  afterEach(closeOffices);

  const list = (i: number) => ({
    activityId: `list ${i}`,
    numbers: [numberOf('2026', i) as CaseNumber],
    ages: true,
  });

  it('are known by every number in the words and the buttons of a card, once', () => {
    const card = noticeCard({
      title: 'Zaken',
      text: 'K-2026-0001 en K-2026-12345, en nog eens K-2026-0001.',
      tone: 'good',
      buttons: [{ title: 'Openen', verb: 'case', data: { number: 'K-2025-0007' } }],
    });
    assert.deepEqual(numbersIn(card).sort(), ['K-2025-0007', 'K-2026-0001', 'K-2026-12345']);
    const inMarkdown = { type: 'TextBlock', text: escaped('Zie K-2026-0003.') };
    const escapedOnly = { type: 'AdaptiveCard' as const, version: '1.5', body: [inMarkdown] };
    assert.deepEqual(numbersIn(escapedOnly), ['K-2026-0003']);
  });

  it('end after twenty later ones, together, but for a form and a message that was sent; one that does not end is tried again', async () => {
    const { store } = anOffice();
    const { note, endOld } = namingMessages(store);
    const ended: string[] = [];
    await note(lars.id, { activityId: 'told', numbers: ['K-2026-0001'] });
    for (let i = 1; i <= 20; i++) await note(lars.id, list(i));
    await keepForm(store, lars.id, 'list 1');
    await endOld(async () => assert.fail('none is old'));
    for (let i = 21; i <= 23; i++) await note(lars.id, list(i));
    await endOld(async (_, id) => id !== 'list 3' && ended.push(id) > 0);
    await endOld(async () => assert.fail('nothing came since'));
    await note(lars.id, list(24));
    await endOld(async (_, id) => ended.push(id) > 0);
    assert.deepEqual(ended, ['list 2', 'list 3', 'list 4']);
    const { content = [] } = await readMemo(store, memos.naming.of(lars.id));
    assert.deepEqual(
      content.slice(0, 3).map(({ activityId }) => activityId),
      ['told', 'list 1', 'list 5'],
    );
  });

  it('end for whoever noted the last of them, also after a crash, and not where one was shown anew meanwhile', async () => {
    const { store } = anOffice();
    const first = namingMessages(store);
    for (let i = 1; i <= 22; i++) await first.note(lars.id, list(i));
    const second = namingMessages(store);
    await second.note(lars.id, list(23));
    await second.endOld(async (who, id) => {
      if (id === 'list 2') await first.note(who, list(2));
      return true;
    });
    const { content = [] } = await readMemo(store, memos.naming.of(lars.id));
    assert.deepEqual(
      [content[0], content.at(-1), content.length].map((one) => Object(one).activityId ?? one),
      ['list 4', 'list 2', 21],
    );
  });

  it('cost one write, and none where nothing is named, or the same as before', async () => {
    const { store } = anOffice();
    const { note } = namingMessages(store);
    await note(fatima.id, { activityId: 'a', numbers: [] });
    assert.equal((await readMemo(store, memos.naming.of(fatima.id))).etag, undefined);
    await note(fatima.id, list(1));
    const { etag } = await readMemo(store, memos.naming.of(fatima.id));
    await note(fatima.id, list(1));
    assert.equal((await readMemo(store, memos.naming.of(fatima.id))).etag, etag);
    assert.equal((await readMemo(store, memos.naming.of(fatima.id))).content?.length, 1);
    assert.deepEqual((await readMemo(store, memos.namingReaders)).content, [fatima.id]);
    await note(fatima.id, { activityId: 'list 1', numbers: [] });
    assert.deepEqual((await readMemo(store, memos.naming.of(fatima.id))).content, []);
  });
});
