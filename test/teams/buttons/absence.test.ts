import assert from 'node:assert/strict';
import { parseAbsence } from '../../../src/teams/buttons/absence.ts';
import type { Parsed } from '../../../src/teams/form/form-reader.ts';

const today = '2026-11-26';

function taken<T>(parsed: Parsed<T>): T {
  assert.ok('value' in parsed, JSON.stringify(parsed));
  return parsed.value;
}

const errorsOf = (parsed: Parsed<unknown>): Record<string, string> =>
  'errors' in parsed ? parsed.errors : {};

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
