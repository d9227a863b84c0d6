import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { Handler, Person } from './complaint.ts';

/** The days on which somebody handles no new complaints, the first and the last included. */
export type Absence = { person: Person; from: LocalDate; until: LocalDate };

/** The officer, the substitutes and the board of Ballance now, and who is absent. */
export type Desk = { officer: Person; substitutes: Person[]; board: Person[]; absences: Absence[] };

/** Takes who somebody is from what a setting says of them: no dossier keeps the rest. */
const personOf = ({ id, name }: Person): Person => ({ id, name });

/** Makes the desk of who the settings name, with nobody absent yet. */
export const deskOf = ({ officer, substitutes, board }: Omit<Desk, 'absences'>): Omit<Desk, 'absences'> => ({
  officer: personOf(officer),
  substitutes: substitutes.map(personOf),
  board: board.map(personOf),
});

/** Lists everybody at the desk in the order in which they handle: officer, substitutes, board (Art. 5). */
export const inOrderOfHandling = (desk: Desk): Handler[] => [
  { person: desk.officer, role: 'officer' },
  ...desk.substitutes.map((person): Handler => ({ person, role: 'substitute' })),
  ...desk.board.map((person): Handler => ({ person, role: 'board' })),
];

/** Tells whether somebody is the officer, a substitute or a board member. */
export const isAtDesk = ({ id }: Pick<Person, 'id'>, desk: Desk): boolean =>
  inOrderOfHandling(desk).some(({ person }) => person.id === id);

/** Tells whether somebody is absent on that day, or for good: no longer at the desk. */
export const isAbsent = (person: Person, desk: Desk, day: LocalDate): boolean =>
  !isAtDesk(person, desk) ||
  desk.absences.some(
    (absence) => absence.person.id === person.id && absence.from <= day && day <= absence.until,
  );

/** Finds the first day of the absence in which somebody is on that day; undefined while they are there. */
export const absentSince = (person: Person, { absences }: Desk, day: LocalDate): LocalDate | undefined =>
  absences
    .filter((one) => one.person.id === person.id && one.from <= day && day <= one.until)
    .map(({ from }) => from)
    .sort()[0];

/**
 * Adds an absence to those that are known. One of the same person that begins on the same day is changed; those that it overlaps or
 * follows on become one with it; others stand next to it.
 */
export function withAbsence(known: readonly Absence[], added: Absence): Absence[] {
  const isTheirs = ({ person }: Absence): boolean => person.id === added.person.id;
  const rest = known.filter((one) => !isTheirs(one) || one.from !== added.from);
  const joins = rest.filter(
    (one) => isTheirs(one) && one.from <= addDays(added.until, 1) && added.from <= addDays(one.until, 1),
  );
  const days = [added, ...joins];
  const from = days.map((one) => one.from).reduce((a, b) => (b < a ? b : a));
  const until = days.map((one) => one.until).reduce((a, b) => (b > a ? b : a));
  return [...rest.filter((one) => !joins.includes(one)), { ...added, from, until }];
}

export const isAmong = (person: Person, people: readonly Person[]): boolean =>
  people.some((other) => other.id === person.id);

/** The role of somebody, which decides what the bot offers and shows them. */
export type DeskRole = 'officer' | 'substitute' | 'board' | 'colleague';

export function deskRole(person: Person, desk: Desk): DeskRole {
  if (person.id === desk.officer.id) return 'officer';
  if (isAmong(person, desk.substitutes)) return 'substitute';
  return isAmong(person, desk.board) ? 'board' : 'colleague';
}
