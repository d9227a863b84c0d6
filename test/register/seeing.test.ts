import assert from 'node:assert/strict';
import { personId } from '../../src/procedure/model/person-id.ts';
import { addNote, asking, handOver, registration } from '../procedure/asked.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const unknown = { name: 'Refusal', code: 'unknown-complaint' };

describe('seeing a dossier', () => {
  afterEach(closeOffices);

  it('is for the handler and the officer', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(handOver());
    for (const by of [lars, fatima]) assert.equal((await office.view('K-2026-0001', by)).id, 'K-2026-0001');
  });

  it('is as if it did not exist for everybody else, whom it is about first of all', async () => {
    const office = anOffice();
    await office.file({ ...registration, respondents: [lars, joris] }, 'form', sanne);
    for (const by of [lars, joris, sanne, willem, { id: personId(''), name: '' }]) {
      const hidden = await office.view('K-2026-0001', by).catch((error) => error);
      const missing = await office.view('K-2026-0002', by).catch((error) => error);
      assert.deepEqual(
        [hidden.code, hidden.article, hidden.message],
        [missing.code, missing.article, missing.message],
      );
      assert.equal(hidden.code, 'unknown-complaint');
      await assert.rejects(office.execute(addNote({ by })), unknown);
    }
  });
});

describe('lists', () => {
  afterEach(closeOffices);

  it('my complaints are those I registered, the newest first, but for those about me from the start', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await office.file({ ...registration, respondents: [sanne] }, '2', sanne);
    await office.file(registration, '3', joris);
    await office.file({ ...registration, remedied: true }, '4', sanne);
    const mine = async (by: typeof sanne) => (await office.registeredBy(by)).map(({ id }) => id);
    assert.deepEqual(await mine(sanne), ['K-2026-0004', 'K-2026-0001']);
    assert.deepEqual(await mine(joris), ['K-2026-0003']);
    assert.deepEqual(await mine(lars), []);
  });

  it('my complaints keep one that turned out to be about me, as it was until then and for ever', async () => {
    const office = anOffice();
    for (const form of ['1', '2', '3']) await office.file(registration, form, sanne);
    const steps = asking();
    await office.execute(steps.acknowledge({ number: 'K-2026-0002' }));
    const mine = async () =>
      (await office.registeredBy(sanne)).map(({ id, complaint }) => [
        id,
        complaint.stage,
        complaint.receivedOn,
      ]);
    const before = await mine();
    await office.execute(steps.addRespondent({ number: 'K-2026-0002', respondent: sanne }));
    assert.deepEqual(await mine(), before);
    for (const step of [steps.answer, steps.withdraw, steps.setHold, steps.liftHold, steps.requestErasure]) {
      office.moveTo(
        `2026-04-${String((await office.dossier('K-2026-0002'))?.journal.length).padStart(2, '0')}T10:00`,
      );
      await office.execute(step({ number: 'K-2026-0002' }));
      assert.deepEqual(await mine(), before);
      await assert.rejects(office.view('K-2026-0002', sanne), unknown);
    }
    await office.execute(steps.answerErasure({ number: 'K-2026-0002', by: fatima }));
    assert.deepEqual(
      (await mine()).map(([id]) => id),
      ['K-2026-0003', 'K-2026-0001'],
      'as any other that is erased',
    );
  });

  it('my complaints follow again one that turned out not to be about me', async () => {
    const office = anOffice();
    const steps = asking();
    await office.file(registration, '1', sanne);
    await office.execute(steps.addRespondent({ respondent: sanne }));
    await office.execute(steps.acknowledge());
    const stage = async () => (await office.registeredBy(sanne)).map(({ complaint }) => complaint.stage);
    assert.deepEqual(await stage(), ['registered']);
    await office.execute(steps.removeRespondent({ respondent: sanne.id }));
    assert.deepEqual(await stage(), ['acknowledged']);
    await office.execute(steps.addRespondent({ respondent: sanne }));
    await office.execute(steps.answer());
    assert.deepEqual(await stage(), ['acknowledged']);
  });

  it('cases are the open ones that I handle, the nearest day to act first', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await office.file({ ...registration, receivedOn: '2026-03-20' }, '2', sanne);
    await office.file({ ...registration, respondents: [lars] }, '3', sanne);
    await office.file({ ...registration, remedied: true }, '4', sanne);
    const cases = async (by: typeof sanne) => (await office.casesOf(by)).map(({ id }) => id);
    assert.deepEqual(await cases(lars), ['K-2026-0002', 'K-2026-0001']);
    assert.deepEqual(await cases(fatima), ['K-2026-0003']);
    assert.deepEqual(await cases(willem), []);
    assert.deepEqual(await cases(sanne), []);
  });

  it('cases of a board member also hold what nobody could handle, in their place among the others', async () => {
    const before = anOffice();
    await before.file(
      { ...registration, receivedOn: '2026-03-20', respondents: everybodyAtTheDesk },
      '1',
      sanne,
    );
    await before.file({ ...registration, respondents: [lars, fatima, willem, ingrid] }, '2', sanne);
    const after = anOffice({ file: before.path, people: { ...desk, board: [willem, joris, ingrid] } });
    await after.file(
      { ...registration, receivedOn: '2026-03-26', respondents: [lars, fatima, willem] },
      '3',
      sanne,
    );
    const cases = async (by: typeof sanne) => (await after.casesOf(by)).map(({ id }) => id);
    assert.deepEqual(await cases(joris), ['K-2026-0001', 'K-2026-0003', 'K-2026-0002']);
    assert.deepEqual(await cases(willem), []);
    assert.deepEqual(await cases(lars), []);
  });
});
