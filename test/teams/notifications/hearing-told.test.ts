import assert from 'node:assert/strict';
import type { StepCommand } from '../../../src/procedure/model/commands.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { type Message, personIn } from '../../../src/register/model/message.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { hearingOffByHand, missedBy } from '../../../src/teams/notifications/undelivered.ts';
import { instantOf } from '../../../src/time/clock.ts';
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

  type State = Partial<Pick<Message, 'status' | 'attempts'>>;

  const at = instantOf('2026-04-01T10:00');

  /** What can become of a message, and whether it was read. */
  const states: Record<string, State & { isRead: boolean | 'perhaps' }> = {
    'it waits': { status: 'queued', attempts: [], isRead: false },
    'it was given up': { status: 'gave-up', attempts: [{ at, fault: 'blocked' }], isRead: false },
    'it was withheld': { status: 'withheld', attempts: [], isRead: false },
    'nothing answered a try of it, and it waits': {
      status: 'queued',
      attempts: [{ at, fault: 'no answer' }],
      isRead: 'perhaps',
    },
    'nothing answered, and it was given up': {
      status: 'gave-up',
      attempts: [{ at, fault: 'no answer' }],
      isRead: 'perhaps',
    },
    'it was sent': { status: 'sent', attempts: [{ at }], isRead: true },
  };

  /** Puts the messages to Joris about the hearing in those states, in their order; those beyond stay as they are. */
  async function inStates(...of: State[]): Promise<Dossier> {
    const now = await dossier();
    const theirs = now.outbox.filter(
      ({ to, content }) => personIn(to) === joris.id && /^hearing/.test(content.kind),
    );
    const outbox = now.outbox.map((one) => {
      const { status = one.status, attempts = one.attempts } = of[theirs.indexOf(one)] ?? {};
      return { ...one, status, attempts };
    });
    return { ...now, outbox };
  }

  /** Draws the last message to Joris about the hearing from that dossier. */
  async function drawnFrom(now: Dossier): Promise<string> {
    const message = now.outbox.findLast(
      ({ to, content }) => personIn(to) === joris.id && /^hearing/.test(content.kind),
    );
    return textOf((await outgoing(message ?? assert.fail(), now, chat.office)).card);
  }

  const planned = /er is een gesprek gepland/;
  const changed = /het gesprek is gewijzigd/;

  for (const [what, { isRead, ...state }] of Object.entries(states)) {
    it(`is planned where they cannot have read the first invitation, and changed where they can: ${what}`, async () => {
      await take(ask.offerHearing(eighth), ask.offerHearing(seventh));
      const text = await drawnFrom(await inStates(state));
      assert.match(text, isRead ? changed : planned);
      assert.match(text, /7 april 2026 om 15:00/);
    });

    it(`is changed where they were not needed any more and are again, at another moment, unless they can have read that it was off: ${what}`, async () => {
      await take(ask.offerHearing(eighth));
      await chat.ours.deliver(number);
      await take(ask.removeRespondent(), ask.offerHearing(seventh), ask.addRespondent({ respondent: joris }));
      const text = await drawnFrom(await inStates({ status: 'sent', attempts: [{ at }] }, state));
      assert.match(text, isRead ? planned : changed);
    });

    it(`is led by another only where they can have read the change before it, and changed else: ${what}`, async () => {
      await take(ask.offerHearing(eighth));
      await chat.ours.deliver(number);
      await take(ask.offerHearing(seventh));
      await chat.ours.setAbsence(lars, { from: '2026-04-07', until: '2026-04-07' });
      const text = await drawnFrom(await inStates({ status: 'sent', attempts: [{ at }] }, state));
      assert.match(text, isRead ? /iemand anders voert het gesprek/ : changed);
    });

    it(`is near only where they can have read of it before: ${what}`, async () => {
      await take(ask.offerHearing(seventh));
      await chat.ours.sweepAt('2026-04-02T09:00');
      assert.match(await drawnFrom(await inStates(state)), isRead ? /het gesprek is binnenkort/ : planned);
    });

    it(`is called off for each moment of which they may know, who can take that out of their calendar: ${what}`, async () => {
      await take(ask.offerHearing(eighth));
      await chat.ours.deliver(number);
      await take(ask.offerHearing(seventh), ask.waiveHearing());
      const now = await inStates({ status: 'sent', attempts: [{ at }] }, state);
      const text = await drawnFrom(now);
      assert.equal(text.includes('8 april'), isRead !== true);
      assert.equal(text.includes('7 april'), isRead !== false);
    });

    it(`is taken out of the calendar by whom it may be in, who is not needed any more: ${what}`, async () => {
      await take(ask.offerHearing(eighth));
      await chat.ours.deliver(number);
      await take(ask.removeRespondent());
      const now = await inStates(state);
      await chat.ours.register.amendDossier(number, () => now);
      const told = chat.ours.register.toldOfHearing(number, joris);
      if (isRead) assert.equal((await told).id, number);
      else await assert.rejects(told, /unknown-complaint/);
    });
  }

  it('is changed where a change that they did not read is not kept any more', async () => {
    await take(ask.offerHearing(eighth));
    await chat.ours.deliver(number);
    await take(ask.offerHearing({ ...eighth, form: 'office', branch: 'Utrecht' }));
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-08' });
    await chat.ours.sweepAt('2026-04-07T09:00');
    assert.match(await drawnFrom(await inStates()), changed);
  });

  it('is called off for a moment of which they may know, however many changes followed that never reached them', async () => {
    await take(ask.offerHearing(eighth));
    await chat.ours.deliver(number);
    await take(ask.offerHearing(seventh));
    const perhaps = await inStates({}, { attempts: [{ at, fault: 'no answer' }] });
    await chat.ours.register.amendDossier(number, () => perhaps);
    await take(ask.offerHearing({ ...eighth, time: '11:00' }), ask.offerHearing(eighth), ask.waiveHearing());
    assert.match(
      (await drawn(joris)).text,
      /8 april 2026 om 14:00 uur, of dinsdag 7 april 2026 om 15:00 uur/,
    );
  });

  it('is planned, and not changed, to who never read of it', async () => {
    await take(ask.offerHearing(eighth), ask.offerHearing(seventh));
    assert.match((await drawn(joris)).text, /er is een gesprek gepland/);
    await chat.ours.deliver(number);
    await take(ask.offerHearing(eighth));
    assert.match((await drawn(joris)).text, /het gesprek is gewijzigd/);
  });
});
