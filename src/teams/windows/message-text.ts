import { shortDate } from '../../letters/dutch-date.ts';
import { readable } from '../../letters/readable.ts';
import { isLocalDate, type LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Notice } from '../cards/banner.ts';
import { limits } from '../forms/limits.ts';
import { shortened } from '../literal.ts';
import type { Office } from '../office.ts';
import { isObject } from '../pressed.ts';
import { personName } from '../visitor.ts';
import { mostMarkup, plainText } from './plain-text.ts';

/** The registration form as a message fills it in, and what is said above it. */
export type FromMessage = { values: Record<string, string>; notice?: Notice };

/**
 * Art. 4: a message as a complaint that came in writing, on the day it was sent. Who wrote it stands in the summary: it
 * may be the complainant as well as a colleague. Takes anything; without a message the form is blank.
 */
export function fromMessage(payload: unknown, clock: Office['clock']): FromMessage {
  if (!isObject(payload)) return { values: {} };
  const today = clock.today();
  const sentOn = sentOnDay(payload.createdDateTime, clock);
  const text = textOf(payload);
  const summary = text.words && `${heading(payload, sentOn)}\n${text.words}`;
  const isCut = text.isCut || [...summary].length > limits.text;
  return {
    values: {
      manner: 'written',
      receivedOn: sentOn && sentOn < today ? sentOn : today,
      summary: shortened(summary, limits.text),
    },
    notice: noticeOf(summary, isCut),
  };
}

function noticeOf(summary: string, isCut: boolean): Notice {
  if (!summary)
    return {
      text: 'In dit bericht staat geen tekst. Schrijf zelf op waar de klacht over gaat.',
      tone: 'warning',
    };
  if (isCut)
    return {
      text: `Dit bericht is te lang: alleen het begin (${limits.text} tekens) staat bij “Korte inhoud”. Vat samen wat je mist, en vul de rest in.`,
      tone: 'warning',
    };
  return { text: 'Het bericht staat bij “Korte inhoud”. Kijk het na en vul de rest in.', tone: 'accent' };
}

/** 'Bericht van Joris Bakker op 23-11-2026:', as far as it is known. */
function heading(payload: Record<string, unknown>, sentOn: LocalDate | undefined): string {
  const sender = senderOf(payload.from);
  return `Bericht${sender && ` van ${sender}`}${sentOn ? ` op ${shortDate(sentOn)}` : ''}:`;
}

/** A person, or an app that speaks for itself. */
function senderOf(from: unknown): string {
  if (!isObject(from)) return '';
  const one = [from.user, from.application].find(isObject);
  return personName(words(one?.displayName));
}

function textOf({ subject, body }: Record<string, unknown>): { words: string; isCut: boolean } {
  const { content, contentType } = isObject(body) ? body : {};
  const written = words(content);
  const isPlain = contentType === 'text';
  const text = isPlain ? written : words(plainText(written));
  return {
    words: [words(subject), text].filter((part) => part !== '').join('\n'),
    isCut: typeof content === 'string' && content.length > mostMarkup,
  };
}

/** As a form would take it in: without control characters, and nothing when it is no text. */
const words = (value: unknown): string =>
  typeof value === 'string' ? readable(value.slice(0, mostMarkup)).trim() : '';

/** In Amsterdam; undefined when it is no instant. */
function sentOnDay(created: unknown, clock: Office['clock']): LocalDate | undefined {
  const at =
    typeof created === 'string' && created.length <= limits.day && /^\d{4}-/.test(created)
      ? Date.parse(created)
      : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  const day = clock.dayOf(new Date(at).toISOString());
  return isLocalDate(day) ? day : undefined;
}
