import assert from 'node:assert/strict';
import { decide } from '../../src/procedure/decide.ts';
import type { Command } from '../../src/procedure/model/commands.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { refusalText } from '../../src/teams/cards/refusal-text.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { asking, letter } from './asked.ts';
import type { TypedDay } from './days-of-events.ts';
import { complaintAfter, contextOf, given, registered } from './given.ts';
import {
  acknowledged,
  answered,
  drawnUp,
  heard,
  invited,
  letterQueued,
  letterSent,
  objected,
  talked,
} from './happened.ts';

const today: LocalDate = '2026-05-20';
const ask = asking(today);

/** Answered on 8 April by a complaint of the 1st, objected on the 14th, and heard on the 20th. */
const disputed: Event[][] = [
  registered(),
  acknowledged({ sentOn: '2026-04-02' }),
  [drawnUp(), letterSent('answer', { sentOn: '2026-04-08' })],
  [
    {
      type: 'objected',
      receivedOn: '2026-04-14',
      sentOn: '2026-04-13',
      daysLate: 0,
      personal: { text: 'Nee' },
    },
  ],
];
const discussed = [
  ...disputed,
  [...heard('2026-04-20').slice(0, 1), letterSent('court-route', { sentOn: '2026-04-20' })],
];

function refusal(past: Event[][], command: Command): string {
  try {
    decide(complaintAfter(...past), command, contextOf({ today }));
  } catch (error) {
    assert(error instanceof Refusal, String(error));
    return refusalText(error);
  }
  assert.fail('it was accepted');
}

describe('the days of the procedure', () => {
  const correct = (field: 'receivedOn' | 'answerReceivedOn' | 'objectionReceivedOn', to: LocalDate) =>
    ask.correctDate({ field, to });

  it('stay in their order: it says which event stands in the way, and of which day that is', () => {
    assert.equal(
      refusal(discussed, ask.close({ on: '2026-04-17' })),
      'Deze datum past niet bij wat er al is vastgelegd. Het sluiten van het dossier (vrijdag 17 april 2026) kan niet eerder zijn dan het gesprek (maandag 20 april 2026). Kijk beide datums na.',
    );
    const [late, acknowledgedLate] = [
      registered({ today: '2026-04-20' }),
      acknowledged({ sentOn: '2026-04-10' }),
    ];
    assert.match(
      refusal([late, acknowledgedLate], correct('receivedOn', '2026-04-14')),
      /Ontvangstbevestiging \(vrijdag 10 april 2026\) kan niet eerder zijn dan de ontvangst van de klacht \(dinsdag 14 april 2026\)/,
    );
  });

  it('do so for every event with a day that somebody types, corrections included', () => {
    const written = letter('Tekst', '2026-04-01');
    const posted = [registered(), acknowledged({ sentOn: '2026-04-02' })];
    const wrong: Record<string, [Event[][], Command]> = {
      'an answer before the acknowledgement': [posted, ask.answer({ letter: written })],
      'a closing before the hearing': [discussed, ask.close({ on: '2026-04-19' })],
      'a withdrawal before the objection': [disputed, ask.withdraw({ on: '2026-04-10' })],
      'its letter before the withdrawal': [disputed, ask.withdraw({ letter: letter('Tekst', '2026-05-01') })],
      'an answer before a talk that was to come before it': [
        [...posted, talked('2026-04-14')],
        ask.answer({ letter: letter('Antwoord', '2026-04-13') }),
      ],
      'a letter of what was agreed before the talk': [
        posted,
        ask.mediate({ on: '2026-04-14', letter: letter('Afspraken', '2026-04-13') }),
      ],
      'a withdrawal before the talk': [[...posted, talked('2026-04-14')], ask.withdraw({ on: '2026-04-13' })],
      'receipt of the complaint after a talk about it': [
        [registered({ today: '2026-04-20' }), talked('2026-04-14')],
        correct('receivedOn', '2026-04-15'),
      ],
      'receipt of the complaint after the talk about it that was offered': [
        [
          registered({ today: '2026-04-20' }),
          [
            {
              type: 'mediation-offered',
              on: '2026-04-10',
              appointment: { on: '2026-04-14', time: '10:00', form: 'conversation' },
              personal: { partner: 'Joris Bakker' },
            },
          ],
        ],
        correct('receivedOn', '2026-04-15'),
      ],
      'a hearing before the one before it': [discussed, ask.recordHearing({ on: '2026-04-15' })],
      'the report before the hearing': [
        disputed,
        ask.recordHearing({ on: '2026-04-20', letter: letter('Verslag', '2026-04-17') }),
      ],
      'an invitation before the objection': [
        disputed,
        ask.offerHearing({
          agreed: true,
          laterWish: 'complainant',
          laterBecause: 'x',
          letter: letter('Kom', '2026-04-13'),
        }),
      ],
      'a waiver before an earlier hearing': [
        [...discussed, invited()],
        ask.waiveHearing({ on: '2026-04-16' }),
      ],
      'a decision before the waiver': [
        [...disputed, [{ type: 'hearing-waived', on: '2026-04-16' }]],
        {
          ...ask.decide({ letter: letter('Besluit', '2026-04-15') }),
          by: contextOf().desk.board[0] ?? assert.fail(),
        },
      ],
      'a measure before receipt': [
        [
          registered(),
          answered('2026-04-08', { id: 'm1', what: 'Bellen', owner: 'Joris', dueOn: '2026-05-01' }),
        ],
        ask.completeMeasure({ on: '2026-03-01' }),
      ],
      'a letter by hand before it was written': [
        [registered({ receivedOn: '2026-03-20', today: '2026-04-01' }), [letterQueued('acknowledgement')]],
        ask.sendByHand({ sentOn: '2026-03-31' }),
      ],
      'receipt of the complaint after its registration': [
        [registered()],
        correct('receivedOn', '2026-04-02'),
      ],
      'receipt of the answer after the objection to it': [
        disputed,
        correct('answerReceivedOn', '2026-04-15'),
      ],
      'receipt of the objection after the hearing': [discussed, correct('objectionReceivedOn', '2026-04-21')],
    };
    for (const [name, [past, command]] of Object.entries(wrong))
      assert.match(refusal(past, command), /kan niet eerder zijn dan/, name);
  });

  it('do so in every event that has one, as it is typed or corrected', () => {
    const posted = [registered(), acknowledged({ sentOn: '2026-04-02' })];
    const underway = { sentOn: '2026-04-20', receivedOn: '2026-04-19' } as const;
    const sent = letter('Te laat', today);
    const refused = ask.object({
      ...{ sentOn: '2026-05-19', receivedOn: '2026-05-18' },
      late: { accept: false, reason: 'Geen reden', letter: sent },
    });
    const measure = { id: 'm1', what: 'Bellen', owner: 'Joris', dueOn: '2026-05-01' } as const;
    const answered = disputed.slice(0, 3);
    const wrong: { [D in TypedDay]: [Event[][], Command] } = {
      'registered receivedOn': [
        [registered({ today: '2026-04-20' }), acknowledged({ sentOn: '2026-04-10' })],
        correct('receivedOn', '2026-04-14'),
      ],
      'letter-sent sentOn': [posted, ask.answer({ letter: letter('Tekst', '2026-04-01') })],
      'statement-recorded on': [posted, ask.recordStatement({ on: '2026-03-31' })],
      'mediated on': [posted, ask.mediate({ on: '2026-03-31' })],
      'measure-done on': [
        [registered(), [drawnUp(measure), letterSent('answer', { sentOn: '2026-04-08' })]],
        ask.completeMeasure({ on: '2026-03-01' }),
      ],
      'objected receivedOn': [answered, ask.object(underway)],
      'objected sentOn': [answered, ask.object(underway)],
      'late-objection-refused receivedOn': [answered, refused],
      'late-objection-refused sentOn': [answered, refused],
      'heard on': [disputed, ask.recordHearing({ on: '2026-04-13' })],
      'hearing-waived on': [disputed, ask.waiveHearing({ on: '2026-04-13' })],
      'date-corrected to': [discussed, correct('objectionReceivedOn', '2026-04-21')],
      'closed on': [discussed, ask.close({ on: '2026-04-19' })],
      'satisfaction-recorded on': [
        [registered(), [{ type: 'closed', on: '2026-04-20', outcome: 'withdrawn', personal: {} }]],
        ask.recordSatisfaction({ on: '2026-04-19' }),
      ],
    };
    for (const [day, [past, command]] of Object.entries(wrong))
      assert.match(refusal(past, command), /kan niet eerder zijn dan/, day);
  });

  it('may be recorded later than they were', () => {
    given(registered(), talked('2026-04-08'), acknowledged({ sentOn: '2026-04-02' }))
      .on(today)
      .when(ask.mediate({ solved: false, on: '2026-04-03' }))
      .leadsTo(({ talks }) => talks?.at(-1)?.on === '2026-04-03');
    given(...discussed)
      .on(today)
      .when(ask.close({ on: '2026-04-20' }))
      .leadsTo(({ closed }) => closed?.on === '2026-04-20' && closed.recordedOn === today);
    given(...disputed)
      .on(today)
      .when(ask.recordHearing({ on: '2026-04-14', letter: letter('Verslag', '2026-04-14') }))
      .leadsTo(({ stage }) => stage === 'heard');
    given(...discussed)
      .on(today)
      .when(correct('objectionReceivedOn', '2026-04-20'))
      .leadsTo(({ objection }) => objection?.receivedOn === '2026-04-20');
  });

  it('do not stop a dossier in which they were wrong before, nor a letter that waited when it was closed', () => {
    const wrong = [registered(), objected('2026-04-14'), heard('2026-04-10')];
    given(...wrong)
      .on(today)
      .when(ask.close())
      .leadsTo(({ stage }) => stage === 'closed');
    const closed: Event[] = [{ type: 'closed', on: '2026-04-02', outcome: 'withdrawn', personal: {} }];
    given(registered(), [letterQueued('acknowledgement')], closed)
      .on(today)
      .when(ask.sendByHand({ sentOn: '2026-04-03' }))
      .leadsTo(({ letters }) => letters[0]?.sentOn === '2026-04-03');
  });
});
