import assert from 'node:assert/strict';
import { disclosure } from '../../../src/letters/access-report.ts';
import { isByWebsite } from '../../../src/procedure/articles/art04-website.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { asCorrected } from '../../../src/register/model/as-corrected.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { eventOf } from '../../../src/register/model/journal.ts';
import { type Message, personIn, readerOf } from '../../../src/register/model/message.ts';
import { mayReceive } from '../../../src/register/notify/may-receive.ts';
import { erasureDay } from '../../../src/register/notify/retention.ts';
import type { Kept } from '../../../src/register/year-figures.ts';
import { receiptCard } from '../../../src/teams/buttons/registration.ts';
import { courseForComplainant } from '../../../src/teams/cards/case-journal.ts';
import { bulletinCards } from '../../../src/teams/notifications/bulletin-cards.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { cases, myComplaints } from '../../../src/teams/office/pages.ts';
import { daysBetween } from '../../../src/time/local-date.ts';
import { calendar } from '../../procedure/given.ts';
import { everybodyAtTheDesk, ingrid, sanne } from '../../procedure/people.ts';
import { cast } from '../../procedure/walk.ts';
import { theOther } from './a-course.ts';
import { leadOf, leftWords, untilWords } from './cards.ts';
import { long } from './dutch-days.ts';
import {
  acknowledgement,
  answer,
  articleSaid,
  asPromised,
  canBeReached,
  decision,
  decisionFrom,
  dutiesOf,
  dutiesToMeet,
  guarded,
  hearing,
  isDecidable,
  isLate,
  objectUntil,
  past,
  remindedOf,
} from './duties.ts';
import { assertNamesInChannel, assertNamesThere } from './named.ts';
import { assertKnown, assertSays, assertUnsaid, linesOf, type Seen } from './what-it-says.ts';

/** What only who handles a complaint may read of who complains. */
const ofTheComplainant = ['Zeldenrust', 'zeldenrust', '06-12345', 'Zoutstraat'];

/** What may not be said where everybody reads along: a name, and anything that somebody typed. */
const ofAnybody = [
  ...ofTheComplainant,
  ...cast.flatMap(({ name }) => name.split(' ').filter((word) => word.length > 2)),
  'Zoals besproken',
  'teruggebeld',
];

const isAbout = ({ complaint: { respondents } }: Dossier, { id }: Person): boolean =>
  respondents.some((one) => one.id === id);

/** Asserts that "zaken" says of this complaint what is due first, to everybody who can do it. */
export async function assertCasesTrue({ dossier, known, ours }: Seen): Promise<void> {
  const { complaint } = dossier;
  const today = ours.clock.today();
  const first = leadOf(complaint, today);
  for (const by of everybodyAtTheDesk) {
    const lines = linesOf(await cases(by, ours.office));
    const where = `“zaken” of ${by.name} (${complaint.stage}) on ${today}`;
    assertKnown(lines, known, where);
    if (!lines.some((line) => line.includes(dossier.id))) continue;
    if (first.length === 0) assertSays(lines, 'Er loopt geen termijn', where);
    else
      assert.ok(
        first.some(
          (duty) =>
            lines.some((line) => line.startsWith(untilWords(duty))) &&
            lines.some((line) => line.startsWith(`${dossier.id} · ${leftWords(duty, today)}`)),
        ),
        `${where}: ${lines.join(' | ')}; due is ${JSON.stringify(first)}`,
      );
  }
}

/** Asserts what the receiver reads: the receipt, and "mijn klachten". */
export async function assertReceiverTrue({ dossier, known, ours }: Seen): Promise<void> {
  if (isAbout(dossier, sanne) || isByWebsite(dossier.complaint)) return;
  const { complaint } = dossier;
  const card = receiptCard(dossier, ours.office);
  await assertNamesThere(card, sanne, dossier, ours, 'the receipt');
  const receipt = linesOf(card);
  assertKnown(receipt, known, 'the receipt');
  assertSays(receipt, long(complaint.receivedOn), 'the receipt');
  assertSameDayJudged(receipt, dossier);
  const owed = dutiesToMeet(complaint).filter(
    ({ excused, article }) => article === 5 || (article === 6 && excused !== undefined),
  );
  for (const { dueOn } of owed) assertSays(receipt, long(dueOn), 'the receipt');
  const mine = linesOf(await myComplaints(sanne, ours.office));
  assertKnown(mine, known, '“mijn klachten”');
  assertSays(mine, `ontvangen op ${long(complaint.receivedOn)}`, '“mijn klachten”');
  const here = mine.slice(mine.findIndex((line) => line.includes(dossier.id))).slice(0, 3);
  const isClosed = here.some((line) => line.includes('Gesloten'));
  assert.equal(isClosed, complaint.stage === 'closed', `“mijn klachten”: ${here.join(' | ')}`);
}

/** Asserts that the receipt counts how late it was forwarded from the day of receipt that it names, as it was corrected last (Art. 5). */
function assertSameDayJudged(receipt: readonly string[], { journal, complaint }: Dossier): void {
  const events = journal.map(eventOf);
  const forwarded = events.find((event) => event.type === 'forwarded');
  const isRemedied = events.some((event) => event.type === 'closed' && event.outcome === 'remedied');
  const late = forwarded && !isRemedied ? Math.max(0, daysBetween(complaint.receivedOn, forwarded.on)) : 0;
  const said = receipt.flatMap((line) => /Dit is (\d+) dag(?:en)? te laat doorgegeven/.exec(line)?.[1] ?? []);
  assert.deepEqual(said.map(Number), late > 0 ? [late] : [], receipt.join(' | '));
}

/** Asserts what the channel reads: what is due first, and no name. */
export async function assertDigestTrue({ dossier, known, ours }: Seen): Promise<void> {
  const day = ours.clock.today();
  const { card } = await bulletinCards.digest.card({ kind: 'digest', day }, ours.office, sanne);
  const lines = linesOf(card);
  assertKnown(lines, known, 'the digest');
  assertUnsaid(lines, ofAnybody, 'the digest');
  assertNamesInChannel(card, 'the digest');
  const { complaint } = dossier;
  const isListed = lines.some((line) => line.includes(dossier.id));
  const first = leadOf(complaint, day);
  assert.equal(
    isListed,
    dossier.open && first.length > 0 && !everybodyAtTheDesk.some((one) => isAbout(dossier, one)),
    lines.join(' | '),
  );
  if (isListed)
    assert.ok(
      first.some((duty) => lines.some((line) => line.startsWith(untilWords(duty)))),
      lines.join(' | '),
    );
  const late = isListed && first.some((duty) => isLate(duty, day));
  if (!isListed || first.length !== 1) return;
  const other = await ours.dossier(theOther);
  const countsOther = !!other?.open && lines.some((line) => line.includes(other.id));
  const isOtherLate = countsOther && leadOf(other.complaint, day).some((duty) => isLate(duty, day));
  const count = Number(late) + Number(isOtherLate);
  if (complaint.stage !== 'closed') assertSays(lines, `${count || 'geen'} te laat`, 'the digest');
  else
    assertSays(lines, `Bij 1 gesloten klacht is nog iets te doen${late ? ', 1 te laat' : ''}.`, 'the digest');
}

/** Asserts what a message says at the moment it is to be sent, to whom it is for; returns whether it may be sent now. */
export async function assertMessageTrue(message: Message, { dossier, known, ours }: Seen): Promise<boolean> {
  const { content, to } = message;
  if (to.kind === 'mail' || !mayReceive(message, dossier, ours.context())) return false;
  const { card, summary } = await outgoing(message, dossier, ours.office);
  const lines = [summary, ...linesOf(card)];
  const where = `a message (${content.kind}) to ${personIn(to) ?? to.kind}`;
  assertKnown(lines, known, where);
  if (to.kind === 'person') await assertNamesThere(card, readerOf(to), dossier, ours, where);
  if (to.kind === 'channel') {
    assertUnsaid(lines, ofAnybody, where);
    assertNamesInChannel(card, where);
  }
  if (dossier.complaint.respondents.some(({ id }) => id === personIn(to)))
    assertUnsaid(lines, ofTheComplainant, where);
  if (content.kind !== 'reminder') return true;
  const { article, dueOn, lastDayToAct } = content;
  const { complaint } = dossier;
  const duty = remindedOf(complaint).find(
    (one) => one.article === article && one.dueOn === dueOn && guarded(one, complaint) === lastDayToAct,
  );
  assert.ok(duty, `${where} is about ${dueOn}, ${lastDayToAct}`);
  if (to.kind !== 'channel') return true;
  assertSays(lines, dossier.id, where);
  assertSays(lines, `(${articleSaid(duty)})`, where);
  assertSays(lines, untilWords(duty), where);
  assertSays(lines, leftWords(duty, ours.clock.today()), where);
  return true;
}

/** Tells whether somebody of the board was free at a moment since the complainant objected. */
function wasDecidable({ complaint, journal }: Dossier): boolean {
  const events = journal.map(eventOf);
  let respondents: Person[] = [];
  let isObjected = false;
  for (const event of events) {
    if (event.type === 'objected') isObjected = true;
    if (event.type === 'registered') respondents = event.personal.respondents;
    if (event.type === 'respondent-added') respondents = [...respondents, event.personal.respondent];
    if (event.type === 'respondent-removed')
      respondents = respondents.filter(({ id }) => id !== event.personal.respondent.id);
    if (isObjected && isDecidable({ ...complaint, respondents })) return true;
  }
  return false;
}

/** The sections of "Inzage" now. */
export function sectionsOf({ dossier, ours }: Seen) {
  const { complaint, journal } = dossier;
  const { clock, config, calendar } = ours.office;
  return disclosure({
    complaint,
    course: courseForComplainant(asCorrected(journal, complaint, calendar), clock),
    calendar,
    desk: ours.desk(),
    couldDecide: wasDecidable(dossier),
    today: clock.today(),
    erasesOn: erasureDay(dossier, ours.context(), config),
    retentionYears: config.retentionYears,
  });
}

/** Asserts what "Inzage" tells the complainant: each deadline that ran, and of the others nobody's name. */
export function assertDisclosureTrue(seen: Seen): void {
  const { dossier, known } = seen;
  const { complaint } = dossier;
  const objectBy = objectUntil(complaint);
  const objected = complaint.objection?.receivedOn;
  // Where nobody of the board was free since the objection, no decision was ever owed: the way to court is (Art. 10).
  const decide = objected && wasDecidable(dossier) && decisionFrom(complaint);
  const duties = [
    past(acknowledgement(complaint.receivedOn), complaint),
    asPromised(past(answer(complaint.receivedOn), complaint), 'answer', complaint),
    ...(objectBy ? [objectBy] : []),
    ...(objected ? [hearing(objected)] : []),
    ...(decide ? [asPromised(decision(decide), 'decision', complaint)] : []),
  ];
  const ran = {
    ...known,
    days: new Set([
      ...known.days,
      ...duties.flatMap((duty) => [duty.dueOn, duty.articleDueOn ?? duty.dueOn]),
    ]),
  };
  for (const { heading, lines } of sectionsOf(seen)) {
    assertKnown(lines, ran, `“Inzage”, ${heading}`);
    if (heading === 'Termijnen')
      assert.deepEqual(
        lines.map((line) =>
          line
            .replace(/^.*?: uiterlijk /, '')
            .replace(/; in onze brief van .*? toegezegd: (.*)\. Die dag houden wij aan$/, '; toegezegd: $1')
            .replace(/; uitgenodigd voor .*$/, '')
            .replace(/; nu mag niemand van de directie meer beslissen.*$/, ''),
        ),
        duties.map(({ dueOn, articleDueOn }) =>
          articleDueOn ? `${long(articleDueOn)}; toegezegd: uiterlijk ${long(dueOn)}` : long(dueOn),
        ),
      );
  }
}

/**
 * Tells whether Ingrid counts a complaint as it is now. Who became a respondent keeps seeing what they knew, and erasure leaves no name
 * to tell who that was.
 */
export function mayCount(dossier: Dossier): boolean {
  const { complaint, journal } = dossier;
  const mayKnowLess = complaint.erased && journal.some(({ type }) => type === 'respondent-added');
  return !mayKnowLess && !isAbout(dossier, ingrid);
}

/** Asserts that the figures of the year count as late what was recorded as late, and judge as the register does. */
export async function assertFiguresTrue({ dossier, ours }: Seen): Promise<void> {
  if (!mayCount(dossier)) return;
  const { complaint, journal } = dossier;
  const [figures, ...more] = await ours.register.figures(complaint.receivedOn.slice(0, 4), ingrid);
  assert.ok(figures && more.length === 0);
  assert.equal(figures.judgement, complaint.judgement);
  assert.equal(figures.closed?.outcome, complaint.closed?.outcome);
  const letters = asCorrected(journal, complaint, calendar)
    .map(eventOf)
    .filter((event) => event.type === 'letter-sent')
    .filter(({ again }) => !again);
  const kinds = { acknowledge: 'acknowledgement', answer: 'answer', decision: 'final-decision' } as const;
  for (const kind of ['acknowledge', 'answer', 'decision'] as const) {
    // A decision that is asked for anew, after reopening, is not taken yet.
    const isAsked = kind === 'decision' && complaint.stage === 'waived';
    const sent = isAsked ? undefined : letters.findLast((letter) => letter.kind === kinds[kind]);
    const confirming = letters.find(({ acknowledgedDaysLate }) => acknowledgedDaysLate !== undefined);
    const daysLate =
      sent?.daysLate ?? (kind === 'acknowledge' ? confirming?.acknowledgedDaysLate : undefined);
    const counted: Kept | undefined = figures.deadlines[kind];
    if (daysLate !== undefined) assert.deepEqual(counted, { done: true, daysLate }, kind);
    else assert.notEqual(counted?.done, true, kind);
  }
  const today = ours.clock.today();
  for (const { dueOn, articleDueOn = dueOn } of dutiesOf(complaint).filter(
    ({ article, excused }) => article === 6 && excused !== undefined,
  ))
    assert.deepEqual(
      figures.deadlines.answer,
      canBeReached(complaint) ? { done: false, late: today > articleDueOn } : undefined,
    );
}
