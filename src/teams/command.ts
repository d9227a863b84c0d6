/** A command as somebody typed it; `argument` is what came after its name. */
export type Command = { name: CommandName; argument: string };

export type CommandName =
  | 'register'
  | 'my-complaints'
  | 'cases'
  | 'case'
  | 'deadlines'
  | 'absence'
  | 'help'
  | 'link'
  | 'unlink'
  | 'overview'
  | 'unknown';

const names: Record<string, CommandName> = {
  klacht: 'register',
  mijnklachten: 'my-complaints',
  zaken: 'cases',
  zaak: 'case',
  termijnen: 'deadlines',
  afwezig: 'absence',
  help: 'help',
  hallo: 'help',
  hoi: 'help',
  koppel: 'link',
  ontkoppel: 'unlink',
  overzicht: 'overview',
};

/** The commands that take something after their name; after any other it makes the text something else. */
const withArgument: readonly CommandName[] = ['case', 'deadlines'];

/** Case, spaces and a leading slash do not matter; a mention of the bot is passed over. */
export function commandOf(text: string): Command {
  const plain = text
    .replace(/<at>.*?<\/at>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .trim()
    .replace(/^\/\s*/, '')
    .replace(/[!?.]+$/, '')
    .trim();
  const whole = names[plain.toLowerCase().replace(/\s+/g, '')];
  if (whole) return { name: whole, argument: '' };
  const [, word = '', argument = ''] = /^([a-z]+)\s*(.*)$/is.exec(plain) ?? [];
  const name = names[word.toLowerCase()] ?? 'unknown';
  return withArgument.includes(name)
    ? { name, argument: argument.trim() }
    : { name: 'unknown', argument: plain };
}
