import { type Check, count, flag, listOf, moment, object, optional, text } from './checks.ts';

type MemoKind = {
  /** What its readers take for granted of its content; what is otherwise cannot be read. */
  check: Check;
  /** Its content without that complaint, where it tells that somebody has to do with one; undefined where it does not. */
  without?: (content: never, number: string) => unknown;
};

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const having =
  (checks: Record<string, Check>): Check =>
  (value) =>
    object(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const listOfSome =
  (check: Check): Check =>
  (value) =>
    listOf(check)(value) && (value as unknown[]).length > 0;

const number: Check = Number.isFinite;
const span = { since: moment, until: moment };

type Waiting = { documents: string[] } | null;

/**
 * Every kind of small document beside the front desk, by its id, or by what its id begins with. The bot can do without
 * any of them and makes them anew; erasure walks those that connect somebody with a complaint.
 */
export const memoKinds: Readonly<Record<string, MemoKind>> = {
  clock: { check: moment },
  channel: { check: orNull(having({ address: having({ conversationId: text }), linkedAt: moment })) },
  home: { check: object },
  'contact/': { check: object },
  'colleague/': { check: object },
  'forms/': { check: listOf(text) },
  'receipts/': {
    check: listOf(having({ activityId: text, number: text })),
    without: (places: { number: string }[], number) => places.filter((place) => place.number !== number),
  },
  'welcomed/': { check: moment },
  'overview/': { check: having({ day: text, address: object, activityId: text }) },
  'pace/': {
    check: (value) =>
      listOfSome(having({ by: text, perSecond: number, until: number }))(value) ||
      having({
        recent: listOf(number),
        minutes: listOf(listOf(number)),
        held: optional(having({ from: number, until: number })),
      })(value),
  },
  'hold/': {
    check: orNull(
      having({
        ...span,
        failures: count,
        reason: text,
        setUp: flag,
        probe: optional(having({ ...span, by: text })),
      }),
    ),
  },
  'unreached/': {
    check: orNull(having({ since: moment, reason: text, setUp: flag, documents: listOf(text) })),
    without: (content: Waiting, number) => {
      const documents = content?.documents.filter((one) => one !== number) ?? [];
      if (!content || documents.length === content.documents.length) return content;
      return documents.length > 0 ? { ...content, documents } : null;
    },
  },
  'unreached-people': { check: listOf(text) },
  'standing-notices': {
    check: listOf(
      having({ unreached: text, chat: text, notice: optional(having({ numbers: listOf(text) })) }),
    ),
    without: (notices: { notice?: { numbers: string[] } }[], number) =>
      notices.flatMap((one) => {
        const numbers = one.notice?.numbers.filter((other) => other !== number);
        if (!numbers) return one;
        return numbers.length > 0 ? { ...one, notice: { ...one.notice, numbers } } : [];
      }),
  },
};

/** The kind of a small document; undefined for the front desk, a dossier or a bulletin, and for what nobody reads. */
export const memoKindOf = (id: string): MemoKind | undefined =>
  memoKinds[id.includes('/') ? id.slice(0, id.indexOf('/') + 1) : id];
