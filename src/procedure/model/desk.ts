import type { LocalDate } from '../../time/local-date.ts';
import type { Handler, Person } from './complaint.ts';

/** From the first up to and including the last day somebody does not handle new complaints. */
export type Absence = { person: Person; from: LocalDate; until: LocalDate };

/** Who is officer, substitute and board at Ballance now, and who is away. */
export type Desk = { officer: Person; substitutes: Person[]; board: Person[]; absences: Absence[] };

/** Everybody at the desk in the order in which they handle: officer, substitutes, board (Art. 5). */
export const inOrderOfHandling = (desk: Desk): Handler[] => [
  { person: desk.officer, role: 'officer' },
  ...desk.substitutes.map((person): Handler => ({ person, role: 'substitute' })),
  ...desk.board.map((person): Handler => ({ person, role: 'board' })),
];

/** Whether somebody is the officer, a substitute or of the board. */
export const isAtDesk = ({ id }: Pick<Person, 'id'>, desk: Desk): boolean =>
  inOrderOfHandling(desk).some(({ person }) => person.id === id);

/** Whether somebody is away on that day, or for good: no longer at the desk. */
export const isAbsent = (person: Person, desk: Desk, day: LocalDate): boolean =>
  !isAtDesk(person, desk) ||
  desk.absences.some(
    (absence) => absence.person.id === person.id && absence.from <= day && day <= absence.until,
  );

export const isAmong = (person: Person, people: readonly Person[]): boolean =>
  people.some((other) => other.id === person.id);

/** The place of somebody at the desk: what the bot offers and shows them depends on it. */
export type DeskRole = 'officer' | 'substitute' | 'board' | 'colleague';

export function deskRole(person: Person, desk: Desk): DeskRole {
  if (person.id === desk.officer.id) return 'officer';
  if (isAmong(person, desk.substitutes)) return 'substitute';
  return isAmong(person, desk.board) ? 'board' : 'colleague';
}
