import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { draftLetter } from '../src/letters/draft-letter.ts';
import type { LetterFacts } from '../src/letters/fields.ts';
import { letterNames } from '../src/letters/words.ts';
import type { AnyStage, Appointment, Hearing } from '../src/procedure/model/complaint.ts';
import type { LetterKind } from '../src/procedure/model/letter.ts';
import { aComplaint, anObjection, facts } from '../test/letters/a-complaint.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../test/procedure/people.ts';

/**
 * `npm run letters`: every letter of a number of courses as plain text in out/letters, a file for each course, to be read as a
 * complainant reads it.
 */

type Course = { about: Partial<AnyStage>; letters: [kind: LetterKind, known: Partial<LetterFacts>][] };

const folder = 'out/letters';

const byPhone: Appointment = {
  on: '2026-04-24',
  time: '10:30',
  form: 'phone',
  employeePresent: false,
  agreed: false,
};
const atTheOffice: Appointment = {
  ...byPhone,
  form: 'office',
  branch: 'Arnhem',
  employeePresent: true,
  agreed: true,
};
const heard: Hearing = {
  on: '2026-04-24',
  form: 'office',
  present: 'Mevrouw Van den Berg, Lars Brouwer en Joris Bakker',
  report: 'U vertelde dat u drie keer hebt gebeld. Joris Bakker heeft uitgelegd dat hij ziek was.',
  proposal: 'Wij bellen u voortaan binnen een dag terug.',
  reaction: 'U vindt dat te laat.',
};
const answered: [LetterKind, Partial<LetterFacts>] = [
  'answer',
  {
    today: '2026-04-16',
    position: 'Wij hadden u eerder moeten bellen. Dat spijt ons.',
    judgement: 'founded',
    proposal: 'U krijgt een vast nummer dat wij elke werkdag opnemen.',
    measures: [{ what: 'Een vast nummer instellen', owner: 'Fatima el Amrani', dueOn: '2026-05-01' }],
  },
];
const acknowledged: [LetterKind, Partial<LetterFacts>] = ['acknowledgement', { today: '2026-04-02' }];
const address = 'Kerkstraat 1\n6811 AB Arnhem';

const courses: Record<string, Course> = {
  'mevrouw, over een medewerker, afspraken': {
    about: { complainant: { name: 'mw. A. van den Berg-Öztürk', address, phone: '06 12345678' } },
    letters: [
      acknowledged,
      answered,
      ['hearing-invitation', { appointment: atTheOffice }],
      [
        'settlement',
        {
          today: '2026-04-24',
          hearing: { ...heard, settlement: 'Joris Bakker belt u elke maandag om 10.00 uur.' },
        },
      ],
    ],
  },
  'echtpaar, niemand beklaagd, naar de rechter': {
    about: { complainant: { name: 'de heer en mevrouw De Wit', address }, respondents: [] },
    letters: [
      acknowledged,
      answered,
      ['hearing-invitation', { appointment: byPhone }],
      [
        'court-route',
        { today: '2026-04-24', hearing: { ...heard, present: 'De heer en mevrouw De Wit en Lars Brouwer' } },
      ],
    ],
  },
  'bedrijf, ongegrond, beslissing van de directie': {
    about: {
      complainant: { name: 'Jansen Bouw B.V.', address: 'Kade 9\n3511 AA Utrecht' },
      manner: 'written',
    },
    letters: [
      acknowledged,
      [
        'answer',
        {
          today: '2026-04-16',
          position: 'Wij hebben alle afspraken gehaald.',
          judgement: 'unfounded',
          measures: [],
        },
      ],
      ['hearing-invitation', { appointment: byPhone }],
      [
        'final-decision',
        {
          decision: 'Wij veranderen ons antwoord niet.',
          reasons: 'Uit de planning blijkt dat wij op tijd waren.',
          finalJudgement: 'unfounded',
        },
      ],
    ],
  },
  'zonder aanspreekvorm, namens, met deskundige': {
    about: {
      complainant: { name: 'Jan Jansen', representing: 'zijn moeder, mevrouw Jansen', phone: '06 12345678' },
      experts: 'mr. A. Bos',
      respondents: [joris, sanne],
    },
    letters: [
      acknowledged,
      answered,
      ['hearing-invitation', { appointment: { ...byPhone, employeePresent: true } }],
    ],
  },
  'naam onbekend, geen oordeel': {
    about: { complainant: { name: 'onbekend' }, respondents: [] },
    letters: [
      acknowledged,
      ['answer', { position: 'Wij weten te weinig om te oordelen.', judgement: 'none', measures: [] }],
    ],
  },
  'over de klachtenfunctionaris': {
    about: {
      complainant: { name: 'dhr. Jansen' },
      respondents: [lars],
      handler: { person: fatima, role: 'substitute' },
    },
    letters: [
      ['acknowledgement', { writer: { name: fatima.name, role: 'substitute' } }],
      ['answer', { ...answered[1], writer: { name: fatima.name, role: 'substitute' } }],
    ],
  },
  'later op verzoek, tweede vertegenwoordiger': {
    about: { complainant: { name: 'Familie de Wit', phone: '06 12345678' } },
    letters: [
      [
        'hearing-invitation',
        {
          appointment: {
            ...byPhone,
            on: '2026-05-13',
            agreed: true,
            laterBecause: 'Op reis.',
            secondRepresentative: fatima,
          },
        },
      ],
    ],
  },
  'nog een gesprek, daarna beslist': {
    about: { complainant: { name: 'Mevrouw Jansen' }, hearings: [heard] },
    letters: [
      [
        'hearing-invitation',
        {
          today: '2026-04-29',
          appointment: { ...atTheOffice, on: '2026-05-06', branch: 'Gouda', employeePresent: false },
        },
      ],
      [
        'final-decision',
        {
          decision: 'Wij vergoeden 50 euro.',
          reasons: 'U hebt kosten gemaakt.',
          finalJudgement: 'partly-founded',
          measures: [{ what: 'De 50 euro overmaken', owner: 'Sanne de Vries', dueOn: '2026-05-29' }],
        },
      ],
    ],
  },
  'te laat, geweigerd': {
    about: { complainant: { name: 'J. de Wit', address } },
    letters: [
      [
        'late-objection-refused',
        {
          today: '2026-06-02',
          objection: { receivedOn: '2026-06-01', text: 'Ik ben het er niet mee eens.' },
          reason: 'U hebt niet verteld waarom u later schreef.',
        },
      ],
    ],
  },
  'over de hele directie': {
    about: { complainant: { name: 'mevr. Jansen' }, respondents: [willem, ingrid] },
    letters: [
      ['acknowledgement', { today: '2026-04-02', boardIsRespondent: true }],
      ['hearing-invitation', { appointment: byPhone, boardIsRespondent: true }],
    ],
  },
  ingetrokken: {
    about: { complainant: { name: 'Mevrouw Fatima el Idrissi' } },
    letters: [acknowledged, ['withdrawal', { on: '2026-04-20' }]],
  },
  'antwoord dat ook de ontvangst bevestigt, te laat': {
    about: { complainant: { name: 'mw. de Boer', address }, stage: 'registered' },
    letters: [['answer', { ...answered[1], today: '2026-04-10' }]],
  },
  'geen klacht': {
    about: { complainant: { name: 'Mevrouw Visser', email: 'visser@example.nl' } },
    letters: [['dismissal', { dismissal: 'no-complaint' }]],
  },
  'niet over Ballance': {
    about: { complainant: { name: 'dhr. van Dijk', address } },
    letters: [acknowledged, ['dismissal', { dismissal: 'not-about-us' }]],
  },
  'klager niet te bereiken': {
    about: { complainant: { name: 'J. Bakker', address } },
    letters: [acknowledged, ['dismissal', { dismissal: 'complainant-unknown' }]],
  },
  'deels gegrond, zonder maatregelen': {
    about: { complainant: { name: 'meneer in ’t Veld' }, manner: 'written' },
    letters: [
      [
        'answer',
        {
          position: 'Het eerste punt klopt.',
          judgement: 'partly-founded',
          proposal: 'Wij bieden u onze excuses aan.',
          measures: [],
        },
      ],
    ],
  },
};

/** The letters before the objection know of none. */
const before: readonly LetterKind[] = ['acknowledgement', 'answer', 'withdrawal', 'dismissal'];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, { about, letters }] of Object.entries(courses)) {
  const texts = letters.map(([kind, known]) => {
    const stage = kind === 'answer' ? 'acknowledged' : 'registered';
    const complaint = before.includes(kind) ? aComplaint({ stage, ...about }) : anObjection(about);
    return `===== ${letterNames[kind]} =====\n\n${draftLetter(kind, complaint, facts(known))}\n`;
  });
  writeFileSync(`${folder}/${name}.txt`, texts.join('\n\n'));
}
console.log(`${folder}: ${Object.keys(courses).length} courses`);
