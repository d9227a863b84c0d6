import type { Dossier } from '../../register/model/dossier.ts';
import { mailingOf } from '../../register/model/message.ts';

const waits =
  'wacht op de mailserver en telt nog niet als verstuurd. Lukt het mailen niet meteen, dan probeer ik het vanzelf opnieuw.';

/** What became of a letter that does not go by itself, and what to do about it. */
const stuck: Partial<Record<NonNullable<ReturnType<typeof mailingOf>>, { is: string; toDo: string }>> = {
  /** Of a letter that may have been sent: asks the complainant first, because a second copy is not wanted. */
  uncertain: {
    is: 'is mogelijk al verstuurd: het versturen is afgebroken.',
    toDo: 'Verstuur hem nu niet nog eens. Vraag de klager of de e-mail er is, en kies dan bij “Brief zelf verstuurd” of die is aangekomen of dat ik hem opnieuw moet mailen. Tot die tijd telt de brief niet als verstuurd.',
  },
  'gave-up': {
    is: 'is niet door de mailserver aangenomen en gaat niet vanzelf nog eens.',
    toDo: 'Verstuur hem zelf en leg dat vast met “Brief zelf verstuurd”. Tot die tijd telt hij niet als verstuurd.',
  },
  /** Of a letter that was edited by hand, or that offers or promises something for a day that has passed. */
  outdated: {
    is: 'is niet verstuurd: er staan dagen in die niet meer kloppen, en die kan ik niet zelf verbeteren.',
    toDo: 'Maak de brief opnieuw bij “Brief zelf verstuurd”: kies of ik hem opnieuw mail of hoe je hem zelf verstuurt. Tot die tijd telt hij niet als verstuurd.',
  },
  'no-address': {
    is: 'is niet verstuurd: er is geen e-mailadres van de klager meer.',
    toDo: 'Kies “Brief zelf verstuurd”: vul daar het adres in en laat hem opnieuw mailen, of leg vast hoe je hem zelf hebt verstuurd. Tot die tijd telt hij niet als verstuurd.',
  },
};

/** Words a letter that does not count as sent yet, by the state of its mailing; `who` sees to it, where the reader cannot. */
export function waitingText(letter: number, outbox: Dossier['outbox'], who?: string): string {
  const mailing = mailingOf(letter, outbox);
  const text = mailing && stuck[mailing];
  if (!text) return waits;
  return who
    ? `${text.is} Hij telt nog niet als verstuurd. ${who} zoekt dat uit.`
    : `${text.is} ${text.toDo}`;
}
