import assert from 'node:assert/strict';
import fc from 'fast-check';
import { caseNumber } from '../../../src/procedure/model/case-number.ts';
import type { StepCommand } from '../../../src/procedure/model/commands.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import { type FormStep, stepForms } from '../../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../../src/teams/steps/step.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { complaintAfter, registered } from '../../procedure/given.ts';
import { answered } from '../../procedure/happened.ts';
import { bare, fatima, full, joris, lars, today, willem } from '../a-dossier.ts';
import { idsOf, settingOf, steps } from '../form-examples.ts';

const heard = full('Tekst', { stage: 'answered' });
const setting = settingOf(full('Tekst', { stage: 'answered', statements: [] }));
/** After the month of Art. 7. */
const lapsed = settingOf(heard, { today: '2027-01-04' });

type Input = Record<string, unknown>;

const read = (step: FormStep, input: unknown, on: Setting = setting) => stepForms[step].read(input, on);

/** The fields of a command, besides the actor and the complaint. */
async function taken(step: FormStep, input: Input, on?: Setting): Promise<Partial<StepCommand>> {
  const parsed = await read(step, input, on);
  assert.ok('value' in parsed, JSON.stringify(parsed));
  const { type, by, number, ...asked } = parsed.value;
  assert.deepEqual([type, by, number], [step, lars, setting.complaint.number]);
  return asked;
}

async function errors(step: FormStep, input: unknown, on?: Setting): Promise<Record<string, string>> {
  const parsed = await read(step, input, on);
  return 'errors' in parsed ? parsed.errors : {};
}

const faulty = async (step: FormStep, input: unknown, on?: Setting) =>
  Object.keys(await errors(step, input, on));

const dueOn = '2026-12-24';
const wording = 'Er is niet gebeld.';
const letter = { wording, letter: 'Geachte mevrouw', manner: 'post', sentOn: today };
const dispatch = { text: 'Geachte mevrouw', manner: 'post', sentOn: today };
const day = { on: today };

describe('the dialog of a step', () => {
  it('merge names as an example the number of another complaint than this one', () => {
    for (const number of ['K-2026-0001', 'K-2026-0002', 'K-2026-0123'] as const) {
      const { into } = stepForms.merge.fields(settingOf({ ...setting.complaint, number }));
      assert.match(String(into?.input.placeholder), /^K-2026-\d{4}$/);
      assert.notEqual(into?.input.placeholder, number);
    }
  });

  it('add-respondent says whom the complaint is about already, and asks about another only then', () => {
    const asked = (respondents: Person[]) =>
      stepForms['add-respondent'].fields(settingOf({ ...setting.complaint, respondents })).respondent;
    assert.match(asked([willem, joris])?.hint ?? '', /^Beklaagden zijn al: Willem Jansen, Joris Bakker\. /);
    assert.deepEqual(
      [asked([])?.label, asked([joris])?.label],
      ['Over wie gaat de klacht?', 'Over wie gaat de klacht ook?'],
    );
  });

  it('acknowledge takes a letter, how it was sent, and when', async () => {
    assert.deepEqual(await taken('acknowledge', letter), { wording, letter: dispatch });
    assert.deepEqual(await faulty('acknowledge', { ...letter, wording: ' ' }), ['wording']);
    assert.deepEqual(await faulty('acknowledge', { ...letter, manner: 'fax', sentOn: '2026-12-01' }), [
      'manner',
      'sentOn',
    ]);
  });

  it('a letter may have 12,000 characters and no more; an empty one is the draft', async () => {
    const long = { ...letter, letter: 'a'.repeat(12_001) };
    assert.match((await errors('acknowledge', long)).letter ?? '', /hoogstens 12000/);
    const { letter: made } = (await taken('acknowledge', { ...letter, letter: '  ' })) as {
      letter: { text: string };
    };
    assert.match(made.text, /K-2026-0001/);
  });

  it('request-statement takes one of the respondents', async () => {
    const text = 'Er is niet gebeld.';
    const until = addDays(today, 1);
    assert.deepEqual(await taken('request-statement', { respondent: willem.id, text, until }), {
      respondent: willem.id,
      about: { text, mayIdentify: false, dueOn: until },
    });
    assert.deepEqual(await faulty('request-statement', { respondent: lars.id, text, until }), ['respondent']);
    assert.deepEqual(await faulty('request-statement', {}), ['respondent', 'text', 'until']);
    assert.deepEqual(await faulty('request-statement', { respondent: willem.id, text, until: today }), [
      'until',
    ]);
  });

  it('request-statement proposes five werkdagen, before the answer is due as far as that leaves a werkdag', () => {
    const early = full('M. Visser', { letters: [], stage: 'acknowledged', receivedOn: '2026-11-12' });
    const proposed = (day: LocalDate) =>
      stepForms['request-statement'].fields(settingOf(early, { today: day })).until?.proposed;
    assert.deepEqual(
      (['2026-11-12', '2026-11-25', '2026-11-27', '2026-12-01', '2026-12-02', '2026-12-10'] as const).map(
        proposed,
      ),
      ['2026-11-19', '2026-12-02', '2026-12-02', '2026-12-02', '2026-12-03', '2026-12-11'],
    );
  });

  it('record-statement takes what the complainant or a respondent said, since receipt', async () => {
    const said = { text: 'Zo was het.', on: today };
    assert.deepEqual(await taken('record-statement', { ...said, of: 'complainant' }), {
      ...said,
      of: undefined,
    });
    assert.deepEqual(await taken('record-statement', { ...said, of: joris.id }), { ...said, of: joris.id });
    assert.deepEqual(await faulty('record-statement', { of: fatima.id, text: ' ', on: '2026-11-01' }), [
      'of',
      'text',
      'on',
    ]);
  });

  const answer = { position: 'Zo zit het.', judgement: 'founded', ...letter };

  const fatimas = { owner1: fatima.id, measure1: 'Training', until1: '2026-12-01' };

  it('answer takes measures, each with who sees to it and until when', async () => {
    const measures = {
      ...fatimas,
      ...{ measure2: 'Bellen; mailen; schrijven', ownerName2: 'Petra van Dam', until2: '2026-12-15' },
      ...{ measure3: ' Folder ', until3: '24-12-2026' },
      ...{ measure4: 'Nabellen', ownerName4: ' joris bakker ', until4: dueOn },
    };
    const both = settingOf({ ...setting.complaint, respondents: [joris] });
    const asked = (await taken('answer', { ...answer, ...measures, notHeardBecause: 'Haast' }, both)) as {
      measures: unknown;
    };
    assert.deepEqual(asked.measures, [
      { what: 'Training', owner: fatima.name, ownerId: fatima.id, dueOn: '2026-12-01' },
      { what: 'Bellen; mailen; schrijven', owner: 'Petra van Dam', dueOn: '2026-12-15' },
      { what: 'Folder', owner: lars.name, ownerId: lars.id, dueOn },
      { what: 'Nabellen', owner: 'joris bakker', ownerId: joris.id, dueOn },
    ]);
  });

  it('answer takes what is read, without measures too', async () => {
    const asked = await taken('answer', { ...answer, notHeardBecause: 'Haast' });
    const message = stepForms.answer.texts(answer, setting).message ?? '';
    assert.match(message, /Ons standpunt, zoals wij het de klager schreven\nZo zit het\./);
    assert.deepEqual(asked, {
      position: 'Zo zit het.',
      judgement: 'founded',
      proposal: '',
      measures: [],
      notHeardBecause: 'Haast',
      wording,
      message: { text: message, mayIdentify: false },
      letter: dispatch,
    });
  });

  it('a row with something in it, but without what or until when, is an error at that field', async () => {
    const filled = { ...answer, notHeardBecause: 'Haast' };
    const wrong = (typed: Input, over = setting) => faulty('answer', { ...filled, ...typed }, over);
    assert.deepEqual(await wrong({ measure2: 'Bellen' }), ['until2']);
    for (const typed of [{ owner3: fatima.id }, { ownerName3: 'Petra' }, { until3: dueOn }])
      assert.deepEqual(await wrong(typed), ['measure3']);
    assert.deepEqual(await wrong({ ...fatimas, until1: '1-11-2026' }), ['until1']);
    assert.deepEqual(await wrong({ ...fatimas, until1: '31-02-2027' }), ['until1']);
    assert.deepEqual(await wrong({ ...fatimas, ownerName1: 'Petra' }), ['owner1'], 'two owners');
    assert.deepEqual(await wrong({ ...fatimas, owner1: 'Petra' }), ['owner1'], 'no person');
    const guest = { id: fatima.id, name: 'Een gast', isOutsider: true } as const;
    assert.deepEqual(await wrong(fatimas, { ...setting, owners: [guest] }), ['owner1']);
    assert.match(
      (await errors('answer', { ...filled, measures: 'Training; Fatima; 1-12-2026' })).measure1 ?? '',
      /Training; Fatima; 1-12-2026/,
      'what was typed in an older form is not lost',
    );
  });

  it('a colleague whose name is not found now gets the name that is typed', async () => {
    const away = { ...fatimas, owner1: '7a6b5c4d-1111-4222-8333-0123456789ab', notHeardBecause: 'Haast' };
    assert.deepEqual(await faulty('answer', { ...answer, ...away }), ['owner1']);
    const asked = (await taken('answer', { ...answer, ...away, ownerName1: 'Petra van Dam' })) as {
      measures: unknown;
    };
    assert.deepEqual(asked.measures, [
      { what: 'Training', owner: 'Petra van Dam', ownerId: away.owner1, dueOn: '2026-12-01' },
    ]);
  });

  it('answer asks why not both sides were heard only when they were not', async () => {
    assert.deepEqual(await faulty('answer', answer), ['notHeardBecause']);
    const both = settingOf({ ...heard, respondents: [{ id: joris.id, name: 'Joris' }] });
    assert.deepEqual(await faulty('answer', answer, both), []);
    assert.ok(!idsOf('answer', both).includes('notHeardBecause'));
  });

  it('answer refuses what is missing, and a day that is over', async () => {
    const measures = { measure1: 'Bellen', until1: '2026-11-25' };
    assert.deepEqual(await faulty('answer', { ...measures, ...letter }), [
      'position',
      'judgement',
      'until1',
      'notHeardBecause',
    ]);
  });

  it('agree, waive-hearing and close take a day; agree and close a letter too, where one is sent', async () => {
    for (const step of ['agree', 'waive-hearing', 'close'] as const) {
      assert.deepEqual(
        await taken(step, { ...day, manner: 'none' }),
        step === 'waive-hearing' ? day : { ...day, letter: undefined },
      );
      assert.deepEqual(await faulty(step, { manner: 'none' }), ['on']);
      assert.deepEqual(await faulty(step, { manner: 'none', on: '2026-11-27' }), ['on']);
      assert.deepEqual(await faulty(step, day), step === 'waive-hearing' ? [] : ['manner']);
    }
    for (const step of ['agree', 'close'] as const)
      assert.deepEqual(await taken(step, { ...day, ...letter }), { ...day, letter: dispatch });
  });

  it('object takes what the complainant writes; after the month also what to do with it', async () => {
    const objection = { receivedOn: today, text: 'Nee.' };
    const undated = { ...objection, sentOn: undefined };
    assert.deepEqual(await taken('object', objection), { ...undated, late: undefined });
    assert.deepEqual(await taken('object', { ...objection, postmark: '2026-11-25' }), {
      ...objection,
      sentOn: '2026-11-25',
      late: undefined,
    });
    const late = { ...objection, late: 'accept', reason: 'Ziek', ...letter };
    assert.deepEqual(await taken('object', late, lapsed), {
      ...undated,
      late: { accept: true, reason: 'Ziek' },
    });
    assert.deepEqual(await taken('object', { ...late, late: 'refuse' }, lapsed), {
      ...undated,
      late: { accept: false, reason: 'Ziek', letter: dispatch },
    });
    assert.deepEqual(await faulty('object', { late: 'misschien', ...letter }, lapsed), [
      'receivedOn',
      'text',
      'late',
    ]);
  });

  it('an objection that is treated needs no letter', () => {
    const input = { receivedOn: today, text: 'Nee.', late: 'accept' };
    assert.equal(stepForms.object.draft?.(input, lapsed), undefined);
  });

  const hearing = { on: '2026-11-30', time: '9:05', hearingForm: 'office', branch: 'Arnhem', ...letter };

  it('offer-hearing takes an appointment', async () => {
    const asked = { ...hearing, secondRepresentative: fatima.id, employeePresent: 'true', agreed: 'true' };
    assert.deepEqual(await taken('offer-hearing', asked), {
      on: '2026-11-30',
      time: '09:05',
      form: 'office',
      branch: 'Arnhem',
      employeePresent: true,
      secondRepresentative: fatima.id,
      agreed: true,
      laterWish: undefined,
      laterBecause: undefined,
      letter: dispatch,
    });
  });

  it('offer-hearing asks for the employee concerned only where the complaint is about somebody', async () => {
    const aboutNobody = settingOf({ ...heard, respondents: [] });
    assert.ok(idsOf('offer-hearing', setting).includes('employeePresent'));
    assert.ok(!idsOf('offer-hearing', aboutNobody).includes('employeePresent'));
    const offered = await taken('offer-hearing', { ...hearing, employeePresent: 'true' }, aboutNobody);
    assert.ok('employeePresent' in offered && !offered.employeePresent);
  });

  it('offer-hearing refuses a time that does not exist, and a second representative in conflict', async () => {
    for (const time of ['25:00', '12:60', 'middag', '1']) {
      assert.match((await errors('offer-hearing', { ...hearing, time })).time ?? '', /bestaat niet/);
    }
    for (const secondRepresentative of [willem.id, lars.id]) {
      assert.deepEqual(await faulty('offer-hearing', { ...hearing, secondRepresentative }), [
        'secondRepresentative',
      ]);
    }
    assert.deepEqual(await faulty('offer-hearing', letter), ['on', 'time', 'hearingForm']);
  });

  it('record-hearing takes what was said, and asks whether they came to an agreement: if not yet the letter explains the way to court', async () => {
    const report = { on: today, hearingForm: 'phone', present: 'Wij', report: 'Gepraat.', ...letter };
    assert.deepEqual(await taken('record-hearing', { ...report, settled: 'not-yet' }), {
      on: today,
      form: 'phone',
      present: 'Wij',
      report: 'Gepraat.',
      proposal: undefined,
      reaction: undefined,
      settled: false,
      offer: 'stays',
      settlement: undefined,
      measures: [],
      letter: dispatch,
    });
    const draft = (answer: Input) => stepForms['record-hearing'].draft?.({ ...report, ...answer }, setting);
    assert.match(draft({ settled: 'not-yet' }) ?? '', /naar de rechter/);
    const settled = draft({ settled: 'yes', settlement: 'Wij bellen.' }) ?? '';
    assert.match(settled, /Wij bellen\./);
    assert.doesNotMatch(settled, /naar de rechter/);
    assert.equal(draft({ settlement: '' }), undefined);
    assert.equal(draft({ settlement: 'Wij bellen.' }), undefined);
    assert.deepEqual(await faulty('record-hearing', letter), [
      'on',
      'hearingForm',
      'present',
      'report',
      'settled',
    ]);
  });

  it('mediate takes a talk that is to come without a letter, and one that solved it with one; nothing is preselected', async () => {
    const talk = { mediationForm: 'conversation', partner: joris.name, on: today };
    const asked = { form: 'conversation', partner: joris.name, ledBy: undefined, on: today, measures: [] };
    assert.deepEqual(await taken('mediate', { ...talk, time: '14:00', solved: 'to-come', ...letter }), {
      ...asked,
      ...{ time: '14:00', solved: undefined, result: undefined, agreements: undefined },
    });
    const held = { ...talk, solved: 'yes', result: 'Gepraat.', agreements: 'Joris belt u.' };
    assert.deepEqual(await taken('mediate', { ...held, ...letter }), {
      ...asked,
      ...{ time: undefined, solved: true, result: 'Gepraat.', agreements: 'Joris belt u.', letter: dispatch },
    });
    const draft = (solved: string) => stepForms.mediate.draft?.({ ...held, solved, manner: 'post' }, setting);
    assert.match(draft('yes') ?? '', /Joris belt u\./);
    for (const other of ['not-yet', 'to-come', '']) assert.equal(draft(other), undefined);
    const fields = stepForms.mediate.fields(setting);
    assert.equal(fields.solved?.proposed, '');
    assert.deepEqual(await faulty('mediate', {}), ['mediationForm', 'partner', 'on', 'solved']);
  });

  it('mediate takes that a talk did not take place, where one was to come', async () => {
    const toCome = {
      type: 'mediation-offered',
      on: '2026-04-01',
      appointment: { on: '2026-04-02', time: '10:00', form: 'conversation' },
      personal: { partner: joris.name },
    } as const;
    const offered = settingOf(complaintAfter(registered(), [toCome]));
    const typed = { mediationForm: 'conversation', partner: joris.name, on: '2026-04-02' };
    const read = await stepForms.mediate.read({ ...typed, solved: 'called-off', result: 'Ziek.' }, offered);
    assert('value' in read && read.value.calledOff && read.value.solved === undefined);
    assert.equal(read.value.result, 'Ziek.');
    assert.deepEqual(
      await faulty('mediate', { ...typed, on: today, solved: 'called-off' }),
      ['solved'],
      'there is none',
    );
  });

  it('a step of Art. 8 rests on the objection, and before there is one it is not possible', async () => {
    const before = settingOf(complaintAfter(registered(), answered()));
    for (const step of ['offer-hearing', 'record-hearing', 'waive-hearing'] as const)
      await assert.rejects(read(step, {}, before), new Refusal('not-now', 8));
  });

  it('decide takes a decision and its reasons', async () => {
    const decided = { decision: 'Gegrond.', reasons: 'Er is niet gebeld.', judgement: 'founded' };
    const measure = { measure1: 'Bellen', ownerName1: 'Petra', until1: '24-12-2026' };
    const filled = { ...decided, ...measure, ...letter };
    assert.deepEqual(await taken('decide', filled), {
      ...decided,
      offer: 'stays',
      measures: [{ what: 'Bellen', owner: 'Petra', dueOn }],
      wording,
      letter: dispatch,
    });
    const lapsed = await taken('decide', { ...filled, offer: 'lapses' });
    assert.ok('offer' in lapsed && lapsed.offer === 'lapses');
    assert.deepEqual(await faulty('decide', letter), ['decision', 'reasons', 'judgement']);
  });

  it('hand-over takes somebody who may take over, and a reason', async () => {
    const handed = { to: fatima.id, reason: 'Vakantie' };
    assert.deepEqual(await taken('hand-over', handed), handed);
    assert.deepEqual(await faulty('hand-over', { to: willem.id }), ['to', 'reason']);
    assert.deepEqual(await faulty('hand-over', { to: `${fatima.id},${lars.id}`, reason: 'x' }), ['to']);
  });

  it('add-note takes a text', async () => {
    assert.deepEqual(await taken('add-note', { text: ' Gebeld. ' }), { text: 'Gebeld.' });
    assert.deepEqual(await faulty('add-note', { text: '\n' }), ['text']);
  });

  it('withdraw takes a day and a reason; a letter when there is to be one', async () => {
    const withdrawn = { on: today, reason: 'Opgelost' };
    assert.deepEqual(await taken('withdraw', { ...withdrawn, ...letter }), {
      ...withdrawn,
      letter: dispatch,
    });
    assert.deepEqual(await taken('withdraw', { ...withdrawn, ...letter, manner: 'none' }), {
      ...withdrawn,
      letter: undefined,
    });
    assert.deepEqual(await faulty('withdraw', letter), ['on', 'reason']);
  });

  it('dismiss takes why and a reason; a letter, which is made where none was written', async () => {
    const unknown = { because: 'complainant-unknown', reason: 'Geen naam' };
    const { letter: made, ...asked } = (await taken('dismiss', { ...unknown, ...letter, letter: '' })) as {
      letter: { text: string };
    };
    assert.deepEqual(asked, unknown);
    assert.match(made.text, /niet gelukt om u te bereiken/);
    assert.deepEqual(await taken('dismiss', { ...unknown, manner: 'none' }), {
      ...unknown,
      letter: undefined,
    });
    assert.deepEqual(await faulty('dismiss', letter), ['because', 'reason']);
  });

  it('merge takes the number of another complaint, however it is typed; a letter when there is to be one', async () => {
    const { into, letter: made } = (await taken('merge', { into: ' k-2026-0007 ', manner: 'post' })) as {
      into: { number: string };
      letter: { text: string };
    };
    assert.equal(into.number, 'K-2026-0007');
    assert.match(made.text, /samen met een klacht die wij al hadden, onder nummer K-2026-0007/);
    assert.deepEqual(await faulty('merge', { into: 'de vorige', manner: 'none' }), ['into']);
    assert.deepEqual(await faulty('merge', { manner: 'none' }), ['into']);
  });

  it('merge offers to send no letter only where another confirmed receipt (Art. 5)', async () => {
    const none = { into: 'K-2026-0007', manner: 'none' };
    const offers = (on: Setting) => JSON.stringify(stepForms.merge.fields(on)).includes('Geen brief sturen');
    const told = settingOf(full('M. Visser', { stage: 'acknowledged', answer: undefined }));
    assert.equal(offers(told), true);
    assert.equal(((await taken('merge', none, told)) as { letter?: unknown }).letter, undefined);
    const untold = settingOf(full('M. Visser', { stage: 'registered', letters: [], answer: undefined }));
    assert.equal(offers(untold), false);
    assert.deepEqual(await faulty('merge', none, untold), ['manner']);
    assert.equal(stepForms.merge.about['letter-missing'], 'manner');
  });

  it('add-respondent takes a colleague, and finds their name', async () => {
    const early = settingOf(full('M. Visser', { letters: [], answer: undefined }));
    const typed = { respondent: joris.id.toUpperCase(), reason: 'x' };
    assert.deepEqual(await taken('add-respondent', typed, early), { respondent: joris, reason: 'x' });
    assert.deepEqual(await faulty('add-respondent', { respondent: 'Joris' }, early), [
      'respondent',
      'reason',
    ]);
  });

  it('add-respondent asks, after the answer, what they read who are asked for a statement at once', async () => {
    const typed = { respondent: joris.id, reason: 'x' };
    assert.deepEqual(await faulty('add-respondent', typed), ['text', 'until']);
    assert.deepEqual(await taken('add-respondent', { ...typed, text: 'Over bellen.', until: dueOn }), {
      ...{ respondent: joris, reason: 'x' },
      about: { text: 'Over bellen.', mayIdentify: false, dueOn },
    });
  });

  it('remove-respondent takes one of those whom it is about, and why not', async () => {
    const wrong = { respondent: joris.id, reason: 'Verkeerd gekozen' };
    assert.deepEqual(await taken('remove-respondent', wrong), wrong);
    assert.deepEqual(await faulty('remove-respondent', { respondent: fatima.id }), ['respondent', 'reason']);
  });

  it('judge-name takes whether it is about one of those whom the website named', async () => {
    const named = settingOf({ ...setting.complaint, respondents: [fatima, joris], supposed: [fatima.id] });
    const yes = { respondent: fatima.id, isAbout: 'yes' };
    assert.deepEqual(await taken('judge-name', yes, named), { respondent: fatima.id, isAbout: true });
    assert.deepEqual(await taken('judge-name', { ...yes, isAbout: 'no' }, named), {
      ...{ respondent: fatima.id, isAbout: false },
    });
    assert.deepEqual(await faulty('judge-name', { respondent: joris.id }, named), ['respondent', 'isAbout']);
    assert.equal(stepForms['judge-name'].fields(named).respondent?.proposed, fatima.id);
  });

  it('record-experts takes who they are', async () => {
    assert.deepEqual(await taken('record-experts', { experts: 'Mr. De Wit' }), { experts: 'Mr. De Wit' });
    assert.deepEqual(await faulty('record-experts', {}), ['experts']);
  });

  it('record-satisfaction takes both scores, and a sentence', async () => {
    const scores = { handling: '5', outcome: '1', remark: 'Ik werd gebeld.' };
    const asked = { ...day, handling: 5, outcome: 1, remark: 'Ik werd gebeld.' };
    assert.deepEqual(await taken('record-satisfaction', { ...day, ...scores }), asked);
    assert.deepEqual(await faulty('record-satisfaction', { ...day, handling: '6' }), ['handling', 'outcome']);
  });

  it('record-lesson takes what it was about and what is learned, each left out where nothing was typed', async () => {
    assert.deepEqual(await taken('record-lesson', { subject: 'Kosten', lesson: 'Zeg de prijs.' }), {
      ...{ subject: 'Kosten', lesson: 'Zeg de prijs.' },
    });
    assert.deepEqual(await taken('record-lesson', { lesson: 'Zeg de prijs.' }), {
      ...{ subject: undefined, lesson: 'Zeg de prijs.' },
    });
    assert.deepEqual(await faulty('record-lesson', { lesson: 'x'.repeat(501) }), ['lesson']);
  });

  it('complete-measure takes a measure that is open', async () => {
    assert.deepEqual(await taken('complete-measure', { measure: 'm1', ...day }), { measure: 'm1', ...day });
    assert.deepEqual(await faulty('complete-measure', { measure: 'm2', ...day }), ['measure']);
  });

  it('correct-date takes one of the two dates; that of the answer when there is an answer', async () => {
    const corrected = { field: 'answerReceivedOn', to: '2026-11-12', reason: 'Post was laat' };
    assert.deepEqual(await taken('correct-date', corrected), corrected);
    assert.deepEqual(await faulty('correct-date', corrected, settingOf(bare())), ['field']);
    assert.deepEqual(await faulty('correct-date', { field: 'closed', to: '2027-01-01' }), [
      'field',
      'to',
      'reason',
    ]);
  });

  it('correct-facts takes the facts of Art. 4; an emptied branch is recorded, an absent one is none', async () => {
    const facts = {
      complainantName: 'M. Visser',
      origin: 'other',
      summary: 'De thee was koud.',
      manner: 'oral',
      reason: 'Verhoord',
    };
    const to = { origin: 'other', summary: 'De thee was koud.', manner: 'oral' };
    const complainant = {
      name: 'M. Visser',
      representing: undefined,
      email: undefined,
      phone: undefined,
      address: undefined,
    };
    assert.deepEqual(await taken('correct-facts', facts), {
      to: {
        ...to,
        complainant,
        branch: '',
        unresolvedName: undefined,
        subject: undefined,
        lesson: undefined,
      },
      reason: 'Verhoord',
      notAbout: false,
    });
    const parsed = await read('correct-facts', facts, settingOf(bare()));
    assert.ok('value' in parsed && parsed.value.type === 'correct-facts');
    assert.equal(parsed.value.to.branch, undefined);
    assert.deepEqual(await faulty('correct-facts', { email: 'x' }), [
      'complainantName',
      'email',
      'origin',
      'summary',
      'manner',
      'reason',
    ]);
  });

  it('send-by-hand takes a letter that waits', async () => {
    assert.deepEqual(await taken('send-by-hand', { which: '90', manner: 'handed', sentOn: today }), {
      letter: 90,
      manner: 'handed',
      sentOn: today,
      text: 'Tekst',
    });
    assert.deepEqual(await faulty('send-by-hand', { which: '1', manner: 'fax', sentOn: today }), [
      'which',
      'manner',
    ]);
  });
});

describe('every dialog', () => {
  /** The data of a button besides the fields of its form. */
  const stamp = ['verb', 'number', 'version', 'form'];

  for (const step of steps) {
    it(`has no field that is mistaken for what the button carries: ${step}`, () => {
      assert.deepEqual(
        idsOf(step, lapsed).filter((id) => stamp.includes(id)),
        [],
      );
    });

    it(`says a refusal under a field that it has: ${step}`, () => {
      const joined = [{ number: caseNumber('K-2026-0002'), summary: 'Weer' }];
      const settings = [lapsed, setting].flatMap((one) => [
        one,
        { ...one, complaint: { ...one.complaint, complainant: { name: 'Mevrouw Van Dam' } } },
        { ...one, complaint: { ...one.complaint, joined } },
        {
          ...one,
          complaint: { ...one.complaint, complainant: { name: 'Onbekend', unnamed: 'unknown' as const } },
        },
      ]);
      const ids = new Set(settings.flatMap((one) => idsOf(step, one)));
      for (const id of Object.values(stepForms[step].about)) assert.ok(ids.has(id), id);
    });

    it(`never throws at reading, whatever comes in: ${step}`, async () => {
      const id = fc.constantFrom('anything', ...idsOf(step, lapsed));
      const input = fc.oneof(fc.anything(), fc.dictionary(id, fc.oneof(fc.string(), fc.anything())));
      await fc.assert(
        fc.asyncProperty(input, async (given) => {
          await read(step, given, lapsed);
          stepForms[step].draft?.(given, lapsed);
        }),
        { numRuns: 30 },
      );
    });
  }
});
