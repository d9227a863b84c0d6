import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf, type Outgoing, usualManner } from '../../letters/facts-of.ts';
import { canBeWrittenTo } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import {
  type Dispatch,
  type DispatchManner,
  dispatchManners,
  type LetterKind,
} from '../../procedure/model/letter.ts';
import { dispatchWords } from '../cards/words.ts';
import { choice, choicesOf, optionalChoice, optionalDay, optionalText } from '../form/fields.ts';
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
    hint: draft ? editable : `${editable} Laat je het vak leeg, dan maak ik de brief.`,
  }),
  manner: choice<DispatchManner>(
    'Wijze van verzending',
    'Kies hoe de brief verstuurd wordt.',
    choicesOf(dispatchManners, dispatchWords),
    { proposed: usualManner(setting), hint: mannerHint(setting) },
  ),
  sentOn: optionalDay('Datum van verzending', sinceReceipt(setting), {
    hint: 'Verstuur je de brief vandaag? Laat dit dan leeg. Anders is dit de dag waarop je hem hebt verstuurd; die staat ook boven de brief.',
  }),
});

/** Makes the fields of a letter that need not be sent. */
export const optionalLetterBlock = (setting: Setting) => {
  const { letter, manner, sentOn } = letterBlock(setting);
  const { label, proposed, hint } = manner;
  return {
    letter,
    manner: optionalChoice<DispatchManner>(
      label,
      choicesOf(dispatchManners, dispatchWords),
      'Geen brief sturen',
      { proposed: canBeWrittenTo(setting.complaint.complainant) ? proposed : undefined, hint },
    ),
    sentOn,
  };
};

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
  { letter, manner, sentOn }: Outgoing & { letter: string | undefined; manner: DispatchManner },
  draft: string,
  { today }: Setting,
): Dispatch => ({ text: letter ?? draft, manner, sentOn: sentOn ?? today });

/** Reads a letter that need not be sent: none where no manner was chosen. */
export const optionalDispatchOf = (
  { manner, ...typed }: Outgoing & { letter: string | undefined },
  draft: string | undefined,
  setting: Setting,
): Dispatch | undefined => manner && dispatchOf({ ...typed, manner }, draft ?? '', setting);

/** Makes the form of a step that does nothing but send a letter of that kind. */
export function letterAlone(kind: LetterKind) {
  const draft = (typed: Outgoing, setting: Setting): string =>
    draftLetter(kind, setting.complaint, factsOf(typed, setting));
  return {
    labels: letterLabels,
    fields: (setting: Setting) => letterBlock(setting, draft({}, setting)),
    command: (typed: Parameters<typeof dispatchOf>[0], setting: Setting) => ({
      letter: dispatchOf(typed, draft(typed, setting), setting),
    }),
    draft,
    about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn' },
  } as const;
}
