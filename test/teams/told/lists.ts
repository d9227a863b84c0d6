import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { isAtDesk } from '../../../src/procedure/model/desk.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { inChannel } from '../../../src/teams/chat/channel.ts';
import { commandOf } from '../../../src/teams/chat/command.ts';
import { cases, myComplaints, search } from '../../../src/teams/office/pages.ts';
import { joris, lars } from '../../procedure/people.ts';
import { cast } from '../../procedure/walk.ts';
import { klager, type TheOffice } from './a-course.ts';
import { assertNamesInChannel, assertNamesThere } from './named.ts';
import { assertKnown, linesOf, type Seen } from './what-it-says.ts';

/** What is searched for: a name, a number, what nobody wrote, and nothing. */
const searched = [klager.name, 'K-2026-0001', 'Wij vinden niets', ''];

/** Every list that somebody can ask for in their own chat. */
async function listsOf(by: Person, { office, desk }: TheOffice): Promise<Record<string, Card>> {
  const lists: Record<string, Card> = { '“mijn klachten”': await myComplaints(by, office) };
  for (const filter of isAtDesk(by, desk()) ? ['all', 'late', 'this-week', 'closed'] : ['all'])
    lists[`“zaken” (${filter})`] = await cases(by, office, { filter });
  for (const words of searched) lists[`“zoek ${words}”`] = await search(words, by, office);
  return lists;
}

/** Asserts that no list of anybody names a button or a command that they do not have, or a day that the register does not hold. */
export async function assertListsTrue({ dossier, known, ours }: Seen): Promise<void> {
  for (const by of cast)
    for (const [list, card] of Object.entries(await listsOf(by, ours))) {
      const where = `${list} of ${by.name}`;
      await assertNamesThere(card, by, dossier, ours, where);
      assertKnown(linesOf(card), known, where);
    }
}

/** Where a command is typed in the channel. */
const address = { serviceUrl: 'https://teams.example/', conversationId: '19:channel', botId: '28:bot' };

/** Asserts that what the channel answers names no command that nobody has there. */
export async function assertChannelNamesThere({ office }: TheOffice): Promise<void> {
  for (const typed of ['overzicht', 'help', 'zaken', 'koppel'])
    for (const person of [lars, joris]) {
      const card = await inChannel(commandOf(typed), { person, personal: false, address }, office);
      assert.doesNotMatch(JSON.stringify(card), /"verb"/);
      assertNamesInChannel(card, `“${typed}” in the channel, to ${person.name}`);
    }
}
