import { withDate } from '../../procedure/after-correction.ts';
import { earliestReceipt } from '../../procedure/articles/art04-registration.ts';
import { hearBy } from '../../procedure/articles/art08-days.ts';
import { runningDeadlines } from '../../procedure/deadlines.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Desk } from '../../procedure/model/desk.ts';
import type { EventOf } from '../../procedure/model/events.ts';
import { sentLetter } from '../../procedure/model/letter.ts';
import { eventOf } from '../../register/model/journal.ts';
import type { Calendar } from '../../time/calendar.ts';
import { longDate } from '../../time/dutch-date.ts';
import { calendarDays, dateFieldWords, deadlineWords } from '../cards/words.ts';
import { choice, day, text } from '../form/fields.ts';
import { since } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

type DateField = keyof typeof dateFieldWords;

/**
 * Lists the dates that can be corrected: receipt of the complaint, and that of the answer and the objection, and the postmark of the objection, once they exist.
 */
const choices = ({ complaint }: Setting): { title: string; value: DateField }[] => [
  { title: dateFieldWords.receivedOn, value: 'receivedOn' },
  ...(sentLetter(complaint, 'answer')
    ? [{ title: dateFieldWords.answerReceivedOn, value: 'answerReceivedOn' as const }]
    : []),
  ...(complaint.objection
    ? (['objectionReceivedOn', 'objectionSentOn'] as const).map((value) => ({
        title: dateFieldWords[value],
        value,
      }))
    : []),
];

const labels = { reason: 'Reden' };

/** Corrects a wrong date; the old one stays in the journal, and deadlines move. */
export const correctDate = stepForm('correct-date', {
  title: 'Datum corrigeren',
  labels,
  intro:
    'Klopt een datum niet? Verbeter hem hier. De oude datum blijft in het logboek staan, met de reden. De termijnen schuiven mee.',
  fields: (setting) => ({
    field: choice('Welke datum', 'Kies welke datum je verbetert.', choices(setting), {
      proposed: 'receivedOn',
    }),
    to: day(
      'Juiste datum',
      'Kies de juiste dag; niet later dan vandaag.',
      since(earliestReceipt(setting.today), setting),
    ),
    reason: text(labels.reason, 'Schrijf op waarom de datum niet klopte (hoogstens 2000 tekens).', {
      multiline: true,
    }),
  }),
  command: (answers) => answers,
  done: ({ complaint, journal }, { calendar, desk }) => {
    const correction = journal.map(eventOf).findLast((event) => event.type === 'date-corrected');
    const moved = correction ? movedDeadlines(complaint, correction, calendar, desk) : [];
    return [
      'De datum is verbeterd.',
      ...(moved.length > 0 ? moved : ['Er verschuift geen termijn die nu loopt.']),
      ...(correction?.hearingDaysLate ? lateHearing(complaint, correction.hearingDaysLate, calendar) : []),
      ...(correction?.field === 'objectionSentOn'
        ? ['Het bezwaar blijft aangenomen, zoals het toen is beoordeeld.']
        : []),
    ].join(' ');
  },
  about: {
    'out-of-order': 'to',
    'in-the-future': 'to',
    'too-long-ago': 'to',
    'before-the-answer': 'to',
    'not-now': 'field',
    'nothing-changed': 'to',
  },
});

/** Words which running deadlines a corrected date has moved, from when to when, a sentence each. */
function movedDeadlines(
  after: Complaint,
  { field, from }: EventOf<'date-corrected'>,
  calendar: Calendar,
  desk: Desk,
): string[] {
  const before = runningDeadlines(withDate(after, field, from), calendar, desk);
  return runningDeadlines(after, calendar, desk).flatMap(({ kind, measure, dueOn }) => {
    const old = before.find((deadline) => deadline.kind === kind && deadline.measure === measure);
    if (!old || old.dueOn === dueOn) return [];
    return [`${deadlineWords[kind]}: van ${longDate(old.dueOn)} naar ${longDate(dueOn)}.`];
  });
}

/** Words that the hearing is later than the week by the corrected day (Art. 8). */
function lateHearing({ appointment, objection }: Complaint, daysLate: number, calendar: Calendar): string[] {
  if (!appointment || !objection) return [];
  const week = longDate(hearBy(objection.receivedOn, calendar).dueOn);
  return [
    `Het gesprek van ${longDate(appointment.on)} is hierdoor later dan een week na het bezwaar: volgens artikel 8 had het uiterlijk ${week} moeten zijn.`,
    `Het telt als ${calendarDays(daysLate)} te laat, door Ballance.`,
  ];
}
