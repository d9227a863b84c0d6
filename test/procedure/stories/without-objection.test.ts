import assert from 'node:assert/strict';
import type { PromisedMeasure } from '../../../src/procedure/model/commands.ts';
import { letter } from '../asked.ts';
import { answered, course } from '../course.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

const anonymous = { name: 'Anoniem', unnamed: 'anonymous' } as const;
const known = { name: 'Mevrouw Van Dam', email: 'vandam@example.nl' };
const phoneRoster = { what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-06' } as const;

/** Received on Wednesday 1 April 2026; Good Friday is the 3rd, Easter Monday the 6th, King's Day the 27th. */
describe('the life of a complaint without an objection', () => {
  it('answered, and the complainant agrees', () => {
    course({ respondents: [joris] })
      .isHandledBy(lars)
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .on('2026-04-02', (ask) => ask.acknowledge())
      .runs('answer 2026-04-22')
      .on('2026-04-07', (ask) => ask.requestStatement({ respondent: joris.id }))
      .on(
        '2026-04-08',
        (ask) => ask.giveStatement({ by: joris }),
        (ask) => ask.recordStatement(),
      )
      .on('2026-04-15', (ask) => ask.answer({ notHeardBecause: undefined }))
      .runs('objection 2026-05-15')
      .on('2026-04-20', (ask) => ask.agree())
      .sent('acknowledgement 2026-04-02', 'answer 2026-04-15')
      .closedAs('agreed')
      .runs()
      .hasNothingOpen(lars, fatima, willem, ingrid, sanne, joris);
  });

  it('the month lapses: nothing closes by itself, the handler does', () => {
    answered()
      .on('2026-05-15')
      .not((ask) => ask.close(), 'month-not-over', 7)
      .on('2026-05-22')
      .not((ask) => ask.close(), 'month-not-over', 7)
      .on('2026-05-23')
      .is('answered')
      .on('2026-06-15', (ask) => ask.close())
      .closedAs('lapsed');
  });

  it('remedied on the spot: registered, passed on for information, and over', () => {
    course({ remedied: true })
      .isHandledBy(lars)
      .closedAs('remedied')
      .runs()
      .hasNothingOpen(lars, fatima, willem, ingrid, sanne, joris);
  });

  it('not taken up, because it is about somebody else; the complainant reads why (Art. 1)', () => {
    course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-07', (ask) => ask.dismiss({ because: 'not-about-us' }))
      .sent('acknowledgement 2026-04-02', 'dismissal 2026-04-07')
      .closedAs('not-about-us');
  });

  it('of somebody who does not say who they are: handled to the end, without a letter, and nobody can object', () => {
    course({ complainant: anonymous, respondents: [joris] })
      .runs('answer 2026-04-22')
      .on('2026-04-07', (ask) => ask.requestStatement({ respondent: joris.id }))
      .on('2026-04-08', (ask) => ask.giveStatement({ by: joris }))
      .on('2026-04-15', (ask) => ask.answer({ letter: undefined, measures: [phoneRoster] }))
      .closedAs('handled-unnamed')
      .sent()
      .runs('measure 2026-05-06')
      .on('2026-05-04', (ask) => ask.completeMeasure())
      .runs()
      .on('2026-06-15')
      .not((ask) => ask.object(), 'closed');
  });

  it('who makes themself known after that is answered like anybody, with the days that are still to come, and may object', () => {
    course({ complainant: anonymous })
      .on('2026-04-15', (ask) => ask.answer({ letter: undefined }))
      .on('2026-04-16', (ask) => ask.correctFacts({ to: { complainant: known } }))
      .closedAs('handled-unnamed', '2026-04-15')
      .not((ask) => ask.answer(), 'closed')
      .on('2026-04-17', (ask) => ask.reopen())
      .runs('acknowledge 2026-04-16', 'answer 2026-04-22')
      .not((ask) => ask.answer({ letter: undefined }), 'letter-missing', 6)
      .on('2026-04-20', (ask) => ask.answer())
      .is('answered')
      .on('2026-05-04', (ask) => ask.object())
      .is('objected');
  });

  it('withdrawn, and confirmed by letter', () => {
    course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-07', (ask) => ask.withdraw({ letter: letter('Ingetrokken', '2026-04-07') }))
      .sent('acknowledgement 2026-04-02', 'withdrawal 2026-04-07')
      .closedAs('withdrawn');
  });

  it('withdrawn by mistake: reopened, and answered in the terms that it had', () => {
    course({ respondents: [joris] })
      .on('2026-04-02', (ask) => ask.acknowledge())
      .runs('answer 2026-04-22')
      .on('2026-04-07', (ask) => ask.withdraw({ letter: letter('Ingetrokken', '2026-04-07') }))
      .closedAs('withdrawn')
      .runs()
      // "Hebt u uw klacht niet ingetrokken? Laat het ons dan meteen weten."
      .on(
        '2026-04-14',
        (ask) => ask.addNote({ text: 'De klager belde: het was een misverstand.' }),
        (ask) => ask.reopen(),
      )
      .is('acknowledged')
      .isHandledBy(lars)
      .runs('answer 2026-04-22')
      .on('2026-04-21', (ask) => ask.answer())
      .sent('acknowledgement 2026-04-02', 'withdrawal 2026-04-07', 'answer 2026-04-21')
      .runs('objection 2026-05-21')
      .on('2026-05-01', (ask) => ask.agree())
      .closedAs('agreed');
  });

  it('remedied on the spot, but not really: reopened after the days of its course, which is late, and said so', () => {
    const story = course({ remedied: true })
      .closedAs('remedied')
      .on('2026-04-30', (ask) => ask.reopen())
      .is('registered')
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .on('2026-04-30', (ask) => ask.acknowledge())
      .is('acknowledged');
    const last = story.journal.at(-1);
    assert.equal(last?.type === 'letter-sent' && last.daysLate, 21);
  });

  it('measures that were promised are ticked off, also after closing', () => {
    const measures: PromisedMeasure[] = [
      { what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' },
      { what: 'Training', owner: 'Sanne', dueOn: '2026-06-01' },
    ];
    const story = course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-15', (ask) => ask.answer({ measures }))
      .runs('measure 2026-05-01', 'objection 2026-05-15', 'measure 2026-06-01')
      .on('2026-04-20', (ask) => ask.agree())
      .runs('measure 2026-05-01', 'measure 2026-06-01')
      .on('2026-04-30', (ask) => ask.completeMeasure({ measure: 'm1' }))
      .runs('measure 2026-06-01');
    assert.deepEqual(story.steps(lars), ['complete-measure', 'move-measure']);
    story
      .on('2026-05-29', (ask) => ask.completeMeasure({ measure: 'm2' }))
      .runs()
      .hasNothingOpen(lars)
      .closedAs('agreed', '2026-04-20');
  });
});
