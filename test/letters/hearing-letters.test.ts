import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { LetterFacts } from '../../src/letters/fields.ts';
import type { Appointment, Hearing, Person } from '../../src/procedure/model/complaint.ts';
import type { Letter } from '../../src/procedure/model/letter.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { fatima, joris, sanne } from '../procedure/people.ts';
import { anObjection, facts } from './a-complaint.ts';

const appointment: Appointment = {
  on: '2026-04-24',
  time: '10:30',
  form: 'phone',
  employeePresent: false,
  agreed: false,
};

const hearing: Hearing = {
  on: '2026-04-24',
  form: 'office',
  present: 'Mevrouw Van Dam en Lars Brouwer',
  report: 'Mevrouw vertelde wat er gebeurd is.',
};

describe('the invitation to a hearing (Art. 8)', () => {
  const draft = (change: Partial<Appointment> = {}, complaint = anObjection()) =>
    draftLetter('hearing-invitation', complaint, facts({ appointment: { ...appointment, ...change } }));

  it('says when and how, by telephone or at which office', () => {
    assert.match(draft(), /Op vrijdag 24 april 2026 om 10:30 uur\./);
    assert.match(
      draft(),
      /Het gesprek is telefonisch\. Wij willen u bellen, maar hebben nog geen telefoonnummer/,
    );
    assert.match(
      draft(),
      /Laat ons vóór het gesprek weten op welk nummer wij u kunnen bellen\. Of bel ons op dat moment zelf: 088 000 0000\./,
    );
    const complainant = { name: 'Mevrouw Van Dam', phone: '06-12345678' };
    assert.match(draft({}, anObjection({ complainant })), /Wij bellen u op nummer 06-12345678\./);
    assert.match(
      draft({ form: 'office', branch: 'Delft' }),
      /op kantoor\. U bent welkom op onze vestiging: Delft\./,
    );
    assert.match(draft({ form: 'office' }, anObjection({ branch: 'Gouda' })), /vestiging: Gouda\./);
    const asksWhere = /Weet u niet waar die is\? Bel of mail ons dan vóór het gesprek\./;
    assert.match(draft({ ...appointment, form: 'office', branch: 'Delft' }), asksWhere);
    assert.doesNotMatch(draft({ ...appointment, form: 'office', branch: 'Utrecht' }), asksWhere);
    assert.doesNotMatch(draft({ ...appointment, form: 'phone' }), asksWhere);
    assert.match(
      draft({ form: 'office', branch: ' arnhem' }),
      /vestiging: arnhem \(Voorbeeldkade 1, 6811 AA Arnhem\)\./,
    );
  });

  it('says who is there, and that more can be', () => {
    assert.match(draft(), /- Lars Brouwer, klachtenfunctionaris van Ballance\./);
    assert.match(draft(), /Wilt u dat er nog een tweede persoon namens Ballance bij is\?/);
    assert.match(draft(), /laten meedoen die u zelf kiest \(artikel 3\)/);
    assert.doesNotMatch(draft(), /medewerker over wie/);
    const both = draft({ employeePresent: true, secondRepresentative: fatima });
    assert.match(both, /- De medewerker over wie uw klacht gaat\. U en wij vinden dat allebei nuttig\./);
    assert.match(both, /- Fatima el Amrani, als tweede vertegenwoordiger van Ballance\./);
  });

  it('says what follows without a hearing: a decision two weeks after the day of that hearing, agreed or not', () => {
    for (const agreed of [false, true])
      assert.match(
        draft({ agreed }),
        /U krijgt dan binnen twee weken nadat u dat laat weten een definitieve beslissing van de directie \(artikel 8\)\. U krijgt de beslissing in elk geval uiterlijk vrijdag 8 mei 2026,/,
      );
  });

  it('says from when the two weeks count after a weekend or holiday, where one lies before the hearing', () => {
    const weekend = /Laat u dat in een weekend of op een feestdag weten/;
    assert.doesNotMatch(draft(), weekend);
    for (const on of ['2026-04-25', '2026-04-27', '2026-04-28'] as const)
      assert.match(draft({ on }), weekend, on);
  });

  it('says that a later day is at the wish of the complainant, and not the reason that was noted', () => {
    const later = draft({
      on: '2026-05-06',
      laterWish: 'complainant',
      laterBecause: 'Is volgens haar dochter in de war.',
    });
    assert.match(later, /Dat is later dan een week na uw bericht, omdat u dat zelf hebt gevraagd\./);
    assert.doesNotMatch(later, /dochter/);
  });

  it('offers excuses for a later day that is by Ballance, and not the reason that was noted', () => {
    const later = draft({ on: '2026-05-06', laterWish: 'ballance', laterBecause: 'Lars is op vakantie.' });
    assert.match(later, /Dat is later dan een week na uw bericht\. .* Onze excuses daarvoor\./);
    assert.doesNotMatch(later, /vakantie|zelf hebt gevraagd/);
  });

  it('says nothing of a wish where the day is within the week, or no week holds (Art. 10)', () => {
    const within = draft({ on: '2026-04-27', laterWish: 'complainant', laterBecause: 'Vakantie.' });
    const again = anObjection({ hearings: [hearing] });
    for (const text of [
      within,
      draft({ on: '2026-05-06', laterWish: 'complainant', laterBecause: 'Vakantie.' }, again),
    ])
      assert.doesNotMatch(text, /later dan een week/);
  });

  it('names the employee only where the complaint is about one, and several as several', () => {
    const about = (...respondents: Person[]) =>
      draft({ employeePresent: true }, anObjection({ respondents }));
    assert.doesNotMatch(about(), /medewerker/);
    assert.match(about(joris, sanne), /- De medewerkers over wie uw klacht gaat\. U en wij/);
  });

  it('names who assists, as far as that is known (Art. 3)', () => {
    assert.match(
      draft({}, anObjection({ experts: 'mr. Bos' })),
      /Wij weten dat u wordt bijgestaan door: mr\. Bos\./,
    );
    assert.doesNotMatch(draft(), /bijgestaan/);
  });

  it('to another hearing points back to the one before it, and to the board and to court (Art. 8, 10)', () => {
    const again = draft({ on: '2026-05-06' }, anObjection({ hearings: [hearing] }));
    assert.match(again, /Op 24 april 2026 hebben wij met u over uw klacht gesproken/);
    assert.match(
      again,
      /uiterlijk op woensdag 6 mei 2026\. U krijgt dan binnen twee weken nadat u dat laat weten een definitieve beslissing van de directie \(artikel 8\)\. Laat u dat in een weekend of op een feestdag weten\? Dan tellen de twee weken vanaf de eerste werkdag daarna\. U krijgt de beslissing in elk geval uiterlijk woensdag 20 mei 2026,/,
    );
    assert.match(again, /ook naar de rechter gaan \(artikel 10\)/);
  });

  it('shows what is not known yet as a gap, rather than an earlier appointment', () => {
    const text = draftLetter(
      'hearing-invitation',
      anObjection({ appointment }),
      facts({ appointment: { on: '2026-05-06' } }),
    );
    assert.match(text, /Op woensdag 6 mei 2026 om \[gesprek om\] uur/);
    assert.match(text, /Het gesprek is \[vorm\]\./);
  });
});

describe('the letter after a hearing', () => {
  const draft = (kind: 'settlement' | 'court-route', known: Partial<LetterFacts> = {}) =>
    draftLetter(kind, anObjection({ appointment }), facts(known));

  it('records that it took place and in which form (Art. 8)', () => {
    for (const kind of ['settlement', 'court-route'] as const) {
      const text = draft(kind, { hearing });
      assert.match(text, /Het gesprek was op vrijdag 24 april 2026, op kantoor\./);
      assert.match(
        text,
        /Wie waren erbij\?\nMevrouw Van Dam en Lars Brouwer\n\nWat is er besproken\?\nMevrouw vertelde/,
      );
      assert.doesNotMatch(text, /Wat hebben wij voorgesteld/);
    }
  });

  it('says what was proposed and how the complainant reacted (Art. 9)', () => {
    const text = draft('court-route', { hearing: { ...hearing, proposal: 'Een bon.', reaction: 'Nee.' } });
    assert.match(
      text,
      /Wat hebben wij voorgesteld\?\nEen bon\.\n\nWat vond u ervan\?\nNee\.\n\nHoe kunt u verder/,
    );
  });

  it('says that the hearing which was still to come is off, where it was held before that day', () => {
    const invited: Letter = {
      ...{ id: 2, kind: 'hearing-invitation', text: 'Brief', manner: 'email' },
      ...{ sentOn: '2026-04-20', countsAsReceivedOn: '2026-04-20' },
    };
    const off = /Het gesprek van vrijdag 24 april 2026 gaat dus niet door\./;
    for (const kind of ['court-route', 'settlement'] as const) {
      const written = (on: LocalDate, today: LocalDate, letters = [invited]) =>
        draftLetter(
          kind,
          anObjection({
            ...{ stage: 'hearing-offered', appointment },
            letters: [...anObjection().letters, ...letters],
          }),
          facts({ today, hearing: { ...hearing, on } }),
        );
      assert.match(written('2026-04-21', '2026-04-21'), off, kind);
      assert.match(written('2026-04-23', '2026-04-24'), off, kind);
      assert.doesNotMatch(written('2026-04-24', '2026-04-24'), /gaat dus niet door/, kind);
      assert.doesNotMatch(written('2026-04-21', '2026-04-25'), /gaat dus niet door/, kind);
      assert.doesNotMatch(written('2026-04-21', '2026-04-21', []), /gaat dus niet door/, kind);
    }
  });

  it('puts a settlement in writing (Art. 9)', () => {
    const text = draft('settlement', { hearing: { ...hearing, settlement: 'Een excuusbrief voor 1 mei.' } });
    assert.match(text, /oplossing gevonden.*\(artikel 9\)/);
    assert.match(text, /Wat hebben wij afgesproken\?\nEen excuusbrief voor 1 mei\./);
    assert.match(text, /Wij sluiten uw klacht op 21 april 2026\./);
  });

  it('explains the way to court without one, and that another hearing is possible (Art. 10)', () => {
    assert.match(draft('court-route', { hearing }), /naar de rechter gaan \(artikel 10\)\./);
    assert.match(draft('court-route', { hearing }), /nog een keer met ons praten/);
  });

  it('takes day and form from the appointment until they are filled in', () => {
    assert.match(draft('settlement'), /Het gesprek was op vrijdag 24 april 2026, telefonisch\./);
    assert.match(draft('settlement'), /\[aanwezigen\][\s\S]*\[verslag\][\s\S]*\[afspraken\]/);
  });
});
