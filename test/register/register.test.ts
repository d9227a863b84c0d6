import assert from 'node:assert/strict';
import { replay } from '../../src/procedure/evolve.ts';
import { caseNumber } from '../../src/procedure/model/case-number.ts';
import { firstBroken } from '../../src/register/model/chain.ts';
import { versionOf } from '../../src/register/model/dossier.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import { acknowledge, addNote, handOver, letter, merge, registration, withdraw } from '../procedure/asked.ts';
import { plain } from '../procedure/given.ts';
import { fatima, joris, lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';
import { NotTaken } from './by-command.ts';

const unknown = { name: 'Refusal', code: 'unknown-complaint' };

describe('executing a step', () => {
  afterEach(closeOffices);

  it('saves what happened, by whom and when, and says that there is something to deliver', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    office.moveTo('2026-04-02T11:00');
    const done = await office.execute(handOver());
    const stored = await office.dossier('K-2026-0001');
    assert.deepEqual(stored, plain(done));
    const entry = stored?.journal.at(-1);
    assert.deepEqual(
      [entry?.type, entry?.at, entry?.erasable?.by],
      ['handed-over', '2026-04-02T09:00:00.000Z', lars],
    );
    assert.deepEqual(
      stored?.outbox.map(({ to, status }) => [to.kind === 'person' && to.id, status]),
      [
        [lars.id, 'queued'],
        [fatima.id, 'queued'],
      ],
    );
    assert.deepEqual(office.saved, ['K-2026-0001', 'K-2026-0001']);
  });

  it('records a merger in both journals: first in the other, once, and then it closes', async () => {
    const office = anOffice();
    const { complaint: into } = await office.file(registration, '1', sanne);
    const { id } = await office.file({ ...registration, summary: 'Nog steeds niet gebeld.' }, '2', sanne);
    await office.execute({ ...merge({ into, letter: letter('Samen') }), number: id });
    const [first, second] = [await office.dossier(into.number), await office.dossier(id)];
    assert.deepEqual(first?.complaint.joined, [{ number: id, summary: 'Nog steeds niet gebeld.' }]);
    assert.partialDeepStrictEqual(first?.journal.at(-1), {
      type: 'joined',
      facts: { on: '2026-04-01' },
      erasable: { by: lars },
    });
    assert.deepEqual(second?.complaint.closed, {
      on: '2026-04-01',
      outcome: 'merged',
      into: into.number,
      from: 'acknowledged',
    });
    for (const one of [first, second])
      assert.deepEqual(plain(replay(one?.journal.map(eventOf) ?? [])), plain(one?.complaint));
    assert.deepEqual(office.saved.slice(-2), [into.number, id]);
  });

  it('notes in the other that a merged complaint is of somebody unknown, who gets no letter of it', async () => {
    for (const [complainant, ofAnother] of [
      [{ name: 'Onbekend', unnamed: 'unknown' }, true],
      [{ name: 'Ander', email: registration.complainant.email }, false],
    ] as const) {
      const office = anOffice();
      const { complaint: into } = await office.file(registration, '1', sanne);
      const { id } = await office.file({ ...registration, complainant } as typeof registration, '2', sanne);
      await office.execute({
        ...merge({ into, letter: ofAnother ? undefined : letter('Samen') }),
        number: id,
      });
      const { complaint } = (await office.dossier(into.number)) ?? {};
      assert.equal(complaint?.joined?.[0]?.ofAnother ?? false, ofAnother);
    }
  });

  it('merges into nothing that was closed meanwhile: this one stays open', async () => {
    const office = anOffice();
    const { complaint: into } = await office.file(registration, '1', sanne);
    const { id } = await office.file(registration, '2', sanne);
    await office.execute(withdraw());
    await assert.rejects(office.execute({ ...merge({ into, letter: letter('Samen') }), number: id }), {
      code: 'other-is-closed',
    });
    assert.equal((await office.dossier(id))?.complaint.stage, 'registered');
    assert.equal((await office.dossier(into.number))?.complaint.joined, undefined);
  });

  it('keeps what queries need in step with the state', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    const index = async () => {
      const { open, receiverId, complaint, nextDayToAct } =
        (await office.dossier('K-2026-0001')) ?? assert.fail();
      return [open, receiverId, complaint.handler?.person.id, nextDayToAct];
    };
    assert.deepEqual(await index(), [true, sanne.id, lars.id, '2026-04-09']);
    await office.execute(handOver());
    assert.deepEqual(await index(), [true, sanne.id, fatima.id, '2026-04-09']);
    await office.execute(acknowledge({ by: fatima }));
    assert.deepEqual(await index(), [true, sanne.id, fatima.id, '2026-04-22']);
    await office.execute(withdraw({ by: fatima }));
    assert.deepEqual(await index(), [false, sanne.id, fatima.id, undefined]);
  });

  it('saves a dossier that is the replay of its journal, which is whole', async () => {
    const office = anOffice();
    await office.file({ ...registration, respondents: [joris], branch: 'Utrecht' }, 'form', sanne);
    for (const step of [
      addNote(),
      acknowledge(),
      handOver(),
      addNote({ by: fatima }),
      withdraw({ by: fatima }),
    ]) {
      await office.execute(step);
      const { complaint, journal } = (await office.dossier('K-2026-0001')) ?? assert.fail();
      assert.deepEqual(plain(replay(journal.map(eventOf))), complaint);
      assert.equal(firstBroken(journal), undefined);
    }
  });

  it('changes nothing when it is refused', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    const before = await office.dossier('K-2026-0001');
    await assert.rejects(office.execute(acknowledge({ letter: letter(' ') })), {
      code: 'text-missing',
      article: 5,
    });
    assert.deepEqual(await office.dossier('K-2026-0001'), before);
    assert.equal(office.saved.length, 1);
  });

  it('refuses an out-of-date card and answers with the dossier as it is', async () => {
    const office = anOffice();
    const first = await office.file(registration, 'form', sanne);
    await office.execute(addNote(), { version: versionOf(first) });
    await assert.rejects(office.execute(acknowledge(), { version: versionOf(first) }), (error) => {
      assert(error instanceof NotTaken && error.outcome === 'outdated');
      assert.equal(versionOf(error.dossier), versionOf(first) + 1);
      return true;
    });
    const current = await office.view('K-2026-0001', lars);
    assert.equal(
      (await office.execute(acknowledge(), { version: versionOf(current) })).complaint.stage,
      'acknowledged',
    );
  });

  it('does not tell that a card is out of date to somebody who may not see the dossier', async () => {
    const office = anOffice();
    await office.file({ ...registration, respondents: [lars] }, 'form', sanne);
    await assert.rejects(office.execute(acknowledge({ by: lars }), { version: 1 }), unknown);
  });

  it('refuses a number that does not exist, and what is stored but is no complaint', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    for (const number of ['K-2026-0002', '', 'front-desk']) {
      await assert.rejects(async () => office.execute(addNote({ number: caseNumber(number) })), unknown);
      await assert.rejects(async () => office.view(caseNumber(number), lars), unknown);
    }
  });
});
