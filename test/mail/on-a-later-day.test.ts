import assert from 'node:assert/strict';
import { objectionDeadline } from '../../src/procedure/deadlines.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { letterDate, longDate } from '../../src/time/dutch-date.ts';
import { addDays } from '../../src/time/local-date.ts';
import { asClosed, type Waits, waitingLettersOf } from '../letters/courses/waiting.ts';
import { asInWord, wordText } from '../letters/word-text.ts';
import { calendar } from '../procedure/given.ts';
import { assertLetterTrue } from '../teams/told/letters.ts';
import { aWaitingLetter } from './a-waiting-letter.ts';
import { mailServer } from './mail-server.ts';

/** Has a mail server, that took nothing so far, accept a letter so many days after it was written, at noon. */
async function acceptedAfter(letter: Waits, days: number, url: string) {
  const on = addDays(letter.setting.today, days);
  const store = sqliteStore(':memory:');
  try {
    const office = await aWaitingLetter(letter, store, url);
    office.moveTo(`${on}T12:00`);
    await office.deliver();
    return { on, dossier: await office.dossier() };
  } finally {
    await store.close();
  }
}

/** Tells whether a letter offers a moment, or promises something for a day, that has passed when it is accepted. */
const isOvertaken = ({ queued }: Waits, on: string): boolean =>
  queued.some((event) => {
    if (event.type === 'hearing-offered')
      return `${event.appointment.on}T${event.appointment.time}` <= `${on}T12:00`;
    if (event.type === 'delayed') return event.until <= on;
    return false;
  });

/** Reading 20: "A letter is computed from the same facts as the register, at the moment of sending". */
describe('a letter that the mail server accepts days after it was written', () => {
  const server = mailServer();
  let letters: Waits[];
  before(async () => {
    await server.up();
    letters = await waitingLettersOf();
  });
  after(() => server.down());

  it('is of every kind', () => {
    assert.deepEqual([...new Set(letters.map(({ kind }) => kind))].sort(), [...letterKinds].sort());
  });

  for (const kind of letterKinds)
    it(`says what the register holds from that day on: ${kind}`, async () => {
      const all = letters.filter((one) => one.kind === kind);
      for (let days = 0; days <= 10; days += 1)
        for (const letter of new Set([all[days % all.length], all[(days + 4) % all.length]])) {
          assert.ok(letter);
          const arrived = server.arrived.length;
          const { on, dossier } = await acceptedAfter(letter, days, server.url());
          const mail = server.arrived[arrived]?.mail;
          const where = `${kind}, ${days} days later`;
          assert.equal(mail === undefined, isOvertaken(letter, on), where);
          if (mail) assertAsRecorded(mail, letter, dossier, where);
        }
    });

  function assertAsRecorded(
    { text = '', attachments }: (typeof server.arrived)[number]['mail'],
    { setting, past, direct }: Waits,
    { complaint, journal, outbox }: Dossier,
    where: string,
  ): void {
    const [message] = outbox.filter(({ to }) => to.kind === 'mail');
    assert.equal(message?.status, 'sent', where);
    const events = journal.map(eventOf);
    const sent = events.find((event) => event.type === 'letter-sent' && event.letter !== undefined);
    assert(sent?.type === 'letter-sent', where);
    const kept = complaint.letters.find(({ id }) => id === sent.letter) ?? assert.fail(where);
    assert.equal(text, kept.text, where);
    assert.equal(sent.personal.text, kept.text, where);
    const word = attachments.find(({ filename }) => filename?.endsWith('.docx'));
    assert.equal(wordText(word?.content ?? Buffer.of()), asInWord(text), where);
    const closedOn = complaint.closed && complaint.closed.on < sent.sentOn ? complaint.closed.on : undefined;
    assert.equal(text, asClosed(direct('email', sent.sentOn), closedOn), where);
    assert.ok(text.split('\n').includes(letterDate(sent.sentOn)), where);
    // The reason of a delay names days of its own.
    if (sent.kind !== 'delay') assertLetterTrue(sent, complaint, events.slice(past.length), setting.by);
    assertMonth(sent.kind, text, complaint);
    assertPromise(kept, text, where);
  }

  /** The month of Art. 7 that the register grants is that of the letter. */
  function assertMonth(kind: string, text: string, complaint: Dossier['complaint']): void {
    const { dueOn } = objectionDeadline(complaint, calendar) ?? {};
    if (kind === 'answer' && dueOn && !complaint.objection)
      assert.ok(text.includes(`tot en met ${longDate(dueOn)}`), text);
  }

  /** What the register keeps as promised stands in the letter. */
  function assertPromise(
    { promised, kind }: Dossier['complaint']['letters'][number],
    text: string,
    where: string,
  ): void {
    if (promised) assert.ok(text.includes(longDate(promised.on)), `${where}: ${text}`);
    if (kind === 'acknowledgement' && !promised) assert.doesNotMatch(text, /- Uiterlijk .* krijgt u/, where);
  }
});
