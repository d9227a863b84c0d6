import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { LetterFacts } from '../../src/letters/fields.ts';
import type { AnyStage } from '../../src/procedure/model/complaint.ts';
import type { Letter } from '../../src/procedure/model/letter.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { anObjection, facts } from './a-complaint.ts';

const answered = { stage: 'answered', objection: undefined } as const;

const draft = (known: Partial<LetterFacts>, change: Partial<AnyStage> = {}) =>
  draftLetter('closure', anObjection({ ...answered, ...change }), facts(known));

const agreed = { today: '2026-04-28', closing: { outcome: 'agreed', on: '2026-04-27' } } as const;
const lapsed = { today: '2026-05-22', closing: { outcome: 'lapsed', on: '2026-05-22' } } as const;
const unsettled = { today: '2026-05-22', closing: { outcome: 'not-settled', on: '2026-05-22' } } as const;

describe('the letter that says that the complaint is closed', () => {
  it('names the answer as it went out last, where it was sent again', () => {
    const { letters } = anObjection();
    const answer = letters.findLast(({ kind }) => kind === 'answer');
    assert.ok(answer);
    const again = { letter: answer.id, because: 'not-arrived' } as const;
    const resent: Letter = { ...answer, id: 99, sentOn: '2026-04-20', again };
    assert.match(
      draft(agreed, { letters: [...letters, resent] }),
      /Op 16 april 2026, en opnieuw op 20 april 2026, stuurden wij u ons antwoord/,
    );
  });

  it('says that the complainant agrees, with what, and until when they can still disagree (Art. 7)', () => {
    const text = draft(agreed);
    assert.match(
      text,
      /Op 27 april 2026 hebt u ons laten weten dat u het daarmee eens bent\. Wij sluiten uw klacht/,
    );
    assert.match(text, /Op 16 april 2026 stuurden wij u ons antwoord/);
    assert.match(
      text,
      /Ons oordeel: uw klacht is gegrond\.\n\nWat hebben wij voorgesteld\?\nEen vast nummer\./,
    );
    assert.match(
      text,
      /toch niet eens met ons antwoord\? Schrijf ons dat dan\. Dat kan nog tot en met donderdag 21 mei 2026/,
    );
    assert.doesNotMatch(text, /rechter|op tijd hebt verstuurd/);
    assert.doesNotMatch(draft({ ...agreed, today: '2026-05-22' }), /Dat kan nog/);
  });

  it('names no solution that a hearing let lapse, and what was proposed there in its place', () => {
    const hearing = {
      on: '2026-05-04',
      form: 'office',
      report: 'Besproken.',
      present: 'U en Lars Brouwer',
    } as const;
    const heard = (one: object): Partial<AnyStage> => ({
      stage: 'heard',
      hearings: [{ ...hearing, ...one }],
    });
    const lapses = draft(unsettled, heard({ offer: 'lapses', proposal: 'U krijgt 100 euro.' }));
    assert.match(
      lapses,
      /Wat hebben wij voorgesteld\?\nDe oplossing die wij in ons antwoord voorstelden, is vervallen\. In het gesprek stelden wij dit voor:\nU krijgt 100 euro\.\n/,
    );
    assert.doesNotMatch(lapses, /Een vast nummer/);
    assert.match(draft(unsettled, heard({ offer: 'lapses' })), /is vervallen\.\n/);
    assert.match(
      draft(unsettled, heard({ offer: 'stays' })),
      /Wat hebben wij voorgesteld\?\nEen vast nummer\.\n/,
    );
  });

  it('says that the month of Art. 7 is over, and what can be done where that is not so', () => {
    const text = draft(lapsed);
    assert.match(
      text,
      /U kon tot en met donderdag 21 mei 2026 laten weten .* \(artikel 7\)\. Een bericht dat u op tijd hebt verstuurd, hebben wij niet/,
    );
    assert.match(text, /Hebt u ons wel op tijd geschreven, of kreeg u ons antwoord later\?/);
    assert.match(text, /U kunt met uw klacht ook naar de rechter gaan\.\n/);
    assert.doesNotMatch(text, /daarmee eens bent|toch niet eens/);
  });

  it('says after a hearing, and where nobody can decide, that there is no solution, and how to go to court (Art. 10)', () => {
    const hearing = { on: '2026-04-24', form: 'phone', present: 'Lars', report: 'Zij vertelde.' } as const;
    const { objection } = anObjection();
    assert.match(
      draft(unsettled, { stage: 'heard', objection, hearings: [hearing] }),
      /Op 24 april 2026 hebben wij met u gesproken, maar daar kwam geen oplossing uit\. .*rechter gaan \(artikel 10\)/s,
    );
    const settled = draft(unsettled, {
      stage: 'heard',
      objection,
      hearings: [{ ...hearing, settlement: 'Elke week bellen.' }],
    });
    assert.match(settled, /Op 24 april 2026 hebben wij met u gesproken en afspraken gemaakt\./);
    assert.doesNotMatch(settled, /geen oplossing uit/);
    assert.match(
      draft(unsettled, { stage: 'waived', objection, waivedOn: '2026-04-24' }),
      /Uw klacht gaat over de hele directie, en die kan er daarom niet zelf over beslissen .*rechter gaan \(artikel 10\)/s,
    );
  });

  it('says how far each measure is, and that it is guarded after the closing too; never that a past day is to come', () => {
    const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' } as const;
    const said = (today: '2026-04-28' | '2026-05-02', doneOn?: '2026-04-20') =>
      draft({ ...agreed, today }, { measures: [{ ...measure, doneOn }] });
    assert.match(
      said('2026-04-28'),
      /- Belrooster \(Joris, uiterlijk vrijdag 1 mei 2026\)\n\nWij letten erop dat dit gebeurt/,
    );
    assert.match(
      said('2026-05-02'),
      /\. Dit zou uiterlijk vrijdag 1 mei 2026 klaar zijn, maar het is nog niet klaar\.\n\nOnze excuses voor wat niet op tijd klaar is\.\n/,
    );
    assert.match(said('2026-05-02', '2026-04-20'), /- Belrooster \(gedaan op maandag 20 april 2026\)/);
    assert.doesNotMatch(said('2026-05-02', '2026-04-20'), /Wij letten erop|excuses/);
    assert.doesNotMatch(draft(agreed), /Welke maatregelen/);
  });

  it('says of a measure with a later day when it would be done and when it is now, with one excuse for all and no blame for who sees to it', () => {
    const moved = {
      id: 'm1',
      what: 'Belrooster',
      owner: 'Joris',
      firstDueOn: '2026-05-01',
      dueOn: '2026-05-29',
    } as const;
    const late = { id: 'm2', what: 'Een training geven.', owner: 'Sanne', dueOn: '2026-04-30' } as const;
    const said = (today: LocalDate) => draft({ ...agreed, today }, { measures: [moved, late] });
    const now = 'Joris zorgt ervoor dat het nu uiterlijk vrijdag 29 mei 2026 klaar is.';
    const first = '- Belrooster. Dit zou uiterlijk vrijdag 1 mei 2026 klaar zijn';
    assert.ok(said('2026-04-29').includes(`${first}, maar dat lukt niet. ${now}`));
    assert.ok(
      said('2026-05-04').includes(
        `${first}, maar dat is niet gelukt. ${now}\n- Een training geven. Dit zou uiterlijk donderdag 30 april 2026 klaar zijn, maar het is nog niet klaar.\n`,
      ),
    );
    assert.ok(
      said('2026-06-01').includes(
        `${first}, en daarna uiterlijk vrijdag 29 mei 2026. Het is nog niet klaar.`,
      ),
    );
    for (const today of ['2026-04-29', '2026-05-04', '2026-06-01'] as const)
      assert.equal(said(today).split('Onze excuses').length, 2);
  });

  it('says how one comes back, and how long it is kept', () => {
    for (const facts of [agreed, lapsed, unsettled]) {
      assert.match(draft(facts), /Wij kunnen uw klacht heropenen zolang wij uw gegevens bewaren\./);
      assert.match(draft(facts), /U kunt altijd een nieuwe klacht indienen \(artikel 4\)/);
      assert.match(draft(facts), /Wij bewaren uw gegevens tot 5 jaar na het afsluiten van uw klacht/);
    }
  });
});
