import { type Manner, manners, type Origin, origins, type Person } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { bsnQuestions } from '../form/bsn.ts';
import { type Choice, choicesOf } from '../form/fields.ts';
import type { FieldErrors } from '../form/form-reader.ts';
import { type Action, buttons, windowButton } from './button.ts';
import { shownFields } from './form-parts.ts';
import { formBanners, type Notice } from './notice.ts';
import { type Card, labelsIn, template } from './template.ts';
import { mannerWords, originWords, roleWords } from './words.ts';

/** The fields of Art. 4 that are seldom filled in, folded in the form until one of them is. */
const folded = ['colleague', 'representing', 'branch', 'experts', 'unnamed', 'remedied'] as const;

/** The fields of Art. 4, in the order of the form. */
const ids = [
  'summary',
  'complainantName',
  'email',
  'phone',
  'address',
  'respondents',
  'origin',
  'receivedOn',
  'manner',
  ...folded,
] as const;
type Id = (typeof ids)[number];

export type RegistrationForm = {
  /** The form id: the same form sent twice is one complaint. */
  formId: string;
  today: LocalDate;
  desk: Desk;
  /** What was typed, to show it again; none for a blank form. */
  values: Record<string, string>;
  errors: FieldErrors;
  /** The branches to choose from (BRANCHES), the first of them none; a line of text where there are none. */
  branches?: readonly Choice[];
  /** Respondents chosen before who are not at the desk, so that their names can be shown again. */
  chosen?: readonly Person[];
  /** The locale of the client, such as 'nl-NL'. */
  locale?: string;
  notice?: Notice;
  /** What must be said of who is named and was not chosen. */
  questions?: readonly Question[];
};

/** A question whom the complaint is about. */
export type Question = {
  id: string;
  label: string;
  choices: Choice[];
  isMultiple: boolean;
  value: string;
};

/** The id of the question whether the complaint is about that person. */
export const questionOf = ({ id }: Pick<Person, 'id'>): string => `about-${id}`;

type Data = {
  questions: readonly Question[];
  banners: Notice[];
  values: Record<Id, string>;
  errors: Record<Id, string>;
  today: LocalDate;
  origins: Choice[];
  manners: Choice[];
  people: Choice[];
  branches: readonly Choice[];
  /** One item where there is no branch to choose, so that a line of text is asked. */
  noBranches: readonly true[];
  showsMore: boolean;
  window: Action[];
  actions: Action[];
};

const fill = template<Data>('registration-form');
export const registrationLabels = labelsIn('registration-form');
const client: Origin = 'client';
const oral: Manner = 'oral';

/** The inputs that are not a line of text. */
const inputs = {
  address: { type: 'Input.Text', isMultiline: true },
  summary: { type: 'Input.Text', isMultiline: true },
  receivedOn: { type: 'Input.Date' },
};

/**
 * Draws the form of Art. 4, blank or with what was typed and its errors. No field is required by the client, which would keep the
 * button of the window from taking along what was typed: the server checks them all.
 */
export function registrationForm({
  formId,
  today,
  desk,
  branches = [],
  chosen = [],
  questions = [],
  ...form
}: RegistrationForm): Card {
  const defaults = {
    ...{ origin: client, receivedOn: today, manner: oral },
    ...{ colleague: '', representing: '', experts: '', remedied: 'false', unnamed: 'named' },
    branch: branches[0]?.value ?? '',
  };
  const values: Record<string, string> = { ...defaults, ...form.values };
  return fill({
    banners: formBanners(form.errors, form.notice),
    questions: [...questions, ...bsnQuestions(form.values, form.errors)],
    ...shownFields(ids, { ...form, values }, inputs),
    today,
    origins: choicesOf<Origin>(origins, originWords),
    manners: choicesOf<Manner>(manners, mannerWords),
    people: fixedPeople(desk, chosen),
    branches,
    noBranches: branches.length > 0 ? [] : [true],
    showsMore: folded.some((id) => form.errors[id] || values[id] !== defaults[id]),
    window: buttons([windowButton('ask-register', { form: formId }, { isNew: false })]),
    actions: buttons([{ title: 'Klacht registreren', verb: 'register', data: { form: formId }, main: true }]),
  });
}

/** Lists the choices of the picker itself (officer, substitutes, board); Teams adds every other colleague while searching. */
function fixedPeople(desk: Desk, chosen: readonly Person[]): Choice[] {
  const titles = new Map(chosen.map(({ id, name }) => [id, name]));
  for (const { person, role } of inOrderOfHandling(desk))
    titles.set(person.id, `${person.name} (${roleWords[role]})`);
  return [...titles].map(([value, title]) => ({ title, value }));
}
