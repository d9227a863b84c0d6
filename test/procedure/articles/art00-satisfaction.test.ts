import assert from 'node:assert/strict';
import type { Event } from '../../../src/procedure/model/events.ts';
import { asking, recordSatisfaction } from '../asked.ts';
import { complaintAfter, given, registered } from '../given.ts';
import { erased, withdrawn } from '../happened.ts';
import { desk } from '../people.ts';

const day = '2026-05-04';
const ask = asking(day);

const told = (over: Partial<Extract<Event, { type: 'satisfaction-recorded' }>> = {}): Event[] => [
  {
    type: 'satisfaction-recorded',
    on: day,
    handling: 4,
    outcome: 2,
    personal: { remark: 'Er werd snel gebeld.' },
    ...over,
  },
];

const closedAs = (outcome: Extract<Event, { type: 'closed' }>['outcome']): Event[] => [
  { type: 'closed', on: '2026-04-01', outcome, personal: {} },
];

describe('what the complainant thinks of it (Inleiding: "voor de kwaliteit van onze dienstverlening")', () => {
  it('is recorded after the closing: two scores, and a sentence that need not be there', () => {
    given(registered(), withdrawn())
      .on(day)
      .when(ask.recordSatisfaction())
      .happened(...told());
    given(registered(), withdrawn())
      .on(day)
      .when(ask.recordSatisfaction({ remark: ' ' }))
      .happened(...told({ personal: {} }));
  });

  it('is recorded from the day of the closing on, and not before it happened', () => {
    const past = given(registered(), closedAs('agreed'));
    past.when(recordSatisfaction()).leadsTo(({ closed }) => closed?.satisfaction?.handling === 4);
    past
      .on(day)
      .when(ask.recordSatisfaction({ on: '2026-03-31' }))
      .refused('out-of-order');
    past
      .on(day)
      .when(ask.recordSatisfaction({ on: '2026-05-05' }))
      .refused('in-the-future');
    given(registered()).on(day).when(ask.recordSatisfaction()).refused('not-now');
  });

  it('may be recorded again, and counts as it was said last', () => {
    given(registered(), withdrawn(), told())
      .on(day)
      .when(ask.recordSatisfaction({ outcome: 5, remark: undefined }))
      .leadsTo(({ closed }) => closed?.satisfaction?.outcome === 5 && !closed.satisfaction.remark);
  });

  it('is asked of nobody who is not known or cannot be reached, nor twice of what goes on as another', () => {
    const refused = (events: Event[][]) =>
      given(...events)
        .on(day)
        .when(ask.recordSatisfaction())
        .refused('not-to-be-asked');
    for (const complainant of [
      { name: 'Anoniem', unnamed: 'anonymous' },
      { name: 'Anoniem', unnamed: 'anonymous', phone: '06 12345678' },
      { name: 'Onbekend', unnamed: 'unknown' },
      { name: 'Mevrouw Van Dam' },
    ] as const)
      refused([registered({ complainant }), withdrawn()]);
    refused([registered(), closedAs('merged')]);
    given(registered(), withdrawn(), erased())
      .on(day)
      .when(ask.recordSatisfaction())
      .refused('not-the-handler', 5);
    given(registered({ respondents: [desk.officer, ...desk.substitutes, ...desk.board] }), withdrawn())
      .on(day)
      .when(ask.recordSatisfaction())
      .refused('not-the-handler', 5);
  });

  it('is asked also of what was not taken up', () => {
    given(registered(), closedAs('not-about-us'))
      .on(day)
      .when(ask.recordSatisfaction())
      .leadsTo(({ closed }) => closed?.satisfaction?.outcome === 2);
  });

  it('is of that closing: it is gone once reopened, and asked anew after the next', () => {
    const reopened: Event[] = [
      { type: 'reopened', on: day, to: 'registered', personal: { reason: 'Te vroeg.' } },
    ];
    const past = [registered(), withdrawn(), told(), reopened];
    assert.equal(complaintAfter(...past).closed, undefined);
    assert.equal(complaintAfter(...past, closedAs('withdrawn')).closed?.satisfaction, undefined);
  });

  it('loses its sentence with the texts at erasure; the scores and the day stay, as figures', () => {
    const { closed } = complaintAfter(registered(), withdrawn(), told(), erased());
    assert.deepEqual(JSON.parse(JSON.stringify(closed?.satisfaction)), { on: day, handling: 4, outcome: 2 });
  });
});
