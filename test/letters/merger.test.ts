import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import { letterAnew } from '../../src/letters/letter-anew.ts';
import { decide } from '../../src/procedure/decide.ts';
import { replay } from '../../src/procedure/evolve.ts';
import { caseNumber } from '../../src/procedure/model/case-number.ts';
import type { MergedWith } from '../../src/procedure/model/outcome.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { letter, merge } from '../procedure/asked.ts';
import { contextOf, registered } from '../procedure/given.ts';
import { lars } from '../procedure/people.ts';
import { aComplaint, facts } from './a-complaint.ts';
import { ballance } from './an-organisation.ts';

describe('the letter about a complaint that is merged', () => {
  it('says under which number it goes on, and nowhere that it was withdrawn by the complainant', () => {
    const text = draftLetter('merger', aComplaint(), facts({ into: 'K-2026-0007' }));
    assert.match(
      text,
      /Wij behandelen die samen met een klacht die wij al hadden, onder nummer K-2026-0007\./,
    );
    assert.match(text, /niet ingetrokken en niet afgewezen/);
    assert.match(text, /Wilt u liever dat wij deze klacht apart behandelen\? Laat het ons dan meteen weten/);
    assert.doesNotMatch(text, /\[/);
    assert.match(draftLetter('merger', aComplaint(), facts()), /\[samen onder\]/);
  });

  const into = 'K-2026-0007';
  const draft = (other: MergedWith, today: LocalDate = '2026-04-02') =>
    draftLetter('merger', aComplaint(), facts({ into, other, today }));

  it('says when the other was received, and until when the answer to both comes: never later than was promised', () => {
    const text = draft({ receivedOn: '2026-03-30', answerBy: '2026-04-20' });
    assert.match(text, /onder nummer K-2026-0007\. Die kregen wij op 30 maart 2026\./);
    assert.match(text, /U krijgt ons antwoord op allebei samen, uiterlijk maandag 20 april 2026\.\n/);
    assert.match(draft({}), /op allebei samen, uiterlijk woensdag 22 april 2026\.\n/);
    assert.match(
      draft({}, '2026-04-23'),
      /op allebei samen\. U had het uiterlijk woensdag 22 april 2026 moeten hebben\. Dat is niet gelukt\. Onze excuses daarvoor\. Wij sturen het zo snel mogelijk\.\n/,
    );
    const passed = draft({ answerBy: '2026-04-01' });
    assert.match(passed, /op allebei samen, uiterlijk woensdag 22 april 2026\.\n/);
    for (const one of [text, passed, draft({})])
      assert.doesNotMatch(one, /nog niet geantwoord|al geantwoord/);
  });

  it('says of one that was answered when that was, and what still comes', () => {
    const answeredOn = '2026-04-01';
    const text = draft({ answeredOn });
    assert.match(
      text,
      /Op 1 april 2026 hebben wij bij nummer K-2026-0007 al geantwoord\. Dat antwoord geldt ook voor deze klacht\. In dat antwoord leest u .* tot wanneer \(artikel 7\)\./,
    );
    assert.doesNotMatch(text, /op allebei samen/);
    const disputed = draft({ answeredOn, disputed: true });
    assert.match(disputed, /U was het daar niet mee eens\. Wij nemen deze klacht mee in wat daarop volgt/);
    assert.doesNotMatch(disputed, /In dat antwoord leest u/);
  });

  it('confirms receipt where no letter did, and says so when that is late (Art. 5)', () => {
    const confirms = (stage: 'registered' | 'acknowledged', today: LocalDate) =>
      draftLetter('merger', aComplaint({ stage }), facts({ into, today }));
    const said =
      'ontvangen en geregistreerd (artikel 4 van onze klachtenregeling). Met deze brief bevestigen wij dat (artikel 5).';
    const late =
      'Die bevestiging hadden wij uiterlijk donderdag 9 april 2026 moeten sturen. Onze excuses daarvoor.';
    const inTime = confirms('registered', '2026-04-09');
    assert.ok(inTime.includes(`${said} Wij behandelen die samen`), inTime);
    assert.ok(confirms('registered', '2026-04-10').includes(`${said} ${late} Wij behandelen die samen`));
    assert.match(inTime, /Bent u het niet eens met ons antwoord\? Schrijf ons dat dan binnen een maand/);
    assert.match(inTime, /Onze klachtenregeling leest u op /);
    assert.doesNotMatch(confirms('acknowledged', '2026-04-10'), /bevestig|binnen een maand/);
  });

  it('says the same of the other when it is made anew on another day', () => {
    const other = { ...aComplaint({ receivedOn: '2026-03-30' }), number: caseNumber(into) };
    const past = registered({ receivedOn: '2026-04-01' });
    const begun = replay(past) ?? assert.fail();
    const context = contextOf({ today: '2026-04-02', mail: true });
    const merged = decide(begun, merge({ into: other, letter: letter('Samen', '2026-04-02') }), context);
    const events = [...past, ...merged];
    const complaint = replay(events) ?? assert.fail();
    const [waits] = complaint.letters;
    assert.ok(waits);
    const text = letterAnew(
      waits,
      { manner: 'email' },
      {
        ...contextOf({ today: '2026-04-03', mail: true }),
        ...{ complaint, by: lars, organisation: ballance },
        course: events.map((event) => ({ event, by: lars })),
      },
    );
    assert.match(text, /^3 april 2026$/m);
    assert.match(text, /Die kregen wij op 30 maart 2026\..*samen, uiterlijk maandag 20 april 2026\.\n/s);
  });

  it('names the number of nobody else, whose complaint no letter has to do with any more', () => {
    const text = draft({ ofAnother: true });
    assert.doesNotMatch(text, /K-2026-0007/);
    assert.match(text, /\[samen onder\]/);
  });
});
