import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Alike } from '../../register/alike.ts';
import { letterDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Action, action } from './button.ts';

/** A line that names a complaint that may belong with this one, what to do with it, and the press that opens it. */
export type AlikeLine = { text: string; hint: string; open: Action };

/** Words why another complaint may belong with this one: "K-2026-0004 (van dezelfde klager, 12 november, nog open)". */
export function alikeWords({ complaint, because }: Alike, today: LocalDate): string {
  const { number, receivedOn, closed } = complaint;
  const isThisYear = receivedOn.slice(0, 4) === today.slice(0, 4);
  const day = isThisYear ? letterDate(receivedOn).slice(0, -' 2026'.length) : letterDate(receivedOn);
  const why = because === 'complainant' ? 'van dezelfde klager' : 'de klager wordt erin genoemd';
  return `${number} (${why}, ${day}, ${closed ? 'gesloten' : 'nog open'})`;
}

/** Makes the line on the card of the complaint with the number `leaves`. */
export function alikeLine(alike: Alike, today: LocalDate, leaves: CaseNumber): AlikeLine {
  const { number } = alike.complaint;
  // Without a title, so that a screen reader reads the whole row.
  const { title: _, ...open } = action({ title: number, verb: 'case', data: { number, leaves } });
  return {
    text: `Lijkt op ${alikeWords(alike, today)}`,
    hint: 'Druk hier om die te openen. Is het dezelfde klacht van dezelfde klager? Kies dan “Hoort bij een andere klacht”.',
    open,
  };
}

/** Says that there are more complaints with those words of the complainant than were compared, and searches for them. */
export function moreLine(words: string): AlikeLine {
  const { title: _, ...open } = action({ title: 'Zoeken', verb: 'search', filledIn: { words } });
  return {
    text: `Er zijn te veel klachten met “${words}” om ze allemaal te vergelijken.`,
    hint: 'Druk hier om zelf verder te zoeken.',
    open,
  };
}
