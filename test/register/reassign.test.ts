import assert from 'node:assert/strict';
import { addRespondent, announceNoHandler, handOver, registration } from '../procedure/asked.ts';
import { desk, everybodyAtTheDesk, fatima, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const number = 'K-2026-0001';
const aboutEverybody = { ...registration, respondents: everybodyAtTheDesk };
const withJoris = { ...desk, board: [willem, joris] };

describe('a complaint that nobody could handle', () => {
  afterEach(closeOffices);

  it('goes to a board member who came later, who is told, and the journal says by whom it was passed on', async () => {
    const before = anOffice();
    await before.file(aboutEverybody, 'form', sanne);
    const after = anOffice({ file: before.path, people: withJoris, now: '2026-04-03T10:00' });
    await after.amendDossier(number, after.upkeep);
    const { complaint, journal, outbox } = (await after.dossier(number)) ?? assert.fail();
    assert.deepEqual(complaint.handler, { person: joris, role: 'board' });
    assert.equal(journal.at(-1)?.facts.daysLate, 2);
    assert.equal(journal.at(-1)?.erasable?.by.name, 'Klachtenbot');
    assert.deepEqual(
      outbox.map(({ to, content }) => [to, content.kind]),
      [[{ kind: 'person', id: joris.id }, 'case']],
    );
  });

  it('stays as it is while the desk is the same', async () => {
    const office = anOffice();
    const taken = await office.file(aboutEverybody, 'form', sanne);
    assert.deepEqual(office.upkeep(taken).journal, taken.journal);
  });

  it('and of which nobody knows but whom it is about is told to operators each werkdag, until somebody may handle it', async () => {
    const office = anOffice();
    const others = everybodyAtTheDesk.filter(({ id }) => id !== lars.id);
    await office.file({ ...registration, respondents: [...others, joris] }, 'form', joris);
    await office.execute(addRespondent({ respondent: lars }));
    assert.equal((await office.dossier(number))?.complaint.handler, undefined);
    for (const day of ['2026-04-02', '2026-04-07'])
      for (const time of ['09:00', '15:00']) await office.sweepAt(`${day}T${time}`);
    assert.equal(office.logged.filter((line) => line.includes('name a further substitute')).length, 2);
    const later = anOffice({
      file: office.path,
      people: { ...desk, substitutes: [fatima, sanne] },
      now: '2026-04-07T16:00',
    });
    await later.amendDossier(number, later.upkeep);
    assert.equal((await later.dossier(number))?.complaint.handler?.person.id, sanne.id);
  });

  it('is not told to be for nobody by a letter that still waits when somebody comes', async () => {
    const before = anOffice({ mail: true });
    const complainant = { ...registration.complainant, email: 'vandam@example.nl' };
    await before.file({ ...aboutEverybody, complainant }, 'form', sanne);
    await before.execute(announceNoHandler({ by: sanne }));
    const after = anOffice({ file: before.path, people: withJoris, now: '2026-04-03T10:00', mail: true });
    await after.deliver(number);
    assert.deepEqual(after.news(), [], 'not even before the new handler is appointed');
    await after.sweepAt('2026-04-07T09:00');
    const { complaint, journal, outbox } = (await after.dossier(number)) ?? assert.fail();
    assert.equal(complaint.handler?.person.id, joris.id);
    assert.deepEqual(
      complaint.letters.map(({ sentOn, withdrawnOn }) => [sentOn, withdrawnOn]),
      [[undefined, '2026-04-07']],
    );
    assert(journal.some(({ type }) => type === 'letter-withdrawn'));
    assert(!outbox.some(({ to, status }) => to.kind === 'mail' && status === 'sent'));
    assert.deepEqual(
      outbox.flatMap(({ to, content, status }) =>
        content.kind === 'letter-withdrawn' ? [[to, content.letter, status]] : [],
      ),
      [[{ kind: 'person', id: sanne.id }, 1, 'sent']],
    );
  });

  it('is for its receiver until then: they see it and can write down what is done', async () => {
    const office = anOffice();
    await office.file(aboutEverybody, 'form', sanne);
    assert.equal((await office.view(number, sanne)).id, number);
    for (const by of [...everybodyAtTheDesk, joris]) {
      await assert.rejects(office.view(number, by), { code: 'unknown-complaint' });
    }
  });
});

describe('a handler who turns out to be a respondent', () => {
  afterEach(closeOffices);

  it('is out of the dossier at once, and the next has the card', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(addRespondent({ respondent: lars }));
    await assert.rejects(office.view(number, lars), { code: 'unknown-complaint' });
    assert.deepEqual(await office.casesOf(lars), []);
    const { complaint, outbox } = await office.view(number, fatima);
    assert.equal(complaint.handler?.person.id, fatima.id);
    assert.deepEqual(outbox.at(-1)?.to, { kind: 'person', id: fatima.id });
  });

  it('does not even get what was queued for them before', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(addRespondent({ respondent: lars }));
    await office.deliver(number);
    const statuses = (await office.dossier(number))?.outbox.map(({ status }) => status);
    assert.deepEqual(statuses?.slice(0, 2), ['withheld', 'sent']);
  });
});

describe('the officer', () => {
  afterEach(closeOffices);

  it('keeps the register: they see what another handles, and can take it back', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(handOver());
    assert.equal((await office.view(number, lars)).complaint.handler?.person.id, fatima.id);
    await office.execute(handOver({ to: lars.id, reason: 'Terug' }));
    assert.equal((await office.view(number, lars)).complaint.handler?.person.id, lars.id);
    await assert.rejects(office.view(number, fatima), { code: 'unknown-complaint' });
  });
});
