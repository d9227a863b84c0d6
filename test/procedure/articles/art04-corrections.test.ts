import assert from 'node:assert/strict';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import { evolve } from '../../../src/procedure/evolve.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import {
  asking,
  correctDate,
  correctFacts,
  object,
  type offerHearing,
  register,
  registration,
  removeRespondent,
} from '../asked.ts';
import { calendar, complaintAfter, contextOf, given, plain, registered } from '../given.ts';
import { acknowledged, answered, asked, drawnUp, letterSent, objected, withdrawn } from '../happened.ts';
import { desk, fatima, joris, lars, sanne, willem } from '../people.ts';

describe('correcting the day of receipt', () => {
  const late = registered({ receivedOn: '2026-04-01', today: '2026-04-08' });

  it('is a new event that keeps the old day, with the reason', () => {
    given(late)
      .on('2026-04-08')
      .when(correctDate({ to: '2026-04-07' }))
      .happened({
        type: 'date-corrected',
        field: 'receivedOn',
        from: '2026-04-01',
        to: '2026-04-07',
        personal: { reason: 'Verkeerd getikt.' },
      });
  });

  it('moves the deadlines that run from it', () => {
    const running = (...past: Parameters<typeof complaintAfter>) =>
      runningDeadlines(complaintAfter(...past), calendar, desk).map(({ kind, dueOn }) => [kind, dueOn]);
    const corrected: Event = {
      type: 'date-corrected',
      field: 'receivedOn',
      to: '2026-04-07',
      personal: { reason: 'x' },
    };
    assert.deepEqual(running(late), [
      ['acknowledge', '2026-04-09'],
      ['answer', '2026-04-22'],
    ]);
    assert.deepEqual(running(late, [corrected]), [
      ['acknowledge', '2026-04-14'],
      ['answer', '2026-04-28'],
    ]);
  });

  it('refuses a day to come, one too long ago, the same day, and no reason', () => {
    given(registered())
      .when(correctDate({ to: '2026-04-02' }))
      .refused('in-the-future', 4);
    given(registered())
      .when(correctDate({ to: '2012-04-01' }))
      .refused('too-long-ago', 4);
    given(registered())
      .when(correctDate({ to: '2026-04-01' }))
      .refused('nothing-changed', 4);
    given(registered())
      .when(correctDate({ to: '2026-03-31', reason: '' }))
      .refused('text-missing', 4);
  });
});

describe('recording on which day the complainant received the answer', () => {
  const past = [registered(), answered('2026-04-08')];
  const received = (to: LocalDate) => correctDate({ field: 'answerReceivedOn', to });

  it('keeps the day that was taken for it', () => {
    given(...past)
      .on('2026-04-14')
      .when(received('2026-04-13'))
      .happened({
        type: 'date-corrected',
        field: 'answerReceivedOn',
        from: '2026-04-08',
        to: '2026-04-13',
        personal: { reason: 'Verkeerd getikt.' },
      });
  });

  it('refuses a day before the answer was sent, and an answer that was not', () => {
    given(...past)
      .on('2026-04-14')
      .when(received('2026-04-07'))
      .refused('before-the-answer', 7);
    given(registered(), acknowledged()).when(received('2026-04-01')).refused('not-now', 7);
  });

  it('refuses a day before the answer by post counts as received: the month may become longer, never shorter', () => {
    const byPost = [
      drawnUp(),
      letterSent('answer', { sentOn: '2026-04-08', manner: 'post', countsAsReceivedOn: '2026-04-13' }),
    ];
    const posted = given(registered(), acknowledged(), byPost).on('2026-04-20');
    posted.when(received('2026-04-10')).refused('before-the-answer', 7);
    posted.when(received('2026-04-15')).leadsTo(({ answerReceivedOn }) => answerReceivedOn === '2026-04-15');
  });
});

describe('correcting the day on which the objection came', () => {
  const past = [registered(), objected('2026-04-08')];
  const received = (to: LocalDate) => correctDate({ field: 'objectionReceivedOn', to });
  const running = (complaint: Complaint) =>
    runningDeadlines(complaint, calendar, desk).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

  it('keeps the old day, and moves the hearing', () => {
    given(...past)
      .on('2026-04-10')
      .when(received('2026-04-07'))
      .happened({
        type: 'date-corrected',
        field: 'objectionReceivedOn',
        from: '2026-04-08',
        to: '2026-04-07',
        personal: { reason: 'Verkeerd getikt.' },
      });
    assert.deepEqual(running(complaintAfter(...past)), ['hearing 2026-04-15']);
    given(...past)
      .on('2026-04-10')
      .when(received('2026-04-07'))
      .leadsTo((complaint) => running(complaint).join() === 'hearing 2026-04-14');
  });

  it('refuses a day before the answer, the same day, and an objection that there is not', () => {
    const today = given(...past).on('2026-04-10');
    today.when(received('2026-03-31')).refused('before-the-answer', 7);
    today.when(received('2026-04-08')).refused('nothing-changed', 7);
    given(registered(), answered()).when(received('2026-04-01')).refused('not-now', 7);
  });
});

describe('a hearing that a corrected day of the objection makes later than the week (Art. 8)', () => {
  const offered = (over: Partial<Parameters<typeof offerHearing>[0]>): Event[][] => {
    const before = [registered(), objected('2026-04-08')];
    const offer = asking('2026-04-08').offerHearing({ on: '2026-04-15', ...over });
    return [...before, decide(complaintAfter(...before), offer, contextOf({ today: '2026-04-08' }))];
  };
  const past = offered({});
  const received = (to: LocalDate) => correctDate({ field: 'objectionReceivedOn', to });
  const corrected = (day: LocalDate, before: Event[][] = past) =>
    decide(complaintAfter(...before), received(day), contextOf({ today: '2026-04-10' }));
  const hearing = (...more: Event[][]) => {
    const running = runningDeadlines(complaintAfter(...more), calendar, desk);
    return running.find(({ kind }) => kind === 'hearing') ?? assert.fail('no hearing');
  };

  it('is late by Ballance, says by how much, and is guarded on both days', () => {
    const late = corrected('2026-04-07');
    assert.deepEqual(
      late.map((event) => event.type === 'date-corrected' && event.hearingDaysLate),
      [1],
    );
    const { dueOn, promise, before } = hearing(...past, late);
    assert.deepEqual(
      [dueOn, promise?.articleDueOn, before?.dueOn],
      ['2026-04-15', '2026-04-14', '2026-04-14'],
    );
    assert.equal(complaintAfter(...past, late).appointment?.laterWish, 'ballance');
  });

  it('is in time again where the day is put back', () => {
    const late = [...past, corrected('2026-04-07')];
    const back = corrected('2026-04-08', late);
    assert.equal(
      back.some((event) => 'hearingDaysLate' in event && event.hearingDaysLate),
      false,
    );
    assert.equal(hearing(...late, back).before, undefined);
    assert.equal(complaintAfter(...late, back).appointment?.laterWish, undefined);
  });

  it('stays the wish of the complainant where that was recorded', () => {
    const before = offered({ on: '2026-04-17', laterWish: 'complainant', laterBecause: 'Vakantie.' });
    const after = corrected('2026-04-07', before);
    assert.equal(hearing(...before, after).before, undefined);
    assert.equal(complaintAfter(...before, after).appointment?.laterWish, 'complainant');
  });

  it('counts by the same day once it was held', () => {
    const before = complaintAfter(...past);
    const settled = asking('2026-04-15').recordHearing({ settlement: undefined });
    const held = [...past, decide(before, settled, contextOf({ today: '2026-04-15' }))];
    const late = decide(complaintAfter(...held), received('2026-04-07'), contextOf({ today: '2026-04-16' }));
    assert.deepEqual(
      late.map((event) => event.type === 'date-corrected' && event.hearingDaysLate),
      [1],
    );
  });
});

describe('correcting the date of the letter or the postmark of the objection', () => {
  const past = [registered(), objected('2026-04-08')];
  const postmark = (to: LocalDate) => correctDate({ field: 'objectionSentOn', to });
  const known = decide(complaintAfter(...past), postmark('2026-04-07'), contextOf({ today: '2026-04-10' }));
  const on = (...more: Event[][]) => given(...past, ...more).on('2026-04-10');

  it('keeps the old one, or that there was none, and moves no deadline', () => {
    assert.deepEqual(plain(known), [
      {
        type: 'date-corrected',
        field: 'objectionSentOn',
        to: '2026-04-07',
        personal: { reason: 'Verkeerd getikt.' },
      },
    ]);
    on(known)
      .when(postmark('2026-04-03'))
      .leadsTo(
        ({ objection }) => objection?.sentOn === '2026-04-03' && objection.receivedOn === '2026-04-08',
      );
    assert.deepEqual(
      runningDeadlines(complaintAfter(...past, known), calendar, desk),
      runningDeadlines(complaintAfter(...past), calendar, desk),
    );
  });

  it('leaves an objection accepted, whether it turns out to be in time or late: it stays as it was judged (13)', () => {
    const late = decide(
      complaintAfter(registered(), answered()),
      object({ receivedOn: '2026-06-01', late: { accept: true, reason: 'Ziekenhuis' } }),
      contextOf({ today: '2026-06-01' }),
    );
    given(registered(), answered(), late)
      .on('2026-06-02')
      .when(postmark('2026-04-30'))
      .leadsTo(({ stage, objection }) => stage === 'objected' && objection?.lateBecause === 'Ziekenhuis');
  });

  it('refuses a day before the answer, after the day on which it came, to come, the same one, and without an objection', () => {
    on().when(postmark('2026-03-31')).refused('before-the-answer', 7);
    on().when(postmark('2026-04-09')).refused('out-of-order');
    on().when(postmark('2026-04-11')).refused('in-the-future', 7);
    on(known).when(postmark('2026-04-07')).refused('nothing-changed', 7);
    given(registered(), answered()).when(postmark('2026-04-01')).refused('not-now', 7);
  });
});

describe('correcting the summary to one that names somebody at the desk (Art. 5, made general)', () => {
  const named = { to: { summary: 'Er is niet teruggebeld, zei L. Brouwer.' } };

  it('asks whether it is about them, until that is said', () => {
    given(registered()).when(correctFacts(named)).refused('named-in-text', 5);
    given(registered())
      .when(correctFacts({ ...named, notAbout: true }))
      .leadsTo(({ summary }) => summary === named.to.summary);
  });

  it('asks nothing where they were named before, or are a respondent, or the name is of nobody at the desk', () => {
    const before = [
      [registered({ summary: 'Brouwer belde niet.' }), lars],
      [registered({ respondents: [lars] }), fatima],
    ] as const;
    for (const [past, by] of before)
      given(past)
        .when(correctFacts({ ...named, by }))
        .leadsTo(({ summary }) => summary === named.to.summary);
    given(registered())
      .when(correctFacts({ to: { summary: 'Er is niet teruggebeld, zei Joris Bakker.' } }))
      .leadsTo(({ summary }) => summary.endsWith('Bakker.'));
  });
});

describe('correcting the facts of Art. 4', () => {
  it('keeps the old and the new value of what was wrong, and nothing else', () => {
    const complainant = { name: 'De heer Van Dam', email: 'vandam@example.nl' };
    given(registered())
      .when(correctFacts({ to: { complainant, origin: 'client', branch: 'Utrecht' } }))
      .happened({
        type: 'facts-corrected',
        on: '2026-04-01',
        from: {},
        to: {},
        personal: {
          from: { complainant: registration.complainant },
          to: { complainant, branch: 'Utrecht' },
          reason: 'Verkeerd gekozen.',
        },
      });
  });

  it('shows in the complaint', () => {
    given(registered())
      .when(correctFacts({ to: { manner: 'written', summary: 'Er is vier weken niet gebeld.' } }))
      .leadsTo(({ manner, summary }) => manner === 'written' && summary === 'Er is vier weken niet gebeld.');
  });

  it('refuses what changes nothing, an empty name or summary, and no reason', () => {
    given(registered())
      .when(correctFacts({ to: { origin: 'client', branch: undefined } }))
      .refused('nothing-changed', 4);
    given(registered())
      .when(correctFacts({ to: {} }))
      .refused('nothing-changed', 4);
    for (const to of [{ complainant: { name: ' ' } }, { summary: '' }]) {
      given(registered()).when(correctFacts({ to })).refused('text-missing', 4);
    }
    given(registered())
      .when(correctFacts({ reason: ' ' }))
      .refused('text-missing', 4);
  });
});

describe('a respondent who is none', () => {
  const past = [registered({ respondents: [lars, joris] }), asked(lars)];

  it('is taken out, with the reason; who they were stays in the journal', () => {
    given(...past)
      .when(removeRespondent({ by: fatima, respondent: lars.id }))
      .happened({
        type: 'respondent-removed',
        on: '2026-04-01',
        personal: { respondent: lars, reason: 'Verkeerd gekozen.' },
      });
    given(...past)
      .when(removeRespondent({ by: fatima, respondent: lars.id }))
      .leadsTo(
        ({ respondents, statementsRequested, handler }) =>
          respondents.length === 1 && statementsRequested.length === 0 && handler?.person === fatima,
      );
  });

  it('can handle it where it was about everybody at the desk', () => {
    const desk = { officer: lars, substitutes: [], board: [willem], absences: [] };
    const alone = contextOf({ desk: { ...desk, board: [] } });
    const complaint = complaintAfter(decide(undefined, register({ respondents: [lars, joris] }), alone));
    assert.equal(complaint.handler, undefined);
    const command = removeRespondent({ by: willem, respondent: lars.id });
    const after = decide(complaint, command, contextOf({ desk })).reduce<Complaint>(evolve, complaint);
    assert.equal(after.handler?.person.name, lars.name);
  });

  it('refuses whom it is not about, no reason, and anybody but the handler', () => {
    const wrong = given(...past);
    wrong.when(removeRespondent({ by: fatima, respondent: sanne.id })).refused('not-a-respondent', 4);
    wrong.when(removeRespondent({ by: fatima, respondent: lars.id, reason: ' ' })).refused('text-missing', 4);
    wrong.when(removeRespondent({ by: lars, respondent: lars.id })).refused('not-the-handler', 5);
    given(registered()).when(removeRespondent()).refused('not-a-respondent');
  });
});

describe('a correction', () => {
  it('is for the handler; of a day only while the complaint is open, of facts about people also after it (art. 16 AVG)', () => {
    for (const command of [correctDate({ to: '2026-03-31' }), correctFacts()]) {
      for (const by of [sanne, fatima]) {
        given(registered())
          .when({ ...command, by })
          .refused('not-the-handler', 5);
      }
    }
    given(registered(), withdrawn())
      .when(correctDate({ to: '2026-03-31' }))
      .refused('closed');
    const complainant = { name: 'Mevrouw Van Damme' };
    given(registered(), withdrawn())
      .when(correctFacts({ to: { complainant } }))
      .leadsTo(
        (complaint) => complaint.stage === 'closed' && complaint.complainant.name === complainant.name,
      );
  });
});
