import assert from 'node:assert/strict';
import { platformFault } from '../../../src/teams/notifications/platform-faults.ts';

const refused = (statusCode?: number, code?: string, retryAfter?: string) =>
  platformFault(
    Object.assign(new Error('refused'), {
      statusCode,
      code,
      response: { headers: { get: () => retryAfter } },
    }),
  );

describe('the errors of the platform', () => {
  it('each have an answer of their own', () => {
    const expected: [number, string, string][] = [
      [429, 'Throttled', 'wait'],
      [403, 'ForbiddenOperationException', 'await-installation'],
      [403, 'BotNotInConversationRoster', 'await-installation'],
      [403, 'ConversationBlockedByUser', 'await-recipient'],
      [403, 'MessageWritesBlocked', 'await-recipient'],
      [403, 'SomethingNew', 'await-recipient'],
      [403, 'Forbidden', 'await-recipient'],
      [404, 'ConversationNotFound', 'renew'],
      [413, 'MessageSizeTooBig', 'shrink'],
      [412, 'PreconditionFailed', 'back-off'],
      [500, 'ServiceError', 'back-off'],
      [502, 'BadGateway', 'back-off'],
      [503, 'ServiceUnavailable', 'back-off'],
      [504, 'GatewayTimeout', 'back-off'],
      [418, 'SomethingNew', 'back-off'],
    ];
    for (const [status, code, remedy] of expected) {
      assert.deepEqual(refused(status, code), { remedy, reason: `${status} ${code}`, waitMs: 0 });
    }
  });

  it('say how long to wait, in seconds or as a date', () => {
    assert.equal(refused(429, 'Throttled', '7').waitMs, 7_000);
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const { waitMs } = refused(429, 'Throttled', inAMinute);
    assert.ok(waitMs > 50_000 && waitMs <= 60_000, `${waitMs}`);
    for (const nonsense of ['', 'soon', '-1', 'Thu, 01 Jan 1970 00:00:00 GMT']) {
      assert.equal(refused(429, 'Throttled', nonsense).waitMs, 0, nonsense);
    }
  });

  it('include no answer at all', () => {
    assert.deepEqual(refused(), { remedy: 'back-off', reason: 'no answer', waitMs: 0 });
    assert.equal(refused(undefined, 'ECONNRESET').reason, 'ECONNRESET');
  });

  it('name the code, and never a text', () => {
    assert.equal(refused(400, 'Mevrouw Van Dam is not known').reason, '400');
    assert.equal(refused(400, 'vandam@example.nl').reason, '400');
  });
});
