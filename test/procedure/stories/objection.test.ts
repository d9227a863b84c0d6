import assert from 'node:assert/strict';
import { letter } from '../asked.ts';
import { answered, objected } from '../course.ts';
import { ingrid, willem } from '../people.ts';

/** Received on Wednesday 1 April 2026; Good Friday is the 3rd, Easter Monday the 6th, King's Day the 27th. */
describe('the life of a complaint whose answer is objected to', () => {
  it('objected to, heard and settled in the hearing', () => {
    objected()
      .runs('hearing 2026-04-29')
      .on('2026-04-23', (ask) =>
        ask.offerHearing({ on: '2026-04-28', form: 'office', branch: 'Utrecht', agreed: true }),
      )
      .runs('hearing 2026-04-28')
      .on('2026-04-28', (ask) =>
        ask.recordHearing({
          form: 'office',
          proposal: 'Elke week een gesprek.',
          reaction: 'Dat is goed.',
          settlement: 'Elke week een gesprek.',
        }),
      )
      .sent(
        'acknowledgement 2026-04-02',
        'answer 2026-04-15',
        'hearing-invitation 2026-04-23',
        'settlement 2026-04-28',
      )
      .closedAs('settled');
  });

  it('objected to and heard, but not settled: the way to court is explained', () => {
    const story = objected()
      .on('2026-04-23', (ask) => ask.offerHearing({ on: '2026-04-29' }))
      .on('2026-04-29', (ask) => ask.recordHearing({ proposal: 'Een gesprek.', reaction: 'Nee.' }))
      .is('heard')
      .runs()
      .on('2026-05-20', (ask) => ask.close())
      .closedAs('not-settled');
    assert.equal(story.complaint().letters.at(-1)?.kind, 'court-route');
  });

  it('not settled the first time, heard again, and settled then', () => {
    objected()
      .on('2026-04-28', (ask) => ask.recordHearing())
      .is('heard')
      .on('2026-05-06', (ask) => ask.offerHearing({ on: '2026-06-03', agreed: true }))
      .runs('hearing 2026-06-03')
      .on('2026-06-03', (ask) => ask.recordHearing({ settlement: 'Een nieuwe begeleider.' }))
      .closedAs('settled');
  });

  it('the complainant wants no hearing: the board decides, two weeks after the objection', () => {
    const story = objected()
      .on('2026-04-24', (ask) => ask.waiveHearing())
      .runs('decision 2026-05-06')
      .not((ask) => ask.decide(), 'not-the-handler', 5)
      .not((ask) => ask.close(), 'board-decides', 8)
      .on('2026-05-01', (ask) => ask.decide({ by: ingrid }))
      .closedAs('decided');
    assert.deepEqual(story.complaint().decision?.by, ingrid);
  });

  it('the complainant wants no hearing, and then one after all: the board need not decide, unless it is not used either', () => {
    const later = { laterWish: 'complainant', laterBecause: 'Zag eerst af van een gesprek.' } as const;
    const story = objected()
      .on('2026-04-24', (ask) => ask.waiveHearing())
      .runs('decision 2026-05-06')
      .on('2026-05-04', (ask) => ask.offerHearing({ on: '2026-05-11', ...later }))
      .is('hearing-offered')
      .runs('hearing 2026-05-11')
      .not((ask) => ask.decide({ by: ingrid }), 'not-the-handler', 5);
    assert.deepEqual(story.steps(ingrid), []);
    story
      .on('2026-05-11', (ask) => ask.waiveHearing())
      .runs('decision 2026-05-25')
      .on('2026-05-12', (ask) => ask.offerHearing({ on: '2026-05-18', ...later }))
      .on('2026-05-18', (ask) => ask.recordHearing({ settlement: 'Elke week een gesprek.' }))
      .closedAs('settled');
    assert.equal(story.complaint().waivedOn, undefined);
  });

  it('an agreed hearing is not used: two weeks from that day', () => {
    objected()
      .on('2026-04-23', (ask) => ask.offerHearing({ on: '2026-04-29', agreed: true }))
      .on('2026-04-29', (ask) => ask.waiveHearing())
      .runs('decision 2026-05-13')
      .on('2026-05-12', (ask) => ask.decide({ by: willem }))
      .closedAs('decided');
  });

  it('a hearing that was offered, never agreed, is not used: two weeks from that day as well', () => {
    objected()
      .on('2026-04-23', (ask) => ask.offerHearing({ on: '2026-04-29' }))
      .runs('hearing 2026-04-29')
      .on('2026-04-29', (ask) => ask.waiveHearing())
      .runs('decision 2026-05-13');
  });

  it('the objection comes late and is accepted, for a reason', () => {
    const story = answered()
      .on('2026-05-18')
      .not((ask) => ask.object(), 'late-objection', 7)
      .on('2026-05-18', (ask) => ask.object({ late: { accept: true, reason: 'Lag in het ziekenhuis.' } }))
      .runs('hearing 2026-05-25')
      .is('objected');
    assert.equal(story.complaint().objection?.lateBecause, 'Lag in het ziekenhuis.');
  });

  it('the month lapsed and the dossier was closed; then a late objection is accepted, and settled', () => {
    answered()
      .on('2026-05-26', (ask) => ask.close())
      .closedAs('lapsed')
      .on('2026-05-27', (ask) => ask.object({ late: { accept: true, reason: 'Lag in het ziekenhuis.' } }))
      .is('objected')
      .runs('hearing 2026-06-03')
      .on('2026-05-29', (ask) => ask.recordHearing({ settlement: 'Een nieuwe begeleider.' }))
      .closedAs('settled');
  });

  it('the objection comes late and is refused, by letter', () => {
    answered()
      .on('2026-05-18', (ask) =>
        ask.object({
          late: { accept: false, reason: 'Geen reden.', letter: letter('Te laat', '2026-05-18') },
        }),
      )
      .sent('acknowledgement 2026-04-02', 'answer 2026-04-15', 'late-objection-refused 2026-05-18')
      .closedAs('late-objection-refused');
  });
});
