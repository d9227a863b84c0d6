import { everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import type { Course } from './played.ts';
import {
  acknowledge,
  announceHandler,
  announceNoHandler,
  answer,
  decision,
  dismiss,
  experts,
  handOver,
  hear,
  invite,
  measured,
  object,
  state,
  waive,
  withdraw,
} from './steps.ts';

const address = 'Kerkstraat 1\n6811 AB Arnhem';
const phone = '06 12345678';
const email = 'klager@example.nl';

/** Received on Wednesday 1 April 2026, before Easter, unless a course says otherwise. */
export const firstCourses: Record<string, Course> = {
  'mevrouw, over een medewerker, afspraken': {
    complaint: { complainant: { name: 'mw. A. van den Berg-Öztürk', address, phone }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-09', joris),
      answer('2026-04-16', measured(['Een vast nummer instellen', fatima.name, '2026-05-01'])),
      object('2026-04-22'),
      invite('2026-04-23', '2026-04-28', { branch: 'Arnhem', employeePresent: 'true' }),
      hear('2026-04-28', {
        hearingForm: 'office',
        present: 'Mevrouw Van den Berg, Lars Brouwer en Joris Bakker',
        proposal: 'Joris Bakker belt u elke week.',
        reaction: 'U vindt dat goed.',
        settlement: 'Joris Bakker belt u elke maandag om 10:00 uur.',
        ...measured(['Een vast belmoment op maandag instellen', joris.name, '2026-05-29']),
      }),
    ],
  },
  'echtpaar, niemand beklaagd, naar de rechter': {
    complaint: { complainant: { name: 'de heer en mevrouw De Wit', address, phone } },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      answer('2026-04-16'),
      object('2026-04-22'),
      invite('2026-04-22', '2026-04-24'),
      hear('2026-04-24', {
        proposal: 'Wij bellen u voortaan binnen een dag terug.',
        reaction: 'U vindt dat te laat.',
      }),
    ],
  },
  'bedrijf, ongegrond, beslissing van de directie': {
    complaint: {
      complainant: { name: 'Jansen Bouw B.V.', address: 'Kade 9\n3511 AA Utrecht' },
      origin: 'principal',
      manner: 'written',
      summary: 'De planning van de verbouwing klopte niet.',
    },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-10'),
      answer('2026-04-15', {
        position: 'Wij hebben alle afspraken gehaald.',
        judgement: 'unfounded',
        proposal: '',
      }),
      object('2026-04-21', { text: 'De planning klopte niet.' }),
      invite('2026-04-22', '2026-04-24'),
      waive('2026-04-23'),
      decision('2026-04-29', willem, {
        decision: 'Wij veranderen ons antwoord niet.',
        reasons: 'Uit de planning blijkt dat wij op tijd waren.',
        judgement: 'unfounded',
      }),
    ],
  },
  'zonder aanspreekvorm, namens, met een deskundige die een adres heeft, twee beklaagden': {
    complaint: {
      complainant: { name: 'Jan Jansen', representing: 'mevrouw M. Jansen', phone },
      respondents: [joris, sanne],
      by: fatima,
    },
    steps: [
      experts('2026-04-01', 'mr. A. Bos (Bos Advocaten, Markt 3, 6811 CD Arnhem)'),
      state('2026-04-01'),
      acknowledge('2026-04-02', { manner: 'handed' }),
      state('2026-04-07', sanne),
      answer('2026-04-16', { manner: 'handed' }),
      object('2026-04-22'),
      invite('2026-04-22', '2026-04-24', { employeePresent: 'true', manner: 'handed' }),
      hear('2026-04-24', { manner: 'handed', present: 'U, Lars Brouwer, Joris Bakker en Sanne de Vries' }),
    ],
  },
  'naam onbekend, geen oordeel': {
    complaint: { complainant: { name: 'onbekend', email } },
    steps: [
      acknowledge('2026-04-02', { manner: 'email' }),
      answer('2026-04-16', {
        position: 'Wij weten te weinig om te oordelen.',
        judgement: 'none',
        proposal: '',
        manner: 'email',
      }),
    ],
  },
  'over de klachtenfunctionaris, de vervanger behandelt': {
    complaint: { complainant: { name: 'dhr. Jansen', address }, respondents: [lars] },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-09', lars),
      answer('2026-04-16'),
      object('2026-04-24'),
      invite('2026-04-24', '2026-04-30'),
    ],
  },
  'gesprek later op verzoek, tweede vertegenwoordiger': {
    complaint: { complainant: { name: 'Familie de Wit', address, phone } },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-09'),
      answer('2026-04-16'),
      object('2026-04-20'),
      invite('2026-04-21', '2026-05-13', {
        laterWish: 'complainant',
        laterBecause: 'Op reis.',
        secondRepresentative: willem.id,
      }),
    ],
  },
  'nog een gesprek, afgezien, daarna beslist met maatregelen': {
    complaint: { complainant: { name: 'Mevrouw Jansen', address }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-10', joris),
      answer('2026-04-16'),
      object('2026-04-22'),
      invite('2026-04-22', '2026-04-24', { branch: 'Utrecht' }),
      hear('2026-04-24', { hearingForm: 'office', reaction: 'U wilt er nog over nadenken.' }),
      invite('2026-04-29', '2026-05-06', { branch: 'Arnhem' }),
      waive('2026-05-01'),
      decision('2026-05-04', ingrid, measured(['De 50 euro overmaken', sanne.name, '2026-05-29'])),
    ],
  },
  'te laat, geweigerd': {
    complaint: { complainant: { name: 'J. de Wit', address } },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-10'),
      answer('2026-04-16'),
      object('2026-06-02', {
        late: 'refuse',
        reason: 'U hebt niet verteld waarom u later schreef.',
        manner: 'post',
      }),
    ],
  },
  'op tijd verstuurd, lang onderweg, geweigerd': {
    complaint: { complainant: { name: 'mevrouw I. de Haan', address } },
    steps: [
      acknowledge('2026-04-02'),
      answer('2026-04-16'),
      object('2026-06-02', {
        postmark: '2026-05-20',
        late: 'refuse',
        reason: 'U hebt na ons antwoord niet gebeld of gemaild dat er nog een brief onderweg was.',
        manner: 'post',
      }),
    ],
  },
  'te laat, toch behandeld': {
    complaint: { complainant: { name: 'mevrouw L. Kuipers', address, phone } },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-10'),
      answer('2026-04-16'),
      object('2026-06-02', { late: 'accept', reason: 'Zij lag in het ziekenhuis.' }),
      invite('2026-06-03', '2026-06-08'),
    ],
  },
  'over de hele directie': {
    complaint: { complainant: { name: 'mevr. Jansen', address }, respondents: [willem, ingrid] },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-09', willem),
      state('2026-04-09', ingrid),
      answer('2026-04-16'),
      object('2026-04-22'),
      invite('2026-04-22', '2026-04-24'),
    ],
  },
  ingetrokken: {
    complaint: { complainant: { name: 'Mevrouw Fatima el Idrissi', email } },
    steps: [acknowledge('2026-04-02', { manner: 'email' }), withdraw('2026-04-20', { manner: 'email' })],
  },
  'deels gegrond, zonder maatregelen': {
    complaint: { complainant: { name: 'meneer in ’t Veld', email }, manner: 'written' },
    steps: [
      acknowledge('2026-04-02', { manner: 'email' }),
      state('2026-04-08'),
      answer('2026-04-16', {
        position:
          'Het eerste punt klopt.\n\nHet tweede punt klopt niet:\n- U kreeg op tijd een brief.\n- Wij belden u twee keer.',
        judgement: 'partly-founded',
        proposal: 'Wij bieden u onze excuses aan.',
        manner: 'email',
      }),
    ],
  },
  'antwoord dat ook de ontvangst bevestigt, te laat': {
    complaint: { complainant: { name: 'mw. de Boer', address } },
    steps: [answer('2026-04-10')],
  },
  'een ander behandelt de klacht': {
    complaint: { complainant: { name: 'Mevrouw Visser', address }, respondents: [joris] },
    steps: [
      acknowledge('2026-04-02'),
      handOver('2026-04-07', fatima),
      announceHandler('2026-04-07'),
      state('2026-04-09'),
      state('2026-04-10', joris),
      answer('2026-04-16'),
    ],
  },
  'niemand mag de klacht behandelen': {
    complaint: { complainant: { name: 'Mevrouw Visser', address }, respondents: everybodyAtTheDesk },
    steps: [announceNoHandler('2026-04-02', sanne)],
  },
  'geen klacht': {
    complaint: { complainant: { name: 'Mevrouw Visser', address } },
    steps: [dismiss('2026-04-02', 'no-complaint')],
  },
  'niet over Ballance': {
    complaint: { complainant: { name: 'dhr. van Dijk', address } },
    steps: [acknowledge('2026-04-02'), dismiss('2026-04-07', 'not-about-us')],
  },
  'klager niet te bereiken': {
    complaint: { complainant: { name: 'J. Bakker', address } },
    steps: [acknowledge('2026-04-02'), dismiss('2026-04-17', 'complainant-unknown')],
  },
};
