import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Step } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { bsnQuestions } from '../form/bsn.ts';
import { type Choice, type Field, type Fields, type Input, toggle } from '../form/fields.ts';
import type { FieldErrors } from '../form/form-reader.ts';
import { shortened } from '../form/text.ts';
import type { Action } from './button.ts';
import { shownIn } from './form-parts.ts';
import { formBanners, type Notice } from './notice.ts';
import { type CaseReference, formButtons, type LetterButtons } from './step-buttons.ts';
import { type Card, template } from './template.ts';

export type StepFormView = {
  step: Step;
  title: string;
  of: CaseReference;
  /** The form id: the same form sent twice is one step. */
  formId: string;
  complainant: string;
  intro: string;
  fields: Fields;
  /** What was typed, to show it again; absent for a new form. */
  values?: Record<string, string>;
  /** People who were picked from all of Teams before, so that their names can be shown again. */
  chosen?: readonly Person[];
  errors: FieldErrors;
  /** The locale of the client, such as 'nl-NL'. */
  locale?: string;
  notice?: Notice;
  /** Whether the form can draft a letter. */
  drafts: boolean;
  /** Whether who fills it in does not see the dossier: it leads back to what they registered, and its letter can only be downloaded. */
  isBlind?: boolean;
  /** The id of the draft of the letter in it; absent where there is none. */
  made?: string | undefined;
  /** The id of the message for the respondents that the bot wrote into the form. */
  told?: string | undefined;
};

type Data = {
  title: string;
  number: CaseNumber;
  complainant: string;
  intro: string;
  banners: Notice[];
  fields: {
    at: string;
    isVisible: boolean;
    input: Input;
    hint: string;
    error: string;
    /** Unfolds the next row, after the last field of one. */
    more: Action[];
    moreAt: string;
    moreShows: boolean;
  }[];
  actions: Action[];
};

const fill = template<Data>('step-form');

/** Draws the form of a step, new or with what was typed and its errors. A form without fields explains itself. */
export function stepFormCard(form: StepFormView): Card {
  const asked = [
    ...Object.entries(form.fields).flatMap(([id, field]) => (field ? [{ id, ...field }] : [])),
    ...bsnQuestions(form.values ?? {}, form.errors).map(({ id, label, choices: [yes] }) => ({
      id,
      ...toggle(label, yes?.title ?? ''),
    })),
  ];
  const shown = lastShown(asked, form);
  const fields = asked.map((field, index) => ({
    ...question(field.id, field, form),
    at: `field-${field.id}`,
    isVisible: !field.row || field.row.at <= shown,
    ...unfolding(field, asked.slice(index + 1), shown),
  }));
  const card = fill({
    title: form.title,
    number: form.of.number,
    complainant: form.complainant,
    intro: form.intro,
    banners: formBanners(form.errors, form.notice),
    fields,
    actions: formButtons(
      form,
      {
        ...form.of,
        form: form.formId,
        ...(form.made && { made: form.made }),
        ...(form.told && { told: form.told }),
      },
      {
        letter: letterButtons(form),
        window: fields.length > 1 && { isNew: form.values === undefined },
      },
    ),
  });
  return fields.length > 0 ? card : { ...card, speak: `${form.title}. Klacht ${form.of.number}.` };
}

function letterButtons({ fields, drafts, isBlind, values }: StepFormView): LetterButtons | undefined {
  if (!fields.letter) return drafts && isBlind ? {} : undefined;
  const isThere = values ? values.letter : fields.letter.proposed;
  return drafts ? { make: isThere ? 'Brief opnieuw maken' : 'Brief maken' } : {};
}

type Asked = Field & { id: string };

/** Finds the last row that is not folded: the first, or the last with something in it. */
const lastShown = (asked: readonly Asked[], { values = {}, errors }: StepFormView): number =>
  Math.max(1, ...asked.map(({ id, row }) => (row && (values[id]?.trim() || errors[id]) ? row.at : 1)));

/** Makes the button that unfolds the next row, which stands under the last field of a row; it goes away once it is pressed. */
function unfolding({ row }: Asked, others: readonly Asked[], shown: number) {
  const [next] = others;
  const isLast = row && next?.row && next.row.at > row.at;
  if (!isLast) return { more: [], moreAt: '', moreShows: false };
  const targetElements = [
    { elementId: `more-${row.at}`, isVisible: false },
    ...others
      .filter((other) => other.row?.at === next.row?.at)
      .map(({ id }) => ({ elementId: `field-${id}`, isVisible: true })),
  ];
  const action = { type: 'Action.ToggleVisibility', title: row.more, targetElements };
  return { more: [action], moreAt: `more-${row.at}`, moreShows: row.at >= shown };
}

function question(
  id: string,
  field: Field,
  { values, chosen, errors, locale }: StepFormView,
): Pick<Data['fields'][number], 'input' | 'hint' | 'error'> {
  const { label, input, proposed, hint = '' } = field;
  const { value, lost = '' } = shownIn(input, values ? (values[id] ?? '') : proposed, locale);
  return {
    input: {
      ...withChosen(input, chosen),
      id,
      label,
      value,
    },
    hint: shortened(hint, 500),
    error: errors[id] || lost,
  };
}

/** Adds those people to the choices of a picker. */
function withChosen(input: Input, chosen: readonly Person[] = []): Input {
  if (!input['choices.data']) return input;
  const choices = input.choices as Choice[];
  const others = chosen.filter(({ id }) => !choices.some(({ value }) => value === id));
  return { ...input, choices: [...choices, ...others.map(({ id, name }) => ({ title: name, value: id }))] };
}
