import type { Person } from '../../procedure/complaint.ts';
import type { Choice } from '../cards/choice.ts';
import type { Setting } from './dialog.ts';

/** People to choose from, by name. */
export const peopleChoices = (people: readonly Person[]): Choice[] =>
  people.map(({ id, name }) => ({ title: name, value: id }));

/** Whom the complaint is about. */
export const respondentChoices = ({ complaint }: Pick<Setting, 'complaint'>): Choice[] =>
  peopleChoices(complaint.respondents);
