import assert from 'node:assert/strict';
import type { StepCommand } from '../../../src/procedure/model/commands.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { type Message, personIn } from '../../../src/register/model/message.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { hearingOffByHand, missedBy } from '../../../src/teams/notifications/undelivered.ts';
import { textOf } from '../../e2e/a-card.ts';
import { asking, wednesday } from '../../procedure/asked.ts';
import { fatima, joris, lars } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat } from '../a-chat.ts';

const ask = asking(wednesday);
const number = 'K-2026-0001';
const eighth = { employeePresent: true, on: '2026-04-08', time: '14:00' } as const;
const seventh = { ...eighth, on: '2026-04-07', time: '15:00' } as const;

/** Recording often comes some days later; what is proposed then is what was agreed. */
describe('the day that is proposed when a hearing is recorded', () => {
  afterEach(closeOffices);

  it('is that of the appointment once it has passed, and today until then', async () => {
    const chat = await aChat();
    const steps = [ask.acknowledge(), ask.answer(), ask.object(), ask.offerHearing(seventh)];
    for (const step of steps) await chat.ours.execute(step);
    const proposed = async (): Promise<string | undefined> => {
      await chat.open();
      await chat.press('Gesprek vastleggen');
      return chat.fields().Datum;
    };
    for (const [today, day] of [
      [wednesday, wednesday],
      ['2026-04-07', '2026-04-07'],
      ['2026-04-09', '2026-04-07'],
    ] as const) {
      chat.ours.moveTo(`${today}T09:00`);
      assert.equal(await proposed(), day, today);
    }
  });
});

/** A message that never went, because a later one overtook it, is in nobody's calendar. */
describe('what is said of a hearing follows what its reader read before', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await aChat();
    for (const step of [ask.acknowledge(), ask.answer(), ask.object()]) await chat.ours.execute(step);
    await chat.ours.deliver(number);
  });
  afterEach(closeOffices);

  /** Takes steps and, only then, lets the messages go. */
  async function take(...steps: StepCommand[]): Promise<void> {
    for (const step of steps) await chat.ours.execute(step);
  }

  const dossier = async () => (await chat.ours.dossier(number)) ?? assert.fail();

  /** Draws the last message about a hearing to somebody as it is when it goes. */
  async function drawn({ id }: Person): Promise<{ text: string; message: Message }> {
    const now = await dossier();
    const message =
      now.outbox.findLast(({ to, content }) => personIn(to) === id && /^hearing/.test(content.kind)) ??
      assert.fail('not told');
    return { message, text: textOf((await outgoing(message, now, chat.office)).card) };
  }

  const statusOf = async (id: string) => (await dossier()).outbox.find((one) => one.id === id)?.status;

  it('is called off for the moment that they read, whatever change never reached them', async () => {
    await take(ask.offerHearing(eighth));
    await chat.ours.deliver(number);
    await take(ask.offerHearing(seventh), ask.waiveHearing());
    const { text } = await drawn(joris);
    assert.match(text, /Het gesprek van woensdag 8 april 2026 om 14:00 uur gaat niet door/);
    assert.doesNotMatch(text, /7 april/);
  });

  it('is called off as long as that moment is to come, though that of the change has come', async () => {
    await take(ask.offerHearing(eighth));
    await chat.ours.deliver(number);
    await take(ask.offerHearing(seventh), ask.waiveHearing());
    const { message } = await drawn(joris);
    chat.ours.moveTo('2026-04-07T16:00');
    await chat.ours.deliver(number);
    assert.equal(await statusOf(message.id), 'sent');
  });

  it('is not called off when the moment that they read has come', async () => {
    await take(ask.offerHearing(seventh));
    await chat.ours.deliver(number);
    await take(ask.offerHearing(eighth), ask.waiveHearing());
    const { message } = await drawn(joris);
    chat.ours.moveTo('2026-04-07T16:00');
    await chat.ours.deliver(number);
    assert.notEqual(await statusOf(message.id), 'sent');
  });

  it('is told by hand as it is: called off, or without them', async () => {
    await take(ask.offerHearing(eighth));
    await chat.ours.deliver(number);
    const byHand = async () => {
      const now = await dossier();
      return hearingOffByHand(missedBy((await drawn(joris)).message.id, now, chat.office));
    };
    await take(ask.offerHearing({ ...eighth, employeePresent: false }));
    assert.match(await byHand(), /dat die niet meer bij het gesprek hoeft te zijn:/);
    await take(ask.waiveHearing());
    assert.match(await byHand(), /dat het gesprek niet doorgaat:/);
  });

  it('is led by who handles the complaint on its day: the absent handler reads who that is, and the others that it changed', async () => {
    await take(ask.offerHearing(eighth));
    await chat.ours.deliver(number);
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-08' });
    assert.match(
      (await drawn(lars)).text,
      /Je hoeft niet bij het gesprek van woensdag 8 april.*Fatima el Amrani voert het gesprek, omdat jij die dag afwezig bent/,
    );
    assert.match(
      (await drawn(fatima)).text,
      /er is een gesprek gepland.*jij voert het namens Ballance, omdat Lars/s,
    );
    assert.match((await drawn(joris)).text, /iemand anders voert het gesprek.*Fatima el Amrani/s);
    await chat.ours.endAbsence(lars);
    assert.match((await drawn(lars)).text, /er is een gesprek gepland.*jij voert het namens Ballance/s);
    assert.match((await drawn(joris)).text, /iemand anders voert het gesprek.*Lars Brouwer/s);
  });

  it('is planned, and not changed, to who never read of it', async () => {
    await take(ask.offerHearing(eighth), ask.offerHearing(seventh));
    assert.match((await drawn(joris)).text, /er is een gesprek gepland/);
    await chat.ours.deliver(number);
    await take(ask.offerHearing(eighth));
    assert.match((await drawn(joris)).text, /het gesprek is gewijzigd/);
  });
});
