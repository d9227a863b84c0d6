import { randomUUID } from 'node:crypto';
import { personId } from '../../src/procedure/model/person-id.ts';
import { systemClock } from '../../src/time/clock.ts';
import { aGuardedBot, appId, production, tenantId } from './a-guarded-bot.ts';
import { aTeamsService } from './a-teams-service.ts';
import { aTokenAuthority } from './a-token-authority.ts';
import type { Told } from './bot-process.ts';

export const sanne = { id: personId('3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01'), name: 'Sanne de Vries' };
export const minutes = (count: number): number => Math.round(Date.now() / 1000) + count * 60;

type Json = Record<string, unknown>;

/** A bot in production, with an authority that it trusts and a service of Teams. End it after use. */
export async function productionOffice({
  env,
  execPath,
  ...told
}: Omit<Told, 'authority'> & { env?: Record<string, string>; execPath?: string } = {}) {
  const authority = await aTokenAuthority();
  const teams = await aTeamsService();
  const { issuer, metadataUrl } = authority;
  const bot = await aGuardedBot(
    { ...production, ...env },
    { authority: { issuer, metadataUrl }, bearer: 'the-bot-itself', ...told },
    execPath,
  );

  /** The claims of a valid token; undefined removes one. */
  const claims = (other: Json = {}): Json => ({
    iss: issuer,
    aud: appId,
    serviceurl: teams.serviceUrl,
    nbf: minutes(-1),
    exp: minutes(60),
    ...other,
  });

  /** A message that Sanne types in her own chat with the bot. */
  const message = (other: Json = {}): Json => ({
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: `29:${sanne.id}`, name: sanne.name, aadObjectId: sanne.id },
    recipient: { id: `28:${appId}`, name: 'Klachtenbot' },
    conversation: { id: `a:${sanne.id}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    text: 'help',
    ...other,
  });

  /** Sanne presses "Klacht registreren" on a form that is filled in. */
  const registration = (other: Json = {}): Json =>
    message({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'register', data: filledIn() }, trigger: 'manual' },
      ...other,
    });

  async function post(activity: unknown, authorization?: string) {
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) },
      body: JSON.stringify(activity),
    });
    return { status: response.status, text: await response.text() };
  }

  return {
    bot,
    tenantId,
    authority,
    teams,
    claims,
    message,
    registration,
    post,
    /** With a token that holds good. */
    postTrusted: async (activity: unknown) => post(activity, `Bearer ${await authority.sign(claims())}`),
    async end(): Promise<void> {
      await bot.stop();
      await teams.close();
      await authority.close();
    },
  };
}

export type ProductionOffice = Awaited<ReturnType<typeof productionOffice>>;

const filledIn = (): Json => ({
  verb: 'register',
  form: randomUUID(),
  complainantName: 'Mevrouw Pietersen',
  origin: 'client',
  summary: 'Er werd drie keer niet teruggebeld.',
  receivedOn: systemClock().today(),
  manner: 'oral',
});
