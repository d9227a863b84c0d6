const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;

/** Whom the door lets in: our tenant through Teams, or in the try-out any client on this machine. */
export type Admission = { tenantId: string } | 'anyone-on-loopback';

const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

const isLoopback = (url: string): boolean => URL.canParse(url) && loopback.test(new URL(url).hostname);

/**
 * The HTTP status that a request deserves before anything else is done with it: 400 for what is no activity, 403 for
 * one that is not for us; undefined lets it in, to be authenticated. An activity without serviceUrl is refused,
 * because its token would not be checked against one.
 */
export function refusedAtTheDoor(body: unknown, admission: Admission): 400 | 403 | undefined {
  if (!isObject(body) || !isText(body.type) || !isText(body.channelId)) return 400;
  if (!isObject(body.conversation) || !isText(body.conversation.id) || !isObject(body.from)) return 400;
  if (body.recipient !== undefined && !isObject(body.recipient)) return 400;
  if (body.text !== undefined && body.text !== null && typeof body.text !== 'string') return 400;
  if (!isText(body.serviceUrl) || !URL.canParse(body.serviceUrl)) return 403;
  if (admission === 'anyone-on-loopback') return isLoopback(body.serviceUrl) ? undefined : 403;
  const tenant = body.conversation.tenantId;
  return body.channelId === 'msteams' && tenant === admission.tenantId ? undefined : 403;
}
