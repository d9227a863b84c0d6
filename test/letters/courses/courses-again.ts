import { everybodyAtTheDesk, joris, sanne, willem } from '../../procedure/people.ts';
import type { Course } from './played.ts';
import {
  acknowledge,
  announceNoHandler,
  answer,
  decision,
  hear,
  invite,
  measured,
  object,
  sendAgain,
  state,
  waive,
} from './steps.ts';

/** Courses in which a letter comes back or does not arrive and goes out once more, and in which what was ended goes on. */
export const coursesAgain: Record<string, Course> = {
  'niemand mag de klacht behandelen, en die brief komt terug': {
    complaint: {
      complainant: { name: 'mevrouw L. Bos', address: 'Laan 5\n3511 AA Utrecht' },
      respondents: everybodyAtTheDesk,
    },
    steps: [
      announceNoHandler('2026-04-02', sanne),
      sendAgain('2026-04-15', 1, 'other-address', { address: 'Kade 9\n6811 AA Arnhem' }, sanne),
    ],
  },
  'het antwoord komt terug en gaat opnieuw, naar een ander adres': {
    complaint: {
      complainant: { name: 'mevrouw I. de Haan', address: 'Dorpsweg 12\n3511 BC Utrecht' },
      respondents: [joris],
    },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-08'),
      state('2026-04-09', joris),
      answer('2026-04-16', {
        ...measured(
          ['Het rooster aanpassen', 'Joris Bakker', '2026-04-24'],
          ['Alle cliënten bellen', 'Joris Bakker', '2026-05-29'],
        ),
      }),
      sendAgain('2026-05-04', 2, 'other-address', { address: 'Nieuwe straat 2\n6811 AA Arnhem' }),
      object('2026-06-05', { postmark: '2026-06-04' }),
      sendAgain('2026-06-08', 2, 'came-back'),
    ],
  },
  'het antwoord gaat opnieuw terwijl er een gesprek komt, en daarna nog een keer': {
    complaint: {
      complainant: {
        name: 'mevrouw A. Blaak',
        address: 'Dorpsweg 12\n3511 BC Utrecht',
        phone: '06 12345678',
      },
      respondents: [joris],
    },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-09'),
      state('2026-04-10', joris),
      answer('2026-04-16'),
      object('2026-04-22'),
      invite('2026-04-22', '2026-04-29'),
      sendAgain('2026-04-23', 2, 'not-arrived', { manner: 'handed' }),
      hear('2026-04-29'),
      sendAgain('2026-05-06', 2, 'not-arrived'),
    ],
  },
  'het antwoord gaat opnieuw terwijl de directie beslist': {
    complaint: { complainant: { name: 'de heer R. Slot', address: 'Laan 5\n3511 AA Utrecht' } },
    steps: [
      acknowledge('2026-04-02'),
      state('2026-04-09'),
      answer('2026-04-16'),
      object('2026-04-22'),
      waive('2026-04-23'),
      sendAgain('2026-04-24', 2, 'not-arrived', { manner: 'handed' }),
      decision('2026-04-29', willem),
      sendAgain('2026-05-06', 2, 'came-back'),
    ],
  },
  'antwoord en beslissing zijn niet aangekomen, en gaan na het sluiten opnieuw': {
    complaint: { complainant: { name: 'de heer S. Wolters', address: 'Parklaan 3\n3512 AB Utrecht' } },
    steps: [
      acknowledge('2026-04-02'),
      answer('2026-04-16', measured(['Iedereen bellen', 'Lars Brouwer', '2026-04-24'])),
      ['2026-06-01', 'close', { on: '2026-06-01', manner: 'none' }],
      ['2026-06-01', 'complete-measure', { measure: 'm1', on: '2026-04-17' }],
      sendAgain('2026-06-08', 2, 'not-arrived'),
      object('2026-06-22'),
      waive('2026-06-22'),
      decision('2026-06-30', willem),
      sendAgain('2026-07-13', 4, 'came-back', { manner: 'handed' }),
    ],
  },
  'hoort bij een andere klacht, voor de bevestiging, en daarna weer apart': {
    complaint: { complainant: { name: 'mevrouw Y. Mulder', address: 'Kade 8\n3511 AC Utrecht' } },
    steps: [
      ['2026-04-13', 'merge', { into: 'K-2025-0007', manner: 'post' }],
      ['2026-04-14', 'reopen', { reason: 'De klager wil een eigen antwoord.' }],
      answer('2026-04-16', { judgement: 'unfounded', proposal: '' }),
    ],
  },
  'te laat, toch behandeld, zonder gesprek beslist': {
    complaint: { complainant: { name: 'de heer T. Vos', address: 'Plein 2\n3511 AD Utrecht' } },
    steps: [
      acknowledge('2026-04-02'),
      answer('2026-04-16', { judgement: 'unfounded', proposal: '' }),
      object('2026-06-02', { late: 'accept', reason: 'Hij lag in het ziekenhuis.' }),
      waive('2026-06-03'),
      decision('2026-06-10', willem),
    ],
  },
};
