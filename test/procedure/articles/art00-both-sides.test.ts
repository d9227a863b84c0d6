import assert from 'node:assert/strict';
import { bothSidesHeard } from '../../../src/procedure/articles/art00-both-sides.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { answer, giveStatement, recordStatement, requestStatement } from '../asked.ts';
import { complaintAfter, given, registered } from '../given.ts';
import { acknowledged, answered, asked, stated, withdrawn } from '../happened.ts';
import { fatima, ingrid, joris, lars, sanne } from '../people.ts';

const aboutJoris = (...more: Person[]) => registered({ respondents: [joris, ...more] });

describe('Algemeen: "vindt bespreking en hoor en wederhoor plaats"', () => {
  describe('asking a respondent for their side', () => {
    it('is written down, and opens "Mijn verklaring" to them', () => {
      given(aboutJoris())
        .when(requestStatement())
        .happened({
          type: 'statement-requested',
          on: '2026-04-01',
          dueOn: '2026-04-08',
          personal: { respondent: joris, text: 'Er is drie weken niet teruggebeld.' },
        });
      given(aboutJoris())
        .when(giveStatement({ by: joris }))
        .refused('not-the-handler', 5);
      given(aboutJoris(), asked(joris))
        .when(giveStatement({ by: joris }))
        .leadsTo(({ statements }) => statements[0]?.of?.id === joris.id);
    });

    it('names a day after today, which is awaited until they gave it, the answer went out, or it is closed', () => {
      const about = { text: 'Over het bellen.', mayIdentify: false } as const;
      for (const dueOn of ['2026-03-31', '2026-04-01'] as const)
        given(aboutJoris())
          .when(requestStatement({ about: { ...about, dueOn } }))
          .refused('too-soon');
      given(aboutJoris())
        .when(requestStatement({ about: { ...about, dueOn: '2026-04-02' } }))
        .leadsTo(({ statementsAwaited: [one] = [] }) => one?.of === joris.id && one.dueOn === '2026-04-02');
      const [first, again] = (['2026-04-02', '2026-04-09'] as const).map((dueOn): Event[] => [
        { type: 'statement-requested', on: '2026-04-01', dueOn, personal: { respondent: joris } },
      ]);
      assert(first && again);
      const awaited = (...more: Event[][]) => complaintAfter(aboutJoris(), first, ...more).statementsAwaited;
      assert.deepEqual(awaited(again), [{ of: joris.id, dueOn: '2026-04-09' }]);
      assert.deepEqual(awaited(stated()), [{ of: joris.id, dueOn: '2026-04-02' }], 'of the complainant');
      assert.deepEqual(awaited(stated(joris)), []);
      assert.deepEqual(awaited(again, stated(joris), first), [{ of: joris.id, dueOn: '2026-04-02' }]);
      assert.deepEqual(
        awaited([
          { type: 'respondent-removed', on: '2026-04-01', personal: { respondent: joris, reason: 'Nee.' } },
        ]),
        [],
      );
      assert.equal(awaited(answered()), undefined);
      assert.equal(awaited(withdrawn()), undefined);
    });

    it('is for the handler only, and about a respondent only', () => {
      given(aboutJoris())
        .when(requestStatement({ by: sanne }))
        .refused('not-the-handler', 5);
      given(aboutJoris())
        .when(requestStatement({ respondent: sanne.id }))
        .refused('not-a-respondent');
      given(registered()).when(requestStatement()).refused('not-a-respondent');
    });

    it('happens before the answer', () => {
      given(aboutJoris(), answered()).when(requestStatement()).refused('not-now');
      given(aboutJoris(), acknowledged())
        .when(requestStatement())
        .leadsTo(({ statementsRequested }) => statementsRequested.includes(joris.id));
    });
  });

  describe('a statement', () => {
    it('of the complainant is recorded by the handler', () => {
      given(registered())
        .on('2026-04-08')
        .when(recordStatement({ on: '2026-04-07' }))
        .happened({
          type: 'statement-recorded',
          on: '2026-04-07',
          from: 'complainant',
          personal: { text: 'Zo is het gegaan.' },
        });
    });

    it('of a respondent without Teams is recorded by the handler too', () => {
      given(aboutJoris())
        .when(recordStatement({ of: joris.id }))
        .happened({
          type: 'statement-recorded',
          on: '2026-04-01',
          from: 'respondent',
          personal: { respondent: joris, text: 'Zo is het gegaan.' },
        });
    });

    it('is given by nobody in the place of a respondent', () => {
      for (const by of [lars, sanne, fatima]) {
        given(aboutJoris(), asked(joris)).when(giveStatement({ by })).refused('not-the-handler', 5);
      }
    });

    it('refuses no text, somebody else, a day to come and a day before receipt', () => {
      given(aboutJoris())
        .when(recordStatement({ text: ' ' }))
        .refused('text-missing');
      given(aboutJoris(), asked(joris))
        .when(giveStatement({ by: joris, text: '\n' }))
        .refused('text-missing');
      given(aboutJoris())
        .when(recordStatement({ of: sanne.id }))
        .refused('not-a-respondent');
      given(aboutJoris())
        .when(recordStatement({ on: '2026-04-02' }))
        .refused('in-the-future');
      given(aboutJoris())
        .when(recordStatement({ on: '2026-03-31' }))
        .refused('out-of-order');
    });

    it('can be added to later on purpose, until the dossier is closed', () => {
      given(aboutJoris(), asked(joris), stated(joris), answered())
        .when(giveStatement({ by: joris, text: 'En nog iets.', adds: true }))
        .leadsTo(({ statements }) => statements.length === 2);
      given(aboutJoris(), asked(joris), withdrawn())
        .when(giveStatement({ by: joris }))
        .refused('closed');
    });
  });

  it('is there twice only on purpose, or where it was asked for anew', () => {
    const again = giveStatement({ by: joris, text: 'Ik was ziek, zei ik.' });
    given(aboutJoris(), asked(joris), stated(joris)).when(again).refused('stated-already');
    given(aboutJoris(), asked(joris), stated(joris), asked(joris, '2026-04-08'))
      .when(again)
      .leadsTo(({ statements }) => statements.length === 2);
  });

  describe('both sides', () => {
    const heard = (...past: Event[][]) => bothSidesHeard(complaintAfter(...past));

    it('are heard when the complainant and every respondent have stated theirs', () => {
      assert(!heard(aboutJoris()));
      assert(!heard(aboutJoris(), stated()));
      assert(!heard(aboutJoris(), stated(joris)));
      assert(heard(aboutJoris(), stated(), stated(joris)));
      assert(!heard(aboutJoris(ingrid), stated(), stated(joris)));
      assert(heard(aboutJoris(ingrid), stated(), stated(joris), stated(ingrid)));
    });

    it('are heard with the complainant alone where it is about Ballance in general', () => {
      assert(!heard(registered()));
      assert(heard(registered(), stated()));
    });

    it('are asked for before the answer, unless there is a reason not to', () => {
      given(aboutJoris(), acknowledged(), stated())
        .when(answer({ notHeardBecause: ' ' }))
        .refused('both-sides-not-heard', 6);
      given(aboutJoris(), acknowledged(), stated(), stated(joris))
        .when(answer({ notHeardBecause: undefined }))
        .leadsTo(({ stage }) => stage === 'answered');
      given(aboutJoris(), acknowledged(), stated())
        .when(answer({ notHeardBecause: 'Joris is uit dienst.' }))
        .leadsTo(({ stage }) => stage === 'answered');
    });
  });
});
