import { setTimeout as pause } from 'node:timers/promises';
import { type TeamsChannelAccount, TeamsInfo, type TurnContext } from 'botbuilder';
import { Conflict } from '../register/store.ts';
import type { Bot } from './bot.ts';
import type { Office } from './office.ts';
import { sayInstead } from './say-instead.ts';

/** Milliseconds that looking somebody up may take: the person who waits for an answer comes first. */
const patience = 1500;

const outsiders = ['guest', 'anonymous'];

const notForYou = {
  statusCode: 403,
  code: 'NotForGuests',
  title: 'Alleen voor medewerkers van Ballance',
  again: false,
  text: 'Ik ben er voor de medewerkers van Ballance. Heb je zelf een klacht? Vertel die aan je contactpersoon bij Ballance, of gebruik het feedbackformulier op de website. Er is niets bewaard.',
};

const memoOf = (personId: string) => `colleague/${personId}`;

/**
 * The bot for the colleagues of one tenant; guests of it, and people of another, are refused and nothing of them is
 * kept. Who is met for the first time is looked up in Teams; that somebody is a colleague is remembered, by id, beside
 * his contact. When Teams cannot tell, or takes too long, the turn goes on (a complaint is not refused for a technical
 * reason) and he is looked up again the next time.
 */
export function colleaguesOnly(
  bot: Bot,
  { store, clock, log }: Pick<Office, 'store' | 'clock' | 'log'>,
  tenantId: string,
): Bot {
  const known = new Set<string>();

  async function isKnown(personId: string): Promise<boolean> {
    if (known.has(personId)) return true;
    if (!(await store.read(memoOf(personId)))) return false;
    known.add(personId);
    return true;
  }

  async function remember(personId: string): Promise<void> {
    const memo = { kind: 'memo', id: memoOf(personId), content: { metAt: clock.now() } } as const;
    await store.write(memo).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
    known.add(personId);
  }

  async function isWelcome(context: TurnContext): Promise<boolean> {
    const { from } = context.activity;
    const personId = from.aadObjectId?.toLowerCase() ?? from.id;
    try {
      if (await isKnown(personId)) return true;
      const member = await Promise.race([TeamsInfo.getMember(context, from.id), tooLong()]);
      if (isOutsider(member, tenantId)) return false;
      await remember(personId);
    } catch (error) {
      log.fault('not known whether somebody is a guest', error);
    }
    return true;
  }

  return async (context) => ((await isWelcome(context)) ? bot(context) : sayInstead(context, notForYou));
}

/** Entra gives a guest an account name with #EXT# in it, whatever Teams calls his role. */
const isOutsider = ({ userRole, userPrincipalName, tenantId }: TeamsChannelAccount, ours: string): boolean =>
  outsiders.includes(userRole?.toLowerCase() ?? '') ||
  /#EXT#@/i.test(userPrincipalName ?? '') ||
  (tenantId !== undefined && tenantId.toLowerCase() !== ours.toLowerCase());

async function tooLong(): Promise<never> {
  await pause(patience, undefined, { ref: false });
  throw new Error('Teams took too long.');
}
