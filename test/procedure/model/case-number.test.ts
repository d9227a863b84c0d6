import assert from 'node:assert/strict';
import { readCaseNumber } from '../../../src/procedure/model/case-number.ts';

describe('the number of a complaint as people type it', () => {
  const is = (number: string | undefined, ...texts: string[]): void => {
    for (const text of texts) assert.equal(readCaseNumber(text, '2026'), number, text);
  };

  it('is read with its year, however it is written', () => {
    is('K-2025-0001', 'K-2025-0001', 'k20250001', ' K 2025 0001 ', '2025-1', '20250001', 'k-2025/1');
    is('K-2026-12345', 'K-2026-12345', 'k202612345');
  });

  it('is of this year without one', () => is('K-2026-0012', '12', '0012', 'k12', 'K-12'));

  it('is none where it cannot be one', () =>
    is(
      undefined,
      '',
      '0',
      'K-2026-0000',
      'K-2026-',
      'front-desk',
      '1,5',
      '-1',
      '١',
      '1234567890123456',
      '0612345678',
      '612345678',
      '1999-1',
    ));
});
