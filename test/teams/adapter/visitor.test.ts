import assert from 'node:assert/strict';
import { nameless, visitorOf } from '../../../src/teams/adapter/visitor.ts';

const named = (name: unknown): string | undefined =>
  visitorOf(
    {
      from: { id: '29:x', name: name as string, aadObjectId: '3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01' },
      conversation: { id: 'a:x', conversationType: 'personal', isGroup: false, name: '' },
      serviceUrl: 'https://teams.example/',
    },
    false,
  )?.person.name;

describe('the name of who speaks', () => {
  it('is one line of at most a hundred characters', () => {
    assert.equal(named('Sanne\u2028de\nVries\u202e'), 'Sanne de Vries');
    assert.equal([...(named('😀'.repeat(1000)) ?? '')].length, 100);
  });

  it('may be absent, in every way that it can be', () => {
    for (const none of [undefined, null, '', ' \u200b\n']) assert.equal(named(none), nameless);
  });
});
