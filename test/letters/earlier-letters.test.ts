import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { Appointment } from '../../src/procedure/model/complaint.ts';
import type { Letter, LetterKind } from '../../src/procedure/model/letter.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { ingrid } from '../procedure/people.ts';
import { aComplaint, anObjection, facts } from './a-complaint.ts';

const appointment = {
  on: '2026-04-27',
  time: '10:30',
  form: 'phone',
  employeePresent: false,
  agreed: false,
} as const;

const sent = (kind: LetterKind, sentOn: LocalDate): Letter => ({
  ...{ id: 2, kind, text: 'Brief', manner: 'email', sentOn, countsAsReceivedOn: sentOn },
});

const objectedAfter = (...letters: Letter[]) =>
  anObjection({ letters: [...anObjection().letters, ...letters] });

describe('a letter after one that ended the complaint, which was reopened', () => {
  const invite = (...letters: Letter[]) =>
    draftLetter('hearing-invitation', objectedAfter(...letters), facts({ appointment }));

  it('says that the objection was refused first, and is handled after all (Art. 7)', () => {
    const refused = sent('late-objection-refused', '2026-04-21');
    assert.match(
      invite(refused),
      /Dam,\n\nOp 21 april 2026 schreven wij u dat uw bericht te laat was, en dat wij het niet in behandeling namen\. Wij behandelen uw bericht nu toch\.\n\nOp 20 april/,
    );
    assert.doesNotMatch(invite(), /schreven wij u/);
  });

  it('says it once, and also after a letter about the handler', () => {
    const refused = sent('late-objection-refused', '2026-04-21');
    assert.match(invite(refused, sent('new-handler', '2026-04-22')), /Op 21 april 2026 schreven wij u/);
    assert.doesNotMatch(invite(refused, sent('delay', '2026-04-22')), /schreven wij u/);
  });

  it('says in an answer that the complaint was not taken up, withdrawn, settled or apart first', () => {
    const answerAfter = (kind: LetterKind) =>
      draftLetter('answer', aComplaint({ letters: [sent(kind, '2026-04-03')] }), facts());
    const firsts = {
      dismissal: /Op 3 april 2026 schreven wij u dat wij uw klacht niet behandelden\. Wij behandelen/,
      withdrawal: /Op 3 april 2026 schreven wij u dat uw klacht was ingetrokken\. Daarna hebben wij/,
      mediation: /Op 3 april 2026 schreven wij u wat wij samen hadden afgesproken\. Daarna hebben wij/,
      merger: /Op 3 april 2026 schreven wij u dat wij uw klachten samen behandelden\. Deze klacht/,
    } as const;
    for (const kind of ['dismissal', 'withdrawal', 'mediation', 'merger'] as const)
      assert.match(answerAfter(kind), firsts[kind]);
    assert.doesNotMatch(answerAfter('acknowledgement'), /schreven wij u/);
  });

  it('says so of a settlement after a decision, and of a closing after a closing', () => {
    const settlement = draftLetter(
      'settlement',
      objectedAfter(sent('final-decision', '2026-04-20')),
      facts({ hearing: { ...appointment, present: 'Lars', report: 'Besproken.', settlement: 'Bloemen.' } }),
    );
    assert.match(settlement, /Op 20 april 2026 stuurden wij u een definitieve beslissing\. Daarna/);
    const closure = draftLetter(
      'closure',
      aComplaint({
        stage: 'answered',
        answer: anObjection().answer,
        letters: [sent('closure', '2026-04-20')],
      }),
      facts({ closing: { outcome: 'agreed', on: '2026-04-21' } }),
    );
    assert.match(closure, /Op 20 april 2026 schreven wij u dat wij uw klacht hadden gesloten\. Daarna/);
  });
});

describe('a withdrawal while a hearing is offered (Art. 8)', () => {
  const invited = {
    ...({ stage: 'hearing-offered', appointment } as const),
    letters: [...anObjection().letters, sent('hearing-invitation', '2026-04-21')],
  };
  const draft = (today: LocalDate) =>
    draftLetter('withdrawal', anObjection(invited), facts({ on: today, today }));

  it('says before its day that it is off, and on the day itself nothing: it can have taken place', () => {
    assert.match(draft('2026-04-26'), /Het gesprek van maandag 27 april 2026 gaat niet door\./);
    for (const day of ['2026-04-27', '2026-04-28'] as const)
      assert.doesNotMatch(draft(day), /Het gesprek van/);
  });
});

describe('a decision after a decision (Art. 8)', () => {
  const decide = (judgement: 'founded' | 'none', ...letters: Letter[]) =>
    draftLetter(
      'final-decision',
      anObjection({ stage: 'waived', letters: [...anObjection().letters, ...letters] }),
      facts({
        ...{ today: '2026-05-08', writer: { name: ingrid.name, role: 'board' } },
        ...{ decision: 'Wij betalen.', reasons: 'Omdat.', finalJudgement: judgement },
      }),
    );
  const first = sent('final-decision', '2026-05-01');

  it('says which decision it replaces, and that every earlier judgement goes', () => {
    assert.match(
      decide('founded', first, sent('delay', '2026-05-04')),
      /Op 1 mei 2026 stuurden wij u een definitieve beslissing\. Daarna hebben wij uw klacht heropend\. De beslissing in deze brief komt in de plaats van die van 1 mei 2026\./,
    );
    assert.match(
      decide('founded', first),
      /uw klacht is gegrond\. Dit oordeel komt in de plaats van elk eerder oordeel van ons over uw klacht\.\n/,
    );
    assert.match(
      decide('none', first),
      /Een eerder oordeel van ons over uw klacht geldt daarmee niet meer\.\n/,
    );
    assert.doesNotMatch(decide('founded', first), /oordeel in ons antwoord/);
    assert.doesNotMatch(decide('founded'), /heropend|elk eerder/);
  });

  it('is late only where no decision was there in time', () => {
    assert.match(decide('founded'), /Deze beslissing is te laat\. U had die uiterlijk maandag 4 mei 2026/);
    assert.doesNotMatch(decide('founded', first), /te laat|excuses/);
    assert.match(decide('founded', sent('final-decision', '2026-05-05')), /Deze beslissing is te laat\./);
  });
});

describe('a decision that the board takes anew later (Art. 8)', () => {
  const delay = (...letters: Letter[]) =>
    draftLetter(
      'delay',
      anObjection({ stage: 'waived', letters: [...anObjection().letters, ...letters] }),
      facts({ today: '2026-05-08', reason: 'Vakantie.', delay: { wish: 'ballance', until: '2026-05-20' } }),
    );
  const promise: Letter = {
    ...sent('delay', '2026-05-02'),
    promised: { of: 'decision', on: '2026-05-06', wish: 'ballance' },
  };

  it('asks excuses for a day that has passed, and not where a decision was there in time', () => {
    const first = sent('final-decision', '2026-05-01');
    assert.match(delay(first), /klacht ontvangen\. De directie neemt een nieuwe beslissing\. Hoe lang/);
    assert.doesNotMatch(delay(first), /excuses/);
    assert.match(delay(), /U had uiterlijk maandag 4 mei 2026 .* Onze excuses daarvoor\./);
    assert.match(delay(first, promise), /U had uiterlijk woensdag 6 mei 2026 .* Onze excuses daarvoor\./);
  });
});

describe('an invitation after an invitation', () => {
  const invited = (earlier: Letter[], now: Partial<Appointment> = { on: '2026-04-24', time: '14:00' }) =>
    draftLetter(
      'hearing-invitation',
      anObjection({ stage: 'hearing-offered', appointment, letters: [...anObjection().letters, ...earlier] }),
      facts({ appointment: { ...appointment, ...now } }),
    );

  it('says which appointment it replaces', () => {
    assert.match(
      invited([sent('hearing-invitation', '2026-04-21')]),
      /Op vrijdag 24 april 2026 om 14:00 uur\. Deze afspraak komt in de plaats van die van maandag 27 april 2026 om 10:30 uur\. Staat die nog in uw agenda\? Haal hem daar dan uit\./,
    );
    assert.doesNotMatch(invited([]), /in de plaats van/);
  });

  it('says only what changed where its moment is the same', () => {
    const to = (now: Partial<Appointment>) => invited([sent('hearing-invitation', '2026-04-21')], now);
    const same = 'Deze dag en tijd zijn dezelfde als in onze vorige uitnodiging.';
    const texts: [Partial<Appointment>, string][] = [
      [{ secondRepresentative: ingrid }, `${same} Dit is wel anders: wie erbij zijn.\n`],
      [{ form: 'office', branch: 'Utrecht' }, `${same} Dit is wel anders: hoe of waar het gesprek is.\n`],
      [
        { form: 'office', branch: 'Utrecht', employeePresent: true },
        `${same} Dit is wel anders: hoe of waar het gesprek is, en wie erbij zijn.\n`,
      ],
      [{}, `${same}\n`],
    ];
    for (const [now, says] of texts) {
      assert.ok(to(now).includes(says), to(now));
      assert.doesNotMatch(to(now), /in de plaats van|agenda/);
    }
    assert.doesNotMatch(to({ time: '11:30' }), /vorige uitnodiging/);
  });
});
