import assert from 'node:assert/strict';
import { caseNumber } from '../../src/procedure/model/case-number.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { withEvents } from '../../src/register/with-events.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { viewCase } from '../../src/teams/office/pages.ts';
import { type Button, parts, textOf } from '../e2e/a-card.ts';
import { plain, registered } from '../procedure/given.ts';
import { answered } from '../procedure/happened.ts';
import { fatima, ingrid, lars, sanne, willem } from '../procedure/people.ts';
import { situations } from '../procedure/situations.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat } from './a-chat.ts';

/** What a card asks for, and the buttons that do it: one of them. */
const asked: readonly [demand: RegExp, ...titles: string[]][] = [
  [/Bevestig de klager schriftelijk/, 'Ontvangst bevestigen'],
  [/(?:Z|z)org dat de klager een schriftelijk antwoord heeft/, 'Antwoord versturen'],
  [/leg met “Antwoord versturen” vast/, 'Antwoord versturen'],
  [/Bied de klager een gesprek aan/, 'Hoorgesprek aanbieden'],
  [/Leg het daarna vast|Leg het vast/, 'Gesprek vastleggen'],
  [/Sluit het dossier, of leg/, 'Dossier sluiten'],
  [/Vink de maatregel dan af/, 'Maatregel afvinken'],
  [/met “Klager informeren”\./, 'Klager informeren'],
  [/Zorg dat de klager de beslissing heeft/, 'Definitieve beslissing'],
];

const everySituation: Record<string, readonly Event[]> = {
  ...situations,
  anonymous: registered({ complainant: { name: 'Anoniem', unnamed: 'anonymous' } }),
  'answered, a measure due before the month ends': [
    registered(),
    answered('2026-04-01', {
      id: 'm1',
      what: 'Belrooster',
      owner: lars.name,
      ownerId: lars.id,
      dueOn: '2026-04-20',
    }),
  ].flat(),
};

const buttonsOf = (card: Card): Button[] => parts(card).filter(({ verb }) => verb !== undefined) as Button[];

describe('the button for what a dossier demands', () => {
  afterEach(closeOffices);

  it('stands under it and not in the menu, in every situation, for whoever has it', async () => {
    const met = new Set<string>();
    for (const [name, events] of Object.entries(everySituation)) {
      const chat = await aChat({}, { mail: true });
      const context = chat.ours.context();
      const id = caseNumber('K-2025-0001');
      const begun: Dossier = { kind: 'dossier', id, forms: [], journal: [], outbox: [] } as never;
      const dossier = plain(
        events.reduce(
          (all, event) =>
            withEvents(all, [event.type === 'registered' ? { ...event, number: id } : event], {
              by: event.type === 'registered' ? sanne : lars,
              context,
            }),
          begun,
        ),
      );
      await chat.ours.store.write(dossier);
      for (const at of ['2026-04-01T11:00', '2026-07-10T11:00']) {
        chat.ours.moveTo(at);
        for (const by of [lars, fatima, willem, ingrid, sanne]) {
          const card = await viewCase(id, by, chat.office).catch((error: unknown) => {
            assert(error instanceof Refusal, String(error));
            return undefined;
          });
          if (!card) continue;
          for (const [demand, ...titles] of asked) {
            const there = buttonsOf(card).filter(({ title }) => titles.includes(String(title)));
            if (!demand.test(textOf(card)) || there.length === 0) continue;
            met.add(String(demand));
            assert(
              there.some(({ mode }) => mode !== 'secondary'),
              `${name}, ${by.name}, ${at}: ${titles} is in the menu`,
            );
          }
        }
      }
      await closeOffices();
    }
    assert.deepEqual(
      asked.map(([demand]) => String(demand)).filter((one) => !met.has(one)),
      [],
    );
  });
});
