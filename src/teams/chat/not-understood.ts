import { readCaseNumber } from '../../procedure/model/case-number.ts';
import type { DeskRole } from '../../procedure/model/desk.ts';
import { readPeriod } from '../../time/period.ts';
import type { Button } from '../cards/button.ts';
import { closedTitle, filterButtons } from '../cards/lists.ts';
import { noticeCard, typedTexts } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { small } from '../cards/words.ts';
import { isNear, offBy } from '../form/near.ts';
import { shortened } from '../form/text.ts';
import { type Command, type CommandName, commandNames, partsOfCases } from './command.ts';

/** A command that resembles the first words of a text, and what follows them; of a new complaint the whole text. */
type Near = { name: CommandName; argument: string };

/** The most words that a command has, and that follow one. */
const mostWords = { ofName: 2, after: 3, afterCases: 2 };

/**
 * Finds the command that the first words of a text resemble most, with one letter wrong, or two in a longer word, where what follows
 * can belong to it; undefined where they resemble none. A number without a year is of that `year`.
 */
export function nearCommand(text: string, year: string): Near | undefined {
  const words = text.split(/\s+/);
  const part = nearPart(words.join('').toLowerCase());
  if (part) return { name: 'cases', argument: part };
  const near = Array.from({ length: mostWords.ofName }, (_, index) => index + 1).flatMap((length) => {
    const said = words.slice(0, length).join('').toLowerCase();
    const argument = words.slice(length).join(' ');
    return [...commandNames].map(([word, name]) => ({ name, argument, off: offBy(said, word) }));
  });
  const [nearest] = near
    .filter(({ name, argument, off }) => off <= 1 && canFollow(name, argument, year))
    .sort((a, b) => a.off - b.off);
  if (!nearest) return undefined;
  const { name, argument } = nearest;
  return { name, argument: name === 'register' && argument ? text : argument };
}

/** Finds the part of the list of cases that a whole text resembles. */
const nearPart = (said: string) =>
  [...partsOfCases].find(([word]) => isNear(said.replace(/^mijn/, ''), word))?.[1];

/** Tells whether those words can follow a command: a sentence that only begins like one is a sentence. */
function canFollow(name: CommandName, argument: string, year: string): boolean {
  if (argument === '' || name === 'register') return true;
  if (name === 'case') return readCaseNumber(argument, year) !== undefined;
  if (name === 'cases') return argument.split(' ').length <= mostWords.afterCases;
  if (name === 'year-report' || name === 'row-list') return /^\d{4}$/.test(argument);
  if (name === 'board-report') return readPeriod(argument, `${year}-12-31`) !== undefined;
  const takesWords = name === 'search' || name === 'deadlines';
  return takesWords && argument.split(' ').length <= mostWords.after;
}

/** Who typed a text, and the year of a number without one. */
type Asker = { role: DeskRole; year: string };

/** Draws, for a text that is no command, what was likely meant, each at one press with the text kept. */
export function notUnderstood({ argument: text, isCut }: Omit<Command, 'name'>, { role, year }: Asker): Card {
  const near = text ? nearCommand(text, year) : undefined;
  const meant = near && buttonFor(near, year);
  const likely = likelyButtons(text, role);
  const buttons = meant
    ? [meant, ...registeringFirst(likely).filter(({ verb }) => verb !== meant.verb)]
    : likely;
  const shown = buttons.slice(0, mostButtons);
  return noticeCard({
    title: meant ? 'Bedoel je dit?' : 'Dat begrijp ik niet',
    text: said(shown, isCut),
    tone: 'accent',
    typed: typedTexts({ text }, { text: 'Je bericht' }),
    buttons: shown.map((button, index) => ({ ...button, main: index === 0 })),
  });
}

const mostButtons = 2;

const registeringFirst = (buttons: readonly Button[]): Button[] =>
  [...buttons].sort((a, b) => Number(b.verb === 'ask-register') - Number(a.verb === 'ask-register'));

function said(shown: readonly Button[], isCut = false): string {
  const takers = shown.filter(({ filledIn }) => filledIn).map(({ title }) => `“${title}”`);
  return [
    'Er is niets vastgelegd. Kies hieronder wat je wilt doen.',
    takers.length > 0 && `Je tekst gaat mee bij ${takers.join(' en ')}.`,
    isCut && 'Je tekst is lang: alleen het begin gaat mee.',
    'Staat het er niet bij? Typ “help”.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The buttons that are likeliest without a resemblance: to register what was typed, and to find it. */
function likelyButtons(text: string, role: DeskRole): Button[] {
  const register: Button = {
    title: 'Klacht registreren',
    verb: 'ask-register',
    ...(text && { filledIn: { summary: text } }),
  };
  if (role === 'colleague') return [register, { title: 'Mijn klachten', verb: 'my-complaints' }];
  const search: Button = { title: 'Zoeken', verb: 'search', filledIn: { words: shortened(text, 200) } };
  const cases: Button = { title: 'Mijn zaken', verb: 'cases' };
  return text ? [search, register] : [register, cases];
}

/** Makes the button of the list of cases, or of the part of it that was named. */
function casesButton(argument: string): Button {
  const part = [...partsOfCases.values()].find((one) => one === argument);
  return part
    ? {
        title: `Mijn zaken: ${small(part === 'closed' ? closedTitle : filterButtons[part])}`,
        verb: 'cases',
        filledIn: { filter: part },
      }
    : { title: 'Mijn zaken', verb: 'cases' };
}

/** Makes the button of a command with what followed it; undefined for what is typed in a channel. */
function buttonFor({ name, argument }: Near, year: string): Button | undefined {
  const asked = shortened(argument, 40);
  const number = readCaseNumber(argument, year);
  switch (name) {
    case 'register':
      return {
        title: 'Klacht registreren',
        verb: 'ask-register',
        ...(argument && { filledIn: { summary: argument } }),
      };
    case 'my-complaints':
      return { title: 'Mijn klachten', verb: 'my-complaints' };
    case 'cases':
      return casesButton(argument);
    case 'case':
      return number
        ? { title: `Zaak ${number}`, verb: 'case', data: { number } }
        : { title: 'Mijn zaken', verb: 'cases' };
    case 'search':
      return { title: `Zoek ${asked}`.trim(), verb: 'search', filledIn: { words: argument } };
    case 'deadlines':
      return { title: `Termijnen ${asked || 'van vandaag'}`, verb: 'deadlines', filledIn: { day: argument } };
    case 'absence':
      return { title: 'Afwezigheid', verb: 'absence-form' };
    case 'year-report':
      return { title: `Jaaroverzicht ${asked}`.trim(), verb: 'year-report', filledIn: { year: argument } };
    case 'board-report':
      return { title: `Jaarverslag ${asked}`.trim(), verb: 'board-report', filledIn: { period: argument } };
    case 'row-list':
      return { title: `Registerlijst ${asked}`.trim(), verb: 'row-list', filledIn: { year: argument } };
    case 'help':
      return { title: 'Help', verb: 'help' };
    default:
      return undefined;
  }
}
