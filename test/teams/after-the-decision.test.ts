import assert from 'node:assert/strict';
import type { Judgement } from '../../src/procedure/model/answer.ts';
import { reopened } from '../../src/teams/notifications/case-notices.ts';
import { textOf } from '../e2e/a-card.ts';
import { joris, lars, willem } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, usual } from './a-chat.ts';

const byHand = { 'Wijze van verzending': 'Overhandigd' };
const wording = { 'Uw klacht, zoals de klager die leest': 'U belde drie keer.' };

/** Art. 8: the board decides, and the handler must read on the face of the card what it judged. */
describe('the card of the handler after the decision of the board', () => {
  afterEach(closeOffices);

  const words = { founded: 'Gegrond', unfounded: 'Ongegrond' } as const;
  for (const [answered, decided, said] of [
    ['unfounded', 'founded', 'Oordeel: gegrond, in het antwoord ongegrond.'],
    ['founded', 'founded', 'Oordeel: gegrond.'],
  ] as const satisfies [Judgement, Judgement, string][])
    it(`says “${said}”`, async () => {
      const chat = await aChat();
      const answer = { ...usual.answer, Oordeel: words[answered], 'Voorgestelde oplossing': '' };
      await chat.take('Antwoord versturen', {
        ...answer,
        ...(answered === 'founded' && { 'Voorgestelde oplossing': 'Wij bellen.' }),
        ...wording,
        ...byHand,
      });
      await chat.take('Klager is het niet eens', { Inhoud: 'Niet waar.' });
      await chat.take('Klager ziet af van gesprek');
      await chat.take(
        'Definitieve beslissing',
        { Beslissing: 'Wij bellen.', Motivering: 'U wachtte lang.', Oordeel: words[decided], ...byHand },
        willem,
      );
      const text = textOf(await chat.open(lars));
      assert.ok(text.includes(`definitieve beslissing van de directie (artikel 8). ${said}`), text);
    });
});

describe('who reads that a complaint is open again', () => {
  afterEach(closeOffices);

  it('reads which measure is still theirs, and only else that they need do nothing', async () => {
    const chat = await aChat();
    await chat.take('Antwoord versturen', {
      ...usual.answer,
      'Maatregel 1': 'Excuses aanbieden',
      'Naam bij maatregel 1 (als zoeken niet lukt)': joris.name,
      'Maatregel 1 uiterlijk klaar op': '2026-04-08',
      ...wording,
      ...byHand,
    });
    const complaint = await chat.complaint();
    assert.equal(complaint.measures.length, 1);
    assert.match(
      reopened(complaint, joris, false, complaint.handler),
      /Jij zorgt nog voor een maatregel, uiterlijk woensdag 8 april 2026\.$/,
    );
    assert.match(reopened(complaint, willem, false, complaint.handler), /Je hoeft niets te doen, tenzij/);
  });
});
