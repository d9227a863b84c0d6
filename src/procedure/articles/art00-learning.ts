import type { CommandOf, Context, StepCommand } from '../model/commands.ts';
import { complainantIn } from '../model/complainant-in-text.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import type { Learned } from '../model/learning.ts';
import { nameIn } from '../model/named-in-text.ts';
import { Refusal } from '../model/refusal.ts';

/** Inleiding: a complaint is welcome "voor andere cliënten, onze medewerkers en voor de kwaliteit van onze dienstverlening". */

/** Refuses a lesson that tells who complained, or who it was about: others are to read it. */
export function assertNamesNobody(
  lesson: string | undefined,
  {
    complainant,
    respondents,
    unresolvedName,
  }: Pick<Complaint, 'complainant' | 'respondents' | 'unresolvedName'>,
): void {
  if (!lesson) return;
  const names = [...respondents.map(({ name }) => name), ...(unresolvedName ? [unresolvedName] : [])];
  const found = complainantIn(lesson, complainant) ?? names.map((name) => nameIn(lesson, name)).find(Boolean);
  if (found) throw new Refusal('name-in-lesson', undefined, found);
}

/** Records what the complaint is about and what is learned from it, as a form says; no event where that is known already. */
export function learned(
  complaint: Complaint,
  { learned: told = {} }: Pick<StepCommand, 'learned'>,
  { today }: Pick<Context, 'today'>,
): Event[] {
  const changed = (part: keyof Learned): string | undefined => {
    const text = told[part]?.trim();
    return text === (complaint[part] ?? '') ? undefined : text;
  };
  const [subject, lesson] = [changed('subject'), changed('lesson')];
  if (subject === undefined && lesson === undefined) return [];
  assertNamesNobody(lesson, complaint);
  return [
    {
      ...{ type: 'learned', on: today, ...(subject !== undefined && { subject }) },
      personal: { ...(lesson !== undefined && { lesson }) },
    },
  ];
}

/** Records it of what was remedied on the spot (Art. 1), which no form of its handler closed. Refuses a form that adds nothing. */
export function recordLesson(
  complaint: Complaint,
  { subject, lesson }: CommandOf<'record-lesson'>,
  context: Context,
): Event[] {
  const told = { ...(subject !== undefined && { subject }), ...(lesson !== undefined && { lesson }) };
  const events = learned(complaint, { learned: told }, context);
  if (events.length === 0) throw new Refusal('nothing-changed');
  return events;
}
