import assert from 'node:assert/strict';
import { draftLetter, draftMessage } from '../../src/letters/draft-letter.ts';
import type { LetterFacts } from '../../src/letters/fields.ts';
import { caseNumber } from '../../src/procedure/model/case-number.ts';
import { aComplaint, anObjection, facts } from './a-complaint.ts';

const draft = (known: Partial<LetterFacts> = {}, complaint = aComplaint()) =>
  draftLetter('answer', complaint, facts({ today: '2026-04-16', ...known }));

const measures = [
  { what: 'Elke klant krijgt een vast nummer.', owner: 'Joris Bakker', dueOn: '2026-05-01' } as const,
];

describe('the answer (Art. 6)', () => {
  it('holds the complaint, the position, the judgement, the proposal and the measures', () => {
    const text = draft({
      position: 'Wij hadden moeten bellen.',
      judgement: 'partly-founded',
      proposal: 'Excuses.',
      measures,
    });
    assert.match(text, /Uw klacht\nEr is drie weken niet teruggebeld\./);
    assert.match(
      text,
      /Ons standpunt\nWij hadden moeten bellen\.\n\nOns oordeel: uw klacht is deels gegrond\./,
    );
    assert.match(text, /Wat stellen wij voor\?\nExcuses\./);
    assert.match(
      text,
      /- Elke klant krijgt een vast nummer\. \(Joris Bakker, uiterlijk vrijdag 1 mei 2026\)/,
    );
  });

  it('confirms receipt as well where no letter did, and says so when that is late (Art. 5)', () => {
    assert.match(
      draft({ today: '2026-04-09' }),
      /bevestigen wij ook dat wij uw klacht hebben ontvangen \(artikel 5\)/,
    );
    assert.doesNotMatch(draft({ today: '2026-04-09' }), /Die bevestiging/);
    assert.match(draft(), /Die bevestiging hadden wij uiterlijk donderdag 9 april 2026 moeten sturen/);
    assert.doesNotMatch(draft({}, aComplaint({ stage: 'acknowledged' })), /bevestig/);
  });

  it('says until which day the complainant can disagree (Art. 7): a month from today', () => {
    assert.match(draft(), /U kunt dat doen tot en met zaterdag 16 mei 2026 \(artikel 7\)/);
    assert.match(draft({ today: '2026-12-24' }), /tot en met zondag 24 januari 2027/);
  });

  it('counts that month from the day on which it counts as received', () => {
    const text = draft({ today: '2026-04-02', countsAsReceivedOn: '2026-04-09' });
    assert.match(text, /tot en met zaterdag 9 mei 2026 \(artikel 7\)/);
    assert.match(text, /dat u deze brief op 9 april 2026 hebt/);
  });

  it('shows what is not known yet as a gap', () => {
    for (const gap of ['[standpunt]', '[oordeel]']) assert(draft().includes(gap), gap);
    assert(draft({ position: '  ' }).includes('[standpunt]'));
  });

  it('asks for a proposal where the complaint is founded and nothing is promised, and not where it is unfounded', () => {
    for (const judgement of ['founded', 'partly-founded'] as const) {
      assert(draft({ judgement }).includes('[voorstel]'), judgement);
      assert(!draft({ judgement, measures }).includes('[voorstel]'), judgement);
    }
    for (const judgement of ['unfounded', 'none'] as const) {
      assert.doesNotMatch(draft({ judgement }), /\[voorstel/, judgement);
      assert.match(
        draft({ judgement }),
        judgement === 'unfounded'
          ? /Ons oordeel: uw klacht is ongegrond\. Daarom stellen wij geen oplossing of maatregelen voor\.\n/
          : /Wij geven geen oordeel over uw klacht\. Wij stellen ook geen oplossing of maatregelen voor\.\n/,
      );
      assert.doesNotMatch(draft({ judgement }), /Wat stellen wij voor/);
      for (const some of [{ proposal: 'Excuses.' }, { measures }])
        assert.doesNotMatch(draft({ judgement, ...some }), /geen oplossing of maatregelen/);
    }
  });

  it('needs no proposal where there are measures, and no measures where there is a proposal', () => {
    assert.doesNotMatch(draft({ measures }), /Wat stellen wij voor/);
    assert.doesNotMatch(draft({ proposal: 'Excuses.' }), /Wat gaan wij doen/);
  });

  it('lists what was promised before as it stands on the day of the letter: never a past day as if it were to come', () => {
    const before = [
      { what: 'Terugbellen', owner: 'Lars Brouwer', dueOn: '2026-04-10', doneOn: '2026-04-09' },
      { what: 'Excuses', owner: 'Lars Brouwer', dueOn: '2026-04-15' },
      { what: 'Training', owner: 'Joris Bakker', dueOn: '2026-04-16' },
    ] as const;
    assert.match(
      draft({ today: '2026-04-16', measures: before }),
      /- Terugbellen \(gedaan op donderdag 9 april 2026\)\n- Excuses\. Dit zou uiterlijk woensdag 15 april 2026 klaar zijn, maar het is nog niet klaar\.\n- Training \(Joris Bakker, uiterlijk donderdag 16 april 2026\)/,
    );
    assert.match(
      draft({ today: '2026-04-08', measures: before }),
      /- Terugbellen \(Lars Brouwer, uiterlijk vrijdag 10 april 2026\)/,
    );
    const doneLate = { ...before[0], doneOn: '2026-04-14' } as const;
    assert.match(
      draft({ today: '2026-04-13', measures: [doneLate] }),
      /- Terugbellen\. Dit zou uiterlijk vrijdag 10 april 2026 klaar zijn, maar het is nog niet klaar\.\n\nOnze excuses/,
    );
  });

  it('that goes once more asks for no objection that came in, and says that the complaint is closed', () => {
    const again = { because: 'came-back', sentOn: '2026-04-16', countsAsReceivedOn: '2026-04-21' } as const;
    const since = {
      complaint: anObjection({ objection: { receivedOn: '2026-05-04', text: 'Nee.' } }),
      decideBy: undefined,
    };
    const objected = draft({ today: '2026-05-11', again, since });
    assert.match(
      objected,
      /Op 16 april 2026 hebben wij u deze brief al gestuurd\. De brief kwam bij ons terug\. Daarom/,
    );
    assert.match(objected, /Uw bericht daarover kregen wij op 4 mei 2026 \(artikel 7\)/);
    assert.doesNotMatch(objected, /U kunt dat doen tot en met|Wij sluiten uw klacht/);
    const closed = draft({ today: '2026-05-26', again, closedOn: '2026-05-26' });
    assert.match(closed, /wij hebben uw klacht gesloten op 26 mei 2026\. .*Dan heropenen wij uw klacht\./);
    assert.match(closed, /U kunt dat doen tot en met/);
    assert.doesNotMatch(closed, /Wij sluiten uw klacht dan af/);
  });

  it('is also the answer to what was merged into it, which its complainant was told', () => {
    const joined = [{ number: caseNumber('K-2026-0010'), summary: 'De deur was dicht.' }];
    assert.match(
      draft({}, anObjection({ joined })),
      /Het is ook ons antwoord op wat u bij nummer K-2026-0010 hebt laten weten\./,
    );
    const two = [...joined, { number: caseNumber('K-2026-0011'), summary: 'Het licht was uit.' }];
    assert.match(
      draft({}, anObjection({ joined: two })),
      /bij nummers K-2026-0010 en K-2026-0011 hebt laten/,
    );
    assert.doesNotMatch(draft({}), /Het is ook ons antwoord/);
    const others = joined.map((one) => ({ ...one, ofAnother: true }));
    assert.doesNotMatch(draft({}, anObjection({ joined: others })), /Het is ook ons antwoord/);
  });

  it('says so where there is no judgement', () => {
    assert.match(draft({ judgement: 'none' }), /Wij geven geen oordeel over uw klacht\./);
  });

  it('falls back on what the complaint holds already', () => {
    assert.match(
      draft({}, anObjection()),
      /Wij hadden moeten bellen\.\n\nOns oordeel: uw klacht is gegrond\./,
    );
  });

  it('takes literally what looks like a field', () => {
    assert(draft({ position: '{{nummer}} <b>&</b>' }).includes('{{nummer}} <b>&</b>'));
  });
});

describe('what a respondent is told of the answer', () => {
  it('is the position of Ballance, without the name of the complainant', () => {
    const text = draftMessage(anObjection());
    assert.match(text, /klacht K-2026-0001.*Die klacht gaat over jou/);
    assert.match(
      text,
      /Ons standpunt, zoals wij het de klager schreven\nWij hadden moeten bellen\.\n\nOns oordeel: de klacht is gegrond\./,
    );
    assert.match(text, /Ons antwoord is naar de klager gegaan/);
    assert.match(text, /De klager mag binnen een maand na ontvangst laten weten .* \(artikel 7/);
    assert.match(text, /Dan bieden wij de klager een gesprek aan \(artikel 8\)/);
    assert.doesNotMatch(text, /gekregen|beslissing van de directie/);
    assert.match(text, /neem dan contact op met Lars Brouwer/i);
    assert.doesNotMatch(text, /Van Dam|\bu\b/);
  });

  it('claims no literal text where the name was taken out of it', () => {
    const text = draftMessage(anObjection(), { position: 'Wij hadden mevrouw Van Dam moeten bellen.' });
    assert.match(text, /Ons standpunt, zonder wie de klager is\nWij hadden de klager moeten bellen\./);
  });

  it('names no day of the complainant, whose month is over for who is heard late', () =>
    assert.doesNotMatch(draftMessage(anObjection()), /tot en met|\d{4}\b.*artikel 7/));

  it('can be made before there is an answer', () =>
    assert.match(draftMessage(aComplaint()), /\[standpunt\][\s\S]*\[oordeel\]/));
});
