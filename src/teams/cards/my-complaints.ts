import { canBeWrittenTo } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import { knowsOfNoHandler } from '../../procedure/articles/art05-handler.ts';
import { isLeftToRespondent } from '../../procedure/articles/art05-no-handler.ts';
import { isDecidedByNobody } from '../../procedure/articles/art08-decision.ts';
import { type Running, type RunningKind, runningDeadlines } from '../../procedure/deadlines.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Appointment, Complaint } from '../../procedure/model/complaint.ts';
import type { Desk } from '../../procedure/model/desk.ts';
import { sentLetters, waitingLetters } from '../../procedure/model/letter.ts';
import { obstacleTo } from '../../procedure/open-steps.ts';
import type { LeftOut } from '../../register/integrity/unreadable.ts';
import type { Calendar } from '../../time/calendar.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Action, type Button, buttons } from './button.ts';
import { supplementTitle } from './supplement.ts';
import { type Card, template } from './template.ts';
import { unreadableLines } from './words.ts';

/** What the receiver may know: who complains, number, day and stage, and what they can tell the complainant; not the handling. */
type ComplaintLine = { number: CaseNumber; about: string; stage: string; said: string };
type Data = { intro: string; rows: ComplaintLine[]; more: string[]; actions: Action[] };

const fill = template<Data>('my-complaints');

/** The complaints of one page. */
const ofAPage = 8;

export type MyComplaints = {
  /** What somebody registered, as they know it, the newest first. */
  complaints: readonly Complaint[];
  today: LocalDate;
  calendar: Calendar;
  desk: Desk;
  /** Shows those after this number; absent, unknown or the last: the newest. */
  after?: CaseNumber | undefined;
  unreadable?: readonly LeftOut[];
  /** Whether a dossier of whom nobody knows may be theirs. */
  mayLackSome?: boolean;
};

/** Said without a number: whoever registered it is not known, and nobody hears of a complaint of somebody else. */
const mayLackSomeWords =
  'Dit overzicht is misschien niet compleet: er is een dossier dat niet te lezen is, en ook niet van wie het is. Er is niets gewist. Mis je een klacht? Geef dat door aan de klachtenfunctionaris.';

/** Draws what somebody registered, a page at a time. */
export function myComplaintsCard(mine: MyComplaints): Card {
  const { complaints, after, unreadable = [], mayLackSome = false } = mine;
  const found = complaints.findIndex(({ number }) => number === after) + 1;
  const start = found < complaints.length ? found : 0;
  const shown = complaints.slice(start, start + ofAPage);
  const left = complaints.length - start - shown.length;
  const last = shown.at(-1);
  const turning: Button[] = [
    ...(last && left > 0 ? [turn(`Oudere (${left})`, last.number)] : []),
    ...(start > 0 ? [turn('Nieuwste')] : []),
  ];
  return fill({
    intro: introOf(mine),
    rows: shown.map((complaint) => complaintLine(complaint, mine)),
    more: [...unreadableLines(unreadable, 'receiver'), ...(mayLackSome ? [mayLackSomeWords] : [])],
    actions: buttons([
      { title: 'Klacht registreren', verb: 'ask-register', main: true },
      ...shown.flatMap(informing),
      ...turning,
    ]),
  });
}

/** Makes the button to tell a complainant that nobody may handle it, of one that is about its receiver as well: they see no dossier. */
const informing = (complaint: Complaint): Button[] =>
  isLeftToRespondent(complaint) && !obstacleTo('announce-no-handler', complaint)
    ? [
        {
          title: `Klager informeren: ${complaint.number}`,
          verb: 'ask-announce-no-handler',
          data: { number: complaint.number },
        },
      ]
    : [];

const turn = (title: string, number?: CaseNumber): Button => ({
  title,
  verb: 'my-complaints',
  ...(number && { data: { number } }),
});

function introOf({ complaints, unreadable = [], mayLackSome }: MyComplaints): string {
  if (complaints.length > 0)
    return 'Deze klachten heb jij geregistreerd. Over de behandeling gaat de klachtverantwoordelijke.';
  return unreadable.length > 0 || mayLackSome
    ? 'Je hebt geen klachten geregistreerd die ik kan laten zien.'
    : 'Je hebt nog geen klacht geregistreerd. Hoor je dat iemand niet tevreden is? Registreer het dan vandaag nog.';
}

/** The lines that were drawn that day of the complaints that the register keeps in memory, which do not change; nor does the board. */
const drawn = new WeakMap<Calendar, { on: LocalDate; lines: WeakMap<Complaint, ComplaintLine> }>();

/** Returns the line of a complaint; draws it once a day. */
function complaintLine(complaint: Complaint, mine: MyComplaints): ComplaintLine {
  const { calendar, today } = mine;
  const known = drawn.get(calendar);
  const { lines } = known?.on === today ? known : { lines: new WeakMap<Complaint, ComplaintLine>() };
  if (known?.on !== today) drawn.set(calendar, { on: today, lines });
  const line = lines.get(complaint) ?? lineOf(complaint, mine);
  if (Object.isFrozen(complaint)) lines.set(complaint, line);
  return line;
}

function lineOf(complaint: Complaint, { calendar, desk, today }: MyComplaints): ComplaintLine {
  const { number, complainant, receivedOn } = complaint;
  return {
    number,
    about: [complainant.name, `ontvangen op ${longDate(receivedOn)}`].filter(Boolean).join(', '),
    stage: `${stageOf(complaint, desk)}.`,
    said: toTell(complaint, runningDeadlines(complaint, calendar, desk), today),
  };
}

function stageOf(complaint: Complaint, desk: Desk): string {
  if (complaint.stage !== 'closed' && !complaint.handler)
    return 'Niemand binnen Ballance mag deze klacht behandelen';
  switch (complaint.stage) {
    case 'registered':
      return 'Ligt bij de klachtverantwoordelijke';
    case 'acknowledged':
      return 'In behandeling, de ontvangst is bevestigd';
    case 'answered':
      return 'Beantwoord';
    case 'objected':
      return 'De klager is het niet eens met het antwoord';
    case 'hearing-offered':
      return `De klager is uitgenodigd voor een gesprek op ${momentOf(complaint.appointment)}`;
    case 'heard':
      return 'Het gesprek met de klager is gehouden';
    case 'waived':
      return isDecidedByNobody(complaint, { desk })
        ? 'De klager wil geen gesprek, en geen directielid mag over deze klacht beslissen'
        : 'Ligt bij de directie';
    case 'closed':
      return `Gesloten op ${longDate(complaint.closed.on)}`;
    default:
      return complaint satisfies never;
  }
}

/** What somebody can read out to a complainant who calls: the day of the article (5 to 8), and once it has passed that it has. */
const said: Partial<Record<RunningKind, { until: (day: string) => string; after: (day: string) => string }>> =
  {
    acknowledge: {
      until: (day) => `Uiterlijk ${day} moeten wij u schriftelijk bevestigen dat uw klacht er is.`,
      after: (day) =>
        `Wij hadden u uiterlijk ${day} moeten bevestigen dat uw klacht er is. Wij zijn te laat, onze excuses.`,
    },
    answer: {
      until: (day) => `Uiterlijk ${day} moet u ons antwoord hebben.`,
      after: (day) =>
        `U had ons antwoord uiterlijk ${day} moeten hebben. Wij zijn te laat, onze excuses. U krijgt het nog.`,
    },
    objection: {
      until: (day) => `U kunt tot en met ${day} laten weten dat u het niet eens bent met ons antwoord.`,
      after: (day) => `U kon tot en met ${day} laten weten dat u het niet eens bent met ons antwoord.`,
    },
    hearing: {
      until: (day) => `Het gesprek moet er uiterlijk ${day} zijn.`,
      after: (day) => `Het gesprek had er uiterlijk ${day} moeten zijn. Wij zijn te laat, onze excuses.`,
    },
    decision: {
      until: (day) => `Uiterlijk ${day} moet u de beslissing van de directie hebben.`,
      after: (day) =>
        `U had de beslissing van de directie uiterlijk ${day} moeten hebben. Wij zijn te laat, onze excuses. U krijgt haar nog.`,
    },
  };

const momentOf = ({ on, time }: Appointment): string => `${longDate(on)} om ${time}`;

/** Words the day of a deadline; of a day that was promised since as well, once the one before it has passed. */
function dayWords({ kind, dueOn, before }: Running, today: LocalDate): string[] {
  const words = said[kind];
  if (!words) return [];
  if (!before || today <= before.dueOn) return [words[today > dueOn ? 'after' : 'until'](longDate(dueOn))];
  const day = longDate(dueOn);
  return [
    words.after(longDate(before.dueOn)),
    today > dueOn
      ? `Ook de nieuwe dag, ${day}, hebben wij niet gehaald.`
      : `De nieuwe dag die wij u noemden, is ${day}.`,
  ];
}

/** Of a complaint that nobody may handle (Art. 5 and 10): what its receiver does, and what they can tell who complains. */
function leftToReceiver(complaint: Complaint): string {
  const open = 'Open de klacht: typ “zaak” met dit nummer';
  const why = 'Niemand bij ons mag uw klacht behandelen, want ze gaat over iedereen die dat zou doen.';
  const after = 'U kunt met uw klacht naar de rechter.';
  const sent = sentLetters(complaint).findLast(({ kind }) => kind === 'no-handler');
  if (sent && knowsOfNoHandler(complaint))
    return `Jij hoeft niets meer te doen. Dit kun je de klager vertellen: ${why} Dat staat in onze brief van ${longDate(sent.sentOn)}. ${after} Mag iemand haar later toch behandelen, dan hoort u dat per brief.`;
  if (isLeftToRespondent(complaint))
    return leftToRespondent(complaint, `Dit kun je de klager vertellen: ${why}`, after);
  if (!canBeWrittenTo(complaint.complainant))
    return `Een brief kan nog niet: we weten niet wie de klager is. Hoor je hoe we die bereiken? ${open}, en kies “${obstacleTo('supplement', complaint) ? 'Notitie toevoegen' : supplementTitle}”. Dit kun je de klager vertellen: ${why} ${after}`;
  const todo = waitingLetters(complaint).some(({ kind }) => kind === 'no-handler')
    ? 'De brief hierover wacht op de mailserver.'
    : `${open}, en verstuur de brief met “Klager informeren”.`;
  return `${todo} Dit kun je de klager vertellen: ${why} U krijgt daarover een brief. ${after}`;
}

/** Of one that is about its receiver as well: they send that letter, and see nothing of the dossier. */
function leftToRespondent(complaint: Complaint, tell: string, after: string): string {
  if (!canBeWrittenTo(complaint.complainant))
    return `Een brief kan nog niet: we weten niet wie de klager is. Hoor je dat? Vraag dan een collega over wie de klacht niet gaat om haar ook te registreren. ${tell} ${after}`;
  const todo =
    waitingLetters(complaint).length > 0
      ? 'De brief hierover wacht op de mailserver.'
      : 'Verstuur de brief hierover met “Klager informeren”, hieronder. De tekst staat vast. Ik herinner je er elke werkdag aan tot hij weg is.';
  return `${todo} ${tell} U krijgt daarover een brief. ${after}`;
}

/** Words what a receiver can tell who complains, and by which days; of a closed one nothing. */
export function toTell(complaint: Complaint, running: readonly Running[], today: LocalDate): string {
  if (complaint.stage === 'closed') return '';
  if (!complaint.handler) return leftToReceiver(complaint);
  if (!canBeWrittenTo(complaint.complainant))
    return 'De klager krijgt geen brieven: we weten niet wie het is.';
  const hearing = complaint.stage === 'hearing-offered' ? complaint.appointment : undefined;
  const isToCome = hearing && hearing.on >= today;
  const sentences = running.flatMap((one) => (one.kind === 'hearing' && hearing ? [] : dayWords(one, today)));
  const told = [...(isToCome ? [`Uw gesprek is op ${momentOf(hearing)}.`] : []), ...sentences];
  return told.length > 0 ? `Dit kun je de klager vertellen: ${told.join(' ')}` : '';
}
