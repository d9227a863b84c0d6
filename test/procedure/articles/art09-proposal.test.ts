import { letter, recordHearing } from '../asked.ts';
import { given, registered } from '../given.ts';
import { invited, letterSent, objected } from '../happened.ts';

const past = [registered(), objected(), invited()];
const hearing = { present: 'Mevrouw Van Dam en Lars Brouwer', report: 'De klacht is toegelicht.' };

describe('Art. 9: "wordt dit aan het eind van het gesprek schriftelijk vastgelegd"', () => {
  it('what was agreed goes out as a letter the same moment, and closes the complaint', () => {
    const agreed = { proposal: 'Elke week bellen.', reaction: 'Graag.', settlement: 'Elke week bellen.' };
    given(...past)
      .when(recordHearing({ ...agreed, letter: letter('Afspraak') }))
      .happened(
        {
          type: 'heard',
          on: '2026-04-01',
          form: 'phone',
          settled: true,
          personal: { ...hearing, ...agreed },
        },
        letterSent('settlement', { personal: { text: 'Afspraak' } }),
        { type: 'closed', on: '2026-04-01', outcome: 'settled', personal: {} },
      );
  });

  it('a proposal that the complainant turns down is kept with their reaction', () => {
    given(...past)
      .when(recordHearing({ proposal: 'Excuses.', reaction: 'Dat is te weinig.' }))
      .leadsTo(
        ({ stage, hearings: [one] }) =>
          stage === 'heard' && one?.proposal === 'Excuses.' && one.reaction === 'Dat is te weinig.',
      );
  });

  it('a settlement of spaces is none', () => {
    given(...past)
      .when(recordHearing({ settlement: '  ' }))
      .leadsTo(({ stage }) => stage === 'heard');
  });

  it('what was agreed can hold measures, which run on after the dossier is closed', () => {
    const promised = { what: 'Elke week bellen', owner: 'Joris', dueOn: '2026-05-01' } as const;
    const agreed = given(...past).when(recordHearing({ settlement: 'Bellen.', measures: [promised] }));
    agreed.leadsTo(({ stage, measures: [one] }) => stage === 'closed' && one?.id === 'm1' && !one.doneOn);
    given(...past)
      .when(recordHearing({ measures: [promised] }))
      .refused('agreement-missing', 9);
  });

  it('whether they came to an agreement is said in so many words, and never follows from a text that is there or not', () => {
    given(...past)
      .when(recordHearing({ settled: true }))
      .refused('agreement-missing', 9);
    given(...past)
      .when(recordHearing({ settled: false, settlement: 'Elke week bellen.' }))
      .refused('not-settled-yet', 9);
  });

  it('a settlement without its letter is refused whole', () => {
    given(...past)
      .when(recordHearing({ settlement: 'Elke week bellen.', letter: letter('') }))
      .refused('text-missing', 9);
  });
});
