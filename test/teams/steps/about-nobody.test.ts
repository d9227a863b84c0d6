import assert from 'node:assert/strict';
import { buttonOf, buttonsOf } from '../../e2e/a-card.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, usual } from '../a-chat.ts';

const unnamed = { complainant: { name: 'Anoniem', unnamed: 'anonymous' } } as const;
const answered = [
  'Antwoord versturen',
  { ...usual.answer, 'Wijze van verzending': 'Overhandigd', Oordeel: 'Gegrond' },
] as const;
const closed = [
  'Klager gaat akkoord',
  { Datum: '2026-04-01', 'Wijze van verzending': 'Overhandigd' },
] as const;

/** Is about having respondents, and how a document is sent is said below the card. */
const without = ['Beklaagde toevoegen', 'Document toevoegen'];

/** What a form says that respondents will hear or read. */
const told = /beklaagden? (hoort|horen|leest|lezen|krijg)/i;

describe('the forms of a complaint that is about nobody', () => {
  afterEach(closeOffices);

  for (const [what, over, steps] of [
    ['that came in', {}, []],
    ['of somebody unknown', unnamed, []],
    ['that was answered', {}, [answered]],
    ['that is closed', {}, [answered, closed]],
  ] as const)
    it(`say of no respondent that they hear anything: ${what}`, async () => {
      const chat = await aChat({ ...over, respondents: [] });
      for (const [title, filled] of steps) await chat.take(title, filled);
      const card = await chat.open();
      const forms = buttonsOf(card).filter((one) => String(buttonOf(card, one)?.verb).startsWith('ask-'));
      assert.ok(forms.length > 5, String(forms));
      for (const title of forms.filter((one) => !without.includes(one))) {
        await chat.open();
        await chat.press(title);
        assert.doesNotMatch(chat.text(), told, title);
      }
    });

  it('say so where there are any, also where no letter goes out', async () => {
    for (const over of [{}, unnamed]) {
      const chat = await aChat(over);
      await chat.open();
      await chat.press('Antwoord versturen');
      assert.match(chat.text(), told);
    }
  });
});
