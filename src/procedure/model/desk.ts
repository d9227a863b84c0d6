import type { LocalDate } from '../../time/local-date.ts';
import type { Handler, Person } from './complaint.ts';

/** The days on which somebody handles no new complaints, the first and the last included. */
export type Absence = { person: Person; from: LocalDate; until: LocalDate };

/** The officer, the substitutes and the board of Ballance now, and who is absent. */
export type Desk = { officer: Person; substitutes: Person[]; board: Person[]; absences: Absence[] };

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

export const isAmong = (person: Person, people: readonly Person[]): boolean =>
  people.some((other) => other.id === person.id);

/** The role of somebody, which decides what the bot offers and shows them. */
export type DeskRole = 'officer' | 'substitute' | 'board' | 'colleague';

export function deskRole(person: Person, desk: Desk): DeskRole {
  if (person.id === desk.officer.id) return 'officer';
  if (isAmong(person, desk.substitutes)) return 'substitute';
  return isAmong(person, desk.board) ? 'board' : 'colleague';
}
