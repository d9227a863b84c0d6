import type { Person } from '../../src/procedure/model/complaint.ts';
import type { Absence, Desk } from '../../src/procedure/model/desk.ts';
import { personId } from '../../src/procedure/model/person-id.ts';

const person = (n: number, name: string): Person => ({
  id: personId(`00000000-0000-4000-8000-00000000000${n}`),
  name,
});

/** The officer. */
export const lars = person(1, 'Lars Brouwer');
/** The substitute. */
export const fatima = person(2, 'Fatima el Amrani');
/** The board. */
export const willem = person(3, 'Willem Jansen');
export const ingrid = person(4, 'Ingrid Smit');
/** Colleagues; Sanne is the one who registers. */
export const sanne = person(5, 'Sanne de Vries');
export const joris = person(6, 'Joris Bakker');

export const desk: Desk = { officer: lars, substitutes: [fatima], board: [willem, ingrid], absences: [] };

export const everybodyAtTheDesk = [lars, fatima, willem, ingrid];

/** Somebody is away in the weeks around Easter 2026. */
export const awayAtEaster = (person: Absence['person']): Absence => ({
  person,
  from: '2026-03-30',
  until: '2026-04-10',
});
