import { createRequire } from 'node:module';
import type { FormatCallback } from 'html-to-text';
import { readable } from '../../letters/readable.ts';
import { shortDate } from '../../time/dutch-date.ts';
import { instantAt, type LocalDate } from '../../time/local-date.ts';
import { personName } from '../adapter/visitor.ts';
import { isObject } from '../buttons/button-press.ts';
import type { Notice } from '../cards/notice.ts';
import { limits, shortened } from '../form/text.ts';
import type { Office } from '../office/office.ts';

/** The registration form filled in from a message, and the notice above it. */
export type FromMessage = { values: Record<string, string>; notice?: Notice };

/**
 * Fills in the form of Art. 4 from a message: a written complaint, received on the day it was sent. The sender is named in the
 * summary, because they may be the complainant or a colleague. Accepts anything; without a message the form is blank.
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

/** Words 'Bericht van Joris Bakker op 23-11-2026:', as far as it is known. */
function heading(payload: Record<string, unknown>, sentOn: LocalDate | undefined): string {
  const sender = senderOf(payload.from);
  return `Bericht${sender && ` van ${sender}`}${sentOn ? ` op ${shortDate(sentOn)}` : ''}:`;
}

/** Returns the name of the person or the app that sent it. */
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

/** Cleans a value as a form would: without control characters, and empty when it is no text. */
const words = (value: unknown): string =>
  typeof value === 'string' ? readable(value.slice(0, mostMarkup)).trim() : '';

/** Finds the day in Amsterdam; undefined when it is no instant. */
function sentOnDay(created: unknown, clock: Office['clock']): LocalDate | undefined {
  const at =
    typeof created === 'string' && created.length <= limits.day && /^\d{4}-/.test(created)
      ? Date.parse(created)
      : Number.NaN;
  const isMoment = at >= 0 && at < Date.parse('9999-12-31');
  return isMoment ? clock.dayOf(instantAt(at)) : undefined;
}

/** Writes an emoji, which Teams sends as a picture with a name. */
const alternative: FormatCallback = ({ attribs }, _, builder) => {
  if (attribs?.alt) builder.addInline(attribs.alt, { noWordTransform: true });
};

/**
 * Writes a row of a table as a line, its cells one after another. Laying a table out as a grid would cost what its colspan and
 * rowspan say, and not what it holds.
 */
const row: FormatCallback = ({ children }, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  for (const [place, cell] of children.filter(({ type }) => type === 'tag').entries()) {
    if (place > 0) builder.addInline(' | ', { noWordTransform: true });
    walk([cell], builder);
  }
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** The most characters of markup that are read. */
const mostMarkup = 50_000;

/** How deep elements may be nested, and how many may be siblings; others are not read. */
const markupLimits = {
  maxInputLength: mostMarkup,
  maxDepth: 50,
  maxChildNodes: 2000,
  maxBaseElements: 1,
  ellipsis: '…',
};

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Loads the HTML parser with the first message that is made a complaint. */
const require = createRequire(import.meta.url);

/** Converts the HTML of a message to plain text; a link is followed by its address. */
export function plainText(html: string): string {
  const { convert }: typeof import('html-to-text') = require('html-to-text');
  return convert(html.slice(0, mostMarkup), {
    wordwrap: false,
    limits: markupLimits,
    formatters: { alternative, row },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'emoji', format: 'alternative' },
      { selector: 'img', format: 'alternative' },
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', format: 'block' },
      { selector: 'tr', format: 'row' },
      { selector: 'td', format: 'inline' },
      { selector: 'th', format: 'inline' },
    ],
  })
    .replaceAll('\u00a0', ' ')
    .trim();
}
