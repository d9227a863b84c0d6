import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import type { Message } from '../../../src/register/model/message.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { textOf } from '../../e2e/a-card.ts';
import { awayAtEaster, everybodyAtTheDesk, fatima, lars, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat } from '../a-chat.ts';

/** Reads the alarm of somebody at the desk when the handler's card is not delivered. */
async function alarmOf({ dossier, office }: Chat, reader: Person): Promise<string> {
  const now = await dossier();
  const handler = now.complaint.handler?.person.id;
  const card = now.outbox.findLast(
    ({ content, to }) => content.kind === 'case' && to.kind === 'person' && to.id === handler,
  );
  assert.ok(card, 'no card for the handler');
  const message: Message = {
    ...card,
    id: 'alarm',
    to: { kind: 'person', id: reader.id },
    content: { kind: 'undelivered', message: card.id, what: 'case' },
  };
  return textOf((await outgoing(message, now, office)).card);
}

/** Whether the register lets that person hand it over. */
async function canHandOver({ ours, number }: Chat, by: Person): Promise<boolean> {
  for (const { id } of everybodyAtTheDesk) {
    try {
      await ours.execute({ type: 'hand-over', by, number, to: id, reason: 'Niet bereikt.' });
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return false;
}

describe('who is told that a card did not arrive', () => {
  afterEach(closeOffices);

  it('is sent to the board, and not back to Lars, when Lars cannot be reached', async () => {
    const text = await alarmOf(await aChat(), fatima);
    assert.match(text, /Bel Lars Brouwer en geef het nummer door\./);
    assert.match(text, /“zaak K-2026-0001” de klacht, voor wie haar behandelt\./);
    assert.match(text, /Lukt dat niet, meld het dan vandaag nog bij de directie\./);
    assert.doesNotMatch(text, /klachtenfunctionaris|\bhij\b/);
  });

  it('may ask Lars to hand it over when somebody else cannot be reached', async () => {
    const chat = await aChat();
    await chat.ours.execute({
      type: 'hand-over',
      by: lars,
      number: chat.number,
      to: fatima.id,
      reason: 'Vakantie',
    });
    assert.match(
      await alarmOf(chat, willem),
      /Lukt dat niet, vraag dan Lars Brouwer om de klacht over te dragen\./,
    );
    assert.match(await alarmOf(chat, lars), /Lukt dat niet, draag de klacht dan zelf over\./);
  });

  const about: Person[][] = [
    [],
    [lars],
    [fatima],
    [willem],
    [lars, fatima],
    [lars, willem],
    [fatima, willem],
  ];
  for (const respondents of about)
    for (const away of [undefined, lars, fatima])
      it(`is sent to nobody who cannot help: about ${respondents.map(({ name }) => name).join()}, away ${away?.name}`, async () => {
        for (const reader of everybodyAtTheDesk) {
          const chat = await aChat({ respondents });
          if (away) await chat.ours.setAbsence(away, awayAtEaster(away));
          const handler = (await chat.complaint()).handler?.person ?? assert.fail();
          if (reader.id === handler.id || respondents.includes(reader)) continue;
          const text = await alarmOf(chat, reader);
          const [call = '', orElse = ''] = text.split('Lukt dat niet');
          assert.ok(call.includes(`Bel ${handler.name}`), text);
          assert.doesNotMatch(text, /\bhij\b/);
          const named = everybodyAtTheDesk.filter(({ name }) => orElse.includes(name));
          for (const one of named)
            assert.ok(one !== handler && !respondents.includes(one) && one !== reader, text);
          if (orElse.includes('zelf over')) assert.ok(await canHandOver(chat, reader), text);
          else if (orElse.includes('over te dragen'))
            for (const one of named) assert.ok(await canHandOver(chat, one), text);
          else assert.deepEqual(named, [], text);
          await closeOffices();
        }
      });
});
