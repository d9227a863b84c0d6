import assert from 'node:assert/strict';
import { deadline, runningDeadlines } from '../src/procedure/deadlines.ts';
import { type CaseNumber, caseNumber } from '../src/procedure/model/case-number.ts';
import type { Command } from '../src/procedure/model/commands.ts';
import type { Person } from '../src/procedure/model/complaint.ts';
import { type PersonId, personId } from '../src/procedure/model/person-id.ts';
import { Refusal } from '../src/procedure/model/refusal.ts';
import type { Dossier } from '../src/register/model/dossier.ts';
import { type KeptNotice, memos } from '../src/register/model/memos.ts';
import type { Recipient } from '../src/register/model/message.ts';
import type { Selection } from '../src/register/model/store.ts';
import type { Register } from '../src/register/register.ts';
import { everybody } from '../src/teams/adapter/colleagues.ts';
import type { ButtonData } from '../src/teams/cards/button.ts';
import type { Complete, Parsed } from '../src/teams/form/form-reader.ts';
import { FormReader } from '../src/teams/form/form-reader.ts';
import { type Instant, instantAt, isInstant, type LocalDate, localDate } from '../src/time/local-date.ts';
import { calendar, complaintAfter, registered } from './procedure/given.ts';
import { desk, lars } from './procedure/people.ts';

const asDay = (day: LocalDate): LocalDate => day;
const asPersonId = (id: PersonId): PersonId => id;
const asNumber = (number: CaseNumber): CaseNumber => number;
const asMoment = (moment: Instant): Instant => moment;

/** The compiler checks this file: an expected error that does not come is one. */
describe('a type', () => {
  const text: string = '2026-12-24';
  const day = localDate(text);
  const moment = instantAt(0);

  it('is a day for what was read as one, not for any text, number, moment or Date', () => {
    asDay(day);
    asDay('2026-12-24');
    // @ts-expect-error any text
    asDay(text);
    // @ts-expect-error a literal of another shape
    asDay('24 december 2026');
    // @ts-expect-error nothing
    asDay('');
    // @ts-expect-error a moment
    asDay(moment);
    // @ts-expect-error a literal that is a moment
    asDay('2026-12-24T08:00:00.000Z');
    // @ts-expect-error a number
    asDay(20_446);
    // @ts-expect-error a part of a text
    asDay(moment.slice(0, 10));
    for (const wrong of ['', '2026-02-29', '2026-12-24T08:00', moment])
      assert.throws(() => localDate(wrong), RangeError);
  });

  it('is a moment for what was read as one, not for any text, day or Date', () => {
    asMoment(moment);
    asMoment('2026-12-24T08:00:00.000Z');
    // @ts-expect-error any text
    asMoment(text);
    // @ts-expect-error a day
    asMoment(day);
    // @ts-expect-error a literal in another zone
    asMoment('2026-12-24T08:00:00+01:00');
    // @ts-expect-error what a Date writes has passed no parser
    asMoment(new Date(0).toISOString());
    for (const wrong of [
      '',
      '2026-12-24',
      '2026-12-24T08:00Z',
      '2026-02-30T08:00:00Z',
      '2026-12-24T08:00:00',
    ])
      assert(!isInstant(wrong), wrong);
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Date.UTC(10_000, 0), Date.UTC(-1, 0)])
      assert.throws(() => instantAt(wrong), RangeError);
  });

  it('is the id of a person for what was read as one, not for any text, the number of a complaint, a name or a day', () => {
    asPersonId(lars.id);
    asPersonId(personId('00000000-0000-4000-8000-000000000001'));
    const { number } = complaintAfter(registered());
    // @ts-expect-error the number of a complaint
    asPersonId(number);
    // @ts-expect-error a literal of it
    asPersonId('K-2026-0001');
    // @ts-expect-error a name
    asPersonId(lars.name);
    // @ts-expect-error a day
    asPersonId(day);
    // @ts-expect-error a literal, which has passed no parser
    asPersonId('00000000-0000-4000-8000-000000000001');
    // @ts-expect-error in a person
    const person: Person = { id: number, name: '' };
    // @ts-expect-error in whom a message is for
    const to: Extract<Recipient, { kind: 'person' }> = { kind: 'person', id: number };
    const typed: string = lars.id;
    // @ts-expect-error any text, as who registered a dossier
    const index: Pick<Dossier, 'receiverId'> = { receiverId: typed };
    // @ts-expect-error in what the store is asked for
    const selection: Extract<Selection, { registeredBy: unknown }> = { registeredBy: typed };
    // @ts-expect-error in whom a notice is about
    const notice: KeptNotice = { unreached: typed, chat: '' };
    // @ts-expect-error in whom a colleague is looked up by
    const isKnown: Promise<boolean> = everybody.isKnown(typed);
    assert(isKnown);
    // @ts-expect-error in the key of what is kept of their chat
    const key = memos.forms.of(typed);
    assert.deepEqual([index.receiverId, selection.registeredBy, notice.unreached], Array(3).fill(lars.id));
    assert.equal(key.id, `forms/${lars.id}`);
    // @ts-expect-error the id of a person is no day
    assert.throws(() => asDay(localDate(asDay(lars.id))), RangeError);
    assert.throws(() => personId(number), RangeError);
    assert.equal(person.id, to.id);
  });

  it('is the number of a complaint for what was read as one, not for any text, the id of a person, a name or a day', () => {
    const { number } = complaintAfter(registered());
    const typed: string = number;
    asNumber(number);
    asNumber('K-2026-0001');
    // @ts-expect-error any text
    asNumber(typed);
    // @ts-expect-error a literal of another shape
    asNumber('0001');
    // @ts-expect-error nothing
    asNumber('');
    // @ts-expect-error the id of a person
    asNumber(lars.id);
    // @ts-expect-error a name
    asNumber(lars.name);
    // @ts-expect-error a day
    asNumber(day);
    // @ts-expect-error the number of a complaint is no day
    assert.throws(() => asDay(localDate(asDay(number))), RangeError);
    // @ts-expect-error in a command
    const command: Command = { type: 'lift-hold', by: lars, number: typed };
    // @ts-expect-error to look at a complaint
    const view: Parameters<Register['view']> = [lars.id, lars];
    // @ts-expect-error on a button
    const onButton: ButtonData = { number: typed };
    assert.deepEqual([command.number, view[0], onButton.number], [number, lars.id, number]);
    assert.equal(caseNumber(typed), number);
    for (const wrong of [
      '',
      'K-2026-1',
      'k-2026-0001',
      ' K-2026-0001',
      'K-2026-0001/m',
      'front-desk',
      lars.id,
    ])
      assert.throws(() => caseNumber(wrong), new Refusal('unknown-complaint'));
  });

  it('of a deadline lets nobody write in it, nor in its proof', () => {
    const write = () => {
      const answer = deadline('answer', day, calendar);
      // @ts-expect-error its day
      answer.dueOn = day;
      // @ts-expect-error its kind
      answer.kind = 'forward';
      // @ts-expect-error the last day to act
      answer.lastDayToAct = day;
      // @ts-expect-error a day that was counted
      answer.counted[0] = day;
      // @ts-expect-error one more
      answer.counted.push(day);
      // @ts-expect-error why a day was skipped
      (answer.skipped[0] ?? assert.fail()).reason = 'weekend';
      // @ts-expect-error one less
      answer.skipped.pop();
      const [running = assert.fail()] = runningDeadlines(complaintAfter(registered()), calendar, desk);
      // @ts-expect-error what runs for a complaint
      running.lastDayToAct = day;
    };
    assert.equal(typeof write, 'function');
  });

  it('of a form has what is missing as undefined, which is in no value that was parsed', () => {
    const form = new FormReader({});
    const read = { on: form.day('on', { from: day, through: day }, 'Kies.'), by: form.person('by', 'Kies.') };
    // @ts-expect-error it may be missing
    const missing: Complete<typeof read> = read;
    const parsed: Parsed<Complete<typeof read>> = form.parsed(read);
    assert.deepEqual(missing, { on: undefined, by: undefined });
    assert.deepEqual(parsed, { errors: { on: 'Kies.', by: 'Kies.' } });
  });
});
