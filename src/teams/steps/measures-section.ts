import { toldFate } from '../../procedure/articles/art09-proposal.ts';
import { type OfferFate, offerFates } from '../../procedure/model/answer.ts';
import type { PromisedMeasure } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { letterDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Picked } from '../adapter/colleagues.ts';
import { nameless } from '../adapter/visitor.ts';
import { offerLabel, offerWords } from '../cards/words.ts';
import {
  choice,
  choicesOf,
  colleague,
  type Field,
  optionalDay,
  optionalText,
  type TextField,
  type Typed,
} from '../form/fields.ts';
import { FormReader } from '../form/form-reader.ts';
import { shortened } from '../form/text.ts';
import { from, outsidersIn, peopleChoices } from './ranges-and-choices.ts';
import type { Setting } from './step.ts';

/** The rows of a form, of one measure each: Adaptive Cards has no rows that repeat. */
const rows = [1, 2, 3, 4] as const;
type Row = (typeof rows)[number];

type Texts = Record<`measure${Row}` | `ownerName${Row}`, TextField<string | undefined>>;
type MeasureFields = Texts &
  Record<`owner${Row}`, Field<PersonId | undefined>> &
  Record<`until${Row}`, Field<LocalDate | undefined>>;

const ofEachRow = <T>(entries: (row: Row) => [string, unknown][]): T =>
  Object.fromEntries(rows.flatMap(entries)) as T;

export const measureLabels = ofEachRow<Record<keyof Texts, string>>((row) => [
  [`measure${row}`, `Maatregel ${row}`],
  [`ownerName${row}`, `Naam bij maatregel ${row} (als zoeken niet lukt)`],
]);

/** Makes the fields of what Ballance will do, the same in every form: a row a measure, of which those after the first are folded. */
export const measuresBlock = (setting: Setting): MeasureFields =>
  ofEachRow<MeasureFields>((row) =>
    Object.entries(fieldsOf(row, setting)).map(([id, field]) => [
      `${id}${row}`,
      { ...field, row: { at: row, more: 'Nog een maatregel' } },
    ]),
  );

function fieldsOf(row: Row, setting: Setting) {
  const what = optionalText(measureLabels[`measure${row}`], {
    hint:
      row === 1 ? 'Wat gaat Ballance doen? De maatregel blijft in beeld tot hij is afgevinkt.' : undefined,
  });
  const owner = colleague(
    `Wie zorgt voor maatregel ${row}?`,
    '',
    peopleChoices(known(setting).slice(0, mostListed)),
    {
      hint: row === 1 ? `Laat je dit leeg, dan zorgt ${usualOwner(setting).name} ervoor.` : undefined,
    },
  );
  const { isRequired: _, errorMessage: __, ...picker } = owner.input;
  const ownerName = optionalText(measureLabels[`ownerName${row}`], {
    hint:
      row === 1
        ? 'Staat wie je hier typt niet in de lijst? Dan krijgt die van mij geen bericht: vertel het zelf. De herinneringen gaan naar wie de klacht behandelt.'
        : undefined,
  });
  const until = (since: LocalDate) =>
    optionalDay(`Maatregel ${row} uiterlijk klaar op`, from(since, setting));
  const isFilled = (form: FormReader, ids: string[]) => ids.some((id) => form.has(`${id}${row}`));
  return {
    measure: {
      ...what,
      read: (form: FormReader, id: string) => {
        const typed = what.read(form, id);
        const older = row === 1 && form.optionalText('measures');
        if (older) return form.wrong(id, `${inOlderForm} “${shortened(older, 1000)}”`);
        if (!typed && isFilled(form, ['owner', 'ownerName', 'until'])) return form.wrong(id, withoutWhat);
        return typed;
      },
    },
    owner: {
      ...owner,
      input: picker,
      read: (form: FormReader, id: string) => {
        const [picked] = form.people(id, 1);
        const person = picked && named(picked, setting);
        if (!person) return undefined;
        const isTyped = isFilled(form, ['ownerName']);
        if (person.name === nameless && !isTyped) return form.wrong(id, withoutName);
        if (person.name !== nameless && isTyped) return form.wrong(id, twice);
        return outsidersIn([person]) ? form.wrong(id, `${outsidersIn([person])}`) : picked;
      },
    },
    ownerName,
    until: {
      ...until(setting.complaint.receivedOn),
      read: (form: FormReader, id: string) =>
        isFilled(form, ['measure']) && !form.has(id)
          ? form.wrong(id, 'Kies de dag waarop de maatregel klaar is.')
          : until(promisedFrom(form, setting)).read(form, id),
    },
  };
}

/** Finds the first day that a measure can be promised for: today, or that of the talk or the letter, where it is recorded later. */
const promisedFrom = (form: FormReader, { today, complaint }: Setting): LocalDate =>
  ['on', 'sentOn']
    .map((id) => form.dayIn(id))
    .filter((day) => day !== undefined && day >= complaint.receivedOn)
    .reduce<LocalDate>((first, day) => (day && day < first ? day : first), today);

/** Asks what becomes of the solution of the answer, where that proposed one: what the complainant was told last, and otherwise it stays. */
export function offerBlock({ complaint }: Setting) {
  const { answer } = complaint;
  const told = toldFate(complaint);
  const proposed = told?.fate ?? 'stays';
  const before = told
    ? ` In onze brief van ${letterDate(told.sentOn)} staat: ${offerWords[told.fate].toLowerCase()}. Kies je nu anders, dan zegt de nieuwe brief dat erbij.`
    : '';
  const offer: Field<OfferFate> = {
    ...choice(offerLabel, 'Kies of die oplossing nog geldt.', choicesOf(offerFates, offerWords), {
      proposed,
      hint: `De klager leest dit in de brief.${before} Maatregelen van eerder blijven altijd staan.`,
    }),
    read: (form, id) => form.optionalChoice(id, offerFates) ?? proposed,
  };
  return { ...(answer?.proposal.trim() && { offer }) };
}

/** The most people whom a picker lists by itself. */
const mostListed = 8;

const withoutWhat = 'Schrijf op wat er gebeurt, of maak ook de andere vakken van deze maatregel leeg.';
const withoutName = 'De naam van deze collega is nu niet te vinden. Typ die hieronder.';
const twice = 'Kies een collega of typ een naam, niet allebei. Maak een van de twee leeg.';
const inOlderForm = 'Elke maatregel heeft nu een eigen vak. In het vorige formulier stond:';

/** Returns who sees to a measure of which the form names nobody. */
const usualOwner = ({ complaint, by }: Setting): Person => complaint.handler?.person ?? by;

/** Lists those who are known without asking: at the desk, and the respondents. */
const known = ({ desk, complaint }: Setting): Person[] => {
  const people = [...inOrderOfHandling(desk).map(({ person }) => person), ...complaint.respondents];
  return [...new Map(people.map((person) => [person.id, person])).values()];
};

const named = (id: PersonId, setting: Setting): Picked =>
  [...(setting.owners ?? []), ...known(setting)].find((person) => person.id === id) ?? { id, name: nameless };

/** Lists the colleagues who were picked to see to a measure. */
export const ownersIn = (input: unknown): PersonId[] => {
  const form = new FormReader(input);
  return rows.flatMap((row) => form.people(`owner${row}`, 1));
};

/** Finds who sees to a measure: picked, typed (a known name is that person), or else the usual one. */
function ownerOf(picked: PersonId | undefined, name: string | undefined, setting: Setting) {
  const same = (person: Person) => person.name.toLowerCase() === name?.toLowerCase();
  const person = picked ? named(picked, setting) : name ? known(setting).find(same) : usualOwner(setting);
  return { owner: name ?? person?.name ?? '', ...(person && { ownerId: person.id }) };
}

/** Reads the measures so far: the day may still be missing. */
export const drafted = (typed: Typed<MeasureFields>, setting: Setting) =>
  rows.flatMap((row) => {
    const what = typed[`measure${row}`];
    const owner = ownerOf(typed[`owner${row}`], typed[`ownerName${row}`], setting);
    return what ? [{ what, ...owner, dueOn: typed[`until${row}`] }] : [];
  });

/** Reads the measures of a form in which every field is right. */
export const promised = (typed: Typed<MeasureFields>, setting: Setting): PromisedMeasure[] =>
  drafted(typed, setting).flatMap(({ dueOn, ...measure }) => (dueOn ? [{ ...measure, dueOn }] : []));
