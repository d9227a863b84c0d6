import assert from 'node:assert/strict';
import { caseNumber } from '../../src/procedure/model/case-number.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import { stepForms } from '../../src/teams/steps/all-steps.ts';
import { full } from './a-dossier.ts';
import { settingOf, steps } from './form-examples.ts';

const joined = [{ number: caseNumber('K-2026-0006'), summary: 'En de brief was ook onleesbaar.' }];

/** What each form that words the complaint proposes for it. */
const proposed = (change: Partial<Complaint>): string[] => {
  const complaint = full('Factuur klopt niet.', { answer: undefined, ...change });
  return steps.flatMap((step) => {
    const { wording } = stepForms[step].fields(settingOf(complaint));
    return wording ? [String(wording.proposed)] : [];
  });
};

describe('Art. 6, "waarin de klacht [...] worden vermeld": what was merged into a complaint', () => {
  it('is proposed under its number in every form that words the complaint, also where that was worded before', () => {
    for (const wording of [undefined, 'De factuur klopt niet.']) {
      const texts = proposed({ joined, wording });
      assert.ok(texts.length > 1);
      for (const text of texts)
        assert.match(text, /actuur klopt niet\.\n\nNummer K-2026-0006: En de brief was ook onleesbaar\.$/);
    }
  });

  it('is not asked about again once it is worded', () =>
    assert.deepEqual(proposed({ joined, wording: 'De factuur. Nummer K-2026-0006: de brief.' }), []));

  it('is never proposed where it is of another complainant', () => {
    const others = joined.map((one) => ({ ...one, ofAnother: true }));
    for (const text of proposed({ joined: others, wording: undefined }))
      assert.doesNotMatch(text, /K-2026-0006/);
    assert.deepEqual(proposed({ joined: others, wording: 'De factuur klopt niet.' }), []);
  });
});
