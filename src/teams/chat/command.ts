import { oneLine, readable } from '../../letters/readable.ts';
import { readCaseNumber } from '../../procedure/model/case-number.ts';
import type { CasesFilter } from '../cards/lists.ts';
import { limits } from '../form/text.ts';

/** A command as it was typed; `argument` is what follows its name. `isCut`: more followed than is read. */
export type Command = { name: CommandName; argument: string; isCut?: true };

export type CommandName =
  | 'register'
  | 'my-complaints'
  | 'cases'
  | 'case'
  | 'search'
  | 'deadlines'
  | 'absence'
  | 'year-report'
  | 'board-report'
  | 'row-list'
  | 'help'
  | 'begin'
  | 'link'
  | 'unlink'
  | 'overview'
  | 'thanks'
  | 'unknown';

/** Every command as it may be typed, without its spaces. */
export const commandNames: ReadonlyMap<string, CommandName> = new Map<string, CommandName>([
  ['klacht', 'register'],
  ['nieuweklacht', 'register'],
  ['klachtregistreren', 'register'],
  ['registreer', 'register'],
  ['mijnklachten', 'my-complaints'],
  ['zaken', 'cases'],
  ['mijnzaken', 'cases'],
  ['zaak', 'case'],
  ['zoek', 'search'],
  ['zoeken', 'search'],
  ['termijnen', 'deadlines'],
  ['termijnenvanvandaag', 'deadlines'],
  ['afwezig', 'absence'],
  ['afwezigheid', 'absence'],
  ['jaaroverzicht', 'year-report'],
  ['jaarverslag', 'board-report'],
  ['kwartaalverslag', 'board-report'],
  ['registerlijst', 'row-list'],
  ['help', 'help'],
  ['hallo', 'help'],
  ['hoi', 'help'],
  ['hulp', 'help'],
  ['menu', 'help'],
  ['watkunje', 'help'],
  ['goedemorgen', 'help'],
  ['goedemiddag', 'help'],
  ['begin', 'begin'],
  ['koppel', 'link'],
  ['ontkoppel', 'unlink'],
  ['overzicht', 'overview'],
]);

/** The parts of the list of cases as they may be typed, also as their buttons have them, without spaces and without “mijn”. */
export const partsOfCases: ReadonlyMap<string, CasesFilter | 'closed'> = new Map<
  string,
  CasesFilter | 'closed'
>([
  ['zakentelaat', 'late'],
  ['telaat', 'late'],
  ['zakendezeweek', 'this-week'],
  ['dezeweek', 'this-week'],
  ['zakenwebsite', 'website'],
  ['zakenviadewebsite', 'website'],
  ['viadewebsite', 'website'],
  ['zakengesloten', 'closed'],
  ['geslotenzaken', 'closed'],
  ['gesloten', 'closed'],
  ['allezaken', 'all'],
  ['allevanmij', 'all'],
]);

/** The words with which people thank, agree or say goodbye, and those that may stand beside them. */
const kindWords = new Set(
  'bedankt dank dankje dankjewel dankuwel thanks thx merci ok oke oké okee okay prima fijn fijne mooi super top geweldig perfect helder duidelijk begrepen goed doei 👍 🙏 🙂 😊 👌 ❤'.split(
    ' ',
  ),
);
const besideThem = new Set(
  'je jij jou u wel heel erg veel hartelijk voor de het hulp hoor klachtenbot thank you is zo dag avond weekend nog ook en'.split(
    ' ',
  ),
);

/** Tells whether a text says nothing but such words. */
function isKind(line: string): boolean {
  const words = line
    .toLowerCase()
    .replace(/[,.!;:)]|\ufe0f|\p{Emoji_Modifier}/gu, ' ')
    .split(' ')
    .filter(Boolean);
  return (
    words.some((word) => kindWords.has(word)) &&
    words.every((word) => kindWords.has(word) || besideThem.has(word))
  );
}

/** The most characters of a message that are read, with its mentions and beyond what a field takes. */
const mostRead = 4 * limits.text;

/** The commands with an argument, which may follow without a space: zaakK-2026-0001. */
const withArgument =
  /^(?:zaak|zoeken|zoek|termijnen|jaaroverzicht|jaarverslag|registerlijst|klacht registreren|nieuwe klacht|klacht|registreer)(?=[ :\n]|k? ?-? ?\d)/i;

/** Tells whether a text is the number of a complaint and nothing else; the year of a count alone does not matter here. */
const isNumber = (text: string): boolean => readCaseNumber(text, '2000') !== undefined;

/**
 * Parses a command. Case, spaces, a leading slash and a mention of the bot do not matter. Text that is no command, and the text
 * of a new complaint, keep their lines, up to what a field takes.
 */
export function commandOf(text: string): Command {
  const said = readable(
    text
      .slice(0, mostRead)
      .replace(/<at(?: [^<>]*)?>[^<]*<\/at>/gi, ' ')
      .replace(/&nbsp;/gi, ' '),
  )
    .trim()
    .replace(/^\/\s*/, '');
  const plain = withoutMark(oneLine(said.slice(0, limits.line)));
  const joined = plain.toLowerCase().replaceAll(' ', '');
  const whole = commandNames.get(joined);
  if (whole && said.length <= limits.line) return { name: whole, argument: '' };
  const part = partsOfCases.get(joined.replace(/^mijn/, ''));
  if (part && said.length <= limits.line) return { name: 'cases', argument: part };
  if (isNumber(plain) && said.length <= limits.line) return { name: 'case', argument: plain };
  if (said.length <= limits.line && isKind(plain)) return { name: 'thanks', argument: '' };
  const [word = ''] = withArgument.exec(said) ?? [];
  const name = commandNames.get(oneLine(word).toLowerCase().replaceAll(' ', ''));
  if (!name) return withText('unknown', said);
  const rest = said.slice(word.length).replace(/^[ :\n]+/, '');
  const argument = withoutMark(oneLine(rest.slice(0, limits.line)));
  if (name === 'search') return { name, argument: argument.replace(/^(?:naar|op) /i, '') };
  if (name !== 'register') return { name, argument };
  return isNumber(argument) ? { name: 'case', argument } : withText(name, rest);
}

/** Removes the mark that ends a question or a sentence; of more than one mark it is part of what was typed. */
const withoutMark = (line: string): string => oneLine(line.replace(/(?<![!?.])[!?.]+$/, ''));

function withText(name: CommandName, text: string): Command {
  const characters = [...text.trim()];
  const argument = characters.slice(0, limits.text).join('').trim();
  return { name, argument, ...(characters.length > limits.text && { isCut: true }) };
}
