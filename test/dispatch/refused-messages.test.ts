import assert from 'node:assert/strict';
import { brokenPromisesOf, type Trouble } from './consequences.ts';
import { scenarios } from './every-message.ts';

const answers = (status: number, ...codes: string[]): Trouble[] =>
  codes.map((code) => ({ answer: { status, code } }));

/** Every way in which Teams refuses a message; of one status each kind of message meets another code. */
const refusals: Record<string, Trouble[]> = {
  400: answers(400, 'BadArgument', 'BadSyntax', 'ServiceError'),
  401: answers(401, 'Unauthorized', 'BotNotRegistered'),
  403: [
    ...answers(403, 'ConversationBlockedByUser', 'MessageWritesBlocked', 'Forbidden', 'SomethingNew'),
    ...answers(403, 'ForbiddenOperationException', 'BotNotInConversationRoster', 'BotDisabledByAdmin'),
    { answer: { status: 403, body: '' } },
    { answer: { status: 403, body: '<html>Forbidden</html>', type: 'text/html' } },
  ],
  404: answers(404, 'ConversationNotFound', 'ActivityNotFoundInConversation', 'NotFound'),
  '405, 409, 410, 412': [405, 409, 410, 412].flatMap((status) => answers(status, 'Whatever')),
  413: [{ answer: { status: 413, code: 'MessageSizeTooBig' }, ofMessage: true }],
  429: [
    { answer: { status: 429, code: 'Throttled' }, waits: 1 },
    { answer: { status: 429, code: 'Throttled', retryAfter: 30 }, waits: 1 },
    { answer: { status: 429, code: 'Throttled', retryAfter: 7200 }, waits: 120 },
  ],
};

describe('a message that Teams refuses', () => {
  for (const [status, troubles] of Object.entries(refusals))
    it(`with ${status} is tried again, told to somebody within the hour and revived, whatever it is`, async () => {
      assert.deepEqual(await brokenPromisesOf(scenarios, troubles), {});
    });
});
