import assert from 'node:assert/strict';
import type { Event } from '../../../src/procedure/model/events.ts';
import type { Learned } from '../../../src/procedure/model/learning.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { agree, answer, correctFacts, letter, recordLesson } from '../asked.ts';
import { complaintAfter, contextOf, given, registered } from '../given.ts';
import { answered, erased, withdrawn } from '../happened.ts';
import { fatima, joris, lars, sanne } from '../people.ts';

const learning = (learned: Learned) => ({ ...agree(), learned });
const known = (subject: string | undefined, lesson?: string): Event[] => [
  {
    ...{ type: 'learned', on: '2026-04-01', ...(subject !== undefined && { subject }) },
    personal: { ...(lesson !== undefined && { lesson }) },
  },
];
const lesson = 'Wij bellen voortaan binnen een dag terug.';

describe('what is learned (Inleiding: "voor de kwaliteit van onze dienstverlening")', () => {
  it('is recorded with the step that closes: what it was about, and the lesson', () => {
    const complaint = complaintAfter(registered(), answered(), known('Bejegening', lesson));
    assert.deepEqual([complaint.subject, complaint.lesson], ['Bejegening', lesson]);
    given(registered(), answered())
      .when(learning({ subject: 'Bejegening', lesson }))
      .happened(...known('Bejegening', lesson), {
        type: 'closed',
        on: '2026-04-01',
        outcome: 'agreed',
        personal: {},
      });
  });

  it('is recorded with the answer', () => {
    given(registered())
      .when({ ...answer({ letter: letter() }), learned: { subject: 'Kosten' } })
      .leadsTo(({ subject, stage }) => subject === 'Kosten' && stage === 'answered');
  });

  it('is no event where it is known already, and takes away what was emptied', () => {
    const closed: Event = { type: 'closed', on: '2026-04-01', outcome: 'agreed', personal: {} };
    given(registered(), answered(), known('Kosten', lesson))
      .when(learning({ subject: 'Kosten', lesson }))
      .happened(closed);
    given(registered(), answered(), known('Kosten', lesson))
      .when(learning({ lesson: '' }))
      .happened(...known(undefined, ''), closed);
    const emptied = complaintAfter(registered(), known('Kosten', lesson), known('', ''));
    assert.deepEqual([emptied.subject, emptied.lesson], [undefined, undefined]);
    given(registered(), answered())
      .when(learning({ subject: '', lesson: ' ' }))
      .happened(closed);
  });

  it('names nobody: not who complained, nor who it was about', () => {
    const about = registered({ respondents: [joris], unresolvedName: 'Karel Appelman' });
    for (const text of [
      'Mevrouw Van Dam wachtte te lang.',
      'Bel vandam@example.nl.',
      'Joris moet eerder bellen.',
      'Collega Bakker moet eerder bellen.',
      'Appelman moet eerder bellen.',
    ])
      given(about, answered())
        .when(learning({ lesson: text }))
        .refused('name-in-lesson');
    given(about, answered())
      .when(learning({ lesson }))
      .leadsTo((complaint) => complaint.lesson === lesson);
    given(about, withdrawn())
      .when(correctFacts({ to: { lesson: 'Joris moet eerder bellen.' } }))
      .refused('name-in-lesson');
  });

  it('is corrected in every stage, also after closing, with what it was in the journal', () => {
    for (const past of [[], answered(), withdrawn()])
      given(registered(), known('Kosten'), past)
        .when(correctFacts({ to: { subject: 'Overig', lesson } }))
        .happened({
          type: 'facts-corrected',
          on: '2026-04-01',
          from: { subject: 'Kosten' },
          to: { subject: 'Overig' },
          personal: { from: { lesson: undefined }, to: { lesson }, reason: 'Verkeerd gekozen.' },
        });
    const past = complaintAfter(registered(), known('Kosten', lesson), [
      {
        type: 'facts-corrected',
        on: '2026-04-01',
        from: { subject: 'Kosten' },
        to: { subject: '' },
        personal: { from: { lesson }, to: { lesson: '' }, reason: 'x' },
      },
    ]);
    assert.deepEqual([past.subject, past.lesson], [undefined, undefined]);
  });

  it('is asked of the handler where it was remedied on the spot, and there only', () => {
    const remedied = registered({ remedied: true });
    given(remedied)
      .when(recordLesson({ subject: 'Kosten', lesson }))
      .happened(...known('Kosten', lesson));
    given(remedied)
      .when(recordLesson({ subject: '', lesson: ' ' }))
      .refused('nothing-changed');
    given(remedied)
      .when(recordLesson({ lesson: 'Bel vandam@example.nl.' }))
      .refused('name-in-lesson');
    for (const by of [sanne, fatima])
      given(remedied).when(recordLesson({ by })).refused('not-the-handler', 5);
    given(registered()).when(recordLesson()).refused('not-now');
    given(registered(), withdrawn()).when(recordLesson()).refused('closed');
  });

  it('is offered until both are there', () => {
    const offered = (...past: Event[][]) => {
      const complaint = complaintAfter(registered({ remedied: true }), ...past);
      return openSteps(lars, complaint, contextOf()).includes('record-lesson');
    };
    assert.deepEqual(
      [offered(), offered(known('Kosten')), offered(known('Kosten', lesson))],
      [true, true, false],
    );
  });

  it('loses its lesson with the texts at erasure; what it was about stays, as a figure', () => {
    const past = complaintAfter(registered(), known('Kosten', lesson), withdrawn(), erased());
    assert.deepEqual([past.subject, past.lesson], ['Kosten', undefined]);
  });
});
