import assert from 'node:assert/strict';
import readExcelFile from 'read-excel-file/node';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import type { Person, Registration } from '../../src/procedure/model/complaint.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { asCorrected } from '../../src/register/model/as-corrected.ts';
import { journalLine } from '../../src/teams/cards/case-journal.ts';
import { yearReportFile } from '../../src/teams/files/year-report.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { plain } from '../procedure/given.ts';
import { everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const letter = { text: 'Geachte mevrouw', manner: 'post' as const, sentOn: wednesday };
const ask = asking(wednesday);
const byFatima = asking(wednesday, fatima);
const K1 = 'K-2026-0001';

async function taken(...over: Partial<typeof registration>[]) {
  const office = anOffice();
  for (const [index, one] of over.entries())
    await office.file({ ...registration, ...one }, `${index}`, sanne);
  return office;
}

describe('the figures of a year', () => {
  afterEach(closeOffices);

  it('are of every complaint received in that year, by month and in no order within it', async () => {
    const office = await taken(
      {},
      { receivedOn: '2025-12-31' },
      { receivedOn: '2026-01-01', remedied: true },
    );
    const months = async (year: string) => (await office.figures(year, lars)).map((one) => one.receivedIn);
    assert.deepEqual(await months('2026'), ['2026-01', '2026-04']);
    assert.deepEqual(await months('2025'), ['2025-12']);
    assert.deepEqual(await months('2024'), []);
  });

  it('are for everybody at the desk, and hold nothing of a complaint about the reader', async () => {
    const office = await taken(
      { respondents: [joris], branch: '1', remedied: true },
      { respondents: [lars], branch: '2', remedied: true },
      { respondents: [willem], branch: '3', remedied: true },
    );
    const branches = async (by: typeof lars) =>
      (await office.figures('2026', by)).map(({ branch }) => branch).join('');
    assert.equal(await branches(lars), '13');
    assert.equal(await branches(fatima), '123');
    assert.equal(await branches(willem), '12');
    assert.equal(await branches(ingrid), '123');
  });

  it('have the subject of a closed complaint, also after erasure, and of an open one nothing', async () => {
    const office = await taken({ respondents: [joris] });
    const subjectTo = async (by: Person) => (await office.figures('2026', by))[0]?.subject;
    await office.execute({ ...ask.answer({ letter }), learned: { subject: 'Kosten', lesson: 'BELLEN' } });
    assert.equal(await subjectTo(lars), undefined);
    await office.execute(ask.agree());
    assert.equal(await subjectTo(lars), 'Kosten');
    const { bytes } = await yearReportFile('2026', await office.figures('2026', lars));
    const told = JSON.stringify(await readExcelFile(Buffer.from(bytes)));
    assert.ok(told.includes('["Onderwerp","Kosten",1]') && !told.includes('BELLEN'), told);
    await office.execute(ask.correctFacts({ to: { subject: 'Vervoer' } }));
    await office.execute(ask.requestErasure());
    await office.execute({ ...ask.answerErasure(), by: ingrid });
    assert.equal(await subjectTo(fatima), 'Vervoer');
  });

  it('have the scores of the complainant, also after erasure, in totals only', async () => {
    const office = await taken({ respondents: [joris] });
    const scores = async () => (await office.figures('2026', fatima))[0]?.satisfaction;
    await office.execute(ask.withdraw());
    assert.equal(await scores(), undefined);
    await office.execute(ask.recordSatisfaction({ remark: 'BELLEN' }));
    assert.deepEqual(await scores(), { handling: 4, outcome: 2 });
    await office.execute(ask.requestErasure());
    await office.execute({ ...ask.answerErasure(), by: ingrid });
    assert.deepEqual(await scores(), { handling: 4, outcome: 2 });
    const [one] = await office.figures('2026', fatima);
    for (const answers of [1, 5]) {
      const { bytes } = await yearReportFile('2026', Array(answers).fill(one));
      const [rows, totals] = await readExcelFile(Buffer.from(bytes));
      assert.doesNotMatch(JSON.stringify(rows), /evredenheid|BELLEN/);
      const told = JSON.stringify(totals);
      assert.ok(told.includes(`["Tevredenheid: uitkomst","aantal antwoorden",${answers}]`), told);
      assert.match(
        told,
        answers < 5 ? /uitkomst","gemiddelde[^"]*",null/ : /uitkomst","gemiddelde[^"]*",2\]/,
      );
    }
  });

  it('tell who lost sight of an open complaint no scores, then or later', async () => {
    const office = await taken({ respondents: [joris] });
    await office.execute(ask.addRespondent({ respondent: willem }));
    const toWillem = async () =>
      (await office.figures('2026', willem)).map(({ satisfaction }) => satisfaction);
    await office.execute(ask.withdraw());
    await office.execute(ask.recordSatisfaction());
    assert.deepEqual(await toWillem(), [undefined]);
    await office.execute(ask.requestErasure());
    await office.execute({ ...ask.answerErasure(), by: ingrid });
    assert.deepEqual(await toWillem(), [undefined]);
  });

  it('tell who lost sight of an open complaint no subject, then or later', async () => {
    const office = await taken({ respondents: [joris] });
    await office.execute({ ...ask.acknowledge({ letter }), learned: { subject: 'Kosten' } });
    await office.execute(ask.addRespondent({ respondent: willem }));
    const toWillem = async () => (await office.figures('2026', willem)).map(({ subject }) => subject);
    assert.deepEqual(await toWillem(), [undefined]);
    await office.execute(ask.withdraw());
    assert.deepEqual(await toWillem(), [undefined]);
    await office.execute(ask.requestErasure());
    await office.execute({ ...ask.answerErasure(), by: ingrid });
    assert.deepEqual(await toWillem(), [undefined]);
  });

  it('count an answer that confirmed receipt under both: Art. 5 by the day of sending', async () => {
    const office = await taken({});
    office.moveTo('2026-04-13T10:00');
    await office.execute(asking('2026-04-13').answer());
    const [figures] = await office.figures('2026', lars);
    assert.deepEqual(figures?.deadlines.acknowledge, { done: true, daysLate: 4 });
    assert.deepEqual(figures?.deadlines.answer, { done: true, daysLate: 0 });
  });

  it('count what was solved in a talk as that, under Art. 5 where its letter confirmed receipt, and under no other article', async () => {
    const office = await taken({});
    office.moveTo('2026-04-13T10:00');
    const measures = [{ what: 'Bellen', owner: 'Joris', dueOn: '2026-05-01' } as const];
    await office.execute(asking('2026-04-13').mediate({ measures }));
    const [figures] = await office.figures('2026', lars);
    assert.deepEqual(figures?.closed, { in: '2026-04', outcome: 'mediated' });
    assert.deepEqual(figures?.deadlines, {
      forward: { done: true, daysLate: 0 },
      acknowledge: { done: true, daysLate: 4 },
    });
    assert.deepEqual(figures?.measures, { promised: 1, taken: 0, late: 0 });
    const { bytes } = await yearReportFile('2026', await office.figures('2026', lars));
    const told = JSON.stringify(await readExcelFile(Buffer.from(bytes)));
    assert.ok(told.includes('["Afloop","opgelost in gesprek (inleiding)",1]'), told);
  });

  it('count a merged complaint once: with a line of its own, and in the totals only with the other', async () => {
    const office = await taken({}, { origin: 'partner' });
    const { complaint: into } = (await office.dossier(K1)) ?? assert.fail();
    await office.execute({
      ...ask.merge({ into, letter: { ...letter, manner: 'handed' } }),
      number: 'K-2026-0002',
    });
    const figures = await office.figures('2026', lars);
    assert.equal(figures.length, 2);
    const { bytes } = await yearReportFile('2026', figures);
    const sheets = await readExcelFile(Buffer.from(bytes));
    const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    assert.ok(rows('Klachten').some((row) => row.includes('hoort bij een andere klacht')));
    const totals = rows('Totalen').map((row) => row.join(': '));
    for (const line of [
      'Klachten: alle: 1',
      'Klachten: gesloten: 0',
      'Klachten: samengevoegd met een andere (telt daar mee): 1',
      'Klachten: nog open: 1',
      'Herkomst: Cliënt: 1',
      'Doorgegeven (art. 5): op tijd: 1',
      'Ontvangst bevestigd (art. 5): loopt nog: 1',
    ])
      assert.ok(totals.includes(line), `${line}\n${totals.join('\n')}`);
    assert.ok(!totals.some((line) => line.includes('Samenwerkingspartner')));
  });

  it('follow a corrected day of receipt, as the log does: also where that makes what was done late, or in time after all', async () => {
    const office = await taken({});
    office.moveTo('2026-04-21T10:00');
    const sent = { ...letter, sentOn: '2026-04-09' } as const;
    await office.execute(ask.acknowledge({ letter: sent }));
    await office.execute(ask.answer({ letter: { ...letter, sentOn: '2026-04-16' } }));
    const late = async () => {
      const dossier = (await office.dossier(K1)) ?? assert.fail();
      const [figures] = await office.figures('2026', lars);
      const log = asCorrected(dossier.journal, dossier.complaint, office.context().calendar);
      const said = log.flatMap((entry) => {
        const { what } = journalLine(entry, office.clock, 100);
        return /^(?:Doorgegeven|Ontvangst bevestigd|Antwoord verstuurd)/.test(what)
          ? Number(/, (\d+) dag/.exec(what)?.[1] ?? 0)
          : [];
      });
      const { forward, acknowledge, answer } = figures?.deadlines ?? assert.fail();
      const counted = [forward, acknowledge, answer].map((kept) => kept?.done && kept.daysLate);
      assert.deepEqual(said, counted, 'the log says what the figures count');
      return counted;
    };
    assert.deepEqual(await late(), [0, 0, 0]);
    for (const [to, days] of [
      ['2026-03-25', [7, 8, 6]],
      ['2026-03-31', [1, 1, 0]],
      ['2026-04-01', [0, 0, 0]],
    ] as const) {
      await office.execute(ask.correctDate({ to }));
      assert.deepEqual(await late(), days, to);
    }
  });

  it('go with a log that no longer says of an objection whether it was in time, once a day by which that was counted is corrected', async () => {
    for (const [field, to] of [
      ['objectionReceivedOn', '2026-04-21'],
      ['objectionSentOn', '2026-04-19'],
      ['answerReceivedOn', '2026-04-15'],
    ] as const) {
      const office = await taken({});
      office.moveTo('2026-06-01T10:00');
      const objected = ask.object({ sentOn: '2026-04-20', receivedOn: '2026-04-20' });
      for (const step of [ask.acknowledge({ letter }), ask.answer({ letter }), objected])
        await office.execute(step);
      const log = async () => {
        const { journal, complaint } = (await office.dossier(K1)) ?? assert.fail();
        return asCorrected(journal, complaint, office.context().calendar)
          .map((entry) => journalLine(entry, office.clock, 100).what)
          .find((what) => what.startsWith('De klager is het niet eens'));
      };
      assert.match((await log()) ?? '', /, op tijd \(artikel 7\)\.$/);
      await office.execute(ask.correctDate({ field, to }));
      assert.doesNotMatch((await log()) ?? '', /op tijd|te laat/, field);
    }
  });

  it('count nothing as late that cannot be sent, because nobody knows who complained (Art. 5 and 6)', async () => {
    const office = await taken({ complainant: { name: 'Onbekend', unnamed: 'unknown' } });
    office.moveTo('2026-06-01T10:00');
    const [figures] = await office.figures('2026', lars);
    assert.deepEqual(figures?.deadlines, { forward: { done: true, daysLate: 0 } });
  });

  it('count no day on which nobody knew who complained, once that is known, as the letter says', async () => {
    const office = await taken({ complainant: { name: 'Onbekend', unnamed: 'unknown' } });
    office.moveTo('2026-05-20T10:00');
    const known = { name: 'Mevrouw Van Dam', email: 'vandam@example.nl' };
    await office.execute(asking('2026-05-20').correctFacts({ to: { complainant: known } }));
    const late = async () => (await office.figures('2026', lars))[0]?.deadlines.answer;
    assert.deepEqual(await late(), { done: false, late: false });
    office.moveTo('2026-05-22T10:00');
    assert.deepEqual(await late(), { done: false, late: true });
    await office.execute(asking('2026-05-22').answer());
    assert.deepEqual(await late(), { done: true, daysLate: 2 });
  });

  it('count what is so now: reopened, a complaint is open, and the decision of the board is to be taken', async () => {
    const office = await taken({});
    const figures = async () => {
      const [{ closed, stage, deadlines } = assert.fail()] = await office.figures('2026', lars);
      return { closed: closed?.outcome, stage, decision: deadlines.decision };
    };
    for (const step of [
      ask.acknowledge({ letter }),
      ask.answer({ letter }),
      ask.object(),
      ask.waiveHearing(),
    ])
      await office.execute(step);
    await office.execute({ ...ask.decide({ letter }), by: willem });
    assert.deepEqual(await figures(), {
      closed: 'decided',
      stage: 'closed',
      decision: { done: true, daysLate: 0 },
    });
    office.moveTo('2026-05-04T10:00');
    await office.execute({ ...ask.reopen(), by: willem });
    assert.deepEqual(await figures(), {
      closed: undefined,
      stage: 'waived',
      decision: { done: false, late: false },
    });
    await office.execute({ ...ask.decide({ letter: { ...letter, sentOn: '2026-05-04' } }), by: willem });
    assert.deepEqual(await figures(), {
      closed: 'decided',
      stage: 'closed',
      decision: { done: true, daysLate: 0 },
    });
  });

  it('are for nobody else', async () => {
    const office = await taken({ respondents: [] });
    for (const by of [sanne, joris, { id: personId(''), name: '' }])
      await assert.rejects(office.figures('2026', by), { name: 'Refusal', code: 'not-at-the-desk' });
  });

  it('have no room for a number, a day, a name or content', async () => {
    const office = await taken({ respondents: [joris], experts: 'mr. IJsvogel' });
    await office.execute(ask.acknowledge({ letter }));
    const measures = [{ what: 'BELAFSPRAAK', owner: 'EIGENAAR', dueOn: '2026-04-20' } as const];
    await office.execute(ask.answer({ letter, measures, notHeardBecause: 'Spoed' }));
    const text = JSON.stringify(await office.figures('2026', fatima));
    const people = [registration.complainant, joris, sanne, lars].map(({ name }) => name);
    assert.doesNotMatch(text, /K-2026|\d{4}-\d{2}-\d{2}/);
    for (const secret of [...people, registration.summary, 'IJsvogel', 'BELAFSPRAAK', 'EIGENAAR'])
      assert.ok(!text.includes(secret), secret);
  });

  it('say which deadlines were kept, and which were not by how many days', async () => {
    const office = await taken({ receivedOn: '2026-03-20' });
    await office.execute(ask.acknowledge({ letter }));
    const [one] = await office.figures('2026', lars);
    assert.deepEqual(plain(one?.deadlines), {
      forward: { done: true, daysLate: 12 },
      acknowledge: { done: true, daysLate: 5 },
      answer: { done: false, late: false },
    });
    office.moveTo('2026-04-13T10:00');
    const [later] = await office.figures('2026', lars);
    assert.deepEqual(later?.deadlines.answer, { done: false, late: true });
  });

  it('say of the hearing that it was offered in time, or held too late', async () => {
    const office = await taken({ respondents: [joris] }, { respondents: [lars] });
    for (const [number, by] of [
      [K1, ask],
      ['K-2026-0002', byFatima],
    ] as const) {
      await office.execute(by.acknowledge({ number, letter }));
      await office.execute(by.answer({ number, letter, notHeardBecause: 'Spoed' }));
      await office.execute(by.object({ number, receivedOn: wednesday }));
    }
    const [running] = await office.figures('2026', fatima);
    assert.deepEqual(running?.deadlines.hearing, { done: false, late: false });
    await office.execute(ask.offerHearing({ on: '2026-04-08', agreed: true, letter }));
    office.moveTo('2026-04-10T10:00');
    await office.execute(
      byFatima.recordHearing({
        number: 'K-2026-0002',
        on: '2026-04-10',
        settlement: 'Excuses',
        letter: { ...letter, sentOn: '2026-04-10' },
      }),
    );
    const kept = (await office.figures('2026', fatima)).map(({ deadlines }) => deadlines.hearing);
    for (const daysLate of [0, 2])
      assert.equal(kept.filter((one) => one?.done && one.daysLate === daysLate).length, 1);
  });

  it('say that a hearing later than a week was late by Ballance, and in time at the wish of the complainant', async () => {
    const office = await taken({}, {});
    for (const [number, laterWish] of [
      [K1, 'ballance'],
      ['K-2026-0002', 'complainant'],
    ] as const) {
      await office.execute(ask.acknowledge({ number, letter }));
      await office.execute(ask.answer({ number, letter, notHeardBecause: 'Spoed' }));
      await office.execute(ask.object({ number, receivedOn: wednesday }));
      const later = { on: '2026-04-10', laterWish, laterBecause: 'Vakantie' } as const;
      await office.execute(ask.offerHearing({ number, letter, ...later }));
    }
    const figures = await office.figures('2026', fatima);
    const late = figures.map(({ deadlines: { hearing } }) => hearing?.done && hearing.daysLate);
    assert.deepEqual(late.sort(), [0, 2]);
  });

  it('say of a hearing held too late that it was, also once another was offered after it, and from the day of the objection that was known then', async () => {
    const office = await taken({}, {});
    for (const number of [K1, 'K-2026-0002'] as const) {
      await office.execute(ask.acknowledge({ number, letter }));
      await office.execute(ask.answer({ number, letter, notHeardBecause: 'Spoed' }));
      await office.execute(ask.object({ number, receivedOn: wednesday }));
    }
    office.moveTo('2026-04-03T10:00');
    const to = '2026-04-02';
    await office.execute(ask.correctDate({ number: 'K-2026-0002', field: 'objectionReceivedOn', to }));
    office.moveTo('2026-04-10T10:00');
    const sentOn = '2026-04-10';
    for (const number of [K1, 'K-2026-0002'] as const)
      await office.execute(
        ask.recordHearing({ number, on: sentOn, settlement: undefined, letter: { ...letter, sentOn } }),
      );
    const late = async () =>
      (await office.figures('2026', fatima))
        .map(({ deadlines: { hearing } }) => hearing?.done && hearing.daysLate)
        .sort();
    assert.deepEqual(await late(), [1, 2]);
    const inLog = [K1, 'K-2026-0002'].map(async (number) => {
      const dossier = (await office.dossier(number as CaseNumber)) ?? assert.fail();
      const log = asCorrected(dossier.journal, dossier.complaint, office.context().calendar);
      return log
        .map((entry) => journalLine(entry, office.clock, 100).what)
        .find((what) => what.includes('gehouden'));
    });
    const [held, corrected] = await Promise.all(inLog);
    assert.match(
      held ?? '',
      /^Gesprek gehouden op vrijdag 10 april 2026, .*, 2 dagen te laat \(artikel 8\); /,
    );
    assert.match(corrected ?? '', /, 1 dag te laat \(artikel 8\); /);
    await office.execute(ask.offerHearing({ on: '2026-04-16', letter: { ...letter, sentOn } }));
    assert.deepEqual(await late(), [1, 2]);
  });

  it('say of a hearing that a corrected day of the objection makes later than a week that it was late, before and after it was held', async () => {
    const office = await taken({});
    await office.execute(ask.acknowledge({ letter }));
    await office.execute(ask.answer({ letter, notHeardBecause: 'Spoed' }));
    office.moveTo('2026-04-03T10:00');
    const sentOn = '2026-04-03';
    await office.execute(ask.object({ receivedOn: '2026-04-03' }));
    await office.execute(ask.offerHearing({ on: '2026-04-10', letter: { ...letter, sentOn } }));
    const late = async () =>
      (await office.figures('2026', fatima)).map(
        ({ deadlines: { hearing } }) => hearing?.done && hearing.daysLate,
      );
    assert.deepEqual(await late(), [0]);
    await office.execute(ask.correctDate({ field: 'objectionReceivedOn', to: '2026-04-02' }));
    assert.deepEqual(await late(), [1]);
    office.moveTo('2026-04-10T16:00');
    const held = {
      on: '2026-04-10',
      settlement: undefined,
      letter: { ...letter, sentOn: '2026-04-10' },
    } as const;
    await office.execute(ask.recordHearing(held));
    assert.deepEqual(await late(), [1]);
    await office.execute(ask.correctDate({ field: 'objectionReceivedOn', to: '2026-04-03' }));
    assert.deepEqual(await late(), [0]);
  });

  it('count the measures: promised, taken, too late', async () => {
    const office = await taken({});
    await office.execute(ask.acknowledge({ letter }));
    const measures = (['2026-04-02', '2026-04-20'] as const).map((dueOn) => ({
      what: 'Bellen',
      owner: 'Joris',
      dueOn,
    }));
    await office.execute(ask.answer({ letter, measures, notHeardBecause: 'Spoed' }));
    await office.execute(ask.completeMeasure({ measure: 'm2', on: wednesday }));
    office.moveTo('2026-04-07T10:00');
    const [one] = await office.figures('2026', lars);
    assert.deepEqual(one?.measures, { promised: 2, taken: 1, late: 1 });
  });

  it('count the last judgement and every measure: of the answer, and of the board where it decided', async () => {
    const office = await taken({});
    const measures = [{ what: 'Bellen', owner: 'Joris', dueOn: '2026-04-20' }] as const;
    await office.execute(ask.acknowledge({ letter }));
    await office.execute(ask.answer({ letter, measures: [...measures], judgement: 'unfounded' }));
    const judged = async () => (await office.figures('2026', lars)).map(({ judgement }) => judgement);
    assert.deepEqual(await judged(), ['unfounded']);
    await office.execute(ask.object());
    await office.execute(ask.waiveHearing());
    const ofTheBoard = asking(wednesday, willem);
    await office.execute(ofTheBoard.decide({ letter, measures: [...measures], judgement: 'founded' }));
    const [one] = await office.figures('2026', lars);
    assert.deepEqual([one?.judgement, one?.measures?.promised], ['founded', 2]);
    for (const measure of ['m1', 'm2']) await office.execute(ask.completeMeasure({ measure, on: wednesday }));
    await office.execute(ask.requestErasure());
    await office.execute(byFatima.answerErasure({ agrees: true }));
    assert.deepEqual(await judged(), ['founded']);
  });

  it('stay when what is about people is erased', async () => {
    const office = await taken({ respondents: [joris] });
    await office.execute(ask.acknowledge({ letter }));
    await office.execute(ask.withdraw());
    const [before] = await office.figures('2026', willem);
    await office.execute(ask.requestErasure());
    await office.execute(byFatima.answerErasure({ agrees: true }));
    const [after] = await office.figures('2026', willem);
    const { branch: _, measures: __, ...counted } = before ?? {};
    assert.deepEqual(plain(after), plain(counted));
  });

  it('stay when it is erased, also where nobody knew for a while who complained and the day of receipt was corrected', async () => {
    const known = { name: 'Mevrouw Van Dam', email: 'vandam@example.nl' };
    const to = { complainant: known };
    for (const complainant of [known, { name: 'Onbekend', unnamed: 'unknown' } as const]) {
      const office = await taken({ complainant });
      const then = asking('2026-06-01');
      office.moveTo('2026-06-01T10:00');
      if ('unnamed' in complainant) await office.execute(then.correctFacts({ to }));
      await office.execute(then.acknowledge());
      await office.execute(then.correctDate({ to: '2026-03-31' }));
      await office.execute(then.withdraw());
      const late = async () => {
        const [figures] = await office.figures('2026', willem);
        const { acknowledge } = figures?.deadlines ?? assert.fail();
        return acknowledge?.done && acknowledge.daysLate;
      };
      const before = await late();
      assert.equal(before === 0, 'unnamed' in complainant);
      await office.execute(then.requestErasure());
      await office.execute(asking('2026-06-01', fatima).answerErasure({ agrees: true }));
      assert.equal(await late(), before, complainant.name);
    }
  });

  it('are of nobody at the desk when the complaint is about all of them', async () => {
    const office = await taken({ respondents: everybodyAtTheDesk });
    for (const by of everybodyAtTheDesk) assert.deepEqual(await office.figures('2026', by), []);
  });
});

describe('whom the figures tell nothing of a complaint about themselves', () => {
  afterEach(closeOffices);

  const others: Partial<Registration>[] = [
    { respondents: [joris] },
    { receivedOn: '2026-03-20', remedied: true },
  ];
  const of = (office: ReturnType<typeof anOffice>) => async (by: Person) =>
    plain(await office.figures('2026', by));

  /** Closes and erases a complaint, at the hands of those it is not about. */
  async function erase(office: ReturnType<typeof anOffice>, number: CaseNumber, [one, other]: Person[]) {
    const [by, second] = [one ?? assert.fail(), other ?? assert.fail()];
    await office.execute(ask.withdraw({ number, by }));
    await office.execute(ask.requestErasure({ number, by }));
    await office.execute(ask.answerErasure({ number, by: second }));
  }

  for (const person of everybodyAtTheDesk)
    it(`is ${person.name}: their report is that of a register without it, from its first day to after its erasure`, async () => {
      const free = everybodyAtTheDesk.filter((one) => one !== person);
      const without = of(await taken(...others));
      const office = await taken(...others, { respondents: [person] });
      const read = of(office);
      const number = 'K-2026-0003';
      const [handler] = free;
      const looks = async () => {
        assert.deepEqual(await read(person), await without(person));
        const whole = await read(free[0] ?? assert.fail());
        for (const reader of free) assert.deepEqual(await read(reader), whole, 'one report for all others');
        assert.equal(whole.length, 3);
      };
      await looks();
      await office.execute(ask.acknowledge({ number, by: handler, letter }));
      await looks();
      await erase(office, number, free);
      await looks();
      assert.doesNotMatch(JSON.stringify(await office.dossier(number)), new RegExp(person.id));
    });

  for (const person of everybodyAtTheDesk)
    it(`is ${person.name} when it turns out to be about them: nothing goes away, and their line stands still`, async () => {
      const office = await taken(...others, { respondents: [], origin: 'partner', branch: 'Utrecht' });
      const read = of(office);
      const number = 'K-2026-0003';
      await office.execute(ask.acknowledge({ number, letter }));
      const before = await read(person);
      await office.execute(ask.addRespondent({ number, respondent: person }));
      assert.deepEqual(await read(person), before);
      office.moveTo('2026-05-11T10:00');
      const handler = (await office.dossier(number))?.complaint.handler?.person ?? assert.fail();
      await office.execute(ask.answer({ number, by: handler, letter, notHeardBecause: 'Spoed' }));
      const line = (figures: typeof before) => figures.filter(({ origin }) => origin === 'partner');
      assert.deepEqual(line(await read(person)), line(before));
      const free = everybodyAtTheDesk.filter((one) => one !== person && one.id !== handler.id);
      assert.equal(line(await read(free[0] ?? assert.fail()))[0]?.stage, 'answered');
      const seen = (await read(person)).length;
      await erase(office, number, [handler, ...free]);
      const [after] = line(await read(person));
      assert.deepEqual(after, line(before)[0]);
      assert.equal((await read(person)).length, seen);
    });

  /** Every cell of both sheets that somebody reads. */
  async function cells(office: ReturnType<typeof anOffice>, by: Person) {
    const { bytes } = await yearReportFile('2026', await office.figures('2026', by));
    return (await readExcelFile(Buffer.from(bytes))).map(({ data }) => data);
  }

  const measures = (['2026-04-02', '2026-04-20', '2026-04-09'] as const).map((dueOn) => ({
    ...{ what: 'Bellen', owner: 'Joris', dueOn },
  }));
  const onward = [
    ask.correctFacts({ to: { branch: 'Zeist', origin: 'partner', manner: 'written' } }),
    ask.acknowledge({ letter }),
    ask.correctDate({ to: '2026-03-30' }),
    ask.answer({ letter, measures, notHeardBecause: 'Spoed' }),
    ask.completeMeasure({ measure: 'm1', on: '2026-04-07' }),
    ask.object({ receivedOn: '2026-04-07' }),
    ask.offerHearing({ on: '2026-04-09', agreed: true, letter: { ...letter, sentOn: '2026-04-07' } }),
    ask.completeMeasure({ measure: 'm2', on: '2026-04-07' }),
    ask.recordHearing({
      on: '2026-04-07',
      settlement: undefined,
      letter: { ...letter, sentOn: '2026-04-07' },
    }),
    ask.addNote(),
  ];
  const number = 'K-2026-0003';

  for (const person of everybodyAtTheDesk.filter((one) => one !== lars))
    it(`is ${person.name}: no cell of either sheet shows that it was erased, whenever they became a respondent`, async () => {
      for (let steps = 0; steps <= onward.length; steps++) {
        const office = await taken(...others, { respondents: [], branch: 'Utrecht' });
        office.moveTo('2026-04-07T10:00');
        for (const step of onward.slice(0, steps)) await office.execute({ ...step, number });
        const known = await cells(office, person);
        await office.execute(ask.addRespondent({ number, respondent: person }));
        assert.deepEqual(await cells(office, person), known, `${steps} steps, added`);
        for (const step of onward.slice(steps)) await office.execute({ ...step, number });
        office.moveTo('2026-05-11T10:00');
        await office.execute(ask.completeMeasure({ measure: 'm3', number, on: '2026-05-11' }));
        await office.execute(ask.withdraw({ number, on: '2026-05-11' }));
        const before = await cells(office, person);
        await office.execute(ask.requestErasure({ number }));
        await office.execute(ask.answerErasure({ number, by: person === fatima ? willem : fatima }));
        assert.deepEqual(await cells(office, person), before, `${steps} steps, erased`);
      }
    });

  it('is nobody more or less by the passing of the years of retention', async () => {
    const office = await taken(...others, { respondents: [lars] });
    await office.execute(byFatima.withdraw({ number: 'K-2026-0003' }));
    const counts = async () => {
      const reports = await Promise.all(everybodyAtTheDesk.map((by) => office.figures('2026', by)));
      return reports.map(({ length }) => length);
    };
    const before = await counts();
    assert.deepEqual(before, [2, 3, 3, 3]);
    await office.sweepAt('2031-03-18T10:00');
    await office.sweepAt('2031-04-02T10:00');
    assert.ok((await office.dossier('K-2026-0003'))?.complaint.erased);
    assert.deepEqual(await counts(), before);
  });
});
