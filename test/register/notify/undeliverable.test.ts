import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Content, Message, Recipient } from '../../../src/register/model/message.ts';
import { type NewMessage, withAttempt } from '../../../src/register/model/outbox.ts';
import { mayReceive } from '../../../src/register/notify/may-receive.ts';
import { escalate, hasFailedLong, nextAtTheDesk } from '../../../src/register/notify/undeliverable.ts';
import { type Instant, instantAt } from '../../../src/time/local-date.ts';
import { calendar, complaintAfter, registered } from '../../procedure/given.ts';
import { awayAtEaster, desk, fatima, ingrid, joris, lars, willem } from '../../procedure/people.ts';

const today = '2026-04-01';
const view = { desk, now: `${today}T07:00:00.000Z`, today, calendar } as const;

const message = (content: Content, to: Recipient, id = 'K-2026-0001/2-forwarded'): Message => ({
  id,
  to,
  content,
  queuedAt: '2026-04-01T08:00:00.000Z',
  status: 'gave-up',
  attempts: [{ at: '2026-04-01T08:00:00.000Z', fault: '403 ConversationBlockedByUser' }],
});

const toLars: Recipient = { kind: 'person', id: lars.id };
const theCard = message({ kind: 'case' }, toLars);

const told = (messages: NewMessage[]) => messages.map(({ to }) => (to.kind === 'person' ? to.id : to.kind));

const after = (failed: Message, respondents = [joris], outbox: Message[] = []): NewMessage[] =>
  escalate(failed, { complaint: complaintAfter(registered({ respondents })), outbox }, view);

describe('who is told that a message cannot be delivered', () => {
  it("the handler's card: who comes next at the desk, and the channel", () => {
    assert.deepEqual(after(theCard), [
      {
        id: `${theCard.id}/undelivered/${fatima.id}`,
        to: { kind: 'person', id: fatima.id },
        content: { kind: 'undelivered', message: theCard.id, what: 'case' },
      },
      {
        id: `${theCard.id}/undelivered/channel`,
        to: { kind: 'channel' },
        content: { kind: 'forwarding-alarm', message: theCard.id },
      },
    ]);
  });

  it('never a respondent, nor the channel when it is about somebody at the desk', () => {
    assert.deepEqual(told(after(theCard, [fatima])), [willem.id]);
  });

  it('the one after that when the notice does not arrive either, until everybody has been told', () => {
    let failed = theCard;
    const heard: string[] = [];
    for (let i = 0; i < 3; i++) {
      const [next] = after(failed);
      assert.ok(next?.to.kind === 'person');
      heard.push(next.to.id);
      failed = message(next.content, next.to, next.id);
    }
    assert.deepEqual(heard, [fatima.id, willem.id, ingrid.id]);
    const [again] = after(failed);
    assert.equal(again?.id, `${theCard.id}/undelivered/${fatima.id}`);
  });

  it('somebody who is present rather than somebody who is away', () => {
    const away = { ...view, desk: { ...desk, absences: [awayAtEaster(fatima)] } };
    const complaint = complaintAfter(registered());
    assert.deepEqual(nextAtTheDesk(lars.id, complaint, away), willem);
  });

  it('the handler, of what they can do by hand', () => {
    const asked = message({ kind: 'statement-request' }, { kind: 'person', id: joris.id });
    assert.deepEqual(told(after(asked)), [lars.id]);
    const letter = message({ kind: 'letter', letter: 1 }, { kind: 'mail' });
    assert.deepEqual(told(after(letter)), [lars.id]);
  });

  it('and of that nobody else learns what it was', () => {
    const toHandler = message(
      { kind: 'undelivered', message: 'K-2026-0001/9-position', what: 'position' },
      toLars,
    );
    const [next] = after(toHandler);
    assert.deepEqual(next?.content, { kind: 'undelivered', message: toHandler.id, what: 'undelivered' });
  });

  it('the handler, when a board member does not get a reminder; of the channel nobody hears a dossier at a time', () => {
    const content: Content = {
      kind: 'reminder',
      deadline: 'acknowledge',
      article: 5,
      dueOn: '2026-04-09',
      lastDayToAct: '2026-04-09',
    };
    assert.deepEqual(told(after(message(content, { kind: 'channel' }))), []);
    assert.deepEqual(told(after(message(content, toLars))), [fatima.id]);
    assert.deepEqual(told(after(message(content, { kind: 'person', id: willem.id }))), [lars.id]);
  });

  it('nobody, of what they were told of the same recipient and is still so', () => {
    const first = message({ kind: 'statement-given' }, toLars, 'one');
    const [notice] = after(first);
    assert.ok(notice);
    const told = { ...message(notice.content, notice.to, notice.id), status: 'sent' as const };
    const second = message({ kind: 'statement-given' }, toLars, 'two');
    assert.deepEqual(after(second, [joris], [first, told]), []);
    assert.equal(after(second, [joris], [{ ...first, status: 'sent' }, told]).length, 1);
  });

  it('again, of whatever it is, once something reached that person in between and then fails', () => {
    const contents: Content[] = [
      { kind: 'case' },
      { kind: 'statement-given' },
      { kind: 'statement-request' },
      { kind: 'position' },
      { kind: 'decision-request' },
      { kind: 'reminder', deadline: 'answer', article: 6, dueOn: today, lastDayToAct: today },
    ];
    for (const content of contents) {
      const to: Recipient = ['case', 'statement-given'].includes(content.kind)
        ? toLars
        : { kind: 'person', id: willem.id };
      const first = message(content, to, 'one');
      const [notice] = after(first);
      assert.ok(notice, content.kind);
      const told = { ...message(notice.content, notice.to, notice.id), status: 'sent' as const };
      const arrivedAt = (sentAt: Instant): Message => ({
        ...message({ kind: 'receipt' }, to, 'arrived'),
        status: 'sent',
        sentAt,
      });
      const second = message(content, to, 'two');
      const earlier = [arrivedAt('2026-04-01T07:59:00.000Z'), first, told];
      const stuck = (outbox: Message[]) =>
        after(second, [joris], outbox).filter((one) => one.content.kind === 'undelivered');
      assert.deepEqual(stuck(earlier), [], content.kind);
      const between = [first, told, arrivedAt('2026-04-01T08:01:00.000Z')];
      assert.deepEqual(
        stuck(between).map(({ id }) => id.slice(0, 16)),
        ['two/undelivered/'],
        content.kind,
      );
    }
  });
});

describe('what has failed for half an hour', () => {
  const at = (minute: number): Instant => instantAt(Date.UTC(2026, 3, 1, 10, minute));
  const failing = (attempts: Message['attempts']): Message => ({
    ...message({ kind: 'case' }, toLars),
    status: 'queued',
    attempts,
  });

  it('is counted from the first of all tries, also where those of another fault were summed up after it', () => {
    const tries = [
      { at: at(0), fault: '503' },
      { at: at(28), fault: '429' },
      { at: at(29), fault: '503' },
    ].reduce<Message['attempts']>(withAttempt, []);
    assert(hasFailedLong(failing(tries), at(45)));
    assert(!hasFailedLong(failing(tries), at(29)));
  });

  it('whatever the order of the faults', () => {
    const fault = fc.constantFrom('503', '429', '403', 'no answer');
    fc.assert(
      fc.property(fc.array(fault, { minLength: 1, maxLength: 29 }), (faults) => {
        const tries = faults.map((fault, minute) => ({ at: at(minute), fault }));
        const attempts = tries.reduce<Message['attempts']>(withAttempt, []);
        assert(hasFailedLong(failing(attempts), at(30)));
        assert(!hasFailedLong(failing(attempts), at(29)));
      }),
    );
  });
});

describe('whom a notice that something got stuck still reaches', () => {
  const reaches = (content: Content, to: Recipient, status: Message['status'], respondents = [joris]) =>
    mayReceive(
      message(content, to, 'K-2026-0001/notice'),
      {
        complaint: complaintAfter(registered({ respondents })),
        outbox: [{ ...theCard, status }],
        journal: [],
      } as never,
      view,
    );
  const alarm: Content = { kind: 'forwarding-alarm', message: theCard.id };
  const stuck: Content = { kind: 'undelivered', message: theCard.id, what: 'case' };
  const toFatima: Recipient = { kind: 'person', id: fatima.id };

  it('the desk and the channel, as long as the card has not arrived', () => {
    for (const to of [toFatima, { kind: 'channel' } as const]) {
      assert(reaches(alarm, to, 'queued'));
      assert(reaches(alarm, to, 'gave-up'));
      assert(!reaches(alarm, to, 'sent'));
    }
    assert(reaches(stuck, toFatima, 'gave-up'));
  });

  it('nobody it is about, and nobody who is not at the desk', () => {
    assert(!reaches(alarm, toFatima, 'gave-up', [fatima]));
    assert(!reaches(stuck, toFatima, 'gave-up', [fatima]));
    assert(!reaches(alarm, { kind: 'channel' }, 'gave-up', [fatima]));
    assert(!reaches(stuck, { kind: 'person', id: joris.id }, 'gave-up', []));
  });

  it('somebody else, of whatever does not reach the handler: that they miss a message, not what it says', () => {
    for (const content of [
      { kind: 'receipt' },
      { kind: 'decision-request' },
      { kind: 'statement-given' },
      { kind: 'undelivered', message: 'K-2026-0001/9-position', what: 'position' },
    ] satisfies Content[]) {
      const [next] = after(message(content, toLars));
      assert.deepEqual(next?.to, toFatima);
      assert(reaches(next.content, next.to, 'gave-up'), content.kind);
    }
  });

  it('only the handler, of what only the handler may know', () => {
    const position: Content = { kind: 'undelivered', message: 'K-2026-0001/9', what: 'position' };
    assert(reaches(position, toLars, 'sent'));
    assert(!reaches(position, toFatima, 'sent'));
  });
});
