import assert from 'node:assert/strict';
import { personId } from '../../../src/procedure/model/person-id.ts';
import type { Content, Message, Recipient } from '../../../src/register/model/message.ts';
import { superseded } from '../../../src/teams/notifications/policy.ts';

const lars: Recipient = { kind: 'person', id: personId('lars') };
const fatima: Recipient = { kind: 'person', id: personId('fatima') };

let count = 0;
const sent = (content: Content, to: Recipient = lars, over: Partial<Message> = {}): Message => ({
  id: `m${++count}`,
  to,
  content,
  queuedAt: '2026-04-01T09:00:00.000Z',
  status: 'sent',
  attempts: [],
  activityId: `a${count}`,
  ...over,
});
const reminder = (deadline: 'acknowledge' | 'answer' | 'measure', measure?: string): Content => ({
  kind: 'reminder',
  deadline,
  measure,
  article: 6,
  dueOn: '2026-04-09',
  lastDayToAct: '2026-04-09',
});

describe('what a message makes superfluous', () => {
  const replacedBy = (message: Message, ...before: Message[]) =>
    superseded(message, [...before, message]).map(({ content }) => content);

  it('is the card of that dossier that came before', () => {
    for (const later of [reminder('answer'), { kind: 'case' }, { kind: 'statement-given' }] as Content[])
      assert.deepEqual(replacedBy(sent(later), sent({ kind: 'case' })), [{ kind: 'case' }]);
    assert.deepEqual(replacedBy(sent(reminder('answer')), sent({ kind: 'decision-request' })), [
      { kind: 'decision-request' },
    ]);
  });

  it('is the reminder before it of the same deadline, and of no other', () => {
    const [ours, other] = [sent(reminder('answer')), sent(reminder('acknowledge'))];
    assert.deepEqual(replacedBy(sent(reminder('answer')), ours, other), [reminder('answer')]);
    const measures = [sent(reminder('measure', 'm1')), sent(reminder('measure', 'm2'))];
    assert.deepEqual(replacedBy(sent(reminder('measure', 'm2')), ...measures), [reminder('measure', 'm2')]);
    assert.deepEqual(replacedBy(sent({ kind: 'case' }), ours), []);
  });

  it('is the request to decide, once no decision is needed, and nothing else', () => {
    const overtaken = { kind: 'decision-overtaken' } as const;
    const request = { kind: 'decision-request' } as const;
    assert.deepEqual(replacedBy(sent(overtaken), sent({ kind: 'position' }), sent(request)), [request]);
    assert.deepEqual(replacedBy(sent(request), sent(overtaken)), []);
  });

  it('is not what another has replaced already', () => {
    const [first, second] = [sent({ kind: 'case' }), sent(reminder('answer'))];
    assert.deepEqual(replacedBy(sent(reminder('answer')), first, second), [reminder('answer')]);
  });

  it('is nothing of somebody else, and nothing that was not sent', () => {
    assert.deepEqual(replacedBy(sent(reminder('answer')), sent({ kind: 'case' }, fatima)), []);
    for (const status of ['queued', 'gave-up', 'withheld'] as const)
      assert.deepEqual(replacedBy(sent(reminder('answer')), sent({ kind: 'case' }, lars, { status })), []);
  });

  it('is never a card to type on, or one that says what to do by hand', () => {
    for (const earlier of [
      { kind: 'statement-request' },
      { kind: 'erasure-request' },
      { kind: 'undelivered', message: 'x', what: 'letter' },
      { kind: 'position' },
    ] as Content[])
      assert.deepEqual(replacedBy(sent(reminder('answer')), sent(earlier)), []);
  });

  it('is nothing in the channel', () => {
    const [before, now] = [0, 1].map(() => sent(reminder('answer'), { kind: 'channel' }));
    assert.deepEqual(superseded(now as Message, [before as Message, now as Message]), []);
  });
});
