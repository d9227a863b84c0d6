import assert from 'node:assert/strict';
import { standings } from '../../src/procedure/access.ts';
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
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
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

/** The line of the box, by its label, and the buttons of which the primary one is one: each meets what the box says. */
const serves: readonly [box: RegExp, ...titles: string[]][] = [
  [/evestigt? de klager schriftelijk/, 'Ontvangst bevestigen', 'Naam nakijken'],
  [/Niemand bij Ballance mag/, 'Klager informeren'],
  [/schriftelijk antwoord heeft|[Ll]egt? .*vast wat Ballance/, 'Antwoord versturen', 'Naam nakijken'],
  [/of de klager het eens is/, 'Klager gaat akkoord'],
  [/geen bezwaar vastgelegd/, 'Dossier sluiten'],
  [/de klager een gesprek aan/, 'Hoorgesprek aanbieden'],
  [/Houd het gesprek|houdt het gesprek|Het gesprek was gepland/, 'Gesprek vastleggen'],
  [/De directie beslist/, 'Definitieve beslissing'],
  [/deze maatregel wordt uitgevoerd/, 'Maatregel afvinken'],
];

/** A verb that tells its reader to do something, where it begins a sentence or a part of one. */
const order =
  /(?:^|[.!?:] )(?:Bevestig|Bied|Doe|Haal|Heropen|Hoor|Houd|Kies|Laat|Leg|Mail|Maak|Neem|Sluit|Stuur|Verstuur|Vink|Vraag(?! om een)|Vul|Wacht|Zoek|Zorg)\b[^.!?]*/g;

/** Every card that anybody has of a complaint in any of the situations, before and after the days are past. */
async function* everyCard() {
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
      for (const by of [lars, fatima, willem, ingrid, sanne, joris]) {
        const card = await viewCase(id, by, chat.office).catch((error: unknown) => {
          assert(error instanceof Refusal, String(error));
          return undefined;
        });
        if (card) yield { card, by, dossier, view: chat.ours.context(), where: `${name}, ${by.name}, ${at}` };
      }
    }
    await closeOffices();
  }
}

describe('the button for what a dossier demands', () => {
  afterEach(closeOffices);

  it('stands under it and not in the menu, in every situation, for whoever has it', async () => {
    const met = new Set<string>();
    for await (const { card, where } of everyCard()) {
      for (const [demand, ...titles] of asked) {
        const there = buttonsOf(card).filter(({ title }) => titles.includes(String(title)));
        if (!demand.test(textOf(card)) || there.length === 0) continue;
        met.add(String(demand));
        assert(
          there.some(({ mode }) => mode !== 'secondary'),
          `${where}: ${titles} is in the menu`,
        );
      }
    }
    assert.deepEqual(
      asked.map(([demand]) => String(demand)).filter((one) => !met.has(one)),
      [],
    );
  });

  it('is the primary one, and serves what the box says first, in every situation of who handles it', async () => {
    const met = new Set<string>();
    for await (const { card, where, by, dossier, view } of everyCard()) {
      const demand = demandIn(card);
      if (!demand) continue;
      const primary = buttonsOf(card).find(({ style }) => style === 'positive')?.title;
      const serving = serves.find(([box]) => box.test(demand));
      assert(serving, `${where}: ${demand}`);
      const [box, ...titles] = serving;
      if (primary) assert(titles.includes(primary), `${where}: “${demand}” beside “${primary}”`);
      const may = titles.some((title) => buttonsOf(card).some((one) => one.title === title));
      if (may) assert(primary, `${where}: “${demand}” without a primary button`);
      if (primary && standings(by, dossier.complaint, view).includes('handler')) met.add(String(box));
    }
    const unmet = serves.map(([box]) => String(box)).filter((one) => !met.has(one));
    assert.deepEqual(unmet, ['/Niemand bij Ballance mag/', '/De directie beslist/']);
  });

  it('keeps the duty of the handler in sight, second, where a measure is due first', async () => {
    let seen = 0;
    for await (const { card, where } of everyCard()) {
      if (!/zorgt? dat deze maatregel/.test(demandIn(card) ?? '')) continue;
      const [first, second] = buttonsOf(card).filter(
        ({ verb, title }) => title && String(verb).startsWith('ask-'),
      );
      if (first?.title !== 'Maatregel afvinken' || !/\nVerder: /.test(textOf(card))) continue;
      seen++;
      assert(
        ['Klager gaat akkoord', 'Dossier sluiten', 'Hoorgesprek aanbieden'].includes(String(second?.title)),
        `${where}: ${second?.title}`,
      );
    }
    assert(seen > 0);
  });

  it('is not ordered of who does not handle it: they read what the handler does', async () => {
    let seen = 0;
    for await (const { card, where, by, dossier, view } of everyCard()) {
      if (standings(by, dossier.complaint, view).includes('handler')) continue;
      const buttons = buttonsOf(card);
      const own = buttons.some(({ style }) => style === 'positive') ? demandIn(card) : undefined;
      seen++;
      for (const line of textOf(card).split('\n'))
        for (const [said] of line.matchAll(order))
          assert(
            line === own || buttons.some(({ title }) => said.includes(`“${title}”`)),
            `${where}: ${line}`,
          );
    }
    assert(seen >= 10, String(seen));
  });
});

/** Finds what the box of a card demands: the text under what is due. */
function demandIn(card: Card): string | undefined {
  const lines = textOf(card).split('\n');
  const due = lines.findIndex((line) => /^Uiterlijk \S+dag .* \(/.test(line));
  return lines[due - 1];
}
