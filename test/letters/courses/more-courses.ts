import { fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import type { Course } from './played.ts';
import {
  accuse,
  acknowledge,
  answer,
  decision,
  delay,
  experts,
  hear,
  invite,
  measured,
  moveMeasure,
  object,
  state,
  talk,
  waive,
  withdraw,
} from './steps.ts';

const address = 'Dorpsweg 12\n3511 BC Utrecht';
const phone = '06 87654321';
const email = 'klager@example.nl';

/** What is not known of a talk that is to come. */
const stillToCome = { solved: 'to-come', result: '', agreements: '' };

/** Courses that run into a holiday, lateness, or somebody who is away. */
export const moreCourses: Record<string, Course> = {
  'bevestiging te laat': {
    complaint: { complainant: { name: 'dhr. P. Smit', address } },
    steps: [acknowledge('2026-04-14')],
  },
  'bevestiging zo laat dat het antwoord er al had moeten zijn': {
    complaint: { complainant: { name: 'mevr. dr. S. Yilmaz', address }, respondents: [joris] },
    steps: [acknowledge('2026-04-28', { answerBy: '2026-05-06' }), answer('2026-05-04')],
  },
  'antwoord per post te laat, per e-mail zou het op tijd zijn geweest': {
    complaint: { complainant: { name: 'K. van der Meer', address, email } },
    steps: [acknowledge('2026-04-02'), state('2026-04-10'), answer('2026-04-22')],
  },
  'beslissing te laat': {
    complaint: { complainant: { name: 'mevrouw B. Tan', address }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-09', joris),
      answer('2026-04-16'),
      object('2026-04-20'),
      invite('2026-04-20', '2026-04-22'),
      waive('2026-04-21'),
      decision('2026-05-12', ingrid, { judgement: 'founded', offer: 'lapses' }),
    ],
  },
  'de maand loopt over Kerst en Nieuwjaar': {
    complaint: {
      complainant: { name: 'de heer H. IJsbrand', address },
      receivedOn: '2026-12-01',
      manner: 'written',
    },
    steps: [
      acknowledge('2026-12-04'),
      state('2026-12-08'),
      answer('2026-12-15'),
      object('2027-01-15', { postmark: '2027-01-14' }),
      invite('2027-01-18', '2027-01-21', { branch: 'Utrecht' }),
    ],
  },
  'de maand eindigt in februari': {
    complaint: { complainant: { name: 'mw. R. Peters', email }, receivedOn: '2027-01-11' },
    steps: [
      acknowledge('2027-01-12', { manner: 'email' }),
      state('2027-01-19'),
      answer('2027-01-29', { manner: 'email' }),
    ],
  },
  'overhandigd, en eens met het antwoord': {
    complaint: { complainant: { name: 'Ahmed Bouali', address }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-01', { manner: 'handed' }),
      state('2026-04-02'),
      state('2026-04-08', joris),
      answer('2026-04-09', { manner: 'handed' }),
      ['2026-04-13', 'agree', { on: '2026-04-13', manner: 'handed' }],
    ],
  },
  'eens met het antwoord, met maatregelen die nog lopen': {
    complaint: { complainant: { name: 'mevrouw F. Hendriks', email }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-02', { manner: 'email' }),
      state('2026-04-08'),
      state('2026-04-13', joris),
      answer('2026-04-16', {
        manner: 'email',
        ...measured(
          ['Het rooster aanpassen', 'Lars Brouwer', '2026-05-29'],
          ['Alle cliënten bellen', 'Ingrid Smit', '2026-04-20'],
        ),
      }),
      ['2026-04-28', 'agree', { on: '2026-04-24', manner: 'email' }],
    ],
  },
  'een maand niets gehoord': {
    complaint: { complainant: { name: 'de heer Q. Blom', address } },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      answer('2026-04-15', {
        position: 'Wij belden u elke keer binnen een dag terug. Dat staat in ons belsysteem.',
        judgement: 'unfounded',
        proposal: '',
      }),
      ['2026-06-01', 'close', { on: '2026-06-01', manner: 'post' }],
    ],
  },
  'niemand in de directie kan beslissen, en Ballance sluit af': {
    complaint: { complainant: { name: 'mevrouw L. Kok', address }, respondents: [willem, ingrid] },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-09', willem),
      state('2026-04-10', ingrid),
      answer('2026-04-15'),
      object('2026-04-22'),
      waive('2026-04-24'),
      ['2026-04-28', 'close', { on: '2026-04-28', manner: 'post' }],
    ],
  },
  'een beslissing beloofd, en daarna kan niemand in de directie die nemen': {
    complaint: { complainant: { name: 'mevrouw L. Kok', address }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-09', joris),
      answer('2026-04-15'),
      object('2026-04-22'),
      waive('2026-04-23'),
      delay('2026-04-24', '2026-05-12'),
      accuse('2026-04-28', willem),
      accuse('2026-04-28', ingrid),
      ['2026-04-29', 'close', { on: '2026-04-29', manner: 'post' }],
    ],
  },
  'gesprek zonder telefoonnummer': {
    complaint: { complainant: { name: 'mevrouw T. de Groot', address } },
    steps: [
      acknowledge('2026-04-02'),
      answer('2026-04-16'),
      object('2026-04-22'),
      invite('2026-04-22', '2026-04-28'),
    ],
  },
  'gegrond, alleen maatregelen, drie beklaagden': {
    complaint: {
      complainant: { name: 'Stichting De Brug, t.a.v. mevrouw Koster', email },
      respondents: [joris, sanne, fatima],
      by: willem,
    },
    steps: [
      acknowledge('2026-04-02', { manner: 'email' }),
      state('2026-04-08'),
      state('2026-04-09', joris),
      state('2026-04-09', sanne),
      answer('2026-04-16', {
        proposal: '',
        ...measured(
          ['Het rooster aanpassen', 'Lars Brouwer', '2026-05-29'],
          ['Alle cliënten bellen', 'Ingrid Smit', '2026-05-15'],
        ),
        manner: 'email',
      }),
    ],
  },
  'de directie geeft geen oordeel': {
    complaint: { complainant: { name: 'Kim Chen', address, phone } },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      answer('2026-04-16', {
        position: 'Wij kunnen niet nagaan wie u aan de telefoon had. Daarom geven wij geen oordeel.',
        judgement: 'none',
        proposal: '',
      }),
      object('2026-04-22'),
      invite('2026-04-22', '2026-04-24'),
      waive('2026-04-24'),
      decision('2026-04-30', willem, {
        judgement: 'none',
        decision: 'Wij vergoeden uw belkosten: 5 euro.',
        reasons: 'Wat er is gezegd, kunnen wij niet meer nagaan. Uw kosten staan vast.',
      }),
    ],
  },
  'ingetrokken na het antwoord, met deskundigen': {
    complaint: { complainant: { name: 'mr. drs. J.W. van Loon', address }, respondents: [joris] },
    steps: [
      experts('2026-04-02', 'mevrouw A. Bos en de heer C. Dekker'),
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-13', joris),
      answer('2026-04-16'),
      withdraw('2026-04-22'),
    ],
  },
  'uitstel van het antwoord, twee keer': {
    complaint: { complainant: { name: 'mevrouw Van Dam', email, address } },
    steps: [
      acknowledge('2026-04-02'),
      delay('2026-04-20', '2026-05-06'),
      delay('2026-05-04', '2026-05-18', {
        wish: 'complainant',
        reason: 'U bent tot en met 8 mei met vakantie, en wilt ons daarna nog spreken.',
      }),
      state('2026-05-11'),
      answer('2026-05-13'),
    ],
  },
  'uitstel op eigen verzoek, van het antwoord op tijd, van de beslissing te laat': {
    complaint: { complainant: { name: 'mevrouw N. Bakker', email }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-02', { manner: 'email' }),
      state('2026-04-10', joris),
      delay('2026-04-20', '2026-04-30', {
        manner: 'email',
        wish: 'complainant',
        reason: 'U wilt eerst uw dossier bij ons inzien.',
      }),
      state('2026-04-28'),
      answer('2026-04-29', { manner: 'email' }),
      object('2026-05-06'),
      waive('2026-05-06'),
      delay('2026-05-18', '2026-05-27', {
        manner: 'email',
        wish: 'complainant',
        reason: 'U stuurt ons nog een brief van uw arts.',
      }),
      decision('2026-05-28', ingrid, { manner: 'email' }),
    ],
  },
  'klachtenfunctionaris afwezig': {
    complaint: { complainant: { name: 'mevrouw Van Dam', email }, respondents: [joris] },
    absences: [{ person: lars, from: '2026-03-30', until: '2026-04-10' }],
    steps: [
      acknowledge('2026-04-02', { manner: 'email' }),
      state('2026-04-08'),
      state('2026-04-09', joris),
      answer('2026-04-16', { manner: 'email' }),
    ],
  },
  'hoort bij een andere klacht': {
    complaint: { complainant: { name: 'mevrouw E. Maas', address } },
    steps: [acknowledge('2026-04-02'), ['2026-04-03', 'merge', { into: 'K-2025-0007', manner: 'post' }]],
  },
  'op zaterdag ontvangen, later geregistreerd': {
    complaint: {
      complainant: { name: 'Buurtvereniging West', address },
      receivedOn: '2026-04-04',
      today: '2026-04-07',
      manner: 'written',
      origin: 'partner',
    },
    steps: [acknowledge('2026-04-08'), state('2026-04-14'), answer('2026-04-21')],
  },
  'een maatregel die later klaar is, twee keer': {
    complaint: { complainant: { name: 'mevrouw T. Visser', address } },
    steps: [
      acknowledge('2026-04-02'),
      answer('2026-04-16', measured(['Een vast nummer instellen', fatima.name, '2026-05-01'])),
      moveMeasure('2026-04-28', '2026-05-15'),
      moveMeasure('2026-05-18', '2026-05-29'),
    ],
  },
  'opgelost in een gesprek, voor de bevestiging': {
    complaint: { complainant: { name: 'mevrouw F. Jongsma', address }, respondents: [joris] },
    steps: [talk('2026-04-03', { partner: joris.name })],
  },
  'opgelost na een bemiddeling met maatregelen, de bevestiging te laat': {
    complaint: { complainant: { name: 'de heer B. Aydin', email, address }, respondents: [joris] },
    steps: [
      talk('2026-04-02', { partner: joris.name, on: '2026-04-09', time: '10:00', ...stillToCome }),
      talk('2026-04-14', {
        partner: joris.name,
        on: '2026-04-13',
        mediationForm: 'mediation',
        ledBy: fatima.id,
        ...measured(['Een vast belmoment op maandag afspreken', joris.name, '2026-05-29']),
      }),
    ],
  },
  'een gesprek zonder oplossing, daarna het antwoord': {
    complaint: { complainant: { name: 'mevrouw K. de Boer', address } },
    steps: [
      acknowledge('2026-04-02'),
      talk('2026-04-08', {
        partner: 'Sanne de Vries',
        solved: 'not-yet',
        agreements: 'Wij zoeken uit wat er is misgegaan.',
        ...measured(['Het dossier nazoeken', 'Sanne de Vries', '2026-04-14']),
      }),
      answer('2026-04-16'),
    ],
  },
  'gesprek zonder oplossing, op kantoor, met allebei': {
    complaint: { complainant: { name: 'de heer O. Demir', address, phone }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-09', joris),
      answer('2026-04-16', { judgement: 'partly-founded' }),
      object('2026-04-22'),
      invite('2026-04-22', '2026-04-28', {
        branch: 'Utrecht',
        employeePresent: 'true',
        secondRepresentative: ingrid.id,
      }),
      hear('2026-04-28', {
        hearingForm: 'office',
        present: 'De heer Demir, Lars Brouwer, Joris Bakker en Ingrid Smit',
        proposal: 'Wij bieden u 25 euro.',
        reaction: 'U vindt dat te weinig.',
      }),
    ],
  },
};
