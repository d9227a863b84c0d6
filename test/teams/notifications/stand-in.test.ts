import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { type Message, personIn } from '../../../src/register/model/message.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { buttonsOf, textOf } from '../../e2e/a-card.ts';
import { registration } from '../../procedure/asked.ts';
import { awayAtEaster, fatima, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';

describe('who stands in', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await aChat();
    await chat.ours.file({ ...registration, respondents: [fatima] }, 'another', sanne);
  });
  afterEach(closeOffices);

  const bulletins = async (): Promise<Message[]> => {
    const found: Message[] = [];
    for await (const { document } of chat.ours.store.all())
      if (document?.kind === 'bulletin') found.push(...document.outbox);
    return found;
  };

  async function readBy({ id }: Person) {
    const message = (await bulletins()).findLast(({ to }) => personIn(to) === id) ?? assert.fail('not told');
    const { card, summary } = await outgoing(message, undefined, chat.office);
    return { card, summary, text: textOf(card) };
  }

  it('reads for whom, until when, and in which complaints: none about themselves', async () => {
    const { from, until } = awayAtEaster(lars);
    await chat.ours.setAbsence(lars, { from, until });
    const { text, card, summary } = await readBy(fatima);
    assert.match(text, /Je valt in voor Lars Brouwer/);
    assert.match(text, /van maandag 30 maart 2026 t\/m vrijdag 10 april 2026/);
    assert.match(text, /Nieuwe klachten komen zolang bij jou\. Nu open: K-2026-0001\./);
    assert.doesNotMatch(text, /K-2026-0002/);
    assert.doesNotMatch(summary, /Lars/);
    assert.deepEqual(buttonsOf(card), ['Mijn zaken']);
    const other = await readBy(willem);
    assert.match(other.text, /Nu open: K-2026-0002\./);
    assert.doesNotMatch(other.text, /K-2026-0001|Nieuwe klachten/);
  });

  it('reads that it is over', async () => {
    const { from, until } = awayAtEaster(lars);
    await chat.ours.setAbsence(lars, { from, until });
    await chat.ours.endAbsence(lars);
    for (const one of [fatima, willem])
      assert.match((await readBy(one)).text, /Je valt niet meer in voor Lars Brouwer/);
  });

  it('reads of what they closed themselves that it is closed and that the letter has gone, until the handler is back', async () => {
    const mailing = await aChat({}, { mail: true });
    const { ours, number } = mailing;
    const reads = async () => textOf(await mailing.open(fatima));
    await mailing.take('Antwoord versturen', { ...usual.answer, ...byMail });
    await ours.deliver(number);
    await ours.setAbsence(lars, { from: '2026-04-02', until: '2026-04-10' });
    ours.moveTo('2026-04-02T10:00');
    await mailing.take('Klager gaat akkoord', byMail, fatima);
    assert.match(mailing.text(), /Gesloten op donderdag 2 april/);
    assert.match(await reads(), /Wacht op de mailserver[\s\S]*Gesloten op donderdag 2 april/);
    await ours.deliver(number);
    assert.match(await reads(), /Gesloten op donderdag 2 april/);
    assert.doesNotMatch(await reads(), /Wacht op de mailserver/);
    assert.deepEqual(
      (await ours.casesOf(fatima)).map(({ id }) => id),
      [],
    );
    ours.moveTo('2026-04-11T10:00');
    await assert.rejects(() => mailing.open(fatima), /unknown-complaint/);
    assert.match(textOf(await mailing.open(lars)), /Gesloten op donderdag 2 april/);
  });
});

const byMail = { 'Wijze van verzending': 'E-mail' };
