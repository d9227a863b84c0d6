import { letterForToday } from '../letters/letter-anew.ts';
import type { Organisation } from '../letters/organisation.ts';
import { letterRenewed } from '../procedure/articles/letter-renewed.ts';
import type { Context } from '../procedure/model/commands.ts';
import { waitingLetters } from '../procedure/model/letter.ts';
import { addDays } from '../time/local-date.ts';
import type { Dossier } from './model/dossier.ts';
import { eventOf } from './model/journal.ts';
import { heldBack, type Message } from './model/message.ts';
import type { DeliveryOutcome } from './model/outbox.ts';
import type { RegisterConfig } from './notify/reminders.ts';
import { itself, withEvents } from './with-events.ts';

/** The dossier from which a claimed message can be sent now; or why it is not sent now, or not at all. */
export type Prepared = { dossier: Dossier } | { outcome: DeliveryOutcome };

type Parts = { context(): Context; config: RegisterConfig; organisation: Organisation };

/**
 * Prepares a claimed message for sending (reading 20): a letter that waited over midnight is made anew with the date and the days of
 * today, because the register counts from the day on which the mail server accepts it; and one whose address was corrected, for that
 * address. What cannot be made anew, and what has no address any more, is given back to who wrote it. A letter that could be accepted only after midnight waits for midnight. It changes nothing a second time.
 */
export function beforeSending({ context, config, organisation }: Parts) {
  return (dossier: Dossier, { content, lease, queuedAt }: Message): Prepared => {
    const { complaint, journal } = dossier;
    const letter = waitingLetters(complaint).find(
      ({ id }) => content.kind === 'letter' && id === content.letter,
    );
    if (!letter) return { dossier };
    const today = context();
    const tomorrow = config.at(addDays(today.today, 1), '00:00');
    if (lease && lease.until > tomorrow) return { outcome: { at: today.now, postponedTo: tomorrow } };
    const { email } = complaint.complainant;
    if (!email) return { outcome: { at: today.now, fault: heldBack['no-address'] } };
    const queuedOn = letter.queuedOn ?? config.dayOf(queuedAt);
    if (queuedOn === today.today && letter.to === email) return { dossier };
    const course = journal.map((entry) => ({ event: eventOf(entry), by: entry.erasable?.by }));
    const text = letterForToday(
      { ...letter, queuedOn },
      { ...today, complaint, course, by: itself, organisation },
    );
    if (text === undefined) return { outcome: { at: today.now, fault: heldBack.outdated } };
    const event = letterRenewed(letter, text, complaint, today);
    return { dossier: withEvents(dossier, [event], { by: itself, context: today }) };
  };
}
