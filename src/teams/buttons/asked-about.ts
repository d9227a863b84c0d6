import type { Handler, Person, Registration } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import { isSameName, meantBy, namedIn, othersIn } from '../../procedure/model/named-in-text.ts';
import { type Question, questionOf } from '../cards/registration-form.ts';
import { roleWords } from '../cards/words.ts';
import type { Office } from '../office/office.ts';

/** The questions that keep a complaint from going to somebody whom it is about (Art. 5, made general). */

/** The question whom of all who may handle it, or the receiver, a typed name means; the value of none of them. */
const anyOfThem = 'about-anyone';
const nobody = 'none';

type Values = Record<string, string>;
type Asked = { chosen: readonly Person[]; by: Person };

/** Who may be meant: everybody at the desk with their role, and the receiver. */
type Known = { person: Person; role?: Handler['role'] };

/**
 * Finds of whom it must be said whether the complaint is about them: who at the desk is named in the text, and who there, or the receiver,
 * may be meant by the typed name of a colleague; `others`: all the rest of them, where that name may mean somebody else, as a function or
 * a name that is spelled otherwise does. Nobody who is chosen.
 */
function toAsk(values: Values, { chosen, by }: Asked, { register }: Office) {
  const { summary = '', colleague = '' } = values;
  const desk = register.desk();
  const atDesk: Known[] = inOrderOfHandling(desk);
  const isKnown = atDesk.some(({ person }) => person.id === by.id);
  const known = (isKnown ? atDesk : [...atDesk, { person: by }]).filter(
    ({ person }) => !isAmong(person, chosen),
  );
  const people = known.map(({ person }) => person);
  const found = [...namedIn(summary, desk), ...meantBy(colleague, people)];
  const named = people.filter((person) => isAmong(person, found));
  const perhaps = named.filter((person) => values[questionOf(person)] !== 'no');
  const isSaid = othersIn(colleague, perhaps) === 0 || chosen.some(({ name }) => isSameName(name, colleague));
  return { named, others: isSaid ? [] : known.filter(({ person }) => !isAmong(person, named)) };
}

/** Words the questions, with the answers so far; nothing is chosen before. */
export function questionsAbout(values: Values, asked: Asked, office: Office): Question[] {
  const { named, others } = toAsk(values, asked, office);
  const yesOrNo = named.map((person) => ({
    id: questionOf(person),
    label: `Gaat de klacht over ${person.name}?`,
    isMultiple: false,
    choices: [
      { title: 'Ja', value: 'yes' },
      { title: 'Nee', value: 'no' },
    ],
    value: values[questionOf(person)] ?? '',
  }));
  if (others.length === 0) return yesOrNo;
  const choices = others.map(({ person: { id, name }, role }) => ({
    title: `${name} (${role ? roleWords[role] : 'jij'})`,
    value: `${id}`,
  }));
  const whom: Question = {
    id: anyOfThem,
    label: 'Gaat de klacht over een van hen?',
    isMultiple: true,
    choices: [{ title: 'Nee, over iemand anders', value: nobody }, ...choices],
    value: values[anyOfThem] ?? '',
  };
  return [...yesOrNo, whom];
}

/**
 * Reads whom the complaint is about, and whom not; undefined while a question is not answered. A typed name stays to be chosen unless it
 * is said whom it means.
 */
export function answersAbout(
  values: Values,
  asked: Asked,
  unresolvedName: string | undefined,
  office: Office,
): Pick<Registration, 'respondents' | 'notAbout' | 'unresolvedName'> | undefined {
  const { named, others } = toAsk(values, asked, office);
  const saying = (answer: string) => named.filter((person) => values[questionOf(person)] === answer);
  const [yes, no] = [saying('yes'), saying('no')];
  const ticked = (values[anyOfThem] ?? '').split(',');
  const people = others.map(({ person }) => person);
  const whom = people.filter(({ id }) => ticked.includes(id));
  const isAnother = ticked.includes(nobody);
  if (yes.length + no.length < named.length) return undefined;
  if (others.length > 0 && whom.length === 0 && !isAnother) return undefined;
  const notAbout = [...no, ...people.filter((person) => !isAmong(person, whom))];
  const isResolved =
    unresolvedName !== undefined &&
    !(others.length > 0 && isAnother) &&
    (othersIn(unresolvedName, yes) <= whom.length ||
      asked.chosen.some(({ name }) => isSameName(name, unresolvedName)));
  return {
    respondents: [...asked.chosen, ...yes, ...whom],
    ...(notAbout.length > 0 && { notAbout }),
    unresolvedName: isResolved ? undefined : unresolvedName,
  };
}
