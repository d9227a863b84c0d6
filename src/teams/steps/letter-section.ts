import type { LetterFacts } from '../../letters/fields.ts';
import type { HandlerRole } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import { type Dispatch, type DispatchManner, dispatchManners } from '../../procedure/model/letter.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { dispatchWords } from '../cards/words.ts';
import { choice, choicesOf, day, optionalText } from '../form/fields.ts';
import { limits } from '../form/text.ts';
import { sinceReceipt } from './ranges-and-choices.ts';
import type { Setting } from './step.ts';

export const letterLabels = { letter: 'Brief' };

const editable = 'Pas de tekst gerust aan: het dossier bewaart de brief zoals hij hier staat.';

/** Makes the fields of a letter to the complainant, the same in every form; `draft` is its text at first. */
export const letterBlock = (setting: Setting, draft = '') => ({
  letter: optionalText(letterLabels.letter, {
    most: limits.letter,
    multiline: true,
    proposed: draft,
    hint: draft
      ? editable
      : `${editable} Laat je het vak leeg, dan gebruik ik het voorstel van “Brief maken”.`,
  }),
  manner: choice<DispatchManner>(
    'Wijze van verzending',
    'Kies hoe de brief verstuurd wordt.',
    choicesOf(dispatchManners, dispatchWords),
    { proposed: setting.complaint.complainant.email ? 'email' : 'post', hint: mannerHint(setting) },
  ),
  sentOn: day(
    'Datum van verzending',
    'Kies een dag vanaf de ontvangst van de klacht tot en met vandaag.',
    sinceReceipt(setting),
    { proposed: setting.today },
  ),
});

/** Words who sends the letter: the bot does by e-mail, where there is a mail server and an address. */
function mannerHint({ mail, complaint }: Setting): string {
  if (mail && complaint.complainant.email) {
    return `Bij e-mail verstuur ik de brief zelf, naar het adres van de klager. Hij telt pas als verstuurd als de mailserver hem heeft aangenomen. Post of overhandigen doe je zelf: met “Brief downloaden” heb je hem als Word-bestand.`;
  }
  if (mail) return 'Er is geen e-mailadres van de klager bekend. Verstuur de brief zelf.';
  return 'Verstuur de brief zelf: met “Brief downloaden” heb je hem als Word-bestand. Hier leg je vast hoe en wanneer je hem hebt verstuurd.';
}

/** Reads what was filled in, with the draft where nothing was typed. */
export const dispatchOf = (
  { letter, manner, sentOn }: { letter: string | undefined; manner: DispatchManner; sentOn: LocalDate },
  draft: string,
): Dispatch => ({ text: letter ?? draft, manner, sentOn });

/** Collects what every letter is made from besides the complaint; who fills in the form signs. */
export const factsNow = ({ today, calendar, by, complaint, desk }: Setting): LetterFacts => {
  const { handler } = complaint;
  const seat = inOrderOfHandling(desk).find(({ person }) => person.id === by.id);
  const role: HandlerRole = (handler?.person.id === by.id ? handler : seat)?.role ?? 'substitute';
  return { today, calendar, writer: { name: seat?.person.name ?? by.name, role } };
};
