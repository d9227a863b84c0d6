import { Unreadable, Unwritten, type UnwrittenReason } from '../../register/model/store.ts';

/**
 * Where an error met somebody: on a card or in a dialog, where what they typed remains, in the chat with a command, or with a
 * question, which changes nothing.
 */
export type Place = 'card' | 'dialog' | 'chat' | 'question';

const kept: Record<Place, string> = {
  card: 'Wat je typte staat nog in de kaart.',
  dialog: 'Wat je typte is er nog.',
  chat: '',
  question: '',
};

const again: Record<Place, string> = {
  card: 'Druk over een minuut nog een keer op de knop',
  dialog: 'Probeer het over een minuut nog een keer',
  chat: 'Typ het over een minuut nog een keer',
  question: 'Typ het over een minuut nog een keer',
};

const nothingWritten: Record<UnwrittenReason, string> = {
  busy: 'Het register is even bezet. Er is nog niets vastgelegd.',
  full: 'Het register heeft geen ruimte meer. Er is niets vastgelegd; lezen kan wel.',
  'read-only': 'In het register kan nu niet worden geschreven. Er is niets vastgelegd; lezen kan wel.',
  gone: 'Het register is niet meer op zijn plaats. Er is niets vastgelegd.',
  changed:
    'De opbouw van het register is veranderd, en niet door Klachtenbot: de beheerder moet die herstellen. ' +
    'Er is niets vastgelegd; lezen kan wel.',
};

/** Said when a newer version of the bot, which takes the place of this one, has written what is asked for. */
const updated =
  'Het register is bijgewerkt door een nieuwere versie van Klachtenbot, en deze kan het niet lezen.';

const orElse = 'Lukt het dan niet, bel dan de klachtenfunctionaris.';

/**
 * Words an error for the user. It says that nothing was recorded only where the store is certain of that: the store may have
 * written before its answer was lost. Sending the form again does no harm: it is processed once.
 */
export function failureText(error: unknown, place: Place): string {
  const isNewer = error instanceof Unreadable && error.newer !== undefined;
  if (place === 'question') {
    const missed = isNewer ? `${updated} Ik` : 'Ik';
    return `${missed} kon het nu niet opzoeken. Er is niets veranderd. ${again.question}. ${orElse}`;
  }
  const text =
    error instanceof Unwritten
      ? [nothingWritten[error.code], kept[place], `${again[place]}.`, orElse]
      : [
          `${isNewer ? updated : 'Er ging iets mis.'} Ik weet niet zeker of het gelukt is.`,
          kept[place],
          `${again[place]}: dat kan geen kwaad, ook als het toch gelukt was.`,
          orElse,
        ];
  return text.filter(Boolean).join(' ');
}
