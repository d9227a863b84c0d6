import { acknowledge, answer, letter, requestStatement } from '../asked.ts';
import { given, registered } from '../given.ts';
import { acknowledged, letterSent } from '../happened.ts';
import { joris } from '../people.ts';

const past = [
  registered({ respondents: [joris], summary: 'Mevrouw Van Dam zegt X; let op: vrouw van Piet.' }),
];
const text = 'De klager zegt dat niet is teruggebeld.';

describe('Each reader has a text of their own', () => {
  it('a letter quotes the wording for the complainant, which later letters keep; the summary stays internal', () => {
    given(...past)
      .when(acknowledge({ wording: 'U bent niet teruggebeld.', letter: letter('Ontvangen') }))
      .happened(
        { type: 'complaint-worded', on: '2026-04-01', personal: { text: 'U bent niet teruggebeld.' } },
        letterSent('acknowledgement', {
          personal: { text: 'Ontvangen' },
          promised: { of: 'answer', on: '2026-04-22' },
        }),
      );
    const worded = given(
      ...past,
      [{ type: 'complaint-worded', on: '2026-04-01', personal: { text: 'X' } }],
      acknowledged(),
    );
    worded
      .when(answer({ wording: 'U bent niet teruggebeld.' }))
      .leadsTo(({ wording }) => wording === 'U bent niet teruggebeld.');
    worded.when(answer()).leadsTo(({ wording }) => wording === 'X');
  });

  it('a respondent who is asked reads the text that was written for them', () => {
    given(...past)
      .when(requestStatement({ about: { text, mayIdentify: false, dueOn: '2026-04-08' } }))
      .happened({
        type: 'statement-requested',
        on: '2026-04-01',
        dueOn: '2026-04-08',
        personal: { respondent: joris, text },
      });
  });

  it('a text for a respondent that tells who complains is asked about once, and can be confirmed', () => {
    const named = 'Mevrouw Van Dam zegt dat niet is teruggebeld.';
    for (const mayIdentify of [false, true]) {
      const asked = given(...past).when(
        requestStatement({ about: { text: named, mayIdentify, dueOn: '2026-04-08' } }),
      );
      const told = given(...past, acknowledged()).when(answer({ message: { text: named, mayIdentify } }));
      for (const one of [asked, told])
        if (mayIdentify) one.leadsTo(() => true);
        else one.refused('identifies-complainant');
    }
  });

  it('a text for a respondent has no gap, and is not empty', () => {
    const about = (text: string) => ({ text, mayIdentify: true, dueOn: '2026-04-08' }) as const;
    given(...past)
      .when(requestStatement({ about: about('Ons [...]') }))
      .refused('gap-in-message');
    given(...past)
      .when(requestStatement({ about: about(' ') }))
      .refused('text-missing');
    given(...past, acknowledged())
      .when(answer({ message: about('Ons standpunt: [standpunt]') }))
      .refused('gap-in-message');
  });

  it('the answer keeps the message to the respondents beside the position for the complainant', () => {
    given(...past, acknowledged())
      .when(answer({ message: { text, mayIdentify: false } }))
      .leadsTo(
        (complaint) =>
          complaint.answer?.message === text && complaint.answer.position === 'Wij hadden moeten bellen.',
      );
  });
});
