import assert from 'node:assert/strict';
import { disclosure } from '../../src/letters/access-report.ts';
import { wordReport } from '../../src/letters/word.ts';
import type { Wish } from '../../src/procedure/model/answer.ts';
import type { Complaint, Statement } from '../../src/procedure/model/complaint.ts';
import type { Letter } from '../../src/procedure/model/letter.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { desk, joris, lars, willem } from '../procedure/people.ts';
import { aComplaint, anObjection, facts } from './a-complaint.ts';
import { ballance } from './an-organisation.ts';
import { unzipped } from './unzipped.ts';
import { wordText } from './word-text.ts';

const { calendar } = facts();
const sectionsOf = (complaint: Complaint, over: { erasesOn?: LocalDate; couldDecide?: boolean } = {}) =>
  disclosure({
    ...{ complaint, course: [], today: '2026-04-21', calendar, desk, couldDecide: true, retentionYears: 5 },
    ...over,
  });
const linesOf = (complaint: Complaint, title: string): readonly string[] =>
  sectionsOf(complaint).find(({ heading }) => heading === title)?.lines ?? [];
const textOf = (...given: Parameters<typeof sectionsOf>): string =>
  sectionsOf(...given)
    .flatMap(({ heading, lines }) => [heading, ...lines])
    .join('\n');

describe('what the complainant gets to see', () => {
  it('is short while little is known', () => {
    assert.deepEqual(
      sectionsOf(aComplaint()).map(({ heading }) => heading),
      ['Over dit overzicht', 'Uw gegevens', 'Uw klacht', 'Termijnen'],
    );
  });

  it('has every deadline that has begun to run', () => {
    assert.deepEqual(linesOf(anObjection(), 'Termijnen'), [
      'Bevestiging van ontvangst (artikel 5): uiterlijk donderdag 9 april 2026',
      'Schriftelijk antwoord (artikel 6): uiterlijk woensdag 22 april 2026',
      'Uw bericht dat u het niet eens bent (artikel 7): uiterlijk donderdag 21 mei 2026',
      'Gesprek om de klacht toe te lichten (artikel 8): uiterlijk maandag 27 april 2026',
      'Definitieve beslissing, als er geen gesprek is (artikel 8): uiterlijk maandag 4 mei 2026',
    ]);
    const remedied = aComplaint({
      stage: 'closed',
      closed: { on: '2026-04-01', outcome: 'remedied', from: 'registered' },
    });
    assert.deepEqual(linesOf(remedied, 'Termijnen'), []);
  });

  it('has the day of the decision also where nobody of the board may take it any more, and says so', () => {
    const decisionLine = (couldDecide: boolean) =>
      sectionsOf(anObjection({ respondents: desk.board }), { couldDecide })
        .find(({ heading }) => heading === 'Termijnen')
        ?.lines.find((line) => line.startsWith('Definitieve beslissing'));
    assert.match(
      decisionLine(true) ?? '',
      /uiterlijk maandag 4 mei 2026; nu mag niemand van de directie meer beslissen, .*rechter/,
    );
    assert.equal(decisionLine(false), undefined);
  });

  it('has beside the day of an article the other one that a letter promised, and says which is kept to', () => {
    const delay = (wish: Wish): Letter => ({
      ...({ id: 2, kind: 'delay', text: 'Uitstel', manner: 'post' } as const),
      ...({ sentOn: '2026-04-20', countsAsReceivedOn: '2026-04-23' } as const),
      promised: { of: 'answer', on: '2026-05-06', wish },
    });
    const answerBy = (...letters: Letter[]) => linesOf(aComplaint({ letters }), 'Termijnen')[1];
    const article = 'Schriftelijk antwoord (artikel 6): uiterlijk woensdag 22 april 2026';
    assert.equal(
      answerBy(delay('ballance')),
      `${article}; in onze brief van 20 april 2026 toegezegd: uiterlijk woensdag 6 mei 2026. Die dag houden wij aan`,
    );
    assert.equal(
      answerBy(delay('complainant')),
      `${article}; in onze brief van 20 april 2026 op uw verzoek toegezegd: uiterlijk woensdag 6 mei 2026. Die dag houden wij aan`,
    );
  });

  it('has beside the month of Art. 7 the later day that a letter named, which holds', () => {
    const sent = { text: 'Brief', manner: 'email' } as const;
    const letters: Letter[] = [
      { ...sent, id: 1, kind: 'answer', sentOn: '2026-04-01', countsAsReceivedOn: '2026-04-01' },
      {
        ...{ ...sent, id: 2, kind: 'closure', sentOn: '2026-04-28', countsAsReceivedOn: '2026-04-28' },
        promised: { of: 'objection', on: '2026-05-20' },
      },
    ];
    assert.equal(
      linesOf(aComplaint({ stage: 'answered', letters }), 'Termijnen')[2],
      'Uw bericht dat u het niet eens bent (artikel 7): uiterlijk vrijdag 1 mei 2026; in onze brief van 28 april 2026 toegezegd: uiterlijk woensdag 20 mei 2026. Die dag houden wij aan',
    );
  });

  it('has an earlier day that a letter promised, where a corrected receipt moved that of the article, and none that is later', () => {
    const confirmed = (on: LocalDate): Letter => ({
      ...({ id: 1, kind: 'acknowledgement', text: 'Ontvangen', manner: 'email' } as const),
      ...({ sentOn: '2026-04-02', countsAsReceivedOn: '2026-04-02' } as const),
      promised: { of: 'answer', on },
    });
    const answerBy = (on: LocalDate) => linesOf(aComplaint({ letters: [confirmed(on)] }), 'Termijnen')[1];
    const article = 'Schriftelijk antwoord (artikel 6): uiterlijk woensdag 22 april 2026';
    assert.equal(
      answerBy('2026-04-20'),
      `${article}; in onze brief van 2 april 2026 toegezegd: uiterlijk maandag 20 april 2026. Die dag houden wij aan`,
    );
    assert.equal(answerBy('2026-04-22'), article);
    assert.equal(answerBy('2026-04-28'), article);
  });

  it('has the day of the hearing to which they were invited, and none before the invitation is sent', () => {
    const { letters } = anObjection();
    const appointment = {
      on: '2026-04-24',
      time: '10:00',
      form: 'phone',
      employeePresent: false,
      agreed: true,
    } as const;
    const invitation: Letter = {
      ...({ id: 2, kind: 'hearing-invitation', text: 'Uitnodiging', manner: 'email' } as const),
      ...({ sentOn: '2026-04-21', countsAsReceivedOn: '2026-04-21' } as const),
    };
    const invited = anObjection({ stage: 'hearing-offered', appointment, letters: [...letters, invitation] });
    assert.equal(
      linesOf(invited, 'Termijnen')[3],
      'Gesprek om de klacht toe te lichten (artikel 8): uiterlijk maandag 27 april 2026; uitgenodigd voor vrijdag 24 april 2026',
    );
    assert.doesNotMatch(textOf(anObjection({ appointment })), /uitgenodigd/);
  });

  it('has their own statements, and those of nobody else', () => {
    const statements: Statement[] = [
      { on: '2026-04-02', text: 'Ik belde.' },
      { of: joris, on: '2026-04-03', text: 'Ik was ziek.' },
    ];
    assert.deepEqual(linesOf(aComplaint({ statements }), 'Uw verklaringen'), [
      'Op donderdag 2 april 2026: Ik belde.',
    ]);
    assert.doesNotMatch(textOf(aComplaint({ statements })), /ziek|Joris/);
  });

  it('has the answer and the decision only once they have received them', () => {
    const answered = anObjection({ decision: { decision: 'BESLUIT', reasons: 'WANT', by: willem } });
    assert.match(textOf(answered), /Wij hadden moeten bellen/);
    assert.doesNotMatch(textOf(answered), /BESLUIT|Willem/);
    assert.doesNotMatch(textOf({ ...answered, letters: [] }), /Wij hadden moeten bellen/);
    const sent = {
      id: 2,
      kind: 'final-decision',
      text: 'Besluit',
      manner: 'post',
      sentOn: '2026-04-20',
      countsAsReceivedOn: '2026-04-23',
    } as const;
    assert.match(textOf({ ...answered, letters: [...answered.letters, sent] }), /BESLUIT/);
  });

  it('has the letters whole, and not one that still waits', () => {
    const waits = { id: 2, kind: 'court-route', text: 'NOG NIET', manner: 'email', to: 'a@b.nl' } as const;
    const text = textOf(anObjection({ letters: [...anObjection().letters, waits] }));
    assert.match(text, /Brief: antwoord, donderdag 16 april 2026 \(post\)\nAntwoord/);
    assert.doesNotMatch(text, /NOG NIET/);
  });

  it('names nobody of Ballance where we say it ourselves', () => {
    const measures = [{ id: 'm1', what: 'Belrooster', owner: joris.name, dueOn: '2026-05-01' } as const];
    const text = textOf(anObjection({ measures }));
    assert.match(text, /Maatregel: Belrooster \(uiterlijk vrijdag 1 mei 2026\)/);
    for (const { name } of [joris, lars]) assert(!text.includes(name), name);
  });

  it('says how long it is kept: until a day, for years after closing, or longer for a procedure', () => {
    assert.match(textOf(aComplaint(), { erasesOn: '2031-04-01' }), /Op dinsdag 1 april 2031 wist Ballance/);
    assert.match(textOf(aComplaint()), /5 jaar nadat de klacht is afgesloten/);
    const hold = { on: '2026-04-02', reason: 'GEHEIM' } as const;
    assert.match(textOf(aComplaint({ hold })), /nodig is voor een procedure/);
    assert.doesNotMatch(textOf(aComplaint({ hold })), /GEHEIM/);
  });

  it('becomes a Word file with headings, its text to the letter', async () => {
    const hostile = '<w:p>&amp; \u0000 😀\nשלום';
    const file = await wordReport('Inzage', sectionsOf(aComplaint({ summary: hostile })), {
      number: 'K-2026-0001',
      organisation: ballance,
      today: '2026-04-21',
    });
    assert.match(unzipped(file).get('word/document.xml') ?? '', /<w:pStyle w:val="Heading1"\/>/);
    assert.match(wordText(file), /^21 april 2026\nOns kenmerk: K-2026-0001\nInzage\nOver dit overzicht\n/);
    assert.match(wordText(file), /Korte inhoud:\n<w:p>&amp; {2}😀\nשלום/);
  });
});
