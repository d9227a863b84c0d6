import assert from 'node:assert/strict';
import { maySeeDossier } from '../../../src/procedure/access.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { isAtDesk } from '../../../src/procedure/model/desk.ts';
import { type Dossier, versionOf } from '../../../src/register/model/dossier.ts';
import { askStep } from '../../../src/teams/buttons/submit-step.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { type CommandName, commandOf } from '../../../src/teams/chat/command.ts';
import { caseOf } from '../../../src/teams/office/pages.ts';
import { isFormStep } from '../../../src/teams/steps/all-steps.ts';
import { partsOf } from '../card-parts.ts';
import { type TheOffice, theOther } from './a-course.ts';
import { linesOf } from './what-it-says.ts';

/** What stands between quotes in a text, and is no text that somebody typed; what is there only once something else is done is said so. */
const namedIn = (lines: readonly string[], isTyped: (text: string) => boolean): string[] =>
  lines
    .filter((line) => !/” werd “|: was leeg, nu “|zodra/.test(line))
    .flatMap((line) =>
      [...line.matchAll(/“([^”]+)”/gu)].flatMap(([, name = '']) => (isTyped(name) ? [] : name)),
    );

/** Everything on a card that has a name: buttons, fields, choices, and what stands by itself on a line. */
export const namesOn = (card: Card): Set<string> =>
  new Set([
    ...partsOf(card).flatMap(({ title, label }) => [title, label].filter((name) => typeof name === 'string')),
    ...linesOf(card),
  ]);

/** The commands that nobody can use who is not at the desk. */
const ofTheDesk: readonly CommandName[] = [
  'cases',
  'absence',
  'year-report',
  'board-report',
  'row-list',
  'link',
  'unlink',
  'overview',
];

/** Tells whether that reader can type it. */
export function isCommand(text: string, isAtDesk: boolean): boolean {
  const { name } = commandOf(text.replace(/^@Klachtenbot /, ''));
  return name !== 'unknown' && (isAtDesk || !ofTheDesk.includes(name));
}

/** Lists the names of what its reader is told to press or to type, and that is neither on the card nor a command of theirs. */
export const unknownNames = (
  card: Card,
  isAtDesk: boolean,
  isTyped: (text: string) => boolean = () => false,
): string[] => {
  const names = namesOn(card);
  return namedIn(linesOf(card), isTyped).filter((name) => !names.has(name) && !isCommand(name, isAtDesk));
};

/** The commands that are answered in a channel. */
const ofTheChannel: readonly CommandName[] = ['link', 'unlink', 'overview', 'help'];

/** Asserts that a card in a channel names what is typed there, and what only one's own chat answers where it says so. */
export function assertNamesInChannel(card: Card, where: string): void {
  const lines = linesOf(card);
  const isThere = (name: string, line: string): boolean =>
    name.startsWith('@Klachtenbot ')
      ? ofTheChannel.includes(commandOf(name.replace(/^@Klachtenbot /, '')).name)
      : /\bchat\b/.test(line) && isCommand(name, true);
  for (const line of lines)
    for (const name of namedIn([line], () => false)) assert.ok(isThere(name, line), `${where}: ${line}`);
}

/** What the courses fill in, by themselves or as names. */
const typedInCourses = /Zoals besproken|Zeldenrust|teruggebeld|^Bellen|^Wij /i;

/**
 * Asserts that a card names no button, field or command that its reader does not have: on the card, on the dossier that it says how to
 * open, or in a form that opens there.
 */
export async function assertNamesThere(
  card: Card,
  reader: Person,
  stored: Dossier,
  ours: TheOffice,
  where: string,
): Promise<void> {
  const isTyped = (text: string): boolean =>
    typedInCourses.test(text) || JSON.stringify(stored).includes(text.replace(/…$/, ''));
  const unknown = unknownNames(card, isAtDesk(reader, ours.desk()), isTyped);
  if (unknown.length === 0) return;
  const there = new Set<string>();
  // A list may name the older complaint as well, which is opened from it too.
  const namesOther = linesOf(card).some((line) => line.includes(theOther));
  const other = namesOther ? await ours.dossier(theOther) : undefined;
  for (const dossier of other ? [stored, other] : [stored]) {
    if (!maySeeDossier(reader, dossier.complaint, ours.context()) || !opensTheDossier(card)) continue;
    const opened = await caseOf(dossier, reader, ours.office);
    for (const one of [card, opened, ...(await formsOn(opened, reader, dossier, ours))])
      for (const name of namesOn(one)) there.add(name);
  }
  const missing = unknown.filter((name) => !there.has(name));
  assert.deepEqual(missing, [], `${where} (${stored.complaint.stage}): ${linesOf(card).join('\n')}`);
}

/** Tells whether a card is the dossier, or says how to open it. */
const opensTheDossier = (card: Card): boolean =>
  partsOf(card).some(({ verb }) => /^ask-/.test(String(verb))) ||
  (/\bopen/i.test(linesOf(card).join(' ')) &&
    (partsOf(card).some(({ verb }) => verb === 'case') ||
      linesOf(card).some((line) => line.includes('“zaak '))));

async function formsOn(
  opened: Card,
  by: Person,
  { id, ...dossier }: Dossier,
  { office }: TheOffice,
): Promise<Card[]> {
  const steps = partsOf(opened).flatMap(({ verb }) => String(verb).match(/^ask-(.*)$/)?.[1] ?? []);
  const forms: Card[] = [];
  for (const step of new Set(steps))
    if (isFormStep(step)) {
      const pressed = { number: id, version: versionOf({ id, ...dossier }), form: '', input: {} };
      const press = {
        verb: step,
        by,
        names: office.names,
        locale: 'nl-NL',
        sendToChat: async () => undefined,
        pressed,
      };
      const { card } = await askStep(step, press, office);
      forms.push(card);
    }
  return forms;
}
