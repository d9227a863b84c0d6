import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { FieldErrors } from '../form/form-reader.ts';
import { paragraphs } from '../form/text.ts';
import { type Action, type Button, buttons, waysOn } from './button.ts';
import { type Card, template } from './template.ts';

export type NoticeView = Notice & {
  title: string;
  buttons?: readonly Button[];
  /** What was typed on the card that this replaces; it stays readable. */
  typed?: readonly TypedText[];
  /** What its reader wrote and was received, to read it back. */
  written?: string;
};

type Data = Pick<Notice, 'tone'> & {
  spoken: string;
  title: string;
  text: string[];
  typed: readonly TypedText[];
  written: string[];
  actions: Action[];
};

const fill = template<Data>('notice');

/** Draws a notice: a refusal, that a card is out of date, that something was done. */
export const noticeCard = ({
  title,
  text,
  tone,
  buttons: list = [],
  typed = [],
  written = '',
}: NoticeView): Card =>
  fill({
    ...{ spoken: sentence(title), title, text: paragraphs(text), tone, typed },
    written: paragraphs(written),
    actions: buttons(list),
  });

const sentence = (title: string): string => (/[.?!]$/.test(title) ? title : `${title}.`);

/** The tone of a banner: done, mind this, wrong, or for your information. */
type Tone = 'good' | 'warning' | 'attention' | 'accent';

/** A banner above the rest of a card. `untilAdded`: it stays until its reader adds a document. */
export type Notice = { text: string; tone: Tone; untilAdded?: true };

/** Lists the banners above a form: its notice, and that it was not sent. */
export function formBanners(errors: FieldErrors, notice?: Notice): Notice[] {
  const wrong = Object.keys(errors).length > 0;
  const unsent: Notice = {
    text: 'Nog niet verstuurd: verbeter de velden met een rode regel. Wat je typte staat er nog.',
    tone: 'attention',
  };
  return [...(notice ? [notice] : []), ...(wrong ? [unsent] : [])];
}

/**
 * Draws a refusal: what cannot be done, who can, and what was typed. Says the same of what is hidden and of what does not
 * exist.
 */
export const refusedCard = (text: string, typed?: readonly TypedText[]): Card =>
  noticeCard({ title: 'Dit kan niet', text, tone: 'warning', buttons: waysOn(text), typed });

/** Draws the line that replaces an older card of a dossier. */
export const replacedCard = (number: CaseNumber): Card =>
  noticeCard({
    title: `Klacht ${number}: deze kaart is vervangen`,
    text: 'Elders in deze chat staat deze klacht zoals ze nu is.',
    tone: 'accent',
    buttons: [openButton(number)],
  });

/** Draws the line that replaces an older request for a statement, for a respondent, who opens no dossier. */
export const askedElsewhereCard = (number: CaseNumber): Card =>
  noticeCard({
    title: `Klacht ${number}: deze kaart is vervangen`,
    text: 'Verderop in deze chat staat de nieuwste kaart over jouw verklaring. Gebruik die.',
    tone: 'accent',
  });

/** Draws an older card of which only the notice counts: what its reader must still do. */
export const stillAskedCard = (number: CaseNumber, { text, tone }: Notice): Card =>
  noticeCard({ title: `Klacht ${number}: doe dit nog`, text, tone, buttons: [openButton(number)] });

export const openButton = (number: CaseNumber): Button => ({
  title: 'Klacht openen',
  verb: 'case',
  data: { number },
});

/** Draws the line that replaces a dossier for who no longer has it. Does not say why: that may be about them. */
export const leftCard = (number: CaseNumber, what?: string): Card =>
  noticeCard({
    title: `Klacht ${number} is niet bij jou`,
    text: [what, 'Je hoeft hier niets meer te doen.'].filter(Boolean).join(' '),
    tone: 'accent',
  });

/** Draws the line that replaces a dossier whose personal data is erased. */
export const erasedCard = (number: CaseNumber): Card =>
  noticeCard({
    title: `Klacht ${number} is gewist`,
    text: 'De persoonsgegevens zijn uit het register, en daarom ook uit deze kaart. Je hoeft hier niets meer te doen.',
    tone: 'accent',
  });

/** Draws the line that replaces a card that may show a text that was made illegible; who has the dossier opens it there. */
export const redactedCard = (
  number: CaseNumber,
  { opens, typed }: { opens?: boolean; typed?: boolean },
): Card =>
  noticeCard({
    title: `Klacht ${number}: deze kaart is weggehaald`,
    text: [
      'In deze klacht is een tekst onleesbaar gemaakt, en die kon in deze kaart staan.',
      ...(typed ? ['Was je hier iets aan het invullen, dan is dat niet vastgelegd.'] : []),
      opens ? 'Open de klacht om te lezen hoe het er nu staat.' : askedAnew,
    ].join(' '),
    tone: 'accent',
    buttons: opens ? [openButton(number)] : [],
  });

const askedAnew =
  'Vroeg de kaart je om een verklaring, dan staat die vraag opnieuw in deze chat. Heb je nog nodig wat hier stond? Vraag het aan wie de klacht behandelt.';

/** Draws the line that replaces a list, or another card that names several dossiers, which does not hold any more. Names none of them. */
export const oldListCard = (): Card =>
  noticeCard({
    title: 'Dit overzicht is verouderd',
    text: askAnew,
    tone: 'accent',
    buttons: waysOn(askAnew),
  });

const askAnew = 'Vraag het opnieuw op: typ “zaken”, “mijn klachten” of “zoek”.';

/** Draws what replaces a card that is too large for Teams: where to find its content. Holds no name and no content. */
export const shortCard = (number: CaseNumber | undefined): Card =>
  number
    ? noticeCard({
        title: `Klacht ${number}`,
        text: `Er is iets nieuws in deze zaak, maar het past niet in één bericht. Typ in je chat met mij: zaak ${number}.`,
        tone: 'accent',
      })
    : noticeCard({
        title: 'Overzicht van de open klachten',
        text: 'Het overzicht past niet in één bericht. Typ in je chat met mij: zaken.',
        tone: 'accent',
      });

/** A text of a refused form, to be read and copied. */
export type TypedText = { label: string; lines: string[] };

/** Lists the texts among the values of a form, under the labels of its fields; an empty one is left out. */
export const typedTexts = (
  values: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): TypedText[] =>
  Object.entries(labels).flatMap(([id, label]) => {
    const lines = Object.hasOwn(values, id) ? paragraphs(values[id] ?? '') : [];
    return lines.length > 0 ? [{ label, lines }] : [];
  });
