import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { LeftOut } from '../../register/integrity/unreadable.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { courseOf, stepWords } from '../pictures/course.ts';
import { type Action, action, buttons } from './button.ts';
import { type DatedDeadline, dueWords, lastDayWords, type TimeLeft, timeLeftOf } from './deadlines.ts';
import { type Card, template } from './template.ts';
import { stageWords, unreadableLines } from './words.ts';

/** An open dossier, and its next deadline if one runs. */
export type CaseRow = { complaint: Complaint; next?: DatedDeadline };

type CaseLine = TimeLeft & { number: CaseNumber; what: string; until: string; open: Action };
type CasesData = { intro: string; rows: CaseLine[]; more: string[]; actions: Action[] };

const fillCases = template<CasesData>('cases');
const mostCases = 20;

/** Draws somebody's open dossiers, the nearest deadline first; each opens at a press. */
export const casesCard = (
  rows: readonly CaseRow[],
  today: LocalDate,
  unreadable: readonly LeftOut[] = [],
): Card =>
  fillCases({
    intro:
      rows.length > 0
        ? 'Druk op een klacht om die te openen. De dichtstbijzijnde termijn staat bovenaan.'
        : unreadable.length > 0
          ? 'Je hebt geen open klachten die ik kan laten zien.'
          : 'Je hebt geen open klachten. Komt er een bij, dan krijg je hier vanzelf een kaart.',
    rows: rows.slice(0, mostCases).map((row) => caseLine(row, today)),
    more: [
      ...(rows.length > mostCases ? [`En nog ${rows.length - mostCases}. Typ “zaak” en het nummer.`] : []),
      ...unreadableLines(unreadable, 'desk'),
    ],
    actions: buttons([{ title: 'Klacht registreren', verb: 'ask-register' }]),
  });

function caseLine({ complaint: { number }, next }: CaseRow, today: LocalDate): CaseLine {
  const row = next ? dueRow(next, today) : { what: 'Er loopt geen termijn', until: '', ...nothingRuns };
  // Without a title, so that a screen reader reads the whole row.
  const { title: _, ...open } = action({ title: number, verb: 'case', data: { number } });
  return { number, ...row, open };
}

const nothingRuns: TimeLeft = { daysLeft: '', style: 'emphasis', color: 'default' };

function dueRow(next: DatedDeadline, today: LocalDate): Omit<CaseLine, 'number' | 'open'> {
  const { article } = next.deadline;
  const left = timeLeftOf(next, today);
  return {
    what: `${dueWords(next.deadline)} (artikel ${article})`,
    until: lastDayWords(next.deadline),
    ...left,
    daysLeft: ` · ${left.daysLeft}`,
  };
}

/** What the receiver may know: number, date and stage, not the handling. */
type ComplaintLine = { number: CaseNumber; receivedOn: string; stage: string };
type MyComplaintsData = { intro: string; rows: ComplaintLine[]; more: string[]; actions: Action[] };

const fillMyComplaints = template<MyComplaintsData>('my-complaints');
const mostComplaints = 25;

/** Said without a number: whoever registered it is not known, and nobody hears of a complaint of somebody else. */
const mayLackSomeWords =
  'Dit overzicht is misschien niet compleet: er is een dossier dat niet te lezen is, en ook niet van wie het is. Er is niets gewist. Mis je een klacht? Geef dat door aan de klachtenfunctionaris.';

/** Draws what somebody registered, the newest first. `mayLackSome`: a dossier of whom nobody knows may be theirs. */
export const myComplaintsCard = (
  complaints: readonly Complaint[],
  unreadable: readonly LeftOut[] = [],
  mayLackSome = false,
): Card =>
  fillMyComplaints({
    intro:
      complaints.length > 0
        ? 'Deze klachten heb jij geregistreerd. Over de behandeling gaat de klachtverantwoordelijke.'
        : unreadable.length > 0 || mayLackSome
          ? 'Je hebt geen klachten geregistreerd die ik kan laten zien.'
          : 'Je hebt nog geen klacht geregistreerd. Uit iemand zijn onvrede bij jou? Registreer die dan vandaag nog.',
    rows: complaints.slice(0, mostComplaints).map(complaintLine),
    more: [
      ...(complaints.length > mostComplaints ? [`En nog ${complaints.length - mostComplaints} oudere.`] : []),
      ...unreadableLines(unreadable, 'receiver'),
      ...(mayLackSome ? [mayLackSomeWords] : []),
    ],
    actions: buttons([{ title: 'Klacht registreren', verb: 'ask-register', main: true }]),
  });

const complaintLine = (complaint: Complaint): ComplaintLine => ({
  number: complaint.number,
  receivedOn: `ontvangen op ${longDate(complaint.receivedOn)}`,
  stage: `${stepWords(courseOf(complaint))}. ${stageWords[complaint.stage]}.`,
});
