import { longDate } from '../../letters/dutch-date.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import { type Card, template } from '../card.ts';
import { courseOf } from '../pictures/course.ts';
import { stepWords } from '../pictures/course-words.ts';
import { stageWords, unreadableLine } from '../words.ts';
import { type Action, buttons } from './button.ts';

/** What the receiver may know: number, date and stage, not the handling. */
type Row = { number: string; receivedOn: string; stage: string };
type Data = { intro: string; rows: Row[]; more: string[]; actions: Action[] };

const fill = template<Data>('my-complaints');
const mostRows = 25;

/** What somebody registered, the newest first. */
export const myComplaintsCard = (
  complaints: readonly Complaint[],
  unreadable: readonly string[] = [],
): Card =>
  fill({
    intro:
      complaints.length > 0
        ? 'Deze klachten heb jij geregistreerd. Over de behandeling gaat de klachtverantwoordelijke.'
        : unreadable.length > 0
          ? 'Je hebt geen klachten geregistreerd die ik kan laten zien.'
          : 'Je hebt nog geen klacht geregistreerd. Uit iemand zijn onvrede bij jou? Registreer die dan vandaag nog.',
    rows: complaints.slice(0, mostRows).map(rowOf),
    more: [
      ...(complaints.length > mostRows ? [`En nog ${complaints.length - mostRows} oudere.`] : []),
      ...unreadableLine(unreadable, 'receiver'),
    ],
    actions: buttons([{ title: 'Klacht registreren', verb: 'ask-register', main: true }]),
  });

const rowOf = (complaint: Complaint): Row => ({
  number: complaint.number,
  receivedOn: `ontvangen op ${longDate(complaint.receivedOn)}`,
  stage: `${stepWords(courseOf(complaint))}. ${stageWords[complaint.stage]}.`,
});
