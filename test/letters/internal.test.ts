import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import { stepForms } from '../../src/teams/steps/all-steps.ts';
import { full } from '../teams/a-dossier.ts';
import { filledWell } from '../teams/filled-well.ts';
import { settingOf, steps } from '../teams/form-examples.ts';
import { plausible } from '../teams/typed.ts';
import { facts } from './a-complaint.ts';

/** What is typed for the dossier alone. */
const internal = 'ALLEEN VOOR HET DOSSIER';

/** The fields of which the complainant reads nothing, unless the form says that they do. */
const forTheDossier = ['reason', 'laterBecause', 'notHeardBecause', 'result', 'message'];

const sending = steps.filter((step) => stepForms[step].draft);

describe('what is noted for the dossier alone', () => {
  const { appointment, objection } = full(plausible);
  assert.ok(appointment && objection);
  const noted = full(plausible, {
    summary: internal,
    wording: undefined,
    stage: 'answered',
    statements: [],
    appointment: { ...appointment, laterWish: 'complainant', laterBecause: internal },
    objection: { ...objection, lateBecause: internal },
    hold: { on: '2026-11-03', reason: internal },
    talks: [{ form: 'mediation', partner: 'Joris', on: '2026-11-04', result: internal, solved: false }],
    joined: [{ number: 'K-2026-0002', summary: internal }],
  });

  for (const kind of letterKinds)
    it(`is quoted in no letter (${kind})`, () => {
      assert.doesNotMatch(draftLetter(kind, noted, facts()), new RegExp(internal));
    });

  for (const step of sending)
    it(`is quoted in no letter that a form makes (${step})`, () => {
      const setting = settingOf(noted);
      const form = stepForms[step];
      const fields = form.fields(setting);
      const filled = filledWell(step, fields, ['letter', 'wording'], setting.today);
      const isForDossier = (id: string) =>
        forTheDossier.includes(id) && !/de klager leest/.test(form.labels[id] ?? '');
      for (const id of Object.keys(fields)) if (isForDossier(id)) filled[id] = internal;
      assert.doesNotMatch(form.draft?.(filled, setting) ?? '', new RegExp(internal));
      // A text that is proposed to whoever sends the letter quotes the summary only beside the field in which they see it.
      if (!fields.wording) assert.doesNotMatch(fields.letter?.proposed ?? '', new RegExp(internal));
    });
});
