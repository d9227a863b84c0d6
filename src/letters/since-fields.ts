import { deadline } from '../procedure/deadlines.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { type LetterKind, sentLetters } from '../procedure/model/letter.ts';
import type { Calendar } from '../time/calendar.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { orNothing, written } from './field-names.ts';

/** What has happened since a letter went out first, where it goes out once more. */
export type SinceFacts = {
  /** The complaint as it is now, and until when its complainant has the decision of the board (Art. 8), where a day can be named. */
  since?: { complaint: Complaint; decideBy: LocalDate | undefined };
};

type View = SinceFacts & { today: LocalDate; countsAsReceivedOn?: LocalDate; calendar: Calendar };

/** The letters with which a complaint ends after an objection, and those that tell how a hearing went. */
const endings: readonly LetterKind[] = ['final-decision', 'settlement', 'closure', 'withdrawal'];

/**
 * Fills the fields by which an answer that goes out once more says what follows on the objection that came in since (Art. 6: "de verder te
 * volgen procedure"), and until when: the hearing that is still to be offered, or stands, or took place, the decision, or the end.
 */
export function sinceFields({ since, today, countsAsReceivedOn = today, calendar }: View) {
  const { complaint, decideBy } = since ?? {};
  const { stage, objection, appointment } = complaint ?? {};
  const hearBy = objection && deadline('hearing', objection.receivedOn, calendar).dueOn;
  const isToCome = stage === 'hearing-offered' && appointment && appointment.on >= countsAsReceivedOn;
  const last = (...kinds: readonly LetterKind[]): string | undefined =>
    complaint &&
    written(
      sentLetters(complaint).findLast(({ kind, again }) => !again && kinds.includes(kind))?.sentOn,
      letterDate,
    );
  return orNothing({
    'nog te bespreken': stage === 'objected' ? 'ja' : '',
    'te bespreken tot en met': hearBy && hearBy >= countsAsReceivedOn ? longDate(hearBy) : '',
    'te laat besproken': hearBy && hearBy < today ? 'ja' : '',
    'gesprek staat op': isToCome ? `${longDate(appointment.on)} om ${appointment.time} uur` : '',
    'daarna gesproken op': stage === 'heard' ? written(complaint?.hearings.at(-1)?.on, letterDate) : '',
    'brief na het gesprek': stage === 'heard' ? last('court-route') : '',
    'afgezien op': stage === 'waived' ? written(complaint?.waivedOn, letterDate) : '',
    'beslissing na uw bericht': written(decideBy, longDate),
    'brief bij het sluiten': stage === 'closed' && objection ? last(...endings) : '',
    'gesloten na stilte': complaint?.closed?.outcome === 'lapsed' ? 'ja' : '',
  });
}
