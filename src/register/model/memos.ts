import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import {
  aNumber,
  anId,
  aPerson,
  aRecipient,
  count,
  day,
  fields,
  finite,
  flag,
  listOf,
  moment,
  optional,
  orNull,
  pairOf,
  text,
} from './checks.ts';
import { each, eachPerson, single } from './memo-kind.ts';
import type { Recipient } from './message.ts';
import { sentFiles } from './sent-files.ts';
import { address, type ConversationAddress, service, shownMessages } from './shown-messages.ts';
import { waitingDocuments } from './waiting-documents.ts';

/** The one channel that gets the reminders and the digest. */
export type ChannelLink = { address: ConversationAddress; linkedAt: Instant };

/** Where new personal chats are created. */
export type Home = Omit<ConversationAddress, 'conversationId'>;

/** A person and the address of their personal chat; without an address it must be created first. */
export type Contact = { person: Person; address?: ConversationAddress };

/** An overview that was asked for in a channel: its day, and its message. */
export type Overview = { day: LocalDate; address: ConversationAddress; activityId: string };

/** What a conversation has used of its limits; moments are in milliseconds, minutes are moments divided by 60,000. */
export type Used = {
  /** When the last messages arrived, at the latest; the newest last. */
  recent: number[];
  /** Messages that may not have arrived yet: a name for each, and when it was sent. */
  onTheWay?: [name: string, sentAt: number][];
  /** How many messages were sent in each minute of the last hour. */
  minutes: [minute: number, count: number][];
  /** When the platform accepts nothing. */
  held?: { from: number; until: number };
};

/** The share of a process in the limit of a whole tenant, until a moment in milliseconds. */
export type Share = { by: string; perSecond: number; until: number };

type Span = { since: Instant; until: Instant };

/** The hold on a recipient whom nothing reaches: failed tries in a row, until when nothing is tried, and who tries now. */
export type KeptHold = Span & {
  failures: number;
  reason: string;
  setUp: boolean;
  probe?: Span & { by: string };
};

/** Who stands in for whom, and from when until when. */
export type StandIn = { absent: PersonId; standIn: PersonId; from: LocalDate; until: LocalDate };

/** A person, the channel or the mail server that could not be reached, and what waits for it. */
export type Unreached = {
  /** The first failure in an unbroken row. */
  since: Instant;
  /** The reason of the last failure: '403 ConversationBlockedByUser'. */
  reason: string;
  /** It does not pass by itself: the set-up must be mended. */
  setUp: boolean;
  /** The ids of the dossiers and bulletins with a message that waits, the newest last. */
  documents: string[];
};

/** The one notice in a chat about somebody whom nothing reaches, and the complaints that it counts. */
export type StandingNotice = {
  to: Recipient;
  /** Who is not reached. */
  unreached: PersonId;
  activityId: string;
  /** The day on which it was posted: the first complaint of another day is a new message. */
  day: LocalDate;
  /** The numbers of complaints whose card was not delivered, the lowest first. */
  numbers: CaseNumber[];
  /** The platform's ids of earlier notices that do not say yet that they were replaced. */
  older: string[];
};

/** The key of a notice: about whom, and the id of its reader or of the conversation of the channel. */
export type NoticePlace = { unreached: PersonId; chat: string };

/** A notice as it is stored; while it is held, one process is changing it. */
export type KeptNotice = NoticePlace & { notice?: StandingNotice; held?: { by: string; until: Instant } };

const span = { since: moment, until: moment };

/**
 * Every small document besides the intake document, and its content. The bot can do without any of them and writes them anew;
 * erasure walks those that connect somebody with a complaint.
 */
export const memos = {
  waitingDocuments,
  sentFiles,
  clock: single('clock', moment),
  madeBy: single('made-by', orNull(text)),
  channel: single('channel', orNull(fields<ChannelLink>({ address, linkedAt: moment }))),
  home: single('home', fields<Home>(service)),
  contact: eachPerson('contact/', fields<Contact>({ person: aPerson, address: optional(address) })),
  colleague: eachPerson('colleague/', fields<{ metAt: Instant }>({ metAt: moment })),
  forms: eachPerson('forms/', listOf(text)),
  ...shownMessages,
  cardsBehind: single('cards-behind', listOf(aNumber)),
  welcomed: each('welcomed/', moment),
  overview: each('overview/', fields<Overview>({ day, address, activityId: text })),
  tenantShares: each('pace/', listOf(fields<Share>({ by: text, perSecond: finite, until: finite }))),
  chatLimits: each(
    'pace/',
    fields<Used>({
      recent: listOf(finite),
      onTheWay: optional(listOf(pairOf(text, finite))),
      minutes: listOf(pairOf(finite, finite)),
      held: optional(fields<{ from: number; until: number }>({ from: finite, until: finite })),
    }),
  ),
  hold: each(
    'hold/',
    orNull(
      fields<KeptHold>({
        ...span,
        failures: count,
        reason: text,
        setUp: flag,
        probe: optional(fields<Span & { by: string }>({ ...span, by: text })),
      }),
    ),
  ),
  unreached: each(
    'unreached/',
    orNull(fields<Unreached>({ since: moment, reason: text, setUp: flag, documents: listOf(text) })),
    (content, number) => {
      const documents = content?.documents.filter((one) => one !== number) ?? [];
      if (!content || documents.length === content.documents.length) return content;
      return documents.length > 0 ? { ...content, documents } : null;
    },
  ),
  /** As of which day and absences it was told, how often, and who was told. */
  standIns: single(
    'stand-ins',
    fields<{ asOf: string; told: number; standing: StandIn[] }>({
      ...{ asOf: text, told: count },
      standing: listOf(fields<StandIn>({ absent: anId, standIn: anId, from: day, until: day })),
    }),
  ),
  /** The days equated by decree with which deadlines were counted last, and how often a change of them was told. */
  decreedDays: single(
    'decreed-days',
    fields<{ days: LocalDate[]; told: number }>({ days: listOf(day), told: count }),
  ),
  unreachedPeople: single('unreached-people', listOf(anId)),
  standingNotices: single(
    'standing-notices',
    listOf(
      fields<KeptNotice>({
        unreached: anId,
        chat: text,
        notice: optional(
          fields<StandingNotice>({
            to: aRecipient,
            unreached: anId,
            activityId: text,
            day,
            numbers: listOf(aNumber),
            older: listOf(text),
          }),
        ),
        held: optional(fields<{ by: string; until: Instant }>({ by: text, until: moment })),
      }),
    ),
    (notices, number) =>
      notices.flatMap((one) => {
        const numbers = one.notice?.numbers.filter((other) => other !== number);
        if (!one.notice || !numbers) return one;
        return numbers.length > 0 ? { ...one, notice: { ...one.notice, numbers } } : [];
      }),
  ),
};

/** The kinds that erasure walks. */
export const connecting = Object.values(memos).filter(({ without }) => without !== undefined);

/** Tells whether an id is that of a small document; false for the intake document, a dossier, a bulletin, or an unknown one. */
export const isMemoId = (id: string): boolean => kindsOf(id).length > 0;

/** Tells whether a small document holds what its readers rely on. */
export const isMemoContent = (id: string, content: unknown): boolean =>
  !isMemoId(id) || kindsOf(id).some(({ check }) => check(content));

const kindsOf = (id: string) => {
  const begin = id.includes('/') ? id.slice(0, id.indexOf('/') + 1) : id;
  return Object.values(memos).filter((kind) => kind.begin === begin);
};
