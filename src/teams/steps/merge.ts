import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { mergedWith, mustBeTold } from '../../procedure/articles/art04-merge.ts';
import { canBeWrittenTo } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import { type CaseNumber, numberOf, readCaseNumber } from '../../procedure/model/case-number.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type TextField, type Typed, text } from '../form/fields.ts';
import { FormReader } from '../form/form-reader.ts';
import {
  letterBlock,
  letterLabels,
  optionalDispatchOf,
  optionalLetterBlock,
  orNone,
} from './letter-section.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { into: 'Nummer van de andere klacht', ...letterLabels };

/** Makes a number as an example, never that of the complaint itself. */
function example({ complaint: { number }, today }: Setting): string {
  const [first, second] = [1, 2].map((count) => numberOf(today.slice(0, 4), count));
  return `${number === first ? second : first}`;
}

/** Asks for the number of a complaint, and reads it however it is typed. */
function numberField(setting: Setting): TextField<CaseNumber> {
  const { alike = [], today } = setting;
  const placeholder = example(setting);
  const missing = `Vul het nummer van de andere klacht in, zoals ${placeholder}.`;
  return {
    ...text(labels.into, missing, {
      placeholder,
      hint: [
        ...(alike.length > 0 ? [`Misschien ${alike.join(' of ')}.`] : []),
        'Een klacht die jij ook behandelt, en die eerder of op dezelfde dag is ontvangen.',
      ].join(' '),
    }),
    read(form, id) {
      const typed = form.line(id, missing);
      if (typed === undefined) return undefined;
      return readCaseNumber(typed, today.slice(0, 4)) ?? form.wrong(id, missing);
    },
  };
}

const fields = (setting: Setting) => ({
  into: numberField(setting),
  ...(canBeWrittenTo(setting.complaint.complainant) && letterFields(setting)),
});

/** Makes the fields of its letter: with the choice to send none only where the complainant has another that confirms receipt. */
function letterFields(setting: Setting) {
  const first = datedFrom(setting.complaint, 'merger', 'closing');
  return mustBeTold(setting.complaint)
    ? letterBlock(setting, first)
    : optionalLetterBlock(setting, first, orNone);
}

const draft = (typed: Typed<ReturnType<typeof fields>>, setting: Setting): string | undefined => {
  const { into, manner } = typed;
  const { complaint, other: found } = setting;
  const other = found && mergedWith(found, complaint, setting);
  return manner && draftLetter('merger', complaint, { ...factsOf(typed, setting), into, other });
};

/** Finds the complaint of which a number is typed, to word its letter; undefined while there is none that who typed it may see. */
export async function otherIn(input: unknown, today: LocalDate, seen: Setting['seen']) {
  const number = readCaseNumber(new FormReader(input).line('into', '') ?? '', today.slice(0, 4));
  if (!number) return undefined;
  try {
    return await seen(number);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Art. 4: closes a complaint that belongs with another, which goes on for both. */
export const merge = stepForm('merge', {
  title: 'Hoort bij een andere klacht',
  labels,
  draftName: 'samen-behandeld',
  intro:
    'Gaat deze klacht over hetzelfde als een andere die jij behandelt? Dan gaat die verder voor allebei, met de termijnen van die andere, en sluit deze. Het logboek van allebei zegt het. Een andere klager krijgt een eigen antwoord (artikel 6): behandel die klacht apart, tenzij niemand weet van wie ze is.',
  fields,
  command: async (typed, setting) => {
    const { other, seen } = setting;
    const { letter: edited, manner, sentOn } = typed;
    const into = other?.number === typed.into ? other : await seen(typed.into);
    const text = draft(typed, { ...setting, other: into });
    const letter = optionalDispatchOf({ letter: edited, manner, sentOn }, text, setting);
    return { into, letter };
  },
  draft,
  done: ({ complaint: { closed } }) =>
    `De klacht is gesloten en gaat verder onder nummer ${closed?.into ?? 'van de andere klacht'}.`,
  about: {
    'unknown-complaint': 'into',
    'merged-with-itself': 'into',
    'other-is-closed': 'into',
    'other-changed': 'into',
    'other-is-later': 'into',
    'other-answers-later': 'into',
    'other-complainant': 'into',
    'respondents-differ': 'into',
    'letter-missing': 'manner',
    'in-the-future': 'sentOn',
    'out-of-order': 'sentOn',
  },
});
