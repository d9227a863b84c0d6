import assert from 'node:assert/strict';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import type { OpenStage } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import type { Outcome } from '../../../src/procedure/model/outcome.ts';
import { acknowledge, addNote, answer, handOver, letter, reopen, wednesday, withdraw } from '../asked.ts';
import { calendar, complaintAfter, contextOf, given, plain, registered } from '../given.ts';
import {
  acknowledged,
  answered,
  erased,
  erasureAsked,
  handedOver,
  heard,
  lapsed,
  letterQueued,
  letterSent,
  objected,
  waived,
  withdrawn,
} from '../happened.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

describe('a note', () => {
  it('goes into the journal and leaves the rest as it was', () => {
    given(registered(), acknowledged())
      .on('2026-04-02')
      .when(addNote({ text: '**Gebeld** ${naam}' }))
      .happened({ type: 'note-added', on: '2026-04-02', personal: { text: '**Gebeld** ${naam}' } });
    given(registered(), acknowledged())
      .when(addNote())
      .leadsTo(({ stage, handler }) => stage === 'acknowledged' && handler?.person.id === lars.id);
  });

  it('says something', () => {
    given(registered())
      .when(addNote({ text: ' ' }))
      .refused('text-missing');
  });

  it('is for the handler, not for who received the complaint or handed it over', () => {
    given(registered())
      .when(addNote({ by: sanne }))
      .refused('not-the-handler', 5);
    given(registered(), handedOver())
      .when(addNote({ by: lars }))
      .refused('not-the-handler', 5);
  });

  it('is for a board member in charge where there is no handler', () => {
    given(registered({ respondents: everybodyAtTheDesk }))
      .with({ board: [joris] })
      .when(addNote({ by: joris }))
      .leadsTo(({ handler }) => handler === undefined);
  });
});

describe('a withdrawal', () => {
  it('closes the complaint, with the reason', () => {
    given(registered())
      .on('2026-04-08')
      .when(withdraw({ on: '2026-04-07' }))
      .happened({
        type: 'closed',
        on: '2026-04-07',
        outcome: 'withdrawn',
        recordedOn: '2026-04-08',
        personal: { reason: 'Het is opgelost.' },
      });
    given(registered(), acknowledged())
      .when(withdraw())
      .leadsTo(({ stage, closed }) => stage === 'closed' && closed?.outcome === 'withdrawn');
  });

  it('keeps the last day to object that its letter names, where the complainant was answered and has not objected (Art. 7)', () => {
    const sent = letter('Ingetrokken', '2026-04-20');
    const promised = { of: 'objection', on: '2026-05-16' } as const;
    given(registered(), answered('2026-04-16'))
      .on('2026-04-20')
      .when(withdraw({ on: '2026-04-20', letter: sent }))
      .happened(
        {
          type: 'closed',
          on: '2026-04-20',
          outcome: 'withdrawn',
          personal: { reason: 'Het is opgelost.' },
        },
        letterSent('withdrawal', { sentOn: '2026-04-20', promised, personal: { text: 'Ingetrokken' } }),
      );
    given(registered(), answered(), objected())
      .on('2026-05-20')
      .when(withdraw({ on: '2026-05-20', letter: letter('Ingetrokken', '2026-05-20') }))
      .leadsTo(({ letters }) => letters.at(-1)?.promised === undefined);
  });

  it('is confirmed by letter where the handler wants to', () => {
    given(registered())
      .when(withdraw({ letter: letter('Ingetrokken') }))
      .happened(
        { type: 'closed', on: '2026-04-01', outcome: 'withdrawn', personal: { reason: 'Het is opgelost.' } },
        letterSent('withdrawal', { personal: { text: 'Ingetrokken' } }),
      );
  });

  it('of a complaint that nobody may handle is recorded by its receiver', () => {
    given(registered({ respondents: everybodyAtTheDesk }))
      .when(withdraw({ by: sanne }))
      .leadsTo(({ stage }) => stage === 'closed');
  });

  it('refuses a day to come, a day before receipt, and no reason', () => {
    given(registered())
      .when(withdraw({ on: '2026-04-02' }))
      .refused('in-the-future');
    given(registered())
      .when(withdraw({ on: '2026-03-31' }))
      .refused('out-of-order');
    given(registered())
      .when(withdraw({ reason: '' }))
      .refused('text-missing');
  });

  it('is the end of the course: no step of it is possible any more, a note is', () => {
    for (const command of [acknowledge(), handOver(), withdraw()]) {
      given(registered(), withdrawn()).when(command).refused('closed');
    }
    given(registered(), withdrawn())
      .when(addNote())
      .happened({ type: 'note-added', on: '2026-04-01', personal: { text: 'Gebeld, geen gehoor.' } });
    given(registered(), withdrawn())
      .when(addNote({ by: fatima }))
      .refused('not-the-handler', 5);
  });
});

describe('reopening', () => {
  const closedAs = (outcome: Outcome): Event[] => [{ type: 'closed', on: wednesday, outcome, personal: {} }];
  const decided: Event[] = [
    {
      type: 'decision-taken',
      on: wednesday,
      personal: { decision: 'Ongegrond', reasons: 'Er is gebeld', by: ingrid },
    },
    letterSent('final-decision'),
    ...closedAs('decided'),
  ];
  const anonymous = { name: 'Anoniem', unnamed: 'anonymous' } as const;
  const handled = decide(
    complaintAfter(registered({ complainant: anonymous })),
    answer({ letter: undefined }),
    contextOf(),
  );
  /** Every way to be closed, and the stage that the dossier had. */
  const closings: Record<Outcome, [past: Event[][], stage: OpenStage]> = {
    remedied: [[registered({ remedied: true })], 'registered'],
    withdrawn: [[registered(), acknowledged(), withdrawn()], 'acknowledged'],
    agreed: [[registered(), answered(), closedAs('agreed')], 'answered'],
    lapsed: [[registered(), answered(), lapsed()], 'answered'],
    'late-objection-refused': [[registered(), answered(), closedAs('late-objection-refused')], 'answered'],
    settled: [[registered(), objected(), heard(), closedAs('settled')], 'heard'],
    'not-settled': [[registered(), objected(), heard(), closedAs('not-settled')], 'heard'],
    decided: [[registered(), objected(), waived(), decided], 'waived'],
    mediated: [[registered(), acknowledged(), closedAs('mediated')], 'acknowledged'],
    merged: [[registered(), acknowledged(), closedAs('merged')], 'acknowledged'],
    'no-complaint': [[registered(), closedAs('no-complaint')], 'registered'],
    'not-about-us': [[registered(), acknowledged(), closedAs('not-about-us')], 'acknowledged'],
    'handled-unnamed': [[registered({ complainant: anonymous }), handled], 'registered'],
    'complainant-unknown': [[registered(), closedAs('complainant-unknown')], 'registered'],
  };

  for (const [outcome, [past, stage]] of Object.entries(closings)) {
    it(`gives the stage again that it had, with its own dates: ${outcome}`, () => {
      given(...past)
        .on('2026-04-20')
        .when(reopen({ by: outcome === 'decided' ? ingrid : lars }))
        .happened({
          type: 'reopened',
          on: '2026-04-20',
          to: stage,
          personal: { reason: 'Per ongeluk gesloten.' },
        });
      const again: Event = {
        type: 'reopened',
        on: '2026-04-20',
        to: stage,
        personal: { reason: 'Vergissing' },
      };
      const before = complaintAfter(past.flat().filter(({ type }) => type !== 'closed'));
      const after = complaintAfter(...past, [again]);
      assert.equal(after.stage, stage);
      const lettersUntilReopened = before.letters.length || undefined;
      assert.deepEqual(
        plain(after),
        plain({ ...before, decision: undefined, lettersUntilReopened, reopenedOn: again.on }),
      );
      assert.deepEqual(runningDeadlines(after, calendar, desk), runningDeadlines(before, calendar, desk));
    });
  }

  it('refuses an empty reason, and what is not closed', () => {
    given(registered(), withdrawn())
      .when(reopen({ reason: ' ' }))
      .refused('text-missing');
    given(registered()).when(reopen()).refused('not-the-handler', 5);
  });

  it('ends a request for erasure', () => {
    given(registered(), withdrawn(), erasureAsked(lars))
      .when(reopen())
      .leadsTo(({ erasureRequest }) => erasureRequest === undefined);
    given(registered(), withdrawn(), erased()).when(reopen()).refused('not-the-handler', 5);
  });

  it('comes to the stage of a letter that went out after the closing', () => {
    given(registered(), [letterQueued('acknowledgement')], withdrawn(), [
      letterSent('acknowledgement', { letter: 1 }),
    ])
      .when(reopen())
      .leadsTo(({ stage }) => stage === 'acknowledged');
  });

  it('after a decision of the board is for the member who took it, or once they are gone for the others', () => {
    const [past] = closings.decided;
    for (const by of [lars, fatima, willem])
      given(...past)
        .when(reopen({ by }))
        .refused('not-the-handler', 5);
    given(...past)
      .with({ board: [willem] })
      .when(reopen({ by: willem }))
      .leadsTo(({ decision }) => decision === undefined);
    given(...past)
      .with({ board: [] })
      .when(reopen())
      .leadsTo(({ stage }) => stage === 'waived');
  });

  it('of what was remedied about the officer is for who handles it, and of what nobody may handle for its receiver', () => {
    given(registered({ remedied: true, respondents: [lars] }))
      .when(reopen({ by: fatima }))
      .leadsTo(({ stage, handler }) => stage === 'registered' && handler?.person.id === fatima.id);
    given(registered({ remedied: true, respondents: everybodyAtTheDesk }))
      .when(reopen({ by: sanne }))
      .leadsTo(({ stage, handler }) => stage === 'registered' && handler === undefined);
    given(registered({ remedied: true, respondents: everybodyAtTheDesk }))
      .with({ board: [joris] })
      .when(reopen({ by: joris }))
      .leadsTo(({ handler }) => handler?.person.id === joris.id);
  });

  it('is for who handles it today, where its handler has left the desk', () => {
    given(registered({ respondents: [lars] }), withdrawn())
      .with({ substitutes: [] })
      .when(reopen({ by: willem }))
      .leadsTo(({ stage }) => stage === 'registered');
  });
});
