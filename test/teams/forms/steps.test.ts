import assert from 'node:assert/strict';
import {
  type Parsed,
  parseAbsence,
  parseAcknowledgement,
  parseHandOver,
  parseNote,
  parseWithdrawal,
} from '../../../src/teams/forms.ts';

const today = '2026-11-26';
const lars = '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02';

function taken<T>(parsed: Parsed<T>): T {
  assert.ok('value' in parsed, JSON.stringify(parsed));
  return parsed.value;
}

const errorsOf = (parsed: Parsed<unknown>): Record<string, string> =>
  'errors' in parsed ? parsed.errors : {};

describe('the forms of the steps', () => {
  it('take an acknowledgement', () => {
    const value = { letter: 'Geachte mevrouw', manner: 'post', sentOn: today };
    assert.deepEqual(taken(parseAcknowledgement(value, today)), value);
  });

  it('refuse an empty letter, an unknown manner and a day in the future', () => {
    const errors = errorsOf(
      parseAcknowledgement({ letter: ' ', manner: 'fax', sentOn: '2026-12-01' }, today),
    );
    assert.deepEqual(Object.keys(errors), ['letter', 'manner', 'sentOn']);
  });

  it('take a letter of 20,000 characters and no longer', () => {
    const letter = (length: number) => ({ letter: 'a'.repeat(length), manner: 'post', sentOn: today });
    assert.equal(taken(parseAcknowledgement(letter(20_000), today)).letter.length, 20_000);
    assert.ok('letter' in errorsOf(parseAcknowledgement(letter(20_001), today)));
  });

  it('refuse an empty note', () => assert.ok('text' in errorsOf(parseNote({ text: '\n' }))));

  it('refuse to hand over to nobody, to two, or without a reason', () => {
    assert.deepEqual(Object.keys(errorsOf(parseHandOver({}))), ['to', 'reason']);
    assert.ok(
      'to' in errorsOf(parseHandOver({ to: `${lars},${lars.replace('8', '9')}`, reason: 'vakantie' })),
    );
    assert.deepEqual(taken(parseHandOver({ to: lars, reason: 'vakantie' })), {
      to: lars,
      reason: 'vakantie',
    });
  });

  it('refuse a withdrawal without a day or a reason', () => {
    assert.deepEqual(Object.keys(errorsOf(parseWithdrawal({}, today))), ['on', 'reason']);
  });
});

describe('an absence', () => {
  it('may be today only, or planned', () => {
    assert.deepEqual(taken(parseAbsence({ from: today, until: today }, today)), {
      from: today,
      until: today,
    });
    assert.equal(taken(parseAbsence({ from: '2026-12-21', until: '2027-01-03' }, today)).until, '2027-01-03');
  });

  it('does not end before it begins, and is not over yet', () => {
    assert.ok('until' in errorsOf(parseAbsence({ from: '2026-12-21', until: '2026-12-20' }, today)));
    assert.ok('until' in errorsOf(parseAbsence({ from: '2026-11-01', until: '2026-11-25' }, today)));
  });

  it('is not planned further ahead than two years', () => {
    assert.ok('until' in errorsOf(parseAbsence({ from: today, until: '2036-01-01' }, today)));
  });
});
