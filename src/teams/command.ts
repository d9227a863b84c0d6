/** A command as somebody typed it; `argument` is what came after its name. */
export type Command = { name: CommandName; argument: string };

export type CommandName =
  | 'register'
  | 'my-complaints'
  | 'cases'
  | 'case'
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

/** The commands that take something after their name, which may stand right behind it: zaakK-2026-0001. */
const withArgument = /^(zaak|termijnen|jaaroverzicht)(?:\s+|(?=k?\s*-?\s*\d))(.*)$/is;

/** Case, spaces and a leading slash do not matter; a mention of the bot is passed over. */
export function commandOf(text: string): Command {
  const plain = text
    .replace(/<at>.*?<\/at>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .trim()
    .replace(/^\/\s*/, '')
    .replace(/[!?.]+$/, '')
    .trim();
  const whole = names.get(plain.toLowerCase().replace(/\s+/g, ''));
  if (whole) return { name: whole, argument: '' };
  const [, word = '', argument = ''] = withArgument.exec(plain) ?? [];
  const name = names.get(word.toLowerCase());
  return name ? { name, argument } : { name: 'unknown', argument: plain };
}
