import { hasCome } from '../../time/clock.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import { inOrderOfHandling, isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { isListed, isSameName } from '../model/named-in-text.ts';
import { notBeforeItsTime, notInTheFuture, Refusal } from '../model/refusal.ts';
import { acknowledgeBy, canBeWrittenTo, lateAfter } from './art05-forward-and-acknowledge.ts';
import { confirmsReceipt, numbered } from './art06-answer.ts';
import { closedIn, post } from './letters.ts';

/**
 * Records a talk or mediation. Inleiding: "Wat ons betreft begint dit met een goed gesprek", with "de persoon waar u een klacht over
 * heeft of [...] een andere collega". One that is to come is offered; one that took place solved the complaint, which closes it, or
 * did not: then "kunt u gebruik maken van de onderliggende klachtenregeling", whose periods run on meanwhile; so they do where it did
 * not take place. Refuses a leader whom the complaint is about, and mediation without one.
 */
export function mediate(complaint: Complaint, command: CommandOf<'mediate'>, context: Context): Event[] {
  const { partner, solved, calledOff } = command;
  if (calledOff) return didNotTakePlace(complaint, command, context);
  if (!partner.trim()) throw new Refusal('text-missing');
  const parties = { partner, ledBy: leaderOf(complaint, command, context)?.name };
  return solved === undefined
    ? toCome(parties, command, context)
    : tookPlace(parties, { ...command, solved }, complaint, context);
}

type Parties = { partner: string; ledBy: string | undefined };

/** Tells whether a respondent took part in a talk: "met wie" has their whole name, which no other respondent has. */
export const tookPart = ({ name }: Person, { talks = [], respondents }: Complaint): boolean =>
  talks.some(({ partner }) => isListed(name, partner)) &&
  respondents.filter((one) => isSameName(one.name, name)).length === 1;

/** Finds who was to lead the talk to come, and is a respondent by now: somebody else must lead it (reading 10). */
export const leaderInConflict = ({ talkToCome, respondents }: Complaint): string | undefined =>
  respondents.find(({ name }) => isSameName(name, talkToCome?.ledBy ?? ''))?.name;

/** Lists who can lead a talk: at the desk, and not who the complaint is about, who may take part in it. */
export const leaders = ({ respondents }: Complaint, { desk }: Pick<Context, 'desk'>): Person[] =>
  inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter((person) => !isAmong(person, respondents));

function leaderOf(
  complaint: Complaint,
  { form, ledBy }: CommandOf<'mediate'>,
  context: Context,
): Person | undefined {
  const leader = leaders(complaint, context).find(({ id }) => id === ledBy);
  if (ledBy && !leader) throw new Refusal('not-eligible');
  if (form === 'mediation' && !leader) throw new Refusal('mediator-missing');
  return leader;
}

/** Offers a talk. Refuses a moment that has passed, and a result: that is for one that took place. */
function toCome(personal: Parties, command: CommandOf<'mediate'>, { now, today }: Context): Event[] {
  const { form, on, time, result, agreements, measures } = command;
  if (result?.trim() || agreements?.trim() || measures.length > 0) throw new Refusal('not-held-yet');
  if (!time) throw new Refusal('time-missing');
  if (on < today || hasCome({ on, time }, now)) throw new Refusal('not-to-come');
  return [{ type: 'mediation-offered', on: today, appointment: { on, time, form }, personal }];
}

/** Records that the talk that was to come did not take place. Refuses what was agreed in it, and a talk that nobody offered. */
function didNotTakePlace(
  { talkToCome }: Complaint,
  { result, agreements, measures }: CommandOf<'mediate'>,
  { today }: Context,
): Event[] {
  if (!talkToCome) throw new Refusal('not-now');
  if (agreements?.trim() || measures.length > 0) throw new Refusal('not-held-yet');
  const reason = result?.trim();
  return [{ type: 'mediation-called-off', on: today, personal: { ...(reason && { reason }) } }];
}

/**
 * Records what came of it. What was solved goes to the complainant in a letter, which confirms receipt as well where none did (Art.
 * 5); nobody is closed out without it, except who cannot be written to. Refuses a solution or measures without what was agreed, and a time that is to come.
 */
function tookPlace(
  parties: Parties,
  command: CommandOf<'mediate'> & { solved: boolean },
  complaint: Complaint,
  context: Context,
): Event[] {
  const { form, on, time, result, solved, agreements, measures, letter } = command;
  notInTheFuture(on, context);
  if (time) notBeforeItsTime({ on, time }, context);
  if (!result?.trim()) throw new Refusal('text-missing');
  if ((solved || measures.length > 0) && !agreements?.trim()) throw new Refusal('agreement-missing');
  const mediated: Event = {
    type: 'mediated',
    on,
    form,
    solved,
    personal: {
      ...{ ...parties, result, agreements },
      ...(measures.length > 0 && { measures: numbered(measures, complaint) }),
    },
  };
  if (!solved) return [mediated];
  if (!letter && canBeWrittenTo(complaint.complainant)) throw new Refusal('letter-missing');
  const acknowledges = confirmsReceipt(complaint) && {
    acknowledgeBy: lateAfter(acknowledgeBy(complaint.receivedOn, context.calendar).dueOn, complaint),
  };
  return [
    mediated,
    ...(letter ? post({ kind: 'mediation', ...acknowledges }, letter, complaint, context) : []),
    closedIn(letter, { outcome: 'mediated' }, complaint, context),
  ];
}
