import { longDate } from '../../letters/dutch-date.ts';
import { letterNames } from '../../letters/letter-names.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import { waitingLetters } from '../../procedure/letter.ts';
import type { Dossier } from '../../register/dossier.ts';
import { mailingOf } from '../../register/message.ts';
import { shortened } from '../literal.ts';
import { outcomeWords } from '../words.ts';

/** Something that holds for a dossier besides its deadlines, and the style of its container. */
export type Standing = { text: string; style: 'warning' | 'emphasis' | 'good' };

/** Art. 10: "(nog) niet". */
const notSettled =
  'Het gesprek leidde nog niet tot een oplossing. De klager kan naar de rechter (artikel 10). Bied nog een gesprek aan als dat zin heeft, leg vast wat jullie alsnog hebben afgesproken (“Gesprek vastleggen”), of sluit het dossier.';

const waits =
  'wacht op de mailserver en telt nog niet als verstuurd. Lukt het mailen niet? Verstuur hem dan zelf.';

/** The complainant is asked first: a second letter is not what is wanted. */
const perhapsSent =
  'is mogelijk al verstuurd: het versturen is afgebroken. Verstuur hem nu niet nog eens. Vraag de klager of de e-mail er is, en kies dan bij “Brief zelf verstuurd” of die is aangekomen of dat ik hem opnieuw moet mailen. Tot die tijd telt de brief niet als verstuurd.';

const refused =
  'is niet door de mailserver aangenomen en gaat niet vanzelf nog eens. Verstuur hem zelf en leg dat vast met “Brief zelf verstuurd”. Tot die tijd telt hij niet als verstuurd.';

/** What is said of a letter that does not count as sent yet, by how its mailing stands. */
function waitingText(letter: number, outbox: Dossier['outbox']): string {
  const mailing = mailingOf(letter, outbox);
  if (mailing === 'uncertain') return perhapsSent;
  return mailing === 'gave-up' ? refused : waits;
}

/** What else bears on it: whether a deadline runs, and when what is about people is erased by itself. */
type Ahead = { runs: boolean; erasesOn?: LocalDate };

/** Letters that wait, what can be done where nothing is demanded, that it is closed, and how long it is kept. */
export function standing(
  { complaint, outbox }: Pick<Dossier, 'complaint' | 'outbox'>,
  { runs, erasesOn }: Ahead,
): Standing[] {
  const { closed, stage, hold, erasureRequest } = complaint;
  const said: (Standing | false | undefined)[] = [
    ...waitingLetters(complaint).map(
      ({ id, kind }): Standing => ({
        text: `Een brief (${letterNames[kind]}) ${waitingText(id, outbox)}`,
        style: 'warning',
      }),
    ),
    stage === 'heard' && { text: notSettled, style: 'emphasis' },
    closed && {
      text: `Gesloten op ${longDate(closed.on)}: ${outcomeWords[closed.outcome]}. ${
        runs ? 'Er staat nog een maatregel open.' : 'Er loopt geen termijn meer.'
      }`,
      style: 'good',
    },
    erasureRequest && {
      text: `${erasureRequest.by.name} vroeg op ${longDate(erasureRequest.on)} om de persoonsgegevens te wissen. Iemand anders moet akkoord gaan.`,
      style: 'warning',
    },
    hold && {
      text: `Wordt sinds ${longDate(hold.on)} bewaard voor een procedure: er wordt niets gewist. ${shortened(hold.reason, 200)}`,
      style: 'emphasis',
    },
    erasesOn !== undefined && {
      text: `Op ${longDate(erasesOn)} worden de persoonsgegevens gewist (AVG).`,
      style: 'emphasis',
    },
  ];
  return said.filter((one) => !!one);
}
