import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { StepCommand } from '../../src/procedure/model/commands.ts';
import type { Complaint, Person } from '../../src/procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../src/procedure/model/desk.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Message } from '../../src/register/model/message.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { receiptCard } from '../../src/teams/buttons/registration.ts';
import { notedFacts } from '../../src/teams/cards/case-facts.ts';
import { mannerWords, originWords } from '../../src/teams/cards/words.ts';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import { textOf } from '../e2e/a-card.ts';
import { type Ask, type Asking, asking, registration, wednesday } from '../procedure/asked.ts';
import { everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat } from './a-chat.ts';
import { full } from './a-dossier.ts';

const hasCard = ({ outbox }: Dossier, { id }: Person): boolean =>
  outbox.some(
    ({ content, status, to }) =>
      content.kind === 'case' && status === 'sent' && to.kind === 'person' && to.id === id,
  );

const receiptIn = ({ outbox }: Dossier): Message =>
  outbox.find(({ content }) => content.kind === 'receipt') ?? assert.fail('no receipt waits');

/** Returns the text of Sanne's receipt as it would be sent now; undefined when it may not. */
async function receiptText({ office, ours, dossier }: Chat): Promise<string | undefined> {
  const now = await dossier();
  const message = receiptIn(now);
  if (!mayReceive(message, now, ours.context())) return undefined;
  const { card, summary } = await outgoing(message, now, office);
  assert.match(summary, /is doorgegeven/);
  return textOf(card);
}

async function passedOn(): Promise<Chat> {
  const chat = await aChat();
  await chat.ours.deliver(chat.number);
  return chat;
}

const take = ({ ours, number }: Chat, ask: Ask, by: Person = lars) =>
  ours.execute({ ...ask(asking(wednesday, by)), number } as StepCommand);

describe('a receipt', () => {
  it('does not say that nothing is left to do below a warning, as of a file that was not kept', async () => {
    const { office, dossier } = await passedOn();
    const said = async (tone: 'warning' | 'good') =>
      textOf(receiptCard(await dossier(), office, { text: 'Niet bewaard: brief.exe.', tone }));
    assert.match(await said('warning'), /Verder hoef je niets te doen\./);
    assert.doesNotMatch(await said('warning'), /niets meer te doen/);
    assert.match(await said('good'), /Je hoeft niets meer te doen\./);
  });

  it('repeats all that its receiver noted', () => {
    const complaint = full('Een tekst.');
    const noted = notedFacts(complaint);
    const { complainant } = complaint;
    for (const one of [
      ...[
        complainant.name,
        complainant.representing,
        complainant.email,
        complainant.phone,
        complaint.summary,
      ],
      ...[complaint.branch, complaint.experts, originWords[complaint.origin], mannerWords[complaint.manner]],
    ])
      assert(one && noted.some(({ value }) => value.includes(one)), `${one}: ${JSON.stringify(noted)}`);
  });
});

describe('what a receipt says that the complainant may be told', () => {
  afterEach(closeOffices);

  const receiptOf = async (over: Parameters<typeof aChat>[0] = {}, by: Person = sanne): Promise<string> => {
    const chat = await aChat(over, { by });
    await chat.ours.deliver(chat.number);
    return (await receiptText(chat)) ?? '';
  };
  const told = /Dit kun je de klager vertellen/;

  it('is the days of articles 5 and 6', async () => {
    assert.match(
      await receiptOf(),
      /Dit kun je de klager vertellen: Uiterlijk donderdag 9 april 2026 moeten wij u schriftelijk bevestigen dat uw klacht er is\. Uiterlijk woensdag 22 april 2026 moet u ons antwoord hebben\./,
    );
  });

  it('is what the articles ask that is still to come, once receipt was confirmed', async () => {
    const chat = await passedOn();
    await take(chat, ({ acknowledge }) => acknowledge());
    const text = (await receiptText(chat)) ?? '';
    assert.match(
      text,
      /Dit kun je de klager vertellen: Uiterlijk woensdag 22 april 2026 moet u ons antwoord/,
    );
    assert.doesNotMatch(text, /bevestigen dat/);
  });

  it('is nothing where nothing can be sent, where it is closed, or where the complaint is about its receiver', async () => {
    assert.doesNotMatch(await receiptOf({ complainant: { name: 'Mevrouw Pietersen' } }), told);
    assert.doesNotMatch(await receiptOf({ remedied: true }), told);
    assert.doesNotMatch(await receiptOf({ respondents: [joris] }, joris), told);
  });
});

describe('a receipt that goes out later', () => {
  afterEach(closeOffices);

  it('says that a complaint was closed, and not that it was remedied on the spot, when it was withdrawn meanwhile', async () => {
    const chat = await passedOn();
    await take(chat, ({ withdraw }) => withdraw());
    const text = (await receiptText(chat)) ?? '';
    assert.match(text, /Doorgegeven aan Lars Brouwer.*intussen gesloten.*Je hoeft niets meer te doen/s);
    assert.doesNotMatch(text, /verholpen|artikel 1/);
  });

  it('says who had it, and who has it now, when it was handed over meanwhile', async () => {
    const chat = await passedOn();
    await take(chat, ({ handOver }) => handOver());
    const text = (await receiptText(chat)) ?? '';
    assert.match(
      text,
      /Doorgegeven aan Lars Brouwer.*Intussen behandelt Fatima el Amrani \(vervanger\) de klacht/s,
    );
    assert.doesNotMatch(text, /Wordt doorgegeven|Zodra/);
  });

  it('names who handles it once they have it themselves', async () => {
    const chat = await passedOn();
    await take(chat, ({ handOver }) => handOver());
    await chat.ours.deliver(chat.number);
    assert.match((await receiptText(chat)) ?? '', /Doorgegeven aan Fatima el Amrani \(vervanger\)\./);
  });

  /** Every step, on an ordinary day and in ways that lead elsewhere. */
  const steps = Object.keys(asking()) as (keyof Asking)[];
  const usual = ['acknowledge', 'answer', 'handOver', 'addRespondent'] as const;
  const others = [lars, fatima, willem, ingrid, joris, sanne];
  const move = fc.oneof(
    fc.record({
      step: fc.oneof(fc.constantFrom(...steps), fc.constantFrom(...usual)),
      by: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5)),
      about: fc.nat(5),
      to: fc.nat(3),
    }),
    fc.constantFrom('delivery' as const),
  );

  const done = (step: keyof Asking) => ({ step, by: 0, about: 0, to: 0 });

  async function moved(chat: Chat, one: typeof move extends fc.Arbitrary<infer T> ? T : never) {
    if (one === 'delivery') return chat.ours.deliver(chat.number);
    const build = asking(wednesday, others[one.by])[one.step] as (over: object) => StepCommand;
    const over = {
      'hand-over': { to: everybodyAtTheDesk[one.to]?.id },
      'add-respondent': { respondent: others[one.about] },
      'remove-respondent': { respondent: others[one.about]?.id },
      merge: { into: (await chat.ours.file(registration, 'goes on', sanne)).complaint },
    }[build({}).type as string];
    try {
      await chat.ours.execute({ ...build(over ?? {}), number: chat.number } as StepCommand);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /** Asserts that the text of the card agrees with the register. */
  function agrees(text: string, dossier: Dossier, desk: Parameters<typeof inOrderOfHandling>[0]): void {
    const { handler, closed, stage }: Complaint = dossier.complaint;
    assert.doesNotMatch(text, /Wordt doorgegeven|Zodra|lukt het niet/);
    assert.equal(/verholpen|artikel 1\b/.test(text), closed?.outcome === 'remedied', text);
    assert.equal(/gesloten/.test(text), closed !== undefined, text);
    const named = inOrderOfHandling(desk).find(({ person }) =>
      text.includes(`Doorgegeven aan ${person.name}`),
    );
    assert.ok(named && hasCard(dossier, named.person), text);
    if (!closed && handler) assert.ok(text.includes(handler.person.name), text);
    if (!closed && !handler) assert.match(text, /niemand/);
    assert.equal(text.includes('Ontvangst bevestigen'), stage === 'registered', text);
    assert.equal(
      text.includes('Schriftelijk antwoord'),
      ['registered', 'acknowledged'].includes(stage),
      text,
    );
    assert.doesNotMatch(text, /Maatregel|niet eens is|gesprek|Definitieve beslissing/);
  }

  it('says what the register holds then, whatever happened since it was registered', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 6 }), async (moves) => {
        const chat = await passedOn();
        for (const one of moves) await moved(chat, one);
        const text = await receiptText(chat);
        const dossier = await chat.dossier();
        seen.add(dossier.complaint.stage);
        if (text !== undefined) agrees(text, dossier, chat.ours.context().desk);
        await closeOffices();
      }),
      {
        numRuns: 60,
        examples: [[[done('acknowledge')]], [[done('acknowledge'), done('answer')]], [[done('withdraw')]]],
      },
    );
    assert.ok(seen.size > 2, [...seen].join());
  });
});
