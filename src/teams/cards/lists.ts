import { oneLine } from '../../letters/readable.ts';
import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { type Complaint, isIn } from '../../procedure/model/complaint.ts';
import type { DeskRole } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { LeftOut } from '../../register/integrity/unreadable.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { shortened } from '../form/text.ts';
import { type Action, action, type Button, buttons, helpButton } from './button.ts';
import { type DatedDeadline, deadlineLine, lastDayWords, type TimeLeft, timeLeftOf } from './deadlines.ts';
import { noticeCard } from './notice.ts';
import { pileButton } from './pile.ts';
import { type Card, template } from './template.ts';
import { unreadableLines } from './words.ts';

/** An open dossier, or a closed one in which something is still to be done; and its next deadline if one runs. */
export type CaseRow = { complaint: Complaint; next?: DatedDeadline };

/** Which of the open dossiers are shown: all, those that are late, of which something is due this week, or that came by the website. */
export const casesFilters = ['all', 'late', 'this-week', 'website'] as const;
export type CasesFilter = (typeof casesFilters)[number];

/** Who reads the list, which part of it, from which row on, and whether they may see what piles up. */
export type CasesView = { by?: PersonId; filter?: CasesFilter; from?: number; piles?: boolean };

type CaseLine = TimeLeft & {
  number: CaseNumber;
  about: string;
  what: string;
  until: string;
  handler: string;
  open: Action;
};
type CasesData = { intro: string; rows: CaseLine[]; more: string[]; actions: Action[] };

const fillCases = template<CasesData>('cases');
const mostCases = 10;
const mostOfSummary = 80;

/** The titles of the parts of the list. */
export const filterButtons: Record<CasesFilter, string> = {
  all: 'Alle van mij',
  late: 'Te laat',
  'this-week': 'Deze week',
  website: 'Via de website',
};

export const closedTitle = 'Gesloten';

const noneWords: Record<CasesFilter, string> = {
  all: 'Je hebt geen open klachten. Komt er een bij, dan krijg je hier vanzelf een kaart.',
  late: 'Er is niets te laat.',
  'this-week': 'Deze week loopt er geen termijn meer af. Wat al te laat is, staat bij “Te laat”.',
  website: 'Er is geen open klacht die via de website kwam.',
};

/** Says which part of the open dossiers a list shows. */
const partWords: Record<CasesFilter, string> = {
  all: '',
  late: 'Hier staat alleen wat te laat is. ',
  'this-week': 'Hier staat alleen wat deze week nog moet. ',
  website: 'Hier staat alleen wat via de website kwam. ',
};

/** Draws somebody's open dossiers, the nearest deadline first, ten a page; each opens at a press. */
export const casesCard = (
  rows: readonly CaseRow[],
  today: LocalDate,
  unreadable: readonly LeftOut[] = [],
  { by, filter = 'all', from = 0, piles = false }: CasesView = {},
): Card => {
  const left = rows.length - from - mostCases;
  return fillCases({
    intro:
      rows.length > 0
        ? `${partWords[filter]}Druk op een klacht om die te openen. De dichtstbijzijnde termijn staat bovenaan.`
        : unreadable.length > 0
          ? 'Je hebt geen open klachten die ik kan laten zien.'
          : noneWords[filter],
    rows: rows.slice(from, from + mostCases).map((row) => caseLine(row, today, by)),
    more: [...(left > 0 ? [`En nog ${left}.`] : []), ...unreadableLines(unreadable, 'desk')],
    actions: buttons([
      ...(left > 0 ? [listButton('Meer', filter, from + mostCases)] : []),
      ...casesFilters
        .filter((one) => one !== filter && (rows.length > 0 || filter !== 'all'))
        .filter((one) => one !== 'website' || rows.some(({ complaint }) => isByWebsite(complaint)))
        .map((one) => listButton(filterButtons[one], one)),
      ...(piles ? [pileButton] : []),
      { title: closedTitle, verb: 'cases', filledIn: { filter: 'closed' } },
      { title: 'Klacht registreren', verb: 'ask-register' },
    ]),
  });
};

const listButton = (title: string, filter: CasesFilter, from = 0): Button => ({
  title,
  verb: 'cases',
  filledIn: { filter, from: String(from) },
});

function caseLine({ complaint, next }: CaseRow, today: LocalDate, by?: PersonId): CaseLine {
  const { number, complainant, summary, handler } = complaint;
  const row = next
    ? dueRow(next, complaint, today)
    : { what: 'Er loopt geen termijn', until: '', ...nothingRuns };
  // Without a title, so that a screen reader reads the whole row.
  const { title: _, ...open } = action({ title: number, verb: 'case', data: { number } });
  const isOfAnother = by !== undefined && handler !== undefined && handler.person.id !== by;
  return {
    number,
    about: `${complaint.stage === 'closed' ? 'Gesloten, maar niet alles is gedaan · ' : ''}${isByWebsite(complaint) ? 'Via de website · ' : ''}${complainant.name}: ${shortened(oneLine(summary), mostOfSummary)}`,
    ...row,
    handler: isOfAnother ? `Behandelaar: ${handler.person.name}` : '',
    open,
  };
}

const nothingRuns: TimeLeft = { daysLeft: '', style: 'emphasis', color: 'default' };

function dueRow(
  next: DatedDeadline,
  complaint: Complaint,
  today: LocalDate,
): Omit<CaseLine, 'number' | 'about' | 'handler' | 'open'> {
  const { what, article } = deadlineLine(next.deadline, complaint);
  const left = timeLeftOf(next, today);
  const [meeting] = meetingsOf(complaint, today);
  const leads = meeting !== undefined && next.deadline.kind === 'hearing';
  return {
    what: `${leads ? meeting : what} (${article})`,
    until: [lastDayWords(next.deadline), ...(meeting && !leads ? [meeting] : [])].join('. '),
    ...left,
    daysLeft: ` · ${left.daysLeft}`,
  };
}

/** Words the hearing (Art. 8) or the talk (Inleiding) that is agreed and to come, by its day and hour. */
function meetingsOf(complaint: Complaint, today: LocalDate): string[] {
  const meeting =
    complaint.stage === 'hearing-offered'
      ? complaint.appointment
      : isIn(complaint, ['registered', 'acknowledged']) && complaint.talkToCome;
  return meeting && meeting.on >= today ? [`Gesprek op ${longDate(meeting.on)} om ${meeting.time} uur`] : [];
}

const mine: Button = { title: 'Mijn klachten', verb: 'my-complaints' };

/** Draws, for a colleague who handles no complaints, where what they registered is. */
export const noCasesCard: Card = noticeCard({
  title: 'Mijn zaken',
  text: 'Bij jou liggen geen zaken: de klachtenfunctionaris, de vervangers en de directie behandelen de klachten. Wat je zelf hebt geregistreerd, staat bij “mijn klachten”.',
  tone: 'accent',
  buttons: [mine, { title: 'Klacht registreren', verb: 'ask-register' }],
});

/** Draws that what was typed is no number, and searches for it where its reader can open what is found. */
export const noNumberCard = (typed: string, role: DeskRole): Card =>
  noticeCard({
    title: 'Dat nummer ken ik niet',
    text: `“${typed}” is geen nummer van een klacht. Typ bijvoorbeeld: zaak 12.`,
    tone: 'warning',
    buttons:
      role === 'colleague'
        ? [mine, helpButton]
        : [
            { title: 'Zoeken', verb: 'search', filledIn: { words: typed } },
            { title: 'Mijn zaken', verb: 'cases' },
          ],
  });
