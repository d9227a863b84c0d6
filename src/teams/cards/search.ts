import { oneLine } from '../../letters/readable.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { longDate } from '../../time/dutch-date.ts';
import { shortened } from '../form/text.ts';
import { type Action, action, buttons, waysOn } from './button.ts';
import { type Card, template } from './template.ts';
import { outcomeWords, stageOf } from './words.ts';

type HitLine = { number: CaseNumber; complainant: string; summary: string; stage: string; open: Action };
/** `spoken` is read aloud, and holds no text of a user. */
type SearchData = {
  title: string;
  spoken: string;
  intro: string;
  rows: HitLine[];
  more: string[];
  actions: Action[];
};

const fillSearch = template<SearchData>('search');
const mostOfSummary = 120;

/** What was searched for and found; `next`: where the next page begins. */
export type SearchView = { asked: string; hits: readonly Complaint[]; next?: string };

/** Draws what was found by the words that somebody typed, the newest number first; each opens at a press. */
export const searchCard = ({ asked, hits, next }: SearchView): Card => {
  const more = hits.length > 0 || next ? [] : nothingFound;
  return fillSearch({
    title: 'Zoeken',
    spoken: hits.length > 0 ? `${hits.length} gevonden.` : 'Niets gevonden.',
    intro:
      hits.length > 0
        ? `Gevonden met “${asked}”, de nieuwste bovenaan. Druk op een klacht om die te openen.`
        : next
          ? `Bij “${asked}” heb ik nog niets gevonden, maar ook nog niet alles bekeken.`
          : `Ik vind geen klacht bij “${asked}”.`,
    rows: hits.map(hitLine),
    more,
    actions: buttons([
      ...(next ? [{ title: 'Meer', verb: 'search', filledIn: { words: asked, from: next } } as const] : []),
      ...waysOn(more.join(' ')),
    ]),
  });
};

/** Draws the closed dossiers that somebody handled, the newest number first; each opens at a press. */
export const closedCard = ({ hits, next }: Omit<SearchView, 'asked'>): Card =>
  fillSearch({
    title: 'Mijn gesloten zaken',
    spoken: hits.length > 0 ? `${hits.length} gesloten.` : noneClosed,
    intro: hits.length > 0 ? 'De nieuwste staat bovenaan. Druk op een klacht om die te openen.' : noneClosed,
    rows: hits.map(hitLine),
    more: [],
    actions: buttons([
      ...(next
        ? [{ title: 'Meer', verb: 'cases', filledIn: { filter: 'closed', from: next } } as const]
        : []),
      { title: 'Alle van mij', verb: 'cases' },
    ]),
  });

const noneClosed = 'Je hebt geen gesloten klachten.';

const nothingFound = [
  'Kijk of het goed gespeld is, of typ alleen het begin van een woord. Je vindt hier alleen klachten die jij mag openen.',
  'Wat je zelf hebt geregistreerd, staat bij “mijn klachten”.',
];

function hitLine(complaint: Complaint): HitLine {
  const { number, complainant, summary, receivedOn, closed } = complaint;
  // Without a title, so that a screen reader reads the whole row.
  const { title: _, ...open } = action({ title: number, verb: 'case', data: { number } });
  const stands = closed ? `Gesloten: ${outcomeWords[closed.outcome]}` : stageOf(complaint);
  return {
    number,
    complainant: complainant.name,
    summary: shortened(oneLine(summary), mostOfSummary),
    stage: `${stands}. Ontvangen op ${longDate(receivedOn)}.`,
    open,
  };
}
