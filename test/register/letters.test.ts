import assert from 'node:assert/strict';
import { firstBroken } from '../../src/register/model/chain.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import {
  acknowledge,
  addNote,
  agree,
  answer,
  asking,
  registration,
  sendByHand,
  withdraw,
} from '../procedure/asked.ts';
import { joris, lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const number = 'K-2026-0001';
const mailId = `${number}/3-letter-queued/mail`;

/** An office that sends letters by e-mail, with a complaint whose acknowledgement waits. */
async function waiting(circumstances: Parameters<typeof anOffice>[0] = {}) {
  const office = anOffice({ mail: true, ...circumstances });
  await office.file(registration, 'form', sanne);
  await office.execute(acknowledge());
  const state = async () => (await office.dossier(number))?.complaint ?? assert.fail();
  return { office, state };
}

describe('a letter by e-mail', () => {
  afterEach(closeOffices);

  it('stands in the outbox and is not sent, until the mail server accepts it', async () => {
    const { office, state } = await waiting();
    assert.equal((await state()).stage, 'registered');
    office.moveTo('2026-04-02T09:00');
    await office.deliver(number);
    assert(office.news().includes(mailId));
    const { stage, letters } = await state();
    assert.deepEqual([stage, letters[0]?.sentOn], ['acknowledged', '2026-04-02']);
  });

  it('is written down as sent by the register itself, in the journal, with the ledger beside it', async () => {
    const { office } = await waiting();
    await office.deliver(number);
    const { journal, outbox } = (await office.dossier(number)) ?? assert.fail();
    const last = journal.at(-1) ?? assert.fail();
    assert.deepEqual([last.type, last.erasable?.by.name], ['letter-sent', 'Klachtenbot']);
    assert.equal(outbox.find(({ id }) => id === mailId)?.status, 'sent');
    assert.equal(firstBroken(journal), undefined);
  });

  it('is kept to the letter', async () => {
    const { office, state } = await waiting();
    await office.deliver(number);
    assert.equal((await state()).letters[0]?.text, 'Wij hebben uw klacht ontvangen.');
  });

  it('that is given up is not sent: the handler is told, and sends it by hand', async () => {
    const { office, state } = await waiting({ undeliverable: (id) => id === mailId });
    await office.deliver(number);
    const { outbox, complaint } = (await office.dossier(number)) ?? assert.fail();
    assert.deepEqual([complaint.stage, complaint.letters[0]?.sentOn], ['registered', undefined]);
    assert.equal(outbox.find(({ id }) => id === mailId)?.status, 'gave-up');
    assert.equal(outbox.at(-1)?.content.kind, 'undelivered');
    assert.deepEqual(outbox.at(-1)?.to, { kind: 'person', id: lars.id });
    await office.deliver(number);
    await office.execute(sendByHand());
    assert.equal((await state()).stage, 'acknowledged');
    assert.deepEqual(
      (await office.dossier(number))?.outbox
        .filter(({ content }) => content.kind !== 'receipt')
        .map(({ status }) => status),
      ['sent', 'gave-up', 'sent'],
    );
  });

  it('that was sent by hand meanwhile is not mailed as well', async () => {
    const { office } = await waiting();
    await office.execute(sendByHand());
    await office.deliver(number);
    const { outbox, journal } = (await office.dossier(number)) ?? assert.fail();
    assert.equal(outbox.find(({ id }) => id === mailId)?.status, 'withheld');
    assert.equal(journal.filter(({ type }) => type === 'letter-sent').length, 1);
  });

  it('that still waits keeps a closed complaint among the open cases of its handler', async () => {
    const { office } = await waiting();
    await office.deliver(number);
    await office.execute(answer());
    await office.execute(withdraw());
    assert.deepEqual(
      (await office.casesOf(lars)).map(({ id }) => id),
      [number],
    );
    await office.deliver(number);
    assert.deepEqual(await office.casesOf(lars), []);
    assert.equal((await office.dossier(number))?.complaint.closed?.outcome, 'withdrawn');
  });

  it('that is untrue once the complaint is withdrawn is not mailed, and who sent it hears so', async () => {
    const { office } = await waiting();
    await office.execute(withdraw());
    assert.deepEqual(await office.casesOf(lars), [], 'nothing is left to do');
    await office.deliver(number);
    await office.deliver(number);
    const { complaint, outbox } = (await office.dossier(number)) ?? assert.fail();
    assert.equal(complaint.letters[0]?.sentOn, undefined);
    assert.equal(outbox.find(({ id }) => id === mailId)?.status, 'withheld');
    assert.deepEqual(
      outbox.flatMap(({ to, content, status }) =>
        content.kind === 'letter-withdrawn' ? [[to, status]] : [],
      ),
      [[{ kind: 'person', id: lars.id }, 'sent']],
    );
  });

  it('does not stand in the way of a note, nor does a note in its way', async () => {
    const { office, state } = await waiting();
    await office.execute(addNote());
    await office.deliver(number);
    assert.equal((await state()).stage, 'acknowledged');
  });
});

describe('the answer by e-mail', () => {
  afterEach(closeOffices);

  it('informs the respondents once the mail server has accepted it, and not before', async () => {
    const office = anOffice({ mail: true });
    await office.file({ ...registration, respondents: [joris] }, 'form', sanne);
    await office.execute(acknowledge());
    await office.deliver(number);
    await office.execute(answer());
    const positions = async () =>
      (await office.dossier(number))?.outbox.filter(({ content }) => content.kind === 'position');
    assert.deepEqual(await positions(), []);
    await office.deliver(number);
    assert.deepEqual(
      (await positions())?.map(({ to }) => to),
      [{ kind: 'person', id: joris.id }],
    );
  });
});

describe('a measure that was promised', () => {
  afterEach(closeOffices);

  it('keeps a closed complaint among the open cases until it is ticked off', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(acknowledge());
    await office.execute(answer({ measures: [{ what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' }] }));
    await office.execute(agree());
    const { open, nextDayToAct } = (await office.dossier(number)) ?? assert.fail();
    assert.deepEqual([open, nextDayToAct], [true, '2026-05-01']);
    office.moveTo('2026-04-30T10:00');
    await office.execute(asking('2026-04-30').completeMeasure());
    const after = (await office.dossier(number)) ?? assert.fail();
    assert.deepEqual([after.open, after.nextDayToAct, after.complaint.stage], [false, undefined, 'closed']);
    const last = after.journal.map(eventOf).at(-1);
    assert.deepEqual(last, { type: 'measure-done', measure: 'm1', on: '2026-04-30' });
  });
});
