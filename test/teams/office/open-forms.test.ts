import assert from 'node:assert/strict';
import { keepForm, mayHoldForm } from '../../../src/teams/office/open-forms.ts';
import { lars, sanne } from '../../procedure/people.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';

describe('messages in which somebody opened a form', () => {
  afterEach(closeOffices);

  it('are kept by two at once, and of each person the last fifty', async () => {
    const { store } = anOffice();
    await Promise.all(['a', 'b', 'c'].map((id) => keepForm(store, lars.id, id)));
    for (const id of ['a', 'b', 'c']) assert.ok(await mayHoldForm(store, lars.id, id), id);
    assert.ok(!(await mayHoldForm(store, sanne.id, 'a')));
    for (let i = 0; i < 50; i++) await keepForm(store, lars.id, `${i}`);
    assert.deepEqual(
      [await mayHoldForm(store, lars.id, 'a'), await mayHoldForm(store, lars.id, '49')],
      [false, true],
    );
  });
});
