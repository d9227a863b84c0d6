import assert from 'node:assert/strict';
import type { StepCommand } from '../../src/procedure/model/commands.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { hearingFileFor } from '../../src/register/hearing-file.ts';
import { changeAbsences } from '../../src/register/model/intake.ts';
import { personIn } from '../../src/register/model/message.ts';
import { ballance } from '../letters/an-organisation.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const ask = asking(wednesday);
const number = 'K-2026-0001';
const everybody = { lars, fatima, willem, ingrid, sanne, joris };

const nameOf = (id: string | undefined) =>
  Object.entries(everybody).find(([, person]) => person.id === id)?.[0] ?? 'nobody';

/** Registered on Wednesday 1 April 2026 about Joris; the hearing is on the eighth, the third is Good Friday. */
describe('who is told of a hearing', () => {
  afterEach(closeOffices);

  const party = {
    employeePresent: true,
    secondRepresentative: willem.id,
    on: '2026-04-08',
    time: '14:00',
  } as const;

  async function disputed(respondents: Person[] = [joris]) {
    const office = anOffice();
    await office.file({ ...registration, respondents }, 'form', sanne);
    for (const step of [ask.acknowledge(), ask.answer(), ask.object()]) await office.execute(step);
    await office.deliver(number);
    office.news();
    return office;
  }

  type Office = Awaited<ReturnType<typeof disputed>>;

  /** Takes steps, delivers, and lists who was told what of a hearing since. */
  async function told(office: Office, ...steps: StepCommand[]): Promise<string[]> {
    for (const step of steps) await office.execute(step);
    await office.deliver(number);
    return heard(office);
  }

  async function heard(office: Office): Promise<string[]> {
    const sent = new Set(office.news());
    const { outbox } = (await office.dossier(number)) ?? assert.fail();
    return outbox
      .filter(({ id, content }) => sent.has(id) && /^(hearing|objected)/.test(content.kind))
      .map(
        ({ to, content }) =>
          `${nameOf(personIn(to))}: ${content.kind === 'hearing' ? content.because : content.kind}`,
      )
      .sort();
  }

  it('is who must be there, and nobody else: not the receiver, not the rest of the desk', async () => {
    const office = await disputed();
    assert.deepEqual(await told(office, ask.offerHearing(party)), [
      'joris: offered',
      'lars: offered',
      'willem: offered',
    ]);
  });

  it('is no respondent where the employee need not be there', async () => {
    const office = await disputed();
    assert.deepEqual(await told(office, ask.offerHearing({ on: '2026-04-08' })), ['lars: offered']);
  });

  it('is who must be there of a change, and who need not be there any more', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing(party));
    assert.deepEqual(
      await told(office, ask.offerHearing({ ...party, time: '15:00', secondRepresentative: ingrid.id })),
      ['ingrid: offered', 'joris: changed', 'lars: changed', 'willem: hearing-off'],
    );
    assert.deepEqual(await told(office, ask.offerHearing({ ...party, employeePresent: false })), [
      'ingrid: hearing-off',
      'joris: hearing-off',
      'lars: changed',
      'willem: offered',
    ]);
  });

  for (const [what, step] of Object.entries({
    waived: ask.waiveHearing(),
    withdrawn: ask.withdraw(),
  }))
    it(`is everybody who was told of it where it is called off: ${what}`, async () => {
      const office = await disputed();
      await told(office, ask.offerHearing(party));
      assert.deepEqual(await told(office, step), [
        'joris: hearing-off',
        'lars: hearing-off',
        'willem: hearing-off',
      ]);
      assert.deepEqual(await told(office, ask.addNote()), []);
    });

  it('is nobody once its moment has come, or where it took place', async () => {
    for (const day of ['2026-04-08', '2026-04-09'] as const) {
      const office = await disputed();
      await told(office, ask.offerHearing(party));
      office.moveTo(`${day}T16:00`);
      await office.sweepAt(`${day}T16:00`);
      await heard(office);
      assert.deepEqual(await told(office, asking(day).waiveHearing()), []);
    }
    const office = await disputed();
    await told(office, ask.offerHearing(party));
    office.moveTo('2026-04-08T13:50');
    await office.sweepAt('2026-04-08T13:50');
    await heard(office);
    assert.deepEqual(await told(office, asking('2026-04-08').recordHearing()), []);
  });

  for (const day of ['2026-04-01', '2026-04-08'] as const)
    it(`is nobody where it was held, settled or not, before the hour that was planned: recorded on ${day}`, async () => {
      const agreed = { settled: true, settlement: 'Wij bellen.' };
      for (const settled of [agreed, {}]) {
        const office = await disputed();
        await told(office, ask.offerHearing(party));
        await office.sweepAt(`${day}T09:00`);
        await heard(office);
        office.moveTo(`${day}T09:00`);
        const on = asking(day);
        assert.deepEqual(await told(office, on.recordHearing({ on: day, ...settled })), []);
        if (!('settled' in settled)) {
          assert.deepEqual(await told(office, on.removeRespondent()), []);
          assert.deepEqual(await told(office, on.offerHearing({ on: '2026-04-15', time: '14:00' })), [
            'lars: offered',
          ]);
          assert.deepEqual(await told(office, on.withdraw()), ['lars: hearing-off']);
        }
        await office.sweepAt('2026-04-08T09:30');
        assert.deepEqual(await heard(office), []);
      }
    });

  it('is at once, of an absence on its day and of its end, who leads it then and who does not, and everybody else who must be there', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing(party));
    await office.setAbsence(lars, { from: '2026-04-09', until: '2026-04-10' });
    assert.deepEqual(await told(office), []);
    await office.setAbsence(lars, { from: '2026-04-07', until: '2026-04-08' });
    assert.deepEqual(await told(office), [
      'fatima: offered',
      'joris: led-anew',
      'lars: hearing-off',
      'willem: led-anew',
    ]);
    await office.setAbsence(fatima, { from: '2026-04-08', until: '2026-04-08' });
    assert.deepEqual(await told(office), ['fatima: hearing-off', 'joris: led-anew', 'willem: led-anew']);
    await office.endAbsence(fatima);
    assert.deepEqual(await told(office), ['fatima: offered', 'joris: led-anew', 'willem: led-anew']);
    await office.endAbsence(lars, '2026-04-07');
    assert.deepEqual(await told(office), [
      'fatima: hearing-off',
      'joris: led-anew',
      'lars: offered',
      'willem: led-anew',
    ]);
    await office.sweepAt('2026-04-02T10:00');
    assert.deepEqual(await heard(office), []);
  });

  it('is who leads it also where the process that recorded the absence told nobody', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing(party));
    await changeAbsences(office.store, (known) => [
      ...known,
      { person: lars, from: '2026-04-08', until: '2026-04-08' },
    ]);
    await office.sweepAt('2026-04-07T10:00');
    assert.ok((await heard(office)).includes('fatima: offered'));
  });

  it('is who was taken off the complaint, and the new handler beside the others', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing(party));
    assert.deepEqual(await told(office, ask.removeRespondent()), ['joris: hearing-off']);
    assert.deepEqual(await told(office, ask.handOver()), [
      'fatima: offered',
      'lars: hearing-off',
      'willem: changed',
    ]);
  });

  it('is a respondent who is added while a hearing with the employee stands, and is reminded with the others', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing(party));
    assert.deepEqual(await told(office, ask.addRespondent({ respondent: sanne })), ['sanne: offered']);
    await office.sweepAt('2026-04-07T09:00');
    assert.deepEqual(await heard(office), ['joris: near', 'lars: near', 'sanne: near', 'willem: near']);
    const without = await disputed();
    await told(without, ask.offerHearing({ ...party, employeePresent: false }));
    assert.deepEqual(await told(without, ask.addRespondent({ respondent: sanne })), []);
  });

  it('is everybody again where it is reopened with the hearing still to come', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing(party), ask.withdraw());
    assert.deepEqual(await told(office, ask.reopen()), [
      'joris: offered',
      'lars: offered',
      'willem: offered',
    ]);
  });

  it('is a respondent of the objection, and of the hearing only by its own message', async () => {
    const office = anOffice();
    await office.file({ ...registration, respondents: [joris] }, 'form', sanne);
    assert.deepEqual(await told(office, ask.acknowledge(), ask.answer(), ask.object()), ['joris: objected']);
  });

  it('is the party once more, once, on the werkdag before, in the morning', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing({ ...party, on: '2026-04-07', time: '09:30' }));
    const at = async (time: string) => {
      await office.sweepAt(time);
      return heard(office);
    };
    // Easter Monday is no werkdag, and Good Friday is none of those on which one reminds.
    assert.deepEqual(await at('2026-04-02T08:59'), []);
    assert.deepEqual(await at('2026-04-02T09:00'), ['joris: near', 'lars: near', 'willem: near']);
    assert.deepEqual(await at('2026-04-06T09:00'), []);
    assert.deepEqual(await at('2026-04-07T09:00'), []);
  });

  it('is who stands in on the day of the hearing instead of the absent handler, on the day before', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing(party));
    await office.setAbsence(lars, { from: '2026-04-07', until: '2026-04-20' });
    await told(office);
    await office.sweepAt('2026-04-07T09:00');
    assert.deepEqual(await heard(office), ['fatima: near', 'joris: near', 'willem: near']);
  });

  it('is nobody on the day before, where they heard of it after that, or it is called off', async () => {
    const late = await disputed();
    late.moveTo('2026-04-07T10:00');
    await told(late, asking('2026-04-07').offerHearing({ ...party, on: '2026-04-08' }));
    const off = await disputed();
    await told(off, ask.offerHearing(party), ask.waiveHearing());
    for (const office of [late, off])
      for (const time of ['2026-04-07T12:00', '2026-04-08T09:00']) {
        await office.sweepAt(time);
        assert.deepEqual(await heard(office), [], time);
      }
  });

  it('is nobody of a hearing who was never reached before it was called off', async () => {
    const office = await disputed();
    await office.execute(ask.offerHearing(party));
    await office.execute(ask.waiveHearing());
    await office.deliver(number);
    assert.deepEqual(await heard(office), []);
  });

  it('is shown, and given the file, by nobody once it is erased', async () => {
    const office = await disputed();
    await told(office, ask.offerHearing(party), ask.withdraw(), ask.requestErasure());
    const found = await office.register.toldOfHearing(number, joris);
    const view = office.context();
    assert.equal(hearingFileFor(joris, found, view, ballance)?.method, 'CANCEL');
    await assert.rejects(office.register.toldOfHearing(number, sanne), /unknown-complaint/);
    await office.execute(ask.answerErasure({ by: fatima }));
    for (const person of [lars, joris, willem])
      await assert.rejects(office.register.toldOfHearing(number, person), /unknown-complaint/, person.name);
    const { outbox } = (await office.dossier(number)) ?? assert.fail();
    assert.deepEqual(outbox, []);
  });
});
