import assert from 'node:assert/strict';
import { caseNumber } from '../../src/procedure/model/case-number.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import { limits } from '../../src/teams/form/text.ts';
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

  it('is taken as it is proposed, however long it is, with a letter that quotes it', async () => {
    const long = (first: string) => first + 'é'.repeat(limits.text - first.length);
    const three = ['K-2026-0006', 'K-2026-0007', 'K-2026-0008'].map((number) => ({
      number: caseNumber(number),
      summary: long(number),
    }));
    for (const wording of [undefined, long('De brief.')]) {
      const complaint = full('Factuur klopt niet.', {
        summary: long('Factuur.'),
        ...{ stage: 'registered', answer: undefined, letters: [], joined: three, wording },
      });
      const setting = settingOf(complaint);
      const { wording: field } = stepForms.acknowledge.fields(setting);
      const typed = { wording: field?.proposed, manner: 'handed' };
      const letter = stepForms.acknowledge.draft?.(typed, setting) ?? assert.fail();
      for (const { summary } of three) assert.ok(letter.includes(summary));
      const read = await stepForms.acknowledge.read({ ...typed, letter }, setting);
      assert.ok('value' in read, JSON.stringify(read));
      assert.equal((read.value as { wording?: string }).wording, field?.proposed);
      const worded = settingOf({ ...complaint, wording: String(field?.proposed) } as Complaint);
      const again = await stepForms.acknowledge.read({ manner: 'handed', letter }, worded);
      assert.ok('value' in again, JSON.stringify(again));
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
