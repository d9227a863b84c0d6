import type { IncomingHttpHeaders } from 'node:http';
import type { Log } from '../register/model/log.ts';
import { feedbackFields } from '../register/website-form.ts';
import { addressOf } from './address.ts';
import type { Limits } from './limits.ts';
import type { Answer, Asked, Intake } from './ports.ts';
import { isSame, signatureOf } from './stamp.ts';

/** The most bytes of a request; a form with every field full has less. */
const mostBytes = 64 * 1024;

/** How far the clock of the website may be from ours, in seconds. */
const mostApart = 300;

const isJson = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;
const isKey = /^[\x21-\x7e]{8,200}$/;

type Parts = {
  secret: string;
  intake: Intake;
  limits: Limits;
  /** The real time, in milliseconds. */
  now(): number;
  /** Until when a complaint is confirmed and answered, where the complainant can be written to; or what to tell them where nobody may handle it. */
  followsOf(
    number: string | undefined,
  ): Promise<{ days?: { acknowledgeBy: string; answerBy: string }; message?: string }>;
  log: Log;
};

/** Takes what the website sends: signed JSON, each with a key of its own. */
export function signedPost({ secret, intake, limits, now, followsOf, log }: Parts) {
  return async ({ request, bytes }: Asked): Promise<Answer> => {
    const { headers } = request;
    const signature = signatureIn(headers);
    const timestamp = String(headers['x-timestamp'] ?? '');
    const isNow = /^\d{1,12}$/.test(timestamp) && Math.abs(now() / 1000 - Number(timestamp)) <= mostApart;
    const unsigned = async (message: string): Promise<Answer> => {
      const excess = await limits.unsigned(addressOf(request));
      if (excess) return tooMany(excess.wait);
      log.warn('feedback is not signed', { status: 401 });
      return refused(401, message);
    };
    if (!signature) return unsigned('De handtekening ontbreekt: X-Signature: sha256=... (64 tekens).');
    if (!isNow)
      return unsigned('X-Timestamp ontbreekt, of wijkt meer dan vijf minuten af van onze klok (seconden).');
    if (
      (headers['content-encoding'] ?? 'identity') !== 'identity' ||
      !isJson.test(headers['content-type'] ?? '')
    )
      return refused(415, 'Stuur JSON in UTF-8, zonder compressie: Content-Type: application/json.');
    const tooLarge = `Het bericht is te groot: hoogstens ${mostBytes / 1024} kB.`;
    if (Number(headers['content-length'] ?? 0) > mostBytes) return refused(413, tooLarge);
    const body = await bytes(mostBytes);
    if (!body) return refused(413, tooLarge);
    if (!isSame(signature, signatureOf(secret, timestamp, '.', body)))
      return unsigned('De handtekening klopt niet.');
    const excess = await limits.signed();
    if (excess) return tooMany(excess.wait);
    const key = String(headers['idempotency-key'] ?? '');
    if (!isKey.test(key))
      return refused(
        400,
        'Idempotency-Key ontbreekt: 8 tot 200 tekens zonder spaties, voor ieder formulier een andere.',
      );
    return take(body, key).catch((error: unknown) => {
      log.fault('feedback was not registered', error);
      const again = 'Het registreren is niet gelukt. Stuur hetzelfde bericht over een minuut opnieuw.';
      return { ...refused(503, again), headers: { 'Retry-After': '60' } };
    });
  };

  async function take(body: Uint8Array, key: string): Promise<Answer> {
    const given = parsed(body);
    if (!given) return refused(400, 'Het bericht is geen JSON-object.');
    const unknown = Object.keys(given).filter((name) => !known.has(name));
    const read = intake.read(given);
    const wrong = 'errors' in read ? read.errors : {};
    const errors = [
      ...Object.entries(wrong).map(([veld, melding]) => ({ veld, melding })),
      ...unknown.map((veld) => ({ veld, melding: 'Dit veld kennen wij niet.' })),
    ];
    if (errors.length > 0 || 'errors' in read)
      return {
        ...refused(400, 'Het formulier is niet goed ingevuld.'),
        body: { melding: 'Het formulier is niet goed ingevuld.', fouten: errors },
      };
    const { outcome, number, acknowledged } = await intake.register(read.value, `website ${key}`);
    if (outcome === 'conflict')
      return refused(409, 'Deze Idempotency-Key is al gebruikt voor een ander formulier.');
    const { days, message } = await followsOf(number);
    const isReached = read.value.email || read.value.postadres;
    return {
      status: outcome === 'registered' ? 201 : 200,
      body: {
        nummer: number,
        bevestigd: acknowledged,
        ...(message && { melding: message }),
        ...(days &&
          isReached && { bevestigingUiterlijk: days.acknowledgeBy, antwoordUiterlijk: days.answerBy }),
      },
    };
  }
}

const known: ReadonlySet<string> = new Set(feedbackFields);

/** Refuses a request, in a sentence for who made the website. What is unread of it is not read. */
const refused = (status: number, melding: string): Exclude<Answer, 'taken'> => ({
  status,
  body: { melding },
  isLast: true,
});

const tooMany = (wait: number): Answer => ({
  ...refused(429, `Er komen te veel formulieren binnen. Probeer het over ${wait} seconden opnieuw.`),
  headers: { 'Retry-After': String(wait) },
});

function signatureIn(headers: IncomingHttpHeaders): Buffer | undefined {
  const [, hex] = /^sha256=([\da-f]{64})$/i.exec(String(headers['x-signature'] ?? '')) ?? [];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex');
}

/** Parses an object of JSON in UTF-8; undefined where it is none. */
function parsed(body: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
