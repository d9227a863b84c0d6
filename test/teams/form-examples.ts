import { website } from '../../src/procedure/articles/art04-website.ts';
import type { Complaint, Person } from '../../src/procedure/model/complaint.ts';
import type { KeptDocument } from '../../src/procedure/model/document.ts';
import { stepFormCard } from '../../src/teams/cards/step-form.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { bsnError } from '../../src/teams/form/bsn.ts';
import { type FormStep, stepForms } from '../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../src/teams/steps/step.ts';
import { ballance } from '../letters/an-organisation.ts';
import { aDocument } from '../procedure/asked.ts';
import { bare, calendar, desk, full, joris, lars, today } from './a-dossier.ts';
import { plausible, type Typed, typedIn } from './typed.ts';

/** The setting of a form on an ordinary day, filled in by Lars. */
export const settingOf = (complaint: Complaint, over: Partial<Setting> = {}): Setting => ({
  now: `${today}T09:00:00.000Z`,
  today,
  calendar,
  desk,
  mail: false,
  organisation: ballance,
  complaint,
  course: [],
  by: lars,
  names: async (ids) => ids.map((id): Person => ({ id, name: id === joris.id ? joris.name : 'Een collega' })),
  seen: async (number) => ({ ...complaint, number }),
  ...over,
});

export const steps = Object.keys(stepForms) as FormStep[];

/** The fields of the form of a step. */
export const idsOf = (step: FormStep, setting: Setting): string[] =>
  Object.entries(stepForms[step].fields(setting)).flatMap(([id, field]) => (field ? [id] : []));

function formOf(step: FormStep, setting: Setting, over: Partial<Parameters<typeof stepFormCard>[0]>): Card {
  const dialog = stepForms[step];
  return stepFormCard({
    step,
    title: dialog.title,
    of: { number: setting.complaint.number, version: 3 },
    formId: 'form-2',
    complainant: setting.complaint.complainant.name,
    intro: dialog.intro(setting),
    fields: dialog.fields(setting),
    errors: {},
    drafts: dialog.draft !== undefined,
    ...over,
  });
}

const documents = [0, 1].map(
  (index): KeptDocument => ({
    ...aDocument(index),
    addedOn: today,
    ...(index === 1 && { sharedWith: [joris.id] }),
  }),
);

/** Gives a step what it asks about: somebody who is named on the website, or documents, of which one is shared. */
function having(step: FormStep, setting: Setting): Setting {
  if (step === 'judge-name')
    return { ...setting, complaint: bare({ receiver: website, respondents: [joris], supposed: [joris.id] }) };
  return step === 'remove-document'
    ? { ...setting, complaint: { ...setting.complaint, documents } }
    : setting;
}

/** The form of every step: new, and with everything typed in it and everything wrong. */
export function formExamples(typed: Typed): Record<string, Card> {
  // After the month of Art. 7 an objection asks for more.
  const setting = settingOf(full(typed, { statements: [], stage: 'answered' }), {
    mail: true,
    today: '2027-01-04',
  });
  const plain = settingOf(full(plausible, { stage: 'answered' }));
  const all = (step: FormStep, answerTo: (id: string) => string) =>
    Object.fromEntries(idsOf(step, setting).map((id) => [id, answerTo(id)]));
  // A delay that was never mailed, until a day that has come.
  const overtaken = settingOf(
    full(plausible, {
      letters: [
        {
          ...{ id: 1, kind: 'delay', text: 'Later', manner: 'email', queuedOn: '2026-11-23' },
          promised: { of: 'answer', on: today },
        },
      ],
    }),
  );
  const others = {
    'add-note form, with a number that may be of a citizen': formOf('add-note', plain, {
      values: { text: 'Haar nummer is 111222333.' },
      errors: { text: bsnError },
    }),
    'send-by-hand form, of a letter that is overtaken': formOf('send-by-hand', overtaken, {}),
  };
  return Object.fromEntries([
    ...Object.entries(others),
    ...steps.flatMap((step) => [
      [`${step} form`, formOf(step, having(step, plain), {})],
      [
        `${step} form, with faults`,
        formOf(step, having(step, setting), {
          values: all(step, (id) => typedIn(id, typed)),
          errors: all(step, () => 'Dit veld klopt niet.'),
          notice: { text: typed.notice, tone: 'warning' },
        }),
      ],
    ]),
  ]);
}
