import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { stageWords } from '../../src/teams/cards/words.ts';
import { type ABot, channel, fatima, ingrid, joris, lars, sanne, willem } from './a-bot.ts';
import { type Card, textOf } from './a-card.ts';

const everybody = [sanne, lars, fatima, willem, ingrid, joris];

/** Who complains, whom it is about, who may read of it, and who may hear its number. Nobody else may. */
type Told = { name: string; about: string[]; reads: string[]; hears: string[] };

/** The complaints, in the order of their numbers. */
export const complaints: readonly Told[] = [
  { name: 'Mevrouw Adelaar', about: [joris], reads: [sanne, lars, willem, ingrid], hears: [joris, fatima] },
  { name: 'Mevrouw Buizerd', about: [joris], reads: [sanne, lars, fatima], hears: [joris, ingrid, willem] },
  { name: 'Mevrouw Condor', about: [joris], reads: [sanne, lars], hears: [joris, willem] },
  { name: 'Mevrouw Duif', about: [joris], reads: [sanne, lars], hears: [joris] },
  { name: 'Mevrouw Ekster', about: [joris], reads: [sanne, lars], hears: [joris] },
  { name: 'Mevrouw Fazant', about: [joris], reads: [sanne, lars], hears: [joris] },
  { name: 'Mevrouw Fazant', about: [joris], reads: [sanne, lars], hears: [joris] },
  { name: 'Mevrouw Havik', about: [lars, fatima, willem, ingrid], reads: [sanne], hears: [] },
  // Came by the website, which named Lars.
  { name: 'Mevrouw IJsvogel', about: [], reads: [lars, fatima], hears: [willem, ingrid] },
  { name: 'Mevrouw Kwikstaart', about: [joris], reads: [sanne, lars], hears: [] },
];

export const numberOf = (nth: number): string => `K-2026-${String(nth).padStart(4, '0')}`;

/** How long a card may take to follow what happened, in milliseconds: enough for the slowest machine. */
const longest = 60_000;

/** Fails when somebody sees a name or number that is not theirs, or the channel any name. */
export async function seesOnlyTheirs(bot: ABot): Promise<void> {
  const found: string[] = [];
  for (const [title, cards] of await cardsOf(bot)) {
    const everything = withoutPictures(cards);
    const isIn = (words: string) => everything.includes(words.replace('Mevrouw ', ''));
    if (title === channel) found.push(...everybody.filter(isIn).map((one) => `${title} names ${one}`));
    for (const [index, { name, reads, hears }] of complaints.entries()) {
      if (reads.includes(title)) continue;
      if (isIn(name)) found.push(`${title} reads of ${name}`);
      const number = numberOf(index + 1);
      if (![...hears, channel].includes(title) && isIn(number)) found.push(`${title} hears of ${number}`);
    }
  }
  assert.deepEqual(found, []);
}

/** Fails when the newest card of a dossier in some chat still shows another stage than it has, once there was time to follow. */
export async function seesTheSame(bot: ABot, number: string): Promise<void> {
  const end = performance.now() + longest;
  for (let found = ['']; found.length > 0; await pause(100)) {
    const is = stageWords[(await bot.dossier(number)).complaint.stage];
    found = [...(await cardsOf(bot))].flatMap(([title, cards]) => {
      const shown = cards.map((card) => stageOn(card, number)).findLast((one) => one !== undefined);
      return shown && shown !== is ? [`${title} has ${number} as: ${shown}, and not: ${is}`] : [];
    });
    if (performance.now() > end) assert.deepEqual(found, []);
  }
}

/** Lists the cards in each chat; what goes to complainants is not in one. */
async function cardsOf(bot: ABot): Promise<[title: string, cards: Card[]][]> {
  const { conversations } = await bot.state();
  return conversations
    .filter(({ kind }) => kind !== 'mailbox')
    .map(({ title, activities }) => [
      title,
      activities.flatMap(({ card, from }) => (card && from === 'bot' ? [card] : [])),
    ]);
}

/** Finds the stage that the card of that dossier shows. */
function stageOn(card: Card, number: string): string | undefined {
  const lines = textOf(card).split('\n');
  if (!lines.includes(`Klacht ${number}`)) return undefined;
  const words: string[] = Object.values(stageWords);
  return lines.map((line) => line.replace(/\. $/, '')).find((line) => words.includes(line));
}

const withoutPictures = (cards: readonly Card[]): string =>
  JSON.stringify(cards, (key, value) => (key === 'url' && /^data:/.test(value) ? '' : value));
