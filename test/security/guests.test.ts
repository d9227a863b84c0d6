import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Member } from './a-teams-service.ts';
import { type ProductionOffice, productionOffice } from './production-office.ts';

describe('a guest of the tenant', () => {
  let office: ProductionOffice;
  before(async () => {
    office = await productionOffice();
  });
  after(() => office?.end());
  beforeEach(() => {
    office.teams.asked.length = 0;
  });

  /** Somebody whom Teams describes so, and who was never met. */
  function somebody(member: Member) {
    const id = randomUUID();
    office.teams.isMember(`29:${id}`, member);
    return { id, from: { id: `29:${id}`, name: 'Gast', aadObjectId: id } };
  }

  for (const [who, member] of [
    ['a guest', { userRole: 'guest' }],
    ['a guest, in capitals', { userRole: 'Guest' }],
    ['a guest, by their account', { userPrincipalName: 'noor_elders.nl#EXT#@ballance.example' }],
    ['somebody without a name', { userRole: 'anonymous' }],
    ['somebody of another tenant', { userRole: 'user', tenantId: randomUUID() }],
  ] as const) {
    it(`is refused politely, and nothing of them is kept: ${who}`, async () => {
      const { id, from } = somebody(member);
      assert.equal((await office.postTrusted(office.message({ from }))).status, 200);
      assert.match(office.teams.answers()[0]?.body ?? '', /Alleen voor medewerkers van Ballance/);
      assert.equal(office.teams.answers().length, 1);

      const { text } = await office.postTrusted(office.registration({ from }));
      const { statusCode, type, value } = JSON.parse(text);
      assert.deepEqual([statusCode, type], [403, 'application/vnd.microsoft.error']);
      assert.match(value.message, /gebruik het feedbackformulier op de website/);

      for (const name of ['task/submit', 'composeExtension/fetchTask']) {
        const asked = { commandId: 'registerComplaint', data: { verb: 'register', form: 'f' } };
        const answer = await office.postTrusted(office.registration({ from, name, value: asked }));
        const { task } = JSON.parse(answer.text);
        assert.equal(task.type, 'message');
        assert.match(task.value, /^Ik ben er voor de medewerkers van Ballance/);
      }

      assert.deepEqual(await office.bot.dossiers(), []);
      for (const memo of ['contact', 'colleague'])
        assert.equal(await office.bot.stored(`${memo}/${id}`), undefined);
    });
  }

  it('is told nothing when they install the bot', async () => {
    const { from } = somebody({ userRole: 'guest' });
    const installed = office.message({ from, type: 'installationUpdate', action: 'add' });
    assert.equal((await office.postTrusted(installed)).status, 200);
    assert.deepEqual(office.teams.answers(), []);
  });
});

describe('a colleague', () => {
  let office: ProductionOffice;
  before(async () => {
    office = await productionOffice();
  });
  after(() => office?.end());
  beforeEach(() => {
    office.teams.asked.length = 0;
  });

  const newcomer = () => {
    const id = randomUUID();
    return { id, from: { id: `29:${id}`, name: 'Noor', aadObjectId: id } };
  };
  const helped = async (from: object): Promise<boolean> => {
    const { status } = await office.postTrusted(office.message({ from }));
    return status === 200 && /klachtenregeling/.test(office.teams.answers().at(-1)?.body ?? '');
  };

  it('is looked up when they are met for the first time, and not again', async () => {
    const { id, from } = newcomer();
    office.teams.isMember(`29:${id}`, { userRole: 'user' });
    assert.ok(await helped(from));
    assert.ok(await helped(from));
    assert.equal(office.teams.lookups().length, 1);
    assert.ok(await office.bot.stored(`colleague/${id}`));
  });

  it('comes in when Teams cannot tell who they are, and is looked up again the next time', async () => {
    const { id, from } = newcomer();
    office.teams.isMember(`29:${id}`, 404);
    assert.ok(await helped(from));
    assert.equal(await office.bot.stored(`colleague/${id}`), undefined);
    office.teams.isMember(`29:${id}`, { userRole: 'user' });
    assert.ok(await helped(from));
    assert.ok(await office.bot.stored(`colleague/${id}`));
  });

  it('comes in when Teams does not answer who they are', async () => {
    const { id, from } = newcomer();
    office.teams.fallSilent();
    assert.ok(await helped(from));
    office.teams.fallSilent(false);
    assert.equal(await office.bot.stored(`colleague/${id}`), undefined);
  });
});
