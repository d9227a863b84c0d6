import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Activity, TurnContext } from 'botbuilder';
import sinon from 'sinon';
import { humanRate, rateLimited } from '../../src/teams/guards/rate-limit.ts';
import { type ProductionOffice, productionOffice } from './production-office.ts';

describe('somebody who goes faster than a person can', () => {
  let office: ProductionOffice;
  before(async () => {
    office = await productionOffice({ inboundRate: { turns: 3, seconds: 600 } });
  });
  after(() => office?.end());

  const newcomer = () => {
    const id = randomUUID();
    return { id: `29:${id}`, name: 'Noor', aadObjectId: id };
  };

  it('is asked to wait, in a form that keeps what they typed', async () => {
    const from = newcomer();
    const press = async () => JSON.parse((await office.postTrusted(office.registration({ from }))).text);
    for (let turn = 0; turn < 3; turn++) assert.equal((await press()).statusCode, 200);
    const complaints = (await office.bot.dossiers()).length;

    const { statusCode, type, value } = await press();
    assert.deepEqual([statusCode, type], [429, 'application/vnd.microsoft.error']);
    assert.match(value.message, /^Dat gaat even te snel .* over \d{3} seconden nog een keer\.$/);
    assert.equal((await office.bot.dossiers()).length, complaints);
  });

  it('is asked to wait in a dialog too, and has all that they typed under a button that sends it again', async () => {
    const from = newcomer();
    const data = {
      verb: 'register',
      form: 'f',
      complainantName: 'De heer Bos',
      summary: 'Te laat.',
      origin: 'client',
    };
    const send = async (name: string) =>
      JSON.parse((await office.postTrusted(office.registration({ from, name, value: { data } }))).text).task;
    for (let turn = 0; turn < 3; turn++) assert.equal((await send('task/submit')).type, 'continue');

    const { content } = (await send('task/submit')).value.card;
    assert.match(JSON.stringify(content), /Dat gaat even te snel/);
    const [again] = content.actions;
    assert.deepEqual([again.type, again.title], ['Action.Submit', 'Opnieuw proberen']);
    assert.deepEqual(again.data, { ...data, number: '' });
    assert.match((await send('task/fetch')).value, /^Dat gaat even te snel/);
  });

  it('is told so once when they type, not once for every message', async () => {
    const from = newcomer();
    office.teams.asked.length = 0;
    for (let turn = 0; turn < 8; turn++)
      assert.equal((await office.postTrusted(office.message({ from }))).status, 200);
    const said = office.teams.answers().map(({ body }) => body);
    assert.equal(said.length, 4);
    assert.match(said.at(-1) ?? '', /Dat gaat even te snel/);
  });

  it('is the same person however they write their id, and in whichever chat', async () => {
    const from = newcomer();
    office.teams.asked.length = 0;
    for (let turn = 0; turn < 5; turn++) {
      const shouting = { ...from, aadObjectId: from.aadObjectId[turn % 2 ? 'toUpperCase' : 'toLowerCase']() };
      await office.postTrusted(
        office.message({
          from: shouting,
          conversation: { ...(office.message().conversation as object), id: `a:${turn}` },
        }),
      );
    }
    assert.equal(office.teams.answers().length, 4);
  });

  it('holds up nobody else', async () => {
    office.teams.asked.length = 0;
    await office.postTrusted(office.message({ from: newcomer() }));
    assert.doesNotMatch(office.teams.answers()[0]?.body ?? '', /te snel/);
  });
});

describe('somebody who was asked to wait', () => {
  it('can go on as soon as the seconds are over', async () => {
    const clock = sinon.useFakeTimers();
    try {
      let turns = 0;
      const counting = async () => {
        turns += 1;
      };
      const bot = rateLimited(counting, { turns: 1, seconds: 10 });
      const press = { type: 'invoke', from: { id: '29:x' } } as Activity;
      const take = () => bot(new TurnContext({ sendActivities: async () => [] } as never, press));
      await take();
      await take();
      await clock.tickAsync(9_999);
      await take();
      assert.equal(turns, 1);
      await clock.tickAsync(1);
      await take();
      assert.equal(turns, 2);
    } finally {
      clock.restore();
    }
  });
});

describe('somebody in a hurry', () => {
  it('never meets the limit: two presses a second, for as long as they like', () => {
    assert.ok(humanRate.turns / humanRate.seconds >= 2);
    assert.ok(humanRate.seconds <= 10, 'nobody waits longer than ten seconds');
  });
});
