import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import sinon from 'sinon';
import { maySeeDossier } from '../../src/procedure/access.ts';
import { hasLapsed } from '../../src/procedure/articles/art07-objection.ts';
import { objectionDeadline } from '../../src/procedure/deadlines.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import { caseOf } from '../../src/teams/office/pages.ts';
import { asking } from '../procedure/asked.ts';
import { calendar } from '../procedure/given.ts';
import { moved } from '../procedure/reference-days.ts';
import { cast, courses } from '../procedure/walk.ts';
import { closeOffices } from '../register/an-office.ts';
import {
  anOfficeOf,
  type Beginning,
  beginnings,
  refusedOnly,
  registerIn,
  type TheOffice,
  type Turn,
  take,
  theOther,
  turns,
} from './told/a-course.ts';
import { goAway } from './told/absences.ts';
import { assertCaseTrue } from './told/cards.ts';
import { namedToObject, objectUntil } from './told/duties.ts';
import {
  assertDisclosureFileTrue,
  assertExportTrue,
  assertLetterFilesTrue,
  assertWorkbookTrue,
} from './told/files.ts';
import { allKnown, knownDays } from './told/known-days.ts';
import { daysLate } from './told/lateness.ts';
import { assertLetterTrue, lettersIn } from './told/letters.ts';
import { assertChannelNamesThere, assertListsTrue } from './told/lists.ts';
import { assertNamesThere } from './told/named.ts';
import {
  assertCasesTrue,
  assertDigestTrue,
  assertDisclosureTrue,
  assertFiguresTrue,
  assertMessageTrue,
  assertReceiverTrue,
} from './told/others.ts';

/** What was known of a complaint when it was looked at last. */
type Before = { entries: number; messages: ReadonlySet<string> };

/** Asserts that all that is told of a complaint now is what the register holds of it now. */
async function assertToldAsRecorded(dossier: Dossier, before: Before, ours: TheOffice): Promise<void> {
  const today = ours.clock.today();
  const { complaint, journal, outbox } = dossier;
  const known = await allKnownNow(dossier, ours);
  const seen = { dossier, known, ours };
  await assertFiguresTrue(seen);
  if (complaint.erased) return;
  assertNoneIsStricterThanALetter(dossier);
  const all = journal.map(eventOf);
  const events = all.slice(before.entries);
  const waiting = new Set(
    journal
      .map(eventOf)
      .flatMap((one) =>
        one.type === 'letter-queued' || one.type === 'letter-requeued' || one.type === 'letter-renewed'
          ? (one.personal.text ?? [])
          : [],
      ),
  );
  for (const { erasable, ...entry } of journal.slice(before.entries))
    for (const letter of lettersIn([eventOf({ ...entry, erasable })], waiting, complaint))
      assertLetterTrue(letter, complaint, tellsOfBefore(letter) ? all : events, erasable?.by);
  assertRecordedLate(events, dossier);
  const context = ours.context();
  const readers = cast.filter((person) => maySeeDossier(person, complaint, context));
  for (const reader of readers.slice(0, 2)) {
    const card = await caseOf(dossier, reader, ours.office);
    assertCaseTrue(card, dossier, known, today);
    await assertNamesThere(card, reader, dossier, ours, `the card of ${complaint.number}`);
  }
  for (const message of outbox.filter(({ id }) => !before.messages.has(id)))
    if (await assertMessageTrue(message, seen)) met.add(`${message.content.kind} to ${message.to.kind}`);
  await assertCasesTrue(seen);
  await assertReceiverTrue(seen);
  await assertDigestTrue(seen);
  assertDisclosureTrue(seen);
}

/** Tells whether a letter says what was recorded before it: one that had waited, and that of a merger which goes once more. */
const tellsOfBefore = ({ type, kind, again }: ReturnType<typeof lettersIn>[number]): boolean =>
  type === 'letter-renewed' || (kind === 'merger' && again !== undefined);

/** Finds every day that the register holds, of the older complaint as well. */
async function allKnownNow(dossier: Dossier, ours: TheOffice) {
  const other = await ours.dossier(theOther);
  return allKnown([dossier, ...(other ? [other] : [])], ours.clock);
}

/** Asserts that a letter is recorded as late by the days that it is, unless a day was corrected while it waited. */
function assertRecordedLate(events: ReturnType<typeof eventOf>[], { complaint, journal }: Dossier): void {
  const corrected = journal.some(({ type }) => type === 'date-corrected');
  for (const event of events)
    if (event.type === 'letter-sent' && !corrected)
      assert.deepEqual(
        { daysLate: event.daysLate, acknowledgedDaysLate: event.acknowledgedDaysLate },
        daysLate(event, complaint),
        event.kind,
      );
}

/** The kinds of events, letters and messages that the courses met. */
const met = new Set<string>();

/** Asserts that the files which can be taken out now say it too. */
async function assertFilesTrue(dossier: Dossier, ours: TheOffice): Promise<void> {
  const seen = { dossier, known: knownDays(dossier, ours.clock), ours };
  await assertExportTrue(dossier, ours);
  await assertWorkbookTrue(seen);
  if (dossier.complaint.erased) return;
  await assertLetterFilesTrue(dossier, ours);
  await assertDisclosureFileTrue(seen);
}

/** Asserts that the complainant can object until the latest day that any letter named which went out, whatever was corrected after it. */
function assertNoneIsStricterThanALetter({ complaint }: Dossier): void {
  const held = objectionDeadline(complaint, calendar);
  const told = objectUntil(complaint);
  assert.deepEqual(
    [held?.dueOn, held?.promise?.articleDueOn],
    [told?.dueOn, told?.articleDueOn],
    `${complaint.letters.map(({ text }) => text)}`,
  );
  for (const day of namedToObject(complaint)) assert.ok(held && day <= held.dueOn, `a letter named ${day}`);
  if (held?.promise) met.add('a letter named a later day than the article');
}

/** Takes the steps around the month of Art. 7: letters that name its last day, reopenings, and corrections of the day of receipt. */
async function aroundTheMonth(turn: Turn, dossier: Dossier, ours: TheOffice): Promise<void> {
  const { stage, handler, letters, number } = dossier.complaint;
  const since = letters.find(({ kind }) => kind === 'answer')?.countsAsReceivedOn;
  if (stage === 'closed') return take(turn, dossier, ours, ['reopen']);
  if (!since || turn.draftFirst) {
    const over = hasLapsed(dossier.complaint, ours.context());
    return take(
      turn,
      dossier,
      ours,
      over ? ['close', 'object'] : ['answer', 'agree', 'send-by-hand', 'send-again'],
    );
  }
  const today = ours.clock.today();
  const days = (Date.parse(today) - Date.parse(since)) / 86_400_000;
  const to = moved(since, days > 0 ? (turn.answers[0] ?? 0) % (days + 1) : 0);
  const correct = asking(today, handler?.person).correctDate({ field: 'answerReceivedOn', to });
  await ours.execute({ ...correct, number }).catch(refusedOnly);
}

async function live(beginning: Beginning, course: Turn[], act: typeof take = take): Promise<void> {
  const ours = anOfficeOf(`${beginning.today}T09:30`, beginning.mail);
  try {
    await lived(ours, beginning, course, act);
  } catch (error) {
    const { journal = [], complaint } = (await ours.dossier('K-2026-0001')) ?? {};
    const { today } = ours.clock;
    const letters = complaint?.letters.map(({ text, ...letter }) => JSON.stringify(letter)) ?? [];
    const events = journal.map(({ at, type, facts }) => `${at} ${type} ${JSON.stringify(facts)}`);
    throw new Error(`on ${today()}, after:\n${[...events, ...letters].join('\n')}`, { cause: error });
  }
}

async function lived(ours: TheOffice, beginning: Beginning, course: Turn[], act: typeof take): Promise<void> {
  let before: Before = { entries: 0, messages: new Set() };
  const { id } = await registerIn(ours, beginning);
  const look = async (): Promise<Dossier> => {
    const dossier = (await ours.dossier(id)) ?? assert.fail();
    await assertToldAsRecorded(dossier, before, ours);
    before = { entries: dossier.journal.length, messages: new Set(dossier.outbox.map((one) => one.id)) };
    for (const event of dossier.journal.map(eventOf))
      met.add(
        `${event.type}${'kind' in event ? ` ${event.kind}` : 'outcome' in event ? ` ${event.outcome}` : ''}`,
      );
    return dossier;
  };
  let dossier = await look();
  for (const [i, turn] of course.entries()) {
    if (dossier.complaint.erased) break;
    const minutes = String(i % 60).padStart(2, '0');
    const morning = `${moved(ours.clock.today(), turn.days)}T${10 + Math.floor(i / 60)}:${minutes}`;
    if (turn.mailWorks) await ours.sweepAt(morning);
    else ours.moveTo(morning);
    if (turn.away) await goAway(turn.away, ours);
    dossier = await look();
    await act(turn, dossier, ours);
    dossier = await look();
    if (!dossier.complaint.erased)
      await assertListsTrue({ dossier, known: await allKnownNow(dossier, ours), ours });
    if (!turn.mailWorks) continue;
    await ours.deliver(id);
    dossier = await look();
  }
  await assertFilesTrue(dossier, ours);
  await assertChannelNamesThere(ours);
}

describe('whatever happens to a complaint, by forms that stay open for days', () => {
  before(() => {
    // The drawing takes most of the time, and of a picture only the text is read here.
    const resvg: { Resvg: unknown } = createRequire(import.meta.url)('@resvg/resvg-js');
    const render = () => ({ width: 2, height: 1, pixels: new Uint8Array(8) });
    sinon.replace(
      resvg,
      'Resvg',
      class {
        render = render;
      },
    );
  });
  after(() => sinon.restore());

  it('every letter, card, list, message, report and figure says what the register holds', async () => {
    await fc.assert(
      fc.asyncProperty(beginnings, turns, (beginning, course) =>
        live(beginning, course).finally(closeOffices),
      ),
      { ...courses(40, 7), endOnFailure: true },
    );
    const letters = [...met].filter((kind) => kind.startsWith('letter-sent '));
    assert.ok(letters.length > 5, `${[...met]}`);
    for (const one of ['closed merged', 'letter-sent merger', 'reopened', 'delayed', 'reminder to channel'])
      assert.ok(met.has(one), `no course has “${one}”`);
  });

  it('no correction makes the month of Art. 7 end before the last day that a letter named', async () => {
    await fc.assert(
      fc.asyncProperty(beginnings, turns, (beginning, course) =>
        live(
          { ...beginning, respondents: [], another: false },
          [...course, ...course.toReversed()].map((turn) => ({ ...turn, days: Math.min(4 * turn.days, 24) })),
          aroundTheMonth,
        ).finally(closeOffices),
      ),
      { ...courses(15, 1), endOnFailure: true },
    );
    for (const one of [
      'letter-sent closure',
      'letter-sent late-objection-refused',
      'a letter named a later day than the article',
    ])
      assert.ok(met.has(one), `no course has “${one}”: ${[...met]}`);
  });
});
