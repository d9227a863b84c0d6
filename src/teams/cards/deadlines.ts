import { articleWords } from '../../letters/words.ts';
import type { DeadlineKind, Running } from '../../procedure/deadlines.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Promised } from '../../procedure/model/letter.ts';
import { isLate } from '../../procedure/time-left.ts';
import { dayMonth, longDate } from '../../time/dutch-date.ts';
import { daysBetween, type LocalDate } from '../../time/local-date.ts';
import { shortened } from '../form/text.ts';
import { whereMeasured } from './measure-day.ts';
import {
  complainantTimeWords,
  daysLeftWords,
  deadlineWords,
  type Remaining,
  type Urgency,
  urgencyOf,
} from './words.ts';

/** A running deadline as of today. */
export type DatedDeadline = {
  deadline: Running;
  /** Werkdagen from today to the last day to act; negative when it has passed. */
  workingDaysLeft: number;
};

/** A deadline in words: what is due, by which article, and until when. */
export type DeadlineLine = {
  what: string;
  article: string;
  dueOn: string;
  /** Until when Ballance can act, where that is not the day itself: one line, or none. */
  lastDays: string[];
};

/** Words what is due, as briefly as possible: where nobody knows who complained, it is no letter. */
export const dueWords = ({ kind, excused }: Pick<Running, 'kind' | 'excused'>): string =>
  excused && kind === 'answer' ? 'Klacht afhandelen, zonder brief' : deadlineWords[kind];

/** Words a deadline; a measure by its own name, where the complaint is given. */
export const deadlineLine = (deadline: Running, complaint?: Pick<Complaint, 'measures'>): DeadlineLine => ({
  what: nameOf(deadline, complaint) ?? dueWords(deadline),
  article: articleWords(deadline.article),
  dueOn: longDate(deadline.dueOn),
  lastDays: otherDays(deadline),
});

/** Words the days that count beside that of the deadline: the last to act, to post a letter, or of the article; one line or none. */
function otherDays(deadline: Running): string[] {
  const { dueOn, lastDayToAct, lastDayByPost = lastDayToAct, promise, before } = deadline;
  if (lastDayToAct === undefined) return [];
  if (lastDayToAct !== dueOn || promise || before) return [lastDayWords(deadline)];
  return lastDayByPost === dueOn ? [] : [`Per post uiterlijk ${longDate(lastDayByPost ?? dueOn)}`];
}

function nameOf({ measure: id }: Running, complaint?: Pick<Complaint, 'measures'>): string | undefined {
  const measure = id && complaint?.measures.find((one) => one.id === id);
  return measure ? `Maatregel “${shortened(measure.what, 80)}”, ${measure.owner}` : undefined;
}

/** Words the day of the article, where a letter named another, or the first one of a measure: promised where a letter told it. */
function articleDayWords({
  article,
  promise,
  before,
  owedBy,
}: Pick<Running, 'article' | 'promise' | 'before' | 'owedBy'>): string {
  if (!promise)
    return before
      ? `. Eerder ${before.promised ? 'beloofd' : 'vastgelegd'} voor ${longDate(before.dueOn)}`
      : '';
  const [said, until] = owedBy === 'complainant' ? ['Genoemd', 'tot en met'] : ['Toegezegd', 'uiterlijk'];
  return `. ${said} in de brief van ${longDate(promise.sentOn)}; volgens artikel ${article} ${until} ${longDate(promise.articleDueOn)}`;
}

/** Words until when Ballance can act, by which means; and of what the complainant owes the day itself. */
export function lastDayWords(
  deadline: Pick<
    Running,
    'article' | 'promise' | 'before' | 'owedBy' | 'dueOn' | 'lastDayToAct' | 'lastDayByPost'
  >,
): string {
  const { dueOn, lastDayToAct, lastDayByPost } = deadline;
  const said = articleDayWords(deadline);
  if (!lastDayToAct) return `Tot en met ${longDate(dueOn)}${said}`;
  if (!lastDayByPost || lastDayByPost === lastDayToAct)
    return `Uiterlijk te doen op ${longDate(lastDayToAct)}${said}`;
  return `Per e-mail uiterlijk ${longDate(lastDayToAct)}, per post uiterlijk ${longDate(lastDayByPost)}${said}`;
}

/** The time left: in words, as the style of a container, and as a colour outside one. */
export type TimeLeft = { daysLeft: string; style: Urgency; color: 'attention' | 'default' };

const timeLeft = (remaining: Remaining): TimeLeft => ({
  daysLeft: daysLeftWords(remaining),
  style: urgencyOf(remaining),
  color: remaining.late ? 'attention' : 'default',
});

/** Computes the time left of a running deadline; one of the complainant, or with nobody to write to, is never late. */
export const timeLeftOf = (
  {
    deadline,
    workingDaysLeft,
  }: { deadline: Pick<Running, 'owedBy' | 'dueOn' | 'lastDayToAct' | 'before' | 'excused'> } & Pick<
    DatedDeadline,
    'workingDaysLeft'
  >,
  today: LocalDate,
): TimeLeft => {
  const { lastDayToAct = deadline.dueOn, excused } = deadline;
  if (excused && today > lastDayToAct)
    return { daysLeft: 'die dag is voorbij', style: 'warning', color: 'default' };
  if (deadline.owedBy === 'ballance') {
    const late = isLate(deadline, today);
    return timeLeft({ workingDaysLeft, late, ...(deadline.before && { again: today > lastDayToAct }) });
  }
  const left = daysBetween(today, deadline.dueOn);
  return { daysLeft: complainantTimeWords(left), style: left < 0 ? 'warning' : 'emphasis', color: 'default' };
};

/** The event that starts each deadline. */
const triggers: Record<DeadlineKind, string> = {
  forward: 'De klacht is ontvangen op',
  acknowledge: 'De klacht is ontvangen op',
  answer: 'De klacht is ontvangen op',
  objection: 'De klager kreeg het antwoord op',
  hearing: 'De klager liet weten dat hij het niet eens is op',
  decision: 'De klager liet weten dat hij het niet eens is op',
};

/** The length of each period of weeks or a month. */
const lengths = { answer: 'drie weken', objection: 'een maand', hearing: 'een week', decision: 'twee weken' };

/** A deadline that counts from a day. */
type Counted = Running & { kind: DeadlineKind };

/** Explains how a deadline was counted, in plain sentences, one a line. `complaint`: the one for which it runs. */
export function whyThisDate(deadline: Running, complaint?: Complaint): string[] {
  if (!isCounted(deadline)) return [whereMeasured(deadline, complaint)];
  const notes = [...lastDay(deadline), ...(deadline.note ? [deadline.note] : [])];
  if (deadline.promise) return [...whyPromised(deadline, deadline.promise), ...notes];
  if (deadline.unnamedSince)
    return [begin(deadline, complaint), ...whyUnnamed(deadline, deadline.unnamedSince)];
  return [begin(deadline, complaint), ...countOf(deadline), ...notes];
}

/** Explains a day that is later because nobody knew who complained. */
const whyUnnamed = ({ article, dueOn }: Counted, articleDueOn: LocalDate): string[] => [
  `Volgens artikel ${article} was het uiterlijk ${longDate(articleDueOn)}. Toen was niet bekend wie de klager was of hoe die te bereiken was, en kon er geen brief uit.`,
  `Die dagen tellen niet als te laat. Na ${longDate(dueOn)} wel.`,
];

/** Explains the day that a letter promised, or until which it said that the complainant can object. */
const whyPromised = ({ article, dueOn, owedBy }: Counted, { sentOn, articleDueOn }: Promised): string[] =>
  owedBy === 'complainant'
    ? [
        `Deze dag, ${longDate(dueOn)}, staat in de brief aan de klager van ${longDate(sentOn)}.`,
        `Volgens artikel ${article} was het tot en met ${longDate(articleDueOn)}. Wat Ballance schreef, blijft gelden.`,
      ]
    : [
        `Deze dag, ${longDate(dueOn)}, is aan de klager toegezegd in de brief van ${longDate(sentOn)}.`,
        `Volgens artikel ${article} was het uiterlijk ${longDate(articleDueOn)}; daarna telt het als te laat.`,
      ];

const isCounted = (deadline: Running): deadline is Counted => deadline.kind !== 'measure';

/** Explains the first day. Art. 8: a hearing that was offered and not used starts the two weeks of the board. */
function begin({ kind, triggeredOn }: Counted, complaint?: Complaint): string {
  const notUsed =
    kind === 'decision' &&
    complaint?.waivedOn !== undefined &&
    complaint.objection?.receivedOn !== triggeredOn;
  const trigger = notUsed ? 'De klager maakte geen gebruik van het gesprek op' : triggers[kind];
  return `${trigger} ${longDate(triggeredOn)}.`;
}

function countOf(deadline: Counted): string[] {
  if (deadline.kind === 'hearing' && deadline.counted.length === 0) {
    return ['Dit is de dag die de klager is aangeboden, later dan een week na het bezwaar (artikel 8).'];
  }
  switch (deadline.kind) {
    case 'forward':
      return ['Doorgeven moet op die dag zelf, ook in het weekend (artikel 5).'];
    case 'acknowledge':
      return [
        `Artikel 5: uiterlijk op de vijfde werkdag daarna. Geteld: ${listed(deadline.counted)}.`,
        ...skippedDays(deadline),
      ];
    default:
      return period(deadline, lengths[deadline.kind]);
  }
}

const skippedDays = ({ skipped }: Counted): string[] =>
  skipped.length === 0
    ? []
    : [`Overgeslagen: ${skipped.map(({ day, reason }) => `${dayMonth(day)} (${reason})`).join(', ')}.`];

function period(deadline: Counted, length: string): string[] {
  const { article, dueOn, skipped } = deadline;
  const start = skipped.at(-1)?.day ?? deadline.triggeredOn;
  const off = skipped.filter(({ day }) => day < start);
  const moved = [deadline.triggeredOn, ...off.map(({ day }) => day)].map(dayMonth).join(', ');
  return [
    ...(start === deadline.triggeredOn
      ? []
      : [`Geen werkdag: ${moved}. De termijn begint daarom op ${longDate(start)} (artikel 2).`]),
    `Artikel ${article}: binnen ${length}. De begindag telt niet mee. De termijn eindigt op ${longDate(dueOn)} om 24:00 uur.`,
  ];
}

/**
 * Explains why the last day to act can precede the deadline: only statutory periods are extended, and a letter by post is under
 * way.
 */
const lastDay = (deadline: Counted): string[] => [...notAWerkdag(deadline), ...byPost(deadline)];

function byPost({ lastDayToAct, lastDayByPost }: Counted): string[] {
  if (!lastDayByPost || lastDayByPost === lastDayToAct) return [];
  return [
    `De klager moet de brief dan hebben. Per post is hij een paar werkdagen onderweg en gaat hij dus uiterlijk op ${longDate(lastDayByPost)} op de post.`,
  ];
}

function notAWerkdag({ kind, dueOn, lastDayToAct, counted }: Counted): string[] {
  if (kind === 'objection') {
    return [
      'De klager heeft tot dat tijdstip, ook in een weekend of op een feestdag. De termijn schuift niet op: de Algemene termijnenwet (artikel 1) verlengt alleen termijnen uit de wet.',
    ];
  }
  if (kind === 'forward' || counted.length === 0 || !lastDayToAct || lastDayToAct === dueOn) return [];
  return [
    `Dat is geen gewone werkdag, en de termijn schuift niet op: de Algemene termijnenwet (artikel 1) verlengt alleen termijnen uit de wet. De laatste werkdag ervoor is ${longDate(lastDayToAct)}.`,
  ];
}

/** Lists every day by name, because a range would hide the count. */
const listed = (days: readonly LocalDate[]): string => days.map(dayMonth).join(', ');
