import { articleWords } from '../../letters/words.ts';
import { type CaseNumber, partsOf } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { ChannelRow, Digest, Listed } from '../../register/notify/digest.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { dueWords, lastDayWords, type TimeLeft, timeLeftOf } from './deadlines.ts';
import { noticeCard } from './notice.ts';
import { looseEnds, pileWords } from './pile.ts';
import { type Card, template } from './template.ts';

/** A complaint as everybody in the channel may see it. Every text is ours: no name, no content. */
export type ChannelLine = TimeLeft & { number: CaseNumber; what: string; until: string };

/** Makes a line for the channel. RangeError if the number is none, because no other text may get there. */
function channelLine(row: ChannelRow, today: LocalDate): ChannelLine {
  if (!partsOf(row.number)) throw new RangeError('not the number of a complaint');
  const left = timeLeftOf({ deadline: row, workingDaysLeft: row.workingDaysLeft }, today);
  return {
    number: row.number,
    what: `${dueWords({ ...row, kind: row.deadline })} (${articleWords(row.article)})`,
    until: lastDayWords(row),
    ...left,
    daysLeft: ` · ${left.daysLeft}`,
  };
}

/** The address that opens the reader's own chat with the bot; none where there is no registration, in the try-out. */
type ChatLink = { chat: string[] };

const chatWith = (botId: string | undefined): ChatLink => ({
  chat: botId ? [`https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`] : [],
});

const fillReminder = template<ChannelLine & ChatLink & { toDo: string[] }>('channel-reminder');

/** Draws a reminder for the channel: number, article, what is due, last day to act, days left, and the way to one's own chat. */
export const channelReminderCard = (row: ChannelRow, today: LocalDate, botId?: string): Card =>
  fillReminder({ ...channelLine(row, today), ...chatWith(botId), toDo: [] });

/** Draws the same for a board member, who is told what is late and opens only what they handle or decide: whom they ask. */
export const watchingCard = (row: ChannelRow, today: LocalDate, handler: Person): Card =>
  fillReminder({
    ...channelLine(row, today),
    ...chatWith(undefined),
    toDo: [
      `Je leest dit omdat het te laat is. Je kunt deze klacht zelf niet openen. ${handler.name} behandelt haar: vraag daar wat er nog nodig is.`,
    ],
  });

type DigestData = ChatLink & {
  day: string;
  totals: string;
  piles: string[];
  rows: ChannelLine[];
  closed: string[];
  loose: ChannelLine[];
  more: string[];
};

const fillDigest = template<DigestData>('digest');
const mostRows = 30;

/**
 * Draws the open complaints for the channel, the late ones first; then the closed ones of which something is still to be done. Always
 * says what is not in it, so that it tells nothing of whether there is any.
 */
export function digestCard({ day, open, closed, byWebsite = 0, piles = [] }: Digest, botId?: string): Card {
  const lines = (rows: readonly ChannelRow[], most: number) =>
    rows.slice(0, most).map((row) => channelLine(row, day));
  const rows = lines(open.rows, mostRows);
  const loose = lines(closed.rows, mostRows - rows.length);
  const left = open.rows.length + closed.rows.length - rows.length - loose.length;
  return fillDigest({
    day: longDate(day),
    totals: totals(open, byWebsite),
    piles: piles.map((pile) => pileWords(pile, day)),
    rows,
    closed: count(closed) > 0 ? [looseEnds(count(closed), lateOf(closed))] : [],
    loose,
    more: left > 0 ? [`En nog ${left} met een latere termijn.`] : [],
    ...chatWith(botId),
  });
}

const count = ({ rows, withoutDeadline }: Listed): number => rows.length + withoutDeadline;

const lateOf = ({ rows }: Listed): number => rows.filter(({ late }) => late).length;

/** Words the totals as of this overview only: what is about somebody at the desk is not counted in it. */
function totals(open: Listed, byWebsite: number): string {
  if (count(open) === 0) return 'Er zijn geen open klachten in dit overzicht.';
  const late = lateOf(open);
  const parts = [
    count(open) === 1 ? '1 open klacht' : `${count(open)} open klachten`,
    late === 0 ? 'geen te laat' : `${late} te laat`,
    ...(byWebsite > 0 ? [`${byWebsite} via de website`] : []),
    ...(open.withoutDeadline > 0 ? [`${open.withoutDeadline} zonder lopende termijn`] : []),
  ];
  return `In dit overzicht: ${parts.join(', ')}.`;
}

type AlarmData = { title: string; text: string; next: string };

const fillAlarm = template<AlarmData>('forwarding-alarm');

/** A complaint of which a message was not delivered, and its nearest last day to act. */
type Stuck = { number: CaseNumber; dueOn?: LocalDate | undefined };

/**
 * What an alarm shows. Only somebody at the desk also reads who was not reached (`name`) and what to do when they cannot be
 * called either (`orElse`). `isNew`: the handler does not know yet that the complaint is theirs; later ones of that day are
 * added to the same card.
 */
export type AlarmView = {
  complaints: readonly Stuck[];
  isNew: boolean;
  name?: string | undefined;
  orElse?: string | undefined;
};

/** Draws the alarm that messages were not delivered, to forward them by hand (Art. 5). For the channel without a name. */
export function forwardingAlarmCard({ complaints, isNew, name, orElse = '' }: AlarmView): Card {
  const numbers = complaints.map(({ number }) => number);
  const [number = ''] = numbers;
  const isOne = numbers.length === 1;
  const who = name ?? (isOne ? 'wie haar behandelt' : 'wie ze behandelt');
  const what = isOne
    ? `Een bericht over deze klacht is niet aangekomen bij ${who}.`
    : `Over deze klachten is een bericht niet aangekomen bij ${who}: ${inRuns(numbers)}.`;
  const rule = 'Een klacht moet op de dag van ontvangst zijn doorgegeven aan wie haar behandelt (artikel 5).';
  const given = isOne ? 'het nummer' : 'de nummers';
  const opens = `In de chat met Klachtenbot opent “zaak ${number}” ${isOne ? 'de klacht' : 'de eerste'}, voor wie haar behandelt.`;
  const call = name
    ? `Bel ${name} en geef ${given} door. ${opens} ${orElse}`.trimEnd()
    : `Geef ${given} zelf door. ${opens}`;
  return fillAlarm({
    title: isOne ? `Klacht ${number} is niet aangekomen` : `${numbers.length} klachten zijn niet aangekomen`,
    text: [what, ...(isOne ? [] : [termsOf(complaints)]), ...(isNew ? [rule] : [])].filter(Boolean).join(' '),
    next: isNew ? `${call} Komt er vandaag nog een klacht bij, dan staat ze ook in dit bericht.` : call,
  });
}

/** Draws what replaces a notice when there is a newer one in the same chat. */
export const newerAlarmCard = (): Card =>
  noticeCard({
    title: 'Dit bericht is vervangen',
    text: 'Verderop in deze chat staat een nieuwer bericht over klachten die niet zijn aangekomen.',
    tone: 'accent',
  });

/**
 * Draws what replaces a notice that is over. `reached`: who received the complaints after all, where the reader may know it.
 */
export const alarmOverCard = (reached: string | undefined): Card =>
  noticeCard({
    title: 'Hier hoeft niets meer te worden doorgegeven',
    text: `${reached ? `${reached} is weer bereikt. ` : ''}De klachten uit dit bericht zijn doorgegeven, afgesloten, of liggen bij iemand anders. Je hoeft niets meer te doen.`,
    tone: 'good',
  });

/** Words the first and the last day on which something must be done. */
function termsOf(complaints: readonly Stuck[]): string {
  const due = complaints
    .flatMap(({ number, dueOn }) => (dueOn ? [{ number, dueOn }] : []))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
  const [first, last] = [due[0], due.at(-1)];
  if (!first || !last) return '';
  if (first.dueOn === last.dueOn) return `Voor allemaal is de eerste termijn ${longDate(first.dueOn)}.`;
  return `De eerste termijn is ${longDate(first.dueOn)} (${first.number}), de laatste ${longDate(last.dueOn)} (${last.number}).`;
}

/** The most ranges of numbers; more would not fit in a message. */
const mostRuns = 300;

/** Writes numbers as ranges that hold no other number: 'K-2026-0001 tot en met K-2026-0009, K-2026-0012'. */
function inRuns(numbers: readonly string[]): string {
  const runs: string[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && isNext(run.at(-1) ?? '', number)) run.push(number);
    else runs.push([number]);
  }
  const words = runs.flatMap((run) => (run.length > 2 ? [`${run[0]} tot en met ${run.at(-1)}`] : run));
  if (words.length <= mostRuns) return words.join(', ');
  return `${words.slice(0, mostRuns).join(', ')}, en meer`;
}

const isNext = (before: string, number: string): boolean =>
  before.slice(0, 7) === number.slice(0, 7) && Number(number.slice(7)) === Number(before.slice(7)) + 1;
