import assert from 'node:assert/strict';
import { upcast, upcastEvent } from '../../../src/register/model/upcast.ts';

describe('a letter that version 0.6.0 or older sent by post', () => {
  const sent = { kind: 'answer', sentOn: '2026-04-02', manner: 'post' };

  it('counts as received on the day it was sent, as it was judged then and as the letter itself says', () => {
    for (const schema of [1, 2])
      assert.deepEqual(upcastEvent({ type: 'letter-sent', ...sent, daysLate: 0 }, schema), {
        type: 'letter-sent',
        ...sent,
        daysLate: 0,
        countsAsReceivedOn: '2026-04-02',
      });
    const waits = { kind: 'final-decision', manner: 'email' };
    assert.deepEqual(upcast({ schema: 2, complaint: { letters: [sent, waits] } }), {
      complaint: { letters: [{ ...sent, countsAsReceivedOn: '2026-04-02' }, waits] },
    });
  });
});
