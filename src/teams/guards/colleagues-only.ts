import { setTimeout as pause } from 'node:timers/promises';
import { TeamsInfo, type TurnContext } from 'botbuilder';
import { isPersonId } from '../../procedure/model/person-id.ts';
import { speakerOf } from '../adapter/visitor.ts';
import type { Bot } from '../bot.ts';
import type { Office } from '../office/office.ts';
import { sayInstead } from './refuse-turn.ts';

/** How long a look-up may take, in milliseconds, so that the person does not wait for their answer. */
const lookupTimeoutMs = 1500;

const notForYou = {
  statusCode: 403,
  code: 'NotForGuests',
  title: 'Alleen voor medewerkers van Ballance',
  again: false,
  text: 'Ik ben er voor de medewerkers van Ballance. Heb je zelf een klacht? Vertel die aan je contactpersoon bij Ballance, of gebruik het feedbackformulier op de website. Er is niets bewaard.',
};

/**
 * Guards the bot for colleagues; guests of the tenant and people of another tenant are refused, and nothing of them is kept.
 * Looks a person up in Teams at their first activity. When Teams cannot tell, or takes too long, the turn goes on (a complaint
 * is never refused for a technical reason), and they are looked up again the next time.
 */
export function colleaguesOnly(bot: Bot, { colleagues, log }: Pick<Office, 'colleagues' | 'log'>): Bot {
  async function isWelcome(context: TurnContext): Promise<boolean> {
    const { from } = context.activity;
    const id = speakerOf(context.activity) ?? from.id;
    if (!isPersonId(id)) return false;
    try {
      if (await colleagues.isKnown(id)) return true;
      const member = await Promise.race([TeamsInfo.getMember(context, from.id), tooLong()]);
      return await colleagues.admits(id, member);
    } catch (error) {
      log.fault('not known whether somebody is a guest', error);
      return true;
    }
  }

  return async (context) => ((await isWelcome(context)) ? bot(context) : sayInstead(context, notForYou));
}

async function tooLong(): Promise<never> {
  await pause(lookupTimeoutMs, undefined, { ref: false });
  throw new Error('Teams took too long.');
}
