import assert from 'node:assert/strict';
import { type CaseNumber, numberOf } from '../../../src/procedure/model/case-number.ts';
import { readMemo } from '../../../src/register/model/memo.ts';
import { memos } from '../../../src/register/model/memos.ts';
import { noticeCard } from '../../../src/teams/cards/notice.ts';
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
  });

  it('end after twenty later ones, but for a form and a message that was sent; one that fails is tried again', async () => {
    const { store } = anOffice();
    const { note, endOld } = namingMessages(store);
    const ended: string[] = [];
    await note(lars.id, { activityId: 'told', numbers: ['K-2026-0001'] });
    for (let i = 1; i <= 22; i++) {
      await note(lars.id, list(i));
      if (i === 1) await keepForm(store, lars.id, 'list 1');
      const isBroken = i === 22;
      await endOld(lars.id, async (id) => (isBroken ? assert.fail('it is not there') : ended.push(id))).catch(
        () => undefined,
      );
    }
    assert.equal(ended.length, 0);
    await note(lars.id, list(23));
    await endOld(lars.id, async (id) => ended.push(id));
    assert.deepEqual(ended, ['list 2', 'list 3']);
    const { content = [] } = await readMemo(store, memos.naming.of(lars.id));
    assert.deepEqual(
      content.slice(0, 3).map(({ activityId }) => activityId),
      ['told', 'list 1', 'list 4'],
    );
  });

  it('cost one write, and none where nothing is named', async () => {
    const { store } = anOffice();
    const { note } = namingMessages(store);
    await note(fatima.id, { activityId: 'a', numbers: [] });
    assert.equal((await readMemo(store, memos.naming.of(fatima.id))).etag, undefined);
    await note(fatima.id, list(1));
    await note(fatima.id, list(1));
    assert.equal((await readMemo(store, memos.naming.of(fatima.id))).content?.length, 1);
    assert.deepEqual((await readMemo(store, memos.namingReaders)).content, [fatima.id]);
    await note(fatima.id, { activityId: 'list 1', numbers: [] });
    assert.deepEqual((await readMemo(store, memos.naming.of(fatima.id))).content, []);
  });
});
