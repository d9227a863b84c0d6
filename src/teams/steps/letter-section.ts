import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf, type Outgoing, usualManner } from '../../letters/facts-of.ts';
import { canBeWrittenTo } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import {
  type Dispatch,
  type DispatchManner,
  dispatchManners,
  type LetterKind,
} from '../../procedure/model/letter.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { dispatchWords } from '../cards/words.ts';
import {
  address,
  type Choice,
  choice,
  choicesOf,
  email,
  type Field,
  optionalChoice,
  optionalDay,
  optionalText,
} from '../form/fields.ts';
import { since } from './ranges-and-choices.ts';
import { mostOfLetter } from './reader-texts.ts';
import type { Setting } from './step.ts';

export const letterLabels = {
  letter: 'Brief',
  address: 'Postadres van de klager',
  email: 'E-mailadres van de klager',
};

/** Asks how a letter goes, where it need not: the error of who chose neither a manner nor none. */
export const orNone = 'Kies hoe de brief verstuurd wordt, of “Geen brief sturen”.';

const editable = 'Pas de tekst gerust aan: het dossier bewaart de brief zoals hij hier staat.';

/** Makes the fields of a letter to the complainant, the same in every form, with the addresses that are not known; `draft` is its text at first, `first` the first day that it can have. */
export const letterBlock = (setting: Setting, first: LocalDate, draft = '') => ({
  letter: optionalText(letterLabels.letter, {
    most: mostOfLetter(setting.complaint),
    multiline: true,
    proposed: draft,
    hint: draft ? editable : `${editable} Laat je het vak leeg, dan maak ik de brief.`,
  }),
  manner: choice<DispatchManner>(
    'Wijze van verzending',
    'Kies hoe de brief verstuurd wordt.',
    mannerChoices(setting),
    { proposed: usualManner(setting), hint: mannerHint(setting) },
  ),
  ...unknownAddresses(setting),
  sentOn: daySent(setting, first),
});

/** Asks when its writer has sent a letter. Refuses another day than today with a letter that the bot mails itself: it would count for nothing. */
function daySent(setting: Setting, first: LocalDate): Field<LocalDate | undefined> {
  const asked = optionalDay('Datum van verzending', since(first, setting), {
    hint: 'Verstuur je de brief vandaag? Laat dit dan leeg. Anders is dit de dag waarop je hem hebt verstuurd; die staat ook boven de brief.',
  });
  return {
    ...asked,
    read(form, id) {
      const sentOn = asked.read(form, id);
      const isMailed = setting.mail && form.optionalLine('manner') === 'email';
      return sentOn && sentOn !== setting.today && isMailed ? form.wrong(id, mailedToday) : sentOn;
    },
  };
}

const mailedToday =
  'Bij “E-mail” verstuur ik de brief zelf, vandaag. Maak dit vak leeg of kies vandaag. Heb je de brief al zelf verstuurd of overhandigd? Kies dan die wijze, zoals “E-mail, zelf al verstuurd”.';

/**
 * Makes the fields of a letter that need not be sent. A complainant who can be written to is sent none only where that is chosen; `missing`
 * is the error when nothing was.
 */
export const optionalLetterBlock = (setting: Setting, first: LocalDate, missing?: string) => {
  const { letter, manner, ...others } = letterBlock(setting, first);
  const { label, proposed, hint } = manner;
  return {
    letter,
    manner: optionalChoice<DispatchManner>(label, mannerChoices(setting), 'Geen brief sturen', {
      ...(canBeWrittenTo(setting.complaint.complainant) && { proposed }),
      missing,
      hint,
    }),
    ...others,
  };
};

/**
 * Makes the choices of how a letter goes out: where the bot mails, also that its writer has mailed it already; without a mail server its
 * writer mails it always, and so the choice says.
 */
const mannerChoices = ({ mail }: Setting): Choice<DispatchManner>[] =>
  choicesOf(
    mail ? dispatchManners : dispatchManners.filter((one) => one !== 'own-email'),
    mail ? dispatchWords : { ...dispatchWords, email: 'E-mail, uit mijn eigen mailbox' },
  );

/** Makes a field for each address of the complainant that is not known, so that a letter can go there. */
const unknownAddresses = ({ complaint: { complainant } }: Setting) => ({
  ...(!complainant.address && {
    address: address(letterLabels.address, { hint: 'Nodig bij post. Het komt ook in het dossier.' }),
  }),
  ...(!complainant.email && {
    email: email(letterLabels.email, { hint: 'Nodig bij e-mail. Het komt ook in het dossier.' }),
  }),
});

/** Makes fields for both addresses, of a letter that went wrong: what is known may be why. */
export const addresses = ({ complaint: { complainant } }: Setting) => ({
  email: email(letterLabels.email, {
    proposed: complainant.email,
    hint: 'Klopt het adres niet meer? Vul hier het goede in: dat komt dan ook in het dossier.',
  }),
  address: address(letterLabels.address, { proposed: complainant.address }),
});

/** Words who sends the letter: the bot does by e-mail, where there is a mail server and an address; and that none is known. */
function mannerHint({ mail, complaint: { complainant } }: Setting): string {
  if (!complainant.email && !complainant.address)
    return `Er is geen e-mailadres en geen postadres van de klager bekend. Vul er hieronder een in. Of geef de brief af en kies “Overhandigd”: een brief moet altijd op schrift.${complainant.phone ? ' Het telefoonnummer staat in het dossier: bel om een adres te vragen.' : ''}`;
  if (mail && complainant.email) {
    return `Bij e-mail verstuur ik de brief zelf, naar het adres van de klager. Hij telt pas als verstuurd als de mailserver hem heeft aangenomen. Heb je hem al uit je eigen mailbox gestuurd? Kies dan “E-mail, zelf al verstuurd”: ik stuur hem niet nog eens. Post of overhandigen doe je zelf: met “Brief downloaden” heb je hem als Word-bestand.`;
  }
  if (mail)
    return 'Er is geen e-mailadres van de klager bekend. Weet je het? Vul het hieronder in en kies “E-mail”: dan mail ik de brief. Anders verstuur je hem zelf: met “Brief downloaden” heb je hem als Word-bestand.';
  return 'Verstuur de brief zelf: met “Brief downloaden” heb je hem als Word-bestand. Hier leg je vast hoe en wanneer je hem hebt verstuurd.';
}

/** Reads what was filled in, with the draft where nothing was typed. */
export const dispatchOf = (
  { letter, manner, sentOn }: Outgoing & { letter?: string | undefined; manner: DispatchManner },
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
    fields: (setting: Setting) =>
      letterBlock(setting, datedFrom(setting.complaint, kind), draft({}, setting)),
    command: (typed: Parameters<typeof dispatchOf>[0], setting: Setting) => ({
      letter: dispatchOf(typed, draft(typed, setting), setting),
    }),
    draft,
    about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn' },
  } as const;
}
