import assert from 'node:assert/strict';
import { evolve, replay } from '../../src/procedure/evolve.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { registration } from './asked.ts';
import { plain, registered } from './given.ts';
import { acknowledged, handedOver, noteAdded, withdrawn } from './happened.ts';
import { fatima, lars, sanne } from './people.ts';

describe('the state of a complaint', () => {
  it('is all that its events say', () => {
    const events = [registered(), noteAdded(), handedOver(), acknowledged(), withdrawn()].flat();
    assert.deepEqual(plain(replay(events)), {
      number: 'K-2026-0001',
      stage: 'closed',
      receivedOn: '2026-04-01',
      registeredOn: '2026-04-01',
      origin: 'client',
      manner: 'oral',
      complainant: registration.complainant,
      summary: 'Er is drie weken niet teruggebeld.',
      respondents: [],
      receiver: sanne,
      handler: { person: fatima, role: 'substitute' },
      handledBy: [lars.id, fatima.id],
      letters: [
        {
          id: 1,
          kind: 'acknowledgement',
          text: 'Wij hebben uw klacht ontvangen.',
          manner: 'email',
          sentOn: '2026-04-01',
          countsAsReceivedOn: '2026-04-01',
        },
      ],
      statementsRequested: [],
      statements: [],
      measures: [],
      hearings: [],
      closed: { on: '2026-04-01', outcome: 'withdrawn', from: 'acknowledged' },
    });
  });

  it('keeps the first handler until it is handed over', () => {
    const first = replay(registered());
    assert.equal(first?.handler?.person.id, lars.id);
    assert.equal(evolve(first, handedOver()[0] as Event).handler?.person.id, fatima.id);
    assert.equal(first?.handler?.person.id, lars.id, 'the state before it is left as it was');
  });

  it('is the same from the journal as it was stored', () => {
    const events = [registered(), handedOver(), acknowledged()].flat();
    assert.deepEqual(plain(replay(plain(events))), plain(replay(events)));
  });

  it('is none before anything has happened', () => assert.equal(replay([]), undefined));

  it('begins with a registration', () => {
    for (const [event] of [acknowledged(), handedOver(), noteAdded(), withdrawn()]) {
      assert.throws(() => evolve(undefined, event as Event), /begins with 'registered'/);
    }
  });
});
