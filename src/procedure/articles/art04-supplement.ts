import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { namedIn } from '../model/named-in-text.ts';
import { Refusal } from '../model/refusal.ts';
import { correctFacts, newlyNamed } from './art04-corrections.ts';
import { addRespondents } from './art05-handler.ts';

/** Tells whether its receiver does not handle it, as where nobody may: a handler corrects the facts themselves. */
export const isNotHandledByReceiver = ({ handler, receiver }: Complaint): boolean =>
  handler?.person.id !== receiver.id;

const mark = 'Aanvulling van wie de klacht registreerde:\n';

/** Takes what the receiver wrote out of a summary: all of it, or what they added below the text of the handler. */
export const ownWords = (summary: string): string => summary.split(mark).at(-1) ?? summary;

/** Makes the summary from what the receiver writes now: in place of what they wrote before, never of what the handler made of it. */
export function supplemented(summary: string, { from, to }: { from: string; to: string }): string {
  if (to === from) return summary;
  if (summary === from) return to;
  const added = `${mark}${from}`;
  const others = summary.endsWith(added) ? summary.slice(0, -added.length) : `${summary}\n\n`;
  return `${others}${mark}${to}`;
}

/**
 * Lists of whom at the desk it must be said whether the complaint is about them: who is newly named, and who the receiver answered
 * about while the handler named them too.
 */
export const askedAboutIn = (
  summary: string,
  complaint: Complaint,
  context: Context,
  answered: (person: Person) => boolean,
): Person[] => {
  const named = newlyNamed(summary, complaint, context);
  return namedIn(summary, context.desk).filter(
    (person) => isAmong(person, named) || (answered(person) && !isAmong(person, complaint.respondents)),
  );
};

const reason = 'Aangevuld door wie de klacht registreerde.';

/**
 * "Aanvullen": the receiver adds to what they registered, until receipt is confirmed; what was there stays in the journal. A summary
 * that newly names somebody at the desk says whether the complaint is about them (Art. 5, made general); who it is about becomes a
 * respondent, before anybody reads it. Refuses while that is not said, an empty summary, and what changes nothing.
 */
export function supplement(
  complaint: Complaint,
  { by, number, to, about, notAbout }: CommandOf<'supplement'>,
  context: Context,
): Event[] {
  const { summary = complaint.summary, ...contact } = to;
  const named = askedAboutIn(summary, complaint, context, (person) => isAmong(person, about));
  const open = named.filter((person) => !isAmong(person, [...about, ...notAbout]));
  if (open.length > 0) throw new Refusal('named-in-text', 5, open.map(({ name }) => name).join(', '));
  const respondents = named.filter((person) => isAmong(person, about));
  const corrected = correctFacts(
    complaint,
    {
      type: 'correct-facts',
      ...{ by, number, reason, notAbout: true },
      to: { complainant: { ...complaint.complainant, ...contact }, summary },
    },
    context,
  );
  return [
    ...(respondents.length > 0 ? addRespondents(complaint, respondents, reason, context) : []),
    ...corrected,
  ];
}
