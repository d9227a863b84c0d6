import { isGuid } from '../procedure/model/person-id.ts';
import { isLoopback } from '../settings/reader.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;

const isNothing = (value: unknown): value is undefined | null => value === undefined || value === null;

const isAbsentOr = (holds: (value: unknown) => boolean, value: unknown): boolean =>
  isNothing(value) || holds(value);

const isString = (value: unknown): value is string => typeof value === 'string';

/** Tells whether it is a text as short as names in Teams, which have a few hundred characters at most. */
const isShort = (value: unknown): value is string => isString(value) && value.length <= 1000;

/** Tells whether it is an id: printable ASCII, because ids go into headers and paths of our requests to Teams. */
const isId = (value: unknown): boolean => isShort(value) && /^[\x20-\x7e]*$/.test(value);

/** Who is admitted: our tenant through Teams, or in the try-out any client on this machine. */
export type Admission = { tenantId: string } | 'anyone-on-loopback';

const isOnLoopback = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && isLoopback(hostname);
};

type Json = Record<string, unknown>;

/** An activity in which every part that we or the SDK read has the right type. */
type WellFormed = Json & { conversation: Json; from: Json; channelId: string };

/** Rejects a request before its body is read: 403 from a page in a browser, 401 without a token that could be ours. */
export function rejectByHeaders(
  { origin, authorization }: { origin?: string; authorization?: string },
  tokens: { couldBeOurs(authorization: string | undefined): boolean },
): 401 | 403 | undefined {
  if (origin !== undefined) return 403;
  return tokens.couldBeOurs(authorization) ? undefined : 401;
}

/**
 * Rejects a request before anything else is done with it: 400 for what is no activity, 403 for an activity that is not for
 * us; undefined admits it to authentication. An activity without serviceUrl is rejected, because its token would not be
 * checked against one.
 */
export function rejectActivity(body: unknown, admission: Admission): 400 | 403 | undefined {
  if (!isWellFormed(body)) return 400;
  const { channelId, serviceUrl, from } = body;
  if (!isText(serviceUrl) || !URL.canParse(serviceUrl)) return 403;
  if (admission === 'anyone-on-loopback') {
    return isOnLoopback(serviceUrl) && (isText(from.id) || isGuid(from.aadObjectId)) ? undefined : 403;
  }
  const isKnown = isText(from.id) && isGuid(from.aadObjectId);
  return channelId === 'msteams' && isKnown && isOfTenant(body, admission.tenantId) ? undefined : 403;
}

function isWellFormed(body: unknown): body is WellFormed {
  if (!isObject(body)) return false;
  const { type, channelId, conversation, from, recipient, text, id, replyToId, deliveryMode, name } = body;
  if (!isObject(conversation) || !isObject(from) || !isAbsentOr(isObject, recipient)) return false;
  const bot = isObject(recipient) ? recipient : {};
  const ids = [id, replyToId, from.id, from.aadObjectId, bot.id, bot.aadObjectId, conversation.tenantId];
  const words = [deliveryMode, name, from.name, bot.name, conversation.conversationType];
  return (
    [type, channelId, conversation.id].every((one) => isText(one) && isId(one)) &&
    ids.every((one) => isAbsentOr(isId, one)) &&
    words.every((one) => isAbsentOr(isShort, one)) &&
    isAbsentOr(isString, text)
  );
}

/** The parts of an activity that carry content, which may name another organisation. */
const spokenOf: ReadonlySet<string> = new Set(['value', 'entities', 'attachments']);

const namesTenant = /tenant(_?id)?$/i;

/**
 * Tells whether our tenant is named and no other, at any depth, in the sender, the recipient, the conversation and the data
 * of Teams. Only content may name another.
 */
function isOfTenant(activity: WellFormed, ours: string): boolean {
  const { conversation, channelData } = activity;
  const data = isObject(channelData) ? channelData : {};
  if (isNothing(conversation.tenantId) && isNothing(data.tenant)) return false;
  const waiting: unknown[] = Object.entries(activity)
    .filter(([name]) => !spokenOf.has(name))
    .map(([name, value]) => ({ [name]: value }));
  for (const one of waiting) {
    if (typeof one !== 'object' || one === null) continue;
    for (const [name, value] of Object.entries(one)) {
      if (namesTenant.test(name) && !isNothing(value) && !isSame(isObject(value) ? value.id : value, ours))
        return false;
      waiting.push(value);
    }
  }
  return true;
}

const isSame = (one: unknown, other: string): boolean =>
  isString(one) && one.toLowerCase() === other.toLowerCase();
