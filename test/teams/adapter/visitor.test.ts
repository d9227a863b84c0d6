import assert from 'node:assert/strict';
import { memos } from '../../../src/register/model/memos.ts';
import { nameless, visitorOf } from '../../../src/teams/adapter/visitor.ts';
import { sanne } from '../../procedure/people.ts';

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

describe('the address of who speaks', () => {
  const addressWith = (channelData: unknown, conversation: object = {}) =>
    visitorOf(
      {
        from: { id: '29:x', name: 'Sanne', aadObjectId: '3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01' },
        conversation: {
          id: 'a:x',
          conversationType: 'personal',
          isGroup: false,
          name: '',
          ...conversation,
        },
        serviceUrl: 'https://teams.example/',
        channelData,
      },
      false,
    )?.address;

  it('has the tenant of the conversation, or else of the channel, where that is a text', () => {
    assert.equal(addressWith({ tenant: { id: 't' } })?.tenantId, 't');
    assert.equal(addressWith({ tenant: { id: 't' } }, { tenantId: null })?.tenantId, 't');
    for (const none of [
      undefined,
      null,
      {},
      { tenant: null },
      { tenant: { id: null } },
      { tenant: { id: 5 } },
    ])
      assert.equal(addressWith(none)?.tenantId, undefined);
  });

  it('is one that the address book accepts, whatever the channel says', () => {
    for (const id of [null, 5, {}, 't'])
      assert(memos.contact.of(sanne.id).check({ person: sanne, address: addressWith({ tenant: { id } }) }));
  });
});

describe('a shared channel', () => {
  const isShared = (channelData: unknown) =>
    visitorOf(
      {
        from: { id: '29:x', name: 'Sanne', aadObjectId: '3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01' },
        conversation: { id: '19:x', conversationType: 'channel', isGroup: true, name: 'Klachten' },
        serviceUrl: 'https://teams.example/',
        channelData,
      },
      false,
    )?.isShared;

  it('is one that Teams calls so; a standard, a private and an unnamed one are not', () => {
    assert.equal(isShared({ channel: { id: '19:x', type: 'shared' } }), true);
    for (const type of ['standard', 'private', undefined, null, 5])
      assert.equal(isShared({ channel: { id: '19:x', type } }), false);
    for (const none of [undefined, null, {}, { channel: null }]) assert.equal(isShared(none), false);
  });
});
