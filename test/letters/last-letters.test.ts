import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { Judgement } from '../../src/procedure/model/answer.ts';
import type { AnyStage } from '../../src/procedure/model/complaint.ts';
import { type Dismissal, dismissals } from '../../src/procedure/model/outcome.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { course } from '../procedure/course.ts';
import { ingrid, sanne } from '../procedure/people.ts';
import { aComplaint, anObjection, facts } from './a-complaint.ts';

describe('the letter that refuses a late objection (Art. 7)', () => {
  const answered = anObjection({ stage: 'answered', objection: undefined });
  const objection = { receivedOn: '2026-05-25', text: 'Ik ben het er niet mee eens.' } as const;
  const draft = (reason?: string) =>
    draftLetter('late-objection-refused', answered, facts({ today: '2026-05-26', objection, reason }));

  it('says what came when, until when it could come, and why no exception is made', () => {
    const text = draft('U gaf geen reden voor de vertraging.');
    assert.match(text, /Op 25 mei 2026 kregen wij uw bericht.*U schreef:\nIk ben het er niet mee eens\./);
    assert.match(text, /tot en met donderdag 21 mei 2026 \(artikel 7/);
    assert.match(text, /U gaf geen reden voor de vertraging\./);
    assert.match(text, /Wij sluiten uw klacht op 26 mei 2026\./);
    assert.match(draft(), /\[reden\]/);
  });

  it('says of what was sent in time that it was underway for more than a week', () => {
    const sentOn = '2026-05-21';
    const late = { ...objection, sentOn, receivedOn: '2026-05-29' } as const;
    const text = draftLetter('late-objection-refused', answered, facts({ objection: late }));
    assert.match(
      text,
      /U verstuurde uw bericht op tijd, maar wij moesten het uiterlijk donderdag 28 mei 2026 hebben\./,
    );
    assert.doesNotMatch(text, /kwam daarna/);
    assert.match(draft(), /Uw bericht kwam daarna\./);
  });

  it('counts from the day on which the complainant received the answer, where that is recorded', () => {
    const received = anObjection({
      stage: 'answered',
      objection: undefined,
      answerReceivedOn: '2026-04-24',
    });
    const text = draftLetter('late-objection-refused', received, facts({ objection }));
    assert.match(text, /tot en met zondag 24 mei 2026/);
  });

  it('leaves the ways open that remain', () => {
    assert.match(draft(), /of ons antwoord later hebt gekregen\? Laat het ons dan weten/);
    assert.match(draft(), /naar de rechter gaan/);
  });
});

describe('the final decision (Art. 8)', () => {
  const writer = { name: ingrid.name, role: 'board' } as const;

  it('is signed by the board, and holds the decision, its reasons and what remains', () => {
    const text = draftLetter(
      'final-decision',
      anObjection({ stage: 'waived' }),
      facts({
        ...{ writer, decision: 'Wij betalen 50 euro terug.', reasons: 'Wij hadden moeten bellen.' },
        finalJudgement: 'partly-founded',
        measures: [{ what: 'Belrooster', owner: 'Joris', dueOn: '2026-06-01' }],
      }),
    );
    assert.match(text, /Op 20 april 2026 kregen wij uw bericht.*definitieve beslissing \(artikel 8/s);
    assert.match(
      text,
      /Onze beslissing\nWij betalen 50 euro terug\.\n\nOns oordeel: uw klacht is deels gegrond\. Dit oordeel komt in de plaats van het oordeel in ons antwoord\.\n/,
    );
    assert.match(
      text,
      /Waarom beslissen wij dit\?\nWij hadden moeten bellen\.\n\nWat gaan wij doen\?\n- Belrooster \(Joris, uiterlijk maandag 1 juni 2026\)\n/,
    );
    assert.match(text, /naar de rechter gaan/);
    assert.match(text, /groet,\n\nIngrid Smit\nlid van de directie\nBallance$/);
  });

  it('does not say that there was no hearing where there was one', () => {
    const draft = (complaint: Parameters<typeof draftLetter>[1]) =>
      draftLetter('final-decision', complaint, facts({ writer }));
    const hearing = { on: '2026-04-24', form: 'phone', present: 'Lars', report: 'Zij vertelde.' } as const;
    assert.match(draft(anObjection()), /Daarover is geen gesprek geweest\. Daarom/);
    assert.match(
      draft(anObjection({ hearings: [hearing] })),
      /Op 24 april 2026 hebben wij met u gesproken\. Een volgend gesprek is er niet geweest\. Daarom/,
    );
  });

  it('has a gap until the board judges, and says so where it gives no judgement', () => {
    const draft = (finalJudgement?: 'none') =>
      draftLetter(
        'final-decision',
        anObjection({ judgement: 'unfounded' }),
        facts({ writer, finalJudgement }),
      );
    assert.match(draft(), /Ons oordeel: uw klacht is \[oordeel\]\./);
    assert.match(draft('none'), /De directie geeft geen oordeel over uw klacht\./);
  });

  it('says how its judgement stands to that of the answer, where that had one', () => {
    const { answer } = anObjection();
    assert.ok(answer);
    const draft = (before: Judgement, finalJudgement: Judgement) =>
      draftLetter(
        'final-decision',
        anObjection({ answer: { ...answer, judgement: before } }),
        facts({ writer, finalJudgement }),
      );
    const relation = /hetzelfde oordeel|in de plaats van|geldt daarmee niet meer/;
    assert.match(
      draft('unfounded', 'unfounded'),
      /ongegrond\. Dat is hetzelfde oordeel als in ons antwoord\./,
    );
    assert.match(draft('unfounded', 'founded'), /gegrond\. Dit oordeel komt in de plaats van het oordeel in/);
    assert.match(draft('founded', 'none'), /geen oordeel over uw klacht\. Het oordeel in ons antwoord geldt/);
    for (const judgement of ['founded', 'none'] as const)
      assert.doesNotMatch(draft('none', judgement), relation);
  });

  it('falls back on the decision that was taken', () => {
    const decision = { decision: 'Ongegrond.', reasons: 'Er is gebeld.', by: ingrid };
    const text = draftLetter('final-decision', anObjection({ decision }), facts({ writer }));
    assert.match(text, /Ongegrond\.[\s\S]*Er is gebeld\./);
  });
});

describe('the letter that confirms a withdrawal', () => {
  it('says when it was withdrawn, that it can go on, and that one can always complain again (Art. 4)', () => {
    const text = draftLetter('withdrawal', aComplaint(), facts({ on: '2026-04-20', reason: 'Opgelost' }));
    assert.match(
      text,
      /Op 1 april 2026 hebben wij uw klacht ontvangen\. Op 20 april 2026 hebt u uw klacht ingetrokken/,
    );
    assert.match(
      text,
      /of wilt u toch verder\?.*Wij gaan dan verder met uw klacht, onder hetzelfde nummer\./,
    );
    assert.match(text, /nieuwe klacht indienen kan ook altijd \(artikel 4/);
  });

  it('says that nobody confirmed its receipt in time (Art. 5), only where that is so', () => {
    const draft = (on: LocalDate, change: Partial<AnyStage> = {}) =>
      draftLetter('withdrawal', aComplaint(change), facts({ on, today: '2026-04-20' }));
    assert.match(
      draft('2026-04-10'),
      /De ontvangst van uw klacht hadden wij u uiterlijk donderdag 9 april 2026 moeten bevestigen \(artikel 5\)\. Dat is niet gebeurd\. Onze excuses daarvoor\./,
    );
    const { letters } = course()
      .on('2026-04-08', (ask) => ask.acknowledge())
      .complaint();
    for (const text of [draft('2026-04-09'), draft('2026-04-10', { letters })])
      assert.doesNotMatch(text, /moeten bevestigen/);
  });

  it('takes back the last day to ask for another hearing, as it goes on whenever they ask (Art. 10)', () => {
    const route = {
      id: 9,
      kind: 'court-route',
      text: 'Verslag',
      manner: 'email',
      sentOn: '2026-04-24',
    } as const;
    const letters = [...anObjection().letters, { ...route, countsAsReceivedOn: route.sentOn }];
    const draft = (change: Partial<AnyStage>) =>
      draftLetter('withdrawal', anObjection(change), facts({ on: '2026-04-28', today: '2026-04-28' }));
    assert.match(
      draft({ stage: 'heard', letters }),
      /tot en met vrijdag 8 mei 2026 kunt laten weten of u nog een gesprek met ons wilt\. Dat kan nu ook na die dag, zolang/,
    );
    assert.doesNotMatch(draft({ stage: 'heard' }), /nog een gesprek/);
  });

  it('lists what was promised and is not done, which stays in the register and is guarded', () => {
    const draft = (measures: AnyStage['measures']) =>
      draftLetter('withdrawal', anObjection({ measures }), facts({ on: '2026-04-28', today: '2026-04-28' }));
    const toDo = {
      id: 'a',
      what: 'Een vast nummer instellen',
      owner: 'Fatima el Amrani',
      dueOn: '2026-05-01',
    } as const;
    const done = { ...toDo, id: 'b', what: 'Iedereen bellen', doneOn: '2026-04-20' } as const;
    assert.match(
      draft([toDo, done]),
      /ook nu u uw klacht hebt ingetrokken:\n- Een vast nummer instellen \(Fatima el Amrani, uiterlijk vrijdag 1 mei 2026\)\n\nWij letten erop/,
    );
    assert.match(draft([{ ...toDo, dueOn: '2026-04-24' }]), /Onze excuses voor wat niet op tijd klaar is\./);
    for (const text of [draft([done]), draft([])])
      assert.doesNotMatch(text, /blijft gelden|Iedereen bellen|Onze excuses/);
  });

  it('names after the answer the last day on which the complainant can still disagree, and goes on only while the dossier is kept', () => {
    const draft = (change: Partial<AnyStage>, today: LocalDate = '2026-05-21') =>
      draftLetter('withdrawal', anObjection(change), facts({ on: '2026-04-28', today }));
    const answered = { stage: 'answered', objection: undefined } as const;
    assert.match(
      draft(answered),
      /toch niet eens met ons antwoord\? Schrijf ons dat dan\. Dat kan nog tot en met donderdag 21 mei 2026 \(artikel 7\)\./,
    );
    for (const text of [
      draft(answered, '2026-05-22'),
      draft({}),
      draftLetter('withdrawal', aComplaint(), facts()),
    ])
      assert.doesNotMatch(text, /niet eens met ons antwoord/);
    assert.match(
      draft(answered),
      /toch verder\? Laat het ons dan weten\. Dat kan zolang wij uw gegevens bewaren\./,
    );
  });

  it('is signed by a colleague where nobody may handle it, and its receiver confirms it', () => {
    const writer = { name: sanne.name, role: 'colleague' } as const;
    const text = draftLetter('withdrawal', aComplaint({ handler: undefined }), facts({ writer }));
    assert.match(text, /groet,\n\nSanne de Vries\nmedewerker\nBallance$/);
  });

  it('knows the day from the complaint once it is closed', () => {
    const closed = aComplaint({
      stage: 'closed',
      closed: { on: '2026-04-19', outcome: 'withdrawn', from: 'registered' },
    });
    assert.match(draftLetter('withdrawal', closed, facts()), /Op 19 april 2026 hebt u/);
  });
});

describe('the letter about what is not taken up (Art. 1)', () => {
  const draft = (dismissal?: Dismissal) => draftLetter('dismissal', aComplaint(), facts({ dismissal }));

  it('says why in a sentence of its own, what can be done, and that one can come back', () => {
    const sentences = {
      'no-complaint':
        /Een klacht gaat over onvrede.*Daar gaat uw bericht volgens ons niet over.*Laat ons dan weten waarover/s,
      'not-about-us': /gaat over iemand anders of over een andere organisatie.*Vertel het aan/s,
      'complainant-unknown': /niet gelukt om u te bereiken.*Laat ons dan weten hoe wij u kunnen bereiken/s,
    };
    for (const one of dismissals) {
      assert.match(draft(one), sentences[one]);
      assert.match(draft(one), /U kunt altijd een nieuwe klacht indienen \(artikel 4\)\./);
      const calls =
        one === 'complainant-unknown' ? /verder met uw klacht, onder/ : /kijken er dan opnieuw naar/;
      assert.match(draft(one), calls);
      assert.doesNotMatch(draft(one), /\[|\n\n\n|ingetrokken/);
      for (const other of dismissals.filter((another) => another !== one))
        assert.doesNotMatch(draft(one), sentences[other]);
    }
  });

  it('does not say of who cannot be reached that what they said is no complaint', () => {
    assert.match(draft('complainant-unknown'), /Onderwerp: wij kunnen uw klacht \S+ nu niet behandelen\n/);
    assert.doesNotMatch(draft('complainant-unknown'), /uw bericht|niet als klacht/);
    assert.match(draft('not-about-us'), /Onderwerp: wij nemen uw bericht \S+ niet in behandeling\n/);
  });

  it('has a gap while no reason is chosen, and is the same once the dossier is closed', () => {
    assert.match(draft(), /Waarom niet\?\n\[reden\]/);
    const closed = aComplaint({
      stage: 'closed',
      closed: { on: '2026-04-19', outcome: 'not-about-us', from: 'registered' },
    });
    assert.match(draftLetter('dismissal', closed, facts()), /niets over beslissen/);
  });
});

describe('the letter about a measure that comes later', () => {
  it('says where it was promised, also where that has no number (Inleiding)', () => {
    const measure = { id: 'm1', what: 'Bellen', owner: 'Sanne', dueOn: '2026-05-01' } as const;
    const draft = (promisedIn: 'talk' | 'decision') =>
      draftLetter(
        'measure-delay',
        anObjection({ measures: [{ ...measure, promisedIn }] }),
        facts({ moved: { measure: 'm1', to: '2026-05-08' } }),
      );
    assert.match(draft('talk'), /een maatregel vastgelegd \(de inleiding van onze klachtenregeling\)/);
    assert.match(draft('decision'), /een maatregel vastgelegd \(artikel 8 van onze klachtenregeling\)/);
  });
});
