import type { Person } from '../../src/procedure/model/complaint.ts';
import type { Condition } from '../../src/register/integrity/at-start.ts';
import type { Message } from '../../src/register/model/message.ts';
import { triesOf } from '../../src/register/model/outbox.ts';
import { closeOffices } from '../register/an-office.ts';
import { type Asked, aFaultyService, type FaultyAnswer } from '../teams/a-faulty-service.ts';
import { anOfficeInTeams, type OfficeInTeams } from '../teams/an-office-in-teams.ts';
import { chat, isOf, type Scenario } from './every-message.ts';

/** A fault that keeps one message from being delivered. */
export type Trouble = {
  /** The answer of the service; undefined where nothing listens. */
  answer: FaultyAnswer | undefined;
  /** Nobody has a chat yet: the request to create one gets that answer. */
  newChat?: true;
  /** The card itself is refused: no sign of life has the same card tried again. */
  ofMessage?: true;
  /** Teams asks to wait so many minutes, also after a sign of life. */
  waits?: number;
};

/** Matches every text that tells somebody that a message was not delivered. */
const toldBy =
  /niet aangekomen|niet gekregen|niet te lezen gekregen|nog niet doorgegeven|niet bereikbaar|ontbreekt iets/;

/** An address where nothing listens. */
const nowhere = 'http://127.0.0.1:1';

const behind: Condition = { since: '2026-04-01T08:00:00.000Z', behind: ['K-2026-0009'] };

const isFor = (to: Person | 'channel', { conversation, body }: Asked): boolean =>
  conversation === chat(to) || (conversation === 'new' && to !== 'channel' && body.includes(to.id));

/**
 * Of these nobody else is told where they do not arrive: a complaint that waits for who stands in raises an alarm of its own, and reminders
 * count with the new days; the report of a quarter can be asked for at any time; the letter asked the complainant already, and the button
 * to record their answer stays on the dossier.
 */
const tellsNobody: ReadonlySet<string> = new Set([
  'stand-in',
  'stand-in-ended',
  'decreed-days',
  'quarter',
  'satisfaction-due',
]);

/**
 * Lets one message of a kind come about while Teams answers so to its recipient, for an hour or as long as it takes,
 * and then well. Answers what of the following does not hold: it is not taken for sent; somebody else is told
 * within the hour, or where nobody is left the log; it is tried again the same day; it comes at a sign of life.
 */
export async function brokenPromises(scenario: Scenario, trouble: Trouble): Promise<string[]> {
  const service = await aFaultyService();
  const office = await anOfficeInTeams(service, scenario.kind === 'register-behind' ? behind : undefined);
  try {
    return await observed(scenario, trouble, service, office);
  } finally {
    await office.close();
    await closeOffices();
    await service.close();
  }
}

async function observed(
  scenario: Scenario,
  { answer, newChat, ofMessage, waits = 0 }: Trouble,
  service: Awaited<ReturnType<typeof aFaultyService>>,
  office: OfficeInTeams,
): Promise<string[]> {
  const { to, unreached = [], because } = scenario;
  const ours = (asked: Asked): boolean => isFor(to, asked);
  const found = async (): Promise<Message | undefined> =>
    (await office.messages()).find((message) => isOf(scenario, message));
  const isSent = async (): Promise<boolean> => (await found())?.status === 'sent';
  const tries = async (): Promise<number> =>
    Math.max(service.refused.filter(ours).length, triesOf((await found()) ?? { attempts: [] }));
  const heard = (serviceUrl?: string) =>
    to === 'channel' ? office.links(serviceUrl) : office.speaks(to, serviceUrl);

  await scenario.before?.(office);
  if (scenario.before) await office.work();
  if (!answer) await heard(nowhere);
  if (newChat && to !== 'channel') await office.forgets(to);
  service.rule.answer = (asked) => {
    if (ours(asked)) return answer;
    return unreached.some((one) => isFor(one, asked)) ? because : undefined;
  };
  await scenario.happens(office);
  await office.work();
  for (let waited = 0; waited < 3 && !(await found()); waited++) await office.passes(10);
  if (!(await found())) return ['there is no such message'];

  const wrong: string[] = [];
  for (const minutes of [10, 21, 20]) await office.passes(minutes);
  const told = service.taken.some((asked) => !ours(asked) && toldBy.test(asked.body));
  const logged =
    scenario.kind === 'not-forwarded' && office.logged.some((line) => /nobody is told/.test(line));
  if (!told && !logged && !tellsNobody.has(scenario.kind)) wrong.push('nobody is told within the hour');
  for (const minutes of [20, 70]) if ((await tries()) < 2) await office.passes(minutes);
  if ((await tries()) < 2) wrong.push('it is not tried again the same day');
  if (await isSent()) wrong.push('it counts as sent');

  const { answer: rule } = service.rule;
  service.rule.answer = (asked) => (ours(asked) ? undefined : rule(asked));
  await office.passes(1);
  await heard();
  await office.idle();
  // Complaints for one notice are gathered for some seconds.
  await office.passes(Math.max(waits, 1));
  const status = (await found())?.status;
  if (ofMessage && to !== 'channel' ? status !== 'gave-up' : status !== 'sent')
    wrong.push(`after a sign of life it is ${status}`);
  return wrong;
}

/** Lists what does not hold, by scenario; the faults are dealt out over the scenarios in turn. */
export async function brokenPromisesOf(
  scenarios: readonly Scenario[],
  troubles: readonly Trouble[],
): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {};
  for (const [i, scenario] of scenarios.entries()) {
    const trouble = troubles[i % troubles.length] as Trouble;
    const broken = await brokenPromises(scenario, trouble);
    if (broken.length > 0) wrong[`${scenario.kind}: ${scenario.what}: ${JSON.stringify(trouble)}`] = broken;
  }
  return wrong;
}
