import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import {
  complainantTimeWords,
  daysLeftWords,
  faultWords,
  unreadableLines,
} from '../../../src/teams/cards/words.ts';

describe('dossiers that cannot be read', () => {
  it('are the deadlines of who handles them, and not of who registered them', () => {
    assert.match(
      unreadableLines([{ number: 'K-2026-0001', isNewer: false }], 'desk').join(),
      /houd de termijnen zolang zelf bij/,
    );
    const [receiver = ''] = unreadableLines([{ number: 'K-2026-0001', isNewer: false }], 'receiver');
    assert.match(receiver, /Geef het nummer door aan de klachtenfunctionaris/);
    assert.doesNotMatch(receiver, /termijn|beheerder/);
  });
});

describe('the time that is left, in words', () => {
  for (const [workingDaysLeft, late, words] of [
    [3, false, 'nog 3 werkdagen'],
    [1, false, 'nog 1 werkdag'],
    [0, false, 'vandaag is de laatste dag'],
    [0, true, 'te laat'],
    [-1, true, '1 werkdag te laat'],
    [-2, true, '2 werkdagen te laat'],
  ] as const) {
    it(`is "${words}"`, () => assert.equal(daysLeftWords({ workingDaysLeft, late }), words));
  }

  for (const [daysLeft, words] of [
    [12, 'de klager heeft nog 12 dagen'],
    [1, 'de klager heeft nog 1 dag'],
    [0, 'vandaag is de laatste dag van de klager'],
    [-1, 'de tijd van de klager is voorbij'],
  ] as const) {
    it(`is "${words}" for what the complainant owes`, () =>
      assert.equal(complainantTimeWords(daysLeft), words));
  }
});

describe('why something was not delivered', () => {
  /** The places of a reason in the code: thrown, kept as a fault, or in a constant that is thrown elsewhere. */
  const written = [
    /new (?:Undelivered|Unanswered)\('([^']+)'/g,
    /\bfault: '([^']+)'/g,
    /\? error\.message : '([^']+)'/g,
    /\|\| '(no answer)'/g,
    /const (?:noId|notAColleague|various) = '([^']+)'/g,
  ];

  it('has words on the card, whichever reason the code writes down', () => {
    const sources = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'));
    const reasons = new Set(
      sources.flatMap((source) =>
        written.flatMap((one) => [...source.matchAll(one)].map(([, reason = '']) => reason)),
      ),
    );
    assert.ok(reasons.size >= 11, [...reasons].join());
    for (const reason of reasons) assert.ok(faultWords(reason), reason);
  });
});
