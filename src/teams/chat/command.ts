import { oneLine } from '../../letters/readable.ts';

/** A command as it was typed; `argument` is what follows its name. */
export type Command = { name: CommandName; argument: string };

type CommandName =
  | 'register'
  | 'my-complaints'
  | 'cases'
  | 'case'
  | 'search'
  | 'deadlines'
  | 'absence'
  | 'year-report'
  | 'help'
  | 'link'
  | 'unlink'
  | 'overview'
  | 'unknown';

const names = new Map<string, CommandName>([
  ['klacht', 'register'],
  ['mijnklachten', 'my-complaints'],
  ['zaken', 'cases'],
  ['zaak', 'case'],
  ['zoek', 'search'],
  ['zoeken', 'search'],
  ['termijnen', 'deadlines'],
  ['afwezig', 'absence'],
  ['jaaroverzicht', 'year-report'],
  ['help', 'help'],
  ['hallo', 'help'],
  ['hoi', 'help'],
  ['koppel', 'link'],
  ['ontkoppel', 'unlink'],
  ['overzicht', 'overview'],
]);

/** The most characters of a message that are read with its mentions, and that are kept without them. */
const most = { read: 2000, kept: 200 };

/** The commands with an argument, which may follow without a space: zaakK-2026-0001. */
const withArgument = /^(zaak|zoek|zoeken|termijnen|jaaroverzicht)(?: |(?=k? ?-? ?\d))(.*)$/i;

/**
 * Parses a command. Case, spaces, a leading slash and a mention of the bot do not matter. What follows after 200 characters is
 * not read, because no command is longer than a sentence.
 */
export function commandOf(text: string): Command {
  const said = text
    .slice(0, most.read)
    .replace(/<at(?: [^<>]*)?>[^<]*<\/at>/gi, ' ')
    .replace(/&nbsp;/gi, ' ');
  const plain = oneLine(
    oneLine(said)
      .slice(0, most.kept)
      .replace(/^\//, '')
      .replace(/(?<![!?.])[!?.]+$/, ''),
  );
  const whole = names.get(plain.toLowerCase().replaceAll(' ', ''));
  if (whole) return { name: whole, argument: '' };
  const [, word = '', argument = ''] = withArgument.exec(plain) ?? [];
  const name = names.get(word.toLowerCase());
  return name ? { name, argument } : { name: 'unknown', argument: plain };
}
