import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import type { Message } from '../../../src/register/model/message.ts';
import { mayReceive } from '../../../src/register/notify/may-receive.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { withDecreed } from '../../../src/time/dutch-calendar.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { buttonsOf, textOf } from '../../e2e/a-card.ts';
import { acknowledge, answer, object, offerHearing, registration, withdraw } from '../../procedure/asked.ts';
import { calendar } from '../../procedure/given.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat } from '../a-chat.ts';

describe('who hears that deadlines move by decree', () => {
  let chat: Chat;
  const days = (...all: LocalDate[]) => withDecreed(calendar, [...calendar.decreed, ...all]);

  /** What Lars handles about Joris, and what Fatima handles about Lars; both answers are due on 22 April. */
  async function begun(...added: LocalDate[]): Promise<void> {
    chat = await aChat({}, { days: days(...added) });
    await chat.ours.file({ ...registration, respondents: [lars] }, 'another', sanne);
  }
  afterEach(closeOffices);

  const message = ({ id }: Person, added: LocalDate[], removed: LocalDate[] = []): Message => ({
    ...{ id: 'm', to: { kind: 'person', id }, content: { kind: 'decreed-days', added, removed } },
    ...{ queuedAt: chat.ours.clock.now(), status: 'queued', attempts: [] },
  });
  async function readBy(who: Person, added: LocalDate[], removed: LocalDate[] = []) {
    const { card, summary } = await outgoing(message(who, added, removed), undefined, chat.office);
    return { text: textOf(card), summary, buttons: buttonsOf(card) };
  }

  it('reads the old and the new last day, by post too, and the letter that promised the day', async () => {
    await begun('2026-04-22');
    await chat.ours.execute(acknowledge());
    const { text, summary, buttons } = await readBy(lars, ['2026-04-22']);
    assert.match(text, /Woensdag 22 april 2026 is voortaan gelijkgesteld met een feestdag\./);
    assert.match(
      text,
      /K-2026-0001\. Schriftelijk antwoord geven \(artikel 6\): per e-mail uiterlijk di 21 april in plaats van wo 22 april; per post uiterlijk do 16 april in plaats van vr 17 april\./,
    );
    assert.match(
      text,
      /De brief van wo 1 april \(ontvangstbevestiging\) noemde wo 22 april: dat blijft staan\./,
    );
    assert.match(text, /Lukt een toegezegde dag niet\? Open dan de zaak en druk op “Uitstel melden”\./);
    assert.deepEqual([summary, buttons], ['Termijnen verschuiven', ['Mijn zaken']]);
  });

  it('reads of no complaint that they may not see, and of those of others only as the officer', async () => {
    await begun('2026-04-22');
    await chat.ours.file(registration, 'of Fatima', sanne);
    await chat.ours.execute({
      type: 'hand-over',
      by: lars,
      number: 'K-2026-0003',
      to: fatima.id,
      reason: 'Druk',
    });
    const [ofLars, ofFatima, ofWillem] = [
      (await readBy(lars, ['2026-04-22'])).text,
      (await readBy(fatima, ['2026-04-22'])).text,
      (await readBy(willem, ['2026-04-22'])).text,
    ];
    assert.match(ofLars, /K-2026-0001[\s\S]*K-2026-0003, bij Fatima el Amrani/);
    assert.doesNotMatch(ofLars, /K-2026-0002/);
    assert.match(ofFatima, /K-2026-0002[\s\S]*K-2026-0003/);
    assert.doesNotMatch(ofFatima, /K-2026-0001/);
    assert.doesNotMatch(ofWillem, /K-2026/);
    assert.match(ofWillem, /verschuift daardoor nu geen termijn meer/);
    assert.doesNotMatch(`${ofLars}${ofFatima}`, /Pietersen|teruggebeld|Joris/);
  });

  it('reads as it is when it arrives: what was closed meanwhile is not in it', async () => {
    await begun('2026-04-22');
    await chat.ours.execute(withdraw());
    const { text } = await readBy(lars, ['2026-04-22']);
    assert.match(text, /In jouw zaken verschuift daardoor nu geen termijn meer\. Je hoeft niets te doen\./);
  });

  it('reads what stays where a day is taken away', async () => {
    await begun();
    await chat.ours.execute(acknowledge());
    const { text } = await readBy(lars, [], ['2026-04-22', '2026-04-23']);
    assert.match(
      text,
      /Woensdag 22 april 2026 en donderdag 23 april 2026 zijn niet langer gelijkgesteld met een feestdag\./,
    );
    assert.match(text, /per e-mail uiterlijk wo 22 april in plaats van di 21 april/);
  });

  it('reads that a hearing on that day goes on, and how to offer another', async () => {
    await begun();
    for (const step of [answer(), object(), offerHearing({ on: '2026-04-02' })])
      await chat.ours.execute(step);
    chat = await aChat({}, { days: days('2026-04-02'), file: chat.ours.path });
    const { text } = await readBy(lars, ['2026-04-02']);
    assert.match(
      text,
      /De brief van wo 1 april \(uitnodiging voor een gesprek\) noemde do 2 april: dat blijft staan\./,
    );
    assert.match(text, /Een gesprek op zo’n dag gaat door, tenzij je een andere dag afspreekt/);
  });

  it('reads that the day is over, where what is due can still be there in time', async () => {
    await begun('2026-04-22');
    chat.ours.moveTo('2026-04-22T10:00');
    assert.match(
      (await readBy(lars, ['2026-04-22'])).text,
      /De laatste werkdag is daarmee voorbij: doe het vandaag nog\./,
    );
  });

  it('is only somebody at the desk', async () => {
    await begun('2026-04-22');
    const may = (who: Person) => mayReceive(message(who, ['2026-04-22']), undefined, chat.ours.context());
    assert.deepEqual([lars, fatima, ingrid, joris, sanne].map(may), [true, true, true, false, false]);
  });
});
