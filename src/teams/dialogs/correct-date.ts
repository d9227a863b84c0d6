import { earliestReceipt } from '../../procedure/articles/art04-registration.ts';
import { sentLetter } from '../../procedure/letter.ts';
import { eventOf } from '../../register/journal.ts';
import { choice } from '../forms/choice-fields.ts';
import { day, text } from '../forms/text-fields.ts';
import { movedDeadlines } from '../moved-deadlines.ts';
import { dateFieldWords } from '../words.ts';
import { since } from './days.ts';
import { dialog, type Setting } from './dialog.ts';

type DateField = keyof typeof dateFieldWords;

/** The day of receipt of the answer can be put right once there is one, and that of the objection. */
const choices = ({ complaint }: Setting): { title: string; value: DateField }[] => [
  { title: dateFieldWords.receivedOn, value: 'receivedOn' },
  ...(sentLetter(complaint, 'answer')
    ? [{ title: dateFieldWords.answerReceivedOn, value: 'answerReceivedOn' as const }]
    : []),
  ...(complaint.objection
    ? [{ title: dateFieldWords.objectionReceivedOn, value: 'objectionReceivedOn' as const }]
    : []),
];

/** A day that was written down wrongly; the old one stays in the journal, and deadlines move. */
export const correctDate = dialog('correct-date', {
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
    reason: text('Reden', 'Schrijf op waarom de datum niet klopte (hoogstens 2000 tekens).', {
      multiline: true,
    }),
  }),
  command: (answers) => answers,
  done: ({ complaint, journal }, { calendar }) => {
    const correction = journal.map(eventOf).findLast((event) => event.type === 'date-corrected');
    const moved = correction ? movedDeadlines(complaint, correction, calendar) : [];
    return [
      'De datum is verbeterd.',
      ...(moved.length > 0 ? moved : ['Er verschuift geen termijn die nu loopt.']),
    ].join(' ');
  },
  about: {
    'in-the-future': 'to',
    'too-long-ago': 'to',
    'before-the-answer': 'to',
    'not-now': 'field',
    'nothing-changed': 'to',
  },
});
