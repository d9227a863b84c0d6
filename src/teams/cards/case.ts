import { oneLine } from '../../letters/readable.ts';
import type { View } from '../../procedure/access.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Alike } from '../../register/alike.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { paragraphs, shortened } from '../form/text.ts';
import { coursePicture, type Picture, timelinePicture } from '../pictures/picture.ts';
import { mostSpans } from '../pictures/timeline.ts';
import { type AlikeLine, alikeLine, moreLine } from './alike.ts';
import { type Action, buttons } from './button.ts';
import { fits, fitting } from './card-size.ts';
import { demandOf, type Reader } from './case-demand.ts';
import { type Fact, factsOf } from './case-facts.ts';
import { type DayAndTimeOf, type JournalLine, journalLine, olderThan } from './case-journal.ts';
import { type MessageLine, messageLine, olderMessages } from './case-messages.ts';
import { caseSections, type Section } from './case-sections.ts';
import { type StatusLine, standing } from './case-status.ts';
import {
  type DatedDeadline,
  type DeadlineLine,
  deadlineLine,
  type TimeLeft,
  timeLeftOf,
  whyThisDate,
} from './deadlines.ts';
import type { Notice, TypedText } from './notice.ts';
import { askButtons, downloadButtons, type StepButton } from './step-buttons.ts';
import { type Card, follows, template } from './template.ts';
import { capital, roleWords, standsNow } from './words.ts';

/** The notice above a dossier after a step; `typed` is what was filled in, if the form was refused. */
export type CaseNotice = Notice & { typed?: readonly TypedText[] };

export type CaseView = Pick<View, 'today' | 'calendar' | 'desk'> & {
  dossier: Dossier;
  /** The running deadlines, the nearest last day to act first. */
  deadlines: readonly DatedDeadline[];
  reader: Omit<Reader, 'can'>;
  /** The steps that the viewer may take now: these become the buttons. */
  steps: readonly StepButton[];
  clock: DayAndTimeOf;
  notice?: CaseNotice;
  /** The day on which personal data is erased by itself. */
  erasesOn?: LocalDate;
  /** Whether the viewer may give the complainant what the dossier holds about them ("Inzage"). */
  discloses?: boolean;
  /** Whether the viewer may have the whole dossier as a file. */
  exports?: boolean;
  /** Complaints that may belong with this one, for who can merge it. */
  alike?: readonly Alike[];
  /** Whether there are more of those than could be compared. */
  tooMany?: string;
};

type Data = {
  speak: string;
  title: string;
  complainant: string;
  /** The first words of the summary: one line, or none. */
  about: string[];
  stage: string;
  handler: string;
  banners: Notice[];
  typed: readonly TypedText[];
  /** What the article demands now: one, or none. */
  next: (DeadlineLine & TimeLeft & { demand: string })[];
  /** The remarks: a letter that waits, what can be done where nothing is demanded, the closing. */
  standing: StatusLine[];
  actions: Action[];
  /** The whole summary, where its first words are not all of it. */
  summary: string[];
  facts: Fact[];
  alike: AlikeLine[];
  sections: Section[];
  /** That texts are cut, and where they are whole: one, or none. */
  cut: string[];
  others: (DeadlineLine & TimeLeft)[];
  /** The buttons that unfold the parts below. */
  folds: Action[];
  /** How the day of what is demanded was counted. */
  why: string[];
  /** The picture of the course: one, or none where there is no room. */
  course: Picture[];
  /** The picture of the running deadlines: one, or none. */
  time: Picture[];
  journal: JournalLine[];
  /** How many entries the card leaves out, in words: one, or none. */
  older: string[];
  /** The same of the messages, or that there is none. */
  olderMessages: string[];
  messages: MessageLine[];
};

/** Fills the template without shortening texts: `caseCard` leaves out details first. */
const fill = template<Data>('case', (card) => card);

/** The pictures: course and all deadlines, course and nearest deadline, course alone, or none. */
type Pictures = 'all' | 'nearest' | 'course' | 'none';

/** How much is shown: entries of journal and ledger, characters of a text in them and above them, and pictures. */
type DetailLevel = { entries: number; detail: number; text: number; pictures: Pictures };

/** The levels of detail, the fullest first: what is folded away is cut first. */
const detailLevels: readonly DetailLevel[] = [
  { entries: 10, detail: 2000, text: 400, pictures: 'all' },
  { entries: 10, detail: 300, text: 300, pictures: 'all' },
  { entries: 5, detail: 100, text: 200, pictures: 'all' },
  { entries: 5, detail: 100, text: 200, pictures: 'nearest' },
  { entries: 3, detail: 0, text: 200, pictures: 'nearest' },
  { entries: 5, detail: 100, text: 200, pictures: 'course' },
  { entries: 3, detail: 0, text: 100, pictures: 'course' },
];
const leastDetail: DetailLevel = { entries: 0, detail: 0, text: 20, pictures: 'none' };

/** Draws the dossier for who may see it whole: what is demanded, until when and why, the facts, and the open steps. */
export function caseCard(view: CaseView): Card {
  const cards = detailLevels.values().map((room) => atDetail(room, view));
  const card = cards.find(fits) ?? fitting(atDetail(leastDetail, view));
  const { dossier, notice } = view;
  return follows(card, {
    shows: 'case',
    number: dossier.id,
    version: versionOf(dossier),
    ...(notice && { notice: { text: notice.text, tone: notice.tone } }),
    holdsTyped: (notice?.typed?.length ?? 0) > 0,
  });
}

function atDetail({ entries, detail, text, pictures }: DetailLevel, view: CaseView): Card {
  const {
    dossier,
    deadlines,
    steps,
    today,
    clock,
    calendar,
    desk,
    notice,
    erasesOn,
    discloses,
    exports,
    alike = [],
    tooMany,
  } = view;
  const { complaint, journal, outbox } = dossier;
  const [first, ...others] = deadlines;
  const left = Math.max(0, journal.length - entries);
  const sections = caseSections(dossier, text);
  const summary = oneLine(complaint.summary);
  const isWhole = [...complaint.summary].length <= mostAbout && !complaint.summary.includes('\n');
  return fill({
    speak: spoken(complaint, { today, calendar }, first),
    title: `Klacht ${complaint.number}`,
    complainant: complaint.complainant.name,
    about: summary === '' ? [] : [shortened(summary, mostAbout)],
    stage: standsNow(complaint, { today, calendar }),
    handler: handledBy(complaint),
    banners: notice ? [{ text: notice.text, tone: notice.tone }] : [],
    typed: notice?.typed ?? [],
    next: first ? [nextStep(first, view)] : [],
    standing: standing(dossier, { today, calendar, desk, erasesOn, reader: readerOf(view) }),
    actions: buttons(
      [
        ...askButtons(steps, { number: complaint.number, version: versionOf(dossier) }),
        ...downloadButtons(complaint, discloses, exports),
      ],
      mostShown,
    ),
    summary: isWhole ? [] : paragraphs(complaint.summary),
    facts: factsOf(complaint),
    alike: [
      ...alike.map((one) => alikeLine(one, today, complaint.number)),
      ...(tooMany ? [moreLine(tooMany)] : []),
    ],
    sections,
    cut: isCut(sections)
      ? ['Lange teksten zijn hier ingekort; het logboek en de brieven bewaren ze heel.']
      : [],
    others: others.map((other) => ({
      ...deadlineLine(other.deadline, complaint),
      ...timeLeftOf(other, today),
    })),
    folds: folds({ explains: first !== undefined, records: sections.length > 0 }),
    why: first ? whyThisDate(first.deadline, complaint) : [],
    course: pictures === 'none' ? [] : [coursePicture(complaint)],
    time: timePictures(pictures, view),
    journal: journal.slice(left).map((entry) => journalLine(entry, clock, detail, complaint)),
    older: olderThan(entries, journal),
    olderMessages: olderMessages(entries, outbox),
    messages: outbox
      .slice(Math.max(0, outbox.length - entries))
      .map((message) => messageLine(message, complaint, desk, clock)),
  });
}

/** The most characters of the summary under the name of the complainant, and the most buttons beside the menu. */
const mostAbout = 200;
const mostShown = 3;

/** Makes the buttons that unfold why and until when, what was recorded, the log and the messages. */
const folds = ({ explains, records }: { explains: boolean; records: boolean }): Action[] =>
  [
    { title: explains ? 'Waarom deze datum?' : 'Verloop', part: 'why' },
    ...(records ? [{ title: 'Wat is vastgelegd', part: 'records' }] : []),
    { title: 'Logboek', part: 'journal' },
    { title: 'Berichten', part: 'messages' },
  ].map(({ title, part }) => ({ type: 'Action.ToggleVisibility', title, targetElements: [part] }));

function timePictures(pictures: Pictures, { deadlines, calendar, today }: CaseView): Picture[] {
  if (deadlines.length === 0 || pictures === 'course' || pictures === 'none') return [];
  const most = pictures === 'all' ? mostSpans : 1;
  const running = deadlines.map(({ deadline }) => deadline);
  return [timelinePicture(running, { calendar, today, runs: true, most })];
}

/** Words the card for reading aloud: where the complaint stands and what is due, without a text of a user. */
function spoken(
  complaint: Complaint,
  on: Pick<CaseView, 'today' | 'calendar'>,
  next?: DatedDeadline,
): string {
  const stands = `Klacht ${complaint.number}. ${standsNow(complaint, on)}.`;
  if (!next) return stands;
  const { what, dueOn } = deadlineLine(next.deadline);
  return `${stands} ${what}, uiterlijk ${dueOn}: ${timeLeftOf(next, on.today).daysLeft}.`;
}

const isCut = (sections: readonly Section[]): boolean =>
  sections.some(({ facts }) => facts.some(({ value }) => value.endsWith('…')));

const handledBy = ({ handler, closed }: Complaint): string => {
  if (handler) return `Behandelaar: ${handler.person.name}, ${roleWords[handler.role]}`;
  return closed ? 'Geen behandelaar nodig' : 'Nog geen behandelaar';
};

const readerOf = ({ reader, steps }: CaseView): Reader => ({
  ...reader,
  can: (step) => steps.some((one) => one.step === step),
});

const nextStep = (dated: DatedDeadline, view: CaseView): Data['next'][number] => ({
  ...deadlineLine(dated.deadline),
  ...timeLeftOf(dated, view.today),
  daysLeft: capital(timeLeftOf(dated, view.today).daysLeft),
  demand: demandOf(dated.deadline, view.dossier.complaint, view.today, readerOf(view)),
});
