import assert from 'node:assert/strict';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import type { Measure } from '../../src/procedure/model/answer.ts';
import { journalLine } from '../../src/teams/cards/case-journal.ts';
import { whyThisDate } from '../../src/teams/cards/deadlines.ts';
import { bulletinCards } from '../../src/teams/notifications/bulletin-cards.ts';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import { cases } from '../../src/teams/office/pages.ts';
import { textOf } from '../e2e/a-card.ts';
import {
  acknowledge,
  answer,
  decide,
  mediate,
  object,
  recordHearing,
  waiveHearing,
} from '../procedure/asked.ts';
import { calendar } from '../procedure/given.ts';
import { desk, ingrid, lars, sanne } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat } from './a-chat.ts';

const what = 'Een vast nummer om terug te bellen';
const measures = [{ what, owner: sanne.name, ownerId: sanne.id, dueOn: '2026-04-13' as const }];

/** How a complaint comes to promise a measure, by where that is, and the only article that is said of it. */
const promises: Record<
  NonNullable<Measure['promisedIn']> | 'answer',
  [string, Parameters<Chat['ours']['execute']>[0][]]
> = {
  answer: ['artikel 6', [acknowledge(), answer({ measures })]],
  talk: ['inleiding', [acknowledge(), mediate({ measures })]],
  settlement: [
    'artikel 9',
    [acknowledge(), answer(), object(), recordHearing({ settlement: 'Wij bellen.', measures })],
  ],
  decision: [
    'artikel 8',
    [acknowledge(), answer(), object(), waiveHearing(), decide({ by: ingrid, measures })],
  ],
};

describe('the article of a measure', () => {
  afterEach(closeOffices);

  for (const [promisedIn, [article, steps]] of Object.entries(promises))
    it(`that was promised in: ${promisedIn}, is in every letter, card, list and message ${article}`, async () => {
      const chat = await aChat();
      for (const step of steps) await chat.ours.execute(step);
      chat.ours.moveTo('2026-04-10T09:00');
      const said: Record<string, string> = {};
      said.case = textOf(await chat.open());
      const complaint = await chat.complaint();
      const running = runningDeadlines(complaint, calendar, desk).filter(({ measure }) => measure);
      said.why = running.flatMap((one) => whyThisDate(one, complaint)).join('\n');
      said.ticked = textOf(await chat.press('Maatregel afvinken'));
      await chat.open();
      await chat.press('Nieuwe dag voor maatregel');
      await chat.press('Brief maken', {
        'Nieuwe dag': '2026-05-20',
        Reden: 'Later.',
        'Wijze van verzending': 'Overhandigd',
      });
      said.letter = chat.fields().Brief ?? '';
      const cited = article === 'inleiding' ? `de ${article}` : article;
      assert.ok(said.letter.includes(`(${cited} van onze klachtenregeling)`), said.letter);
      await chat.press('Nieuwe dag voor maatregel');
      said.list = textOf(await cases(lars, chat.office, { filter: 'all' }));
      await chat.ours.sweepAt('2026-05-20T09:00');
      chat.ours.moveTo('2026-05-20T09:00');
      const dossier = await chat.dossier();
      const { card } = await bulletinCards.digest.card(
        { kind: 'digest', day: '2026-05-20' },
        chat.office,
        sanne,
      );
      said.digest = textOf(card);
      const reminders = dossier.outbox.filter(
        ({ content }) => content.kind === 'reminder' && content.deadline === 'measure',
      );
      assert.ok(reminders.length > 0);
      for (const [index, message] of reminders.entries()) {
        const sent = await outgoing(message, dossier, chat.office);
        said[`reminder ${index}`] = `${textOf(sent.card)}\n${sent.summary}`;
        assert.ok(sent.summary.includes(article) || !sent.summary.includes('Herinnering'), sent.summary);
      }
      said.log = dossier.journal
        .filter(({ type }) => type === 'measure-moved')
        .map((entry) => journalLine(entry, chat.office.clock, 300, dossier.complaint))
        .map(({ what, detail }) => [what, ...detail].join('\n'))
        .join('\n');
      said.afterwards = textOf(await chat.open());
      for (const [where, text] of Object.entries(said))
        for (const line of text.split('\n').filter((one) => /maatregel|Een vast nummer/i.test(one)))
          for (const named of line.match(/artikel \d+|inleiding/gi) ?? [])
            assert.equal(named.toLowerCase(), article, `${where}: ${line}`);
      for (const where of ['case', 'why', 'ticked', 'digest', 'log', 'afterwards'])
        assert.ok(said[where]?.toLowerCase().includes(article), `${where} names it: ${said[where]}`);
    });
});
