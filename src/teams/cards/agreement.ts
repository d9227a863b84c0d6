import { isAskedBy } from '../../procedure/articles/avg-erasure.ts';
import { isRedactionAskedBy } from '../../procedure/articles/avg-redaction.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Answer } from '../../register/agreements.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import { placesIn } from '../../register/model/redact.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { Choice } from '../form/fields.ts';
import { paragraphs } from '../form/text.ts';
import { type Action, type Button, buttons } from './button.ts';
import { type Notice, type NoticeView, noticeCard } from './notice.ts';
import { type Card, template } from './template.ts';

export type Agreement = 'yes' | 'no';

/** What a second person must agree to (AVG). */
export type AgreementStep = 'answer-erasure' | 'answer-redaction';

export type AgreementView = {
  dossier: Dossier;
  /** Who reads it: who made the request can only take it back. */
  by: Person;
  /** The form id: the same form sent twice is one answer. */
  formId: string;
  /** Whether the reader may see the dossier, and so go back to it. */
  sees: boolean;
  error?: string;
  notice?: Notice;
};

type Data = {
  title: string;
  number: CaseNumber;
  of: string;
  asked: string;
  banners: Notice[];
  reason: string[];
  follows: string;
  choices: Choice<Agreement>[];
  missing: string;
  error: string;
  actions: Action[];
};

const fill = template<Data>('agreement');

export const agreementTitles: Record<AgreementStep, string> = {
  'answer-erasure': 'Wissen beoordelen',
  'answer-redaction': 'Onleesbaar maken beoordelen',
};

/** What is said where nothing was chosen. */
export const agreementMissing: Record<AgreementStep, string> = {
  'answer-erasure': 'Kies of de gegevens gewist mogen worden.',
  'answer-redaction': 'Kies of de tekst onleesbaar gemaakt mag worden.',
};

/** Draws the request (AVG) for the second person: who asks it and why. Who may not see the dossier reads nothing of the complaint. */
export function agreementCard(step: AgreementStep, view: AgreementView): Card {
  const { dossier, formId, sees, error = '', notice } = view;
  const { number } = dossier.complaint;
  const { reason, own, ...asked } = asks[step](view);
  const back: Button = { title: 'Terug', verb: 'case', data: { number }, withoutInputs: true };
  return fill({
    title: agreementTitles[step],
    number,
    ...asked,
    banners: notice ? [notice] : [],
    reason: paragraphs(reason),
    choices: [...(own ? [] : [agreed[step]]), refused[step]],
    missing: agreementMissing[step],
    error,
    actions: buttons([
      {
        title: agreementTitles[step],
        verb: step,
        data: { number, version: versionOf(dossier), form: formId },
        main: true,
      },
      ...(sees ? [back] : []),
    ]),
  });
}

type Words = Pick<Data, 'of' | 'asked' | 'follows'> & { reason: string; own: boolean };

/** Words each request; who may not see the dossier does not read the text itself, only what kind of text it is. */
const asks: Record<AgreementStep, (view: AgreementView) => Words> = {
  'answer-erasure': ({ dossier: { complaint }, by: reader }) => {
    const { number, closed, erasureRequest } = complaint;
    if (!closed || !erasureRequest) throw new Error(`Nobody asks to erase ${number}.`);
    const { by, on, reason } = erasureRequest;
    const own = isAskedBy(reader, complaint);
    return {
      of: `Klacht ${number}, gesloten op ${longDate(closed.on)}`,
      own,
      asked: own
        ? `Je vroeg op ${longDate(on)} om de persoonsgegevens in dit dossier te wissen. Iemand anders moet akkoord gaan; jij kunt je verzoek intrekken.`
        : `${by.name} vroeg op ${longDate(on)} om de persoonsgegevens in dit dossier te wissen. Dat mag alleen als twee mensen het ermee eens zijn. Jij kunt de tweede zijn.`,
      reason,
      follows:
        'Weg gaan namen, adressen, teksten, verklaringen, brieven en documenten. Er blijven nummer, data, herkomst, oordeel en afloop, en het bewijs dat het logboek heel is. Wissen kan niet worden teruggedraaid.',
    };
  },
  'answer-redaction': ({ dossier, by: reader, sees }) => {
    const { number, redactionRequest } = dossier.complaint;
    if (!redactionRequest) throw new Error(`Nobody asks to make a text of ${number} illegible.`);
    const { by, on, value, reason } = redactionRequest;
    const own = isRedactionAskedBy(reader, dossier.complaint);
    const what = sees ? `Het gaat om “${value}”` : `Het gaat om ${kindOf(value)}`;
    return {
      of: `Klacht ${number}`,
      own,
      asked: own
        ? `Je vroeg op ${longDate(on)} om een tekst in dit dossier onleesbaar te maken. Iemand anders moet akkoord gaan; jij kunt je verzoek intrekken.`
        : `${by.name} vroeg op ${longDate(on)} om een tekst in dit dossier onleesbaar te maken. Dat mag alleen als twee mensen het ermee eens zijn. Jij kunt de tweede zijn.`,
      reason,
      follows: `${what}. ${foundWords(placesIn(dossier.journal, value))} ${redactionFollows}`,
    };
  },
};

/** Words what kind of text it is, for who may not read it. */
const kindOf = (value: string): string =>
  /^[\d\s./-]+$/.test(value)
    ? `een nummer van ${value.replace(/\D/g, '').length} cijfers`
    : `een tekst van ${[...value].length} tekens`;

/** Words how often a text was found, and in what. */
export function foundWords(places: ReadonlyMap<string, number>): string {
  const all = [...places.values()].reduce((so, count) => so + count, 0);
  const where = [...places].map(([what, count]) => `${what} (${count})`).join(', ');
  return `Ik vind die tekst op ${all === 1 ? '1 plek' : `${all} plekken`}: ${where}.`;
}

export const redactionFollows =
  'Daar komt te staan: “[onleesbaar gemaakt]”. Data, namen, oordeel en afloop blijven, en het bewijs dat het logboek heel is. Kaarten in chats die de tekst kunnen tonen, haal ik weg. Wat al is gemaild of gepost, haal ik niet terug, en in documenten kijk ik niet. Onleesbaar maken kan niet worden teruggedraaid.';

/** Draws, in the place of a request, who answered it and what, to who cannot answer it any more. */
export function answeredCard(number: CaseNumber, { by, type, isTakenBack }: Answer): Card {
  const { done, declined } = type === 'redacted' || type === 'redaction-declined' ? ofText : ofAll;
  const outcome = type === 'redacted' || type === 'erased' ? done : declined;
  const what = isTakenBack ? 'trok het verzoek in' : 'heeft dit al beantwoord';
  return noticeCard({
    title: `Klacht ${number}: dit is al beantwoord`,
    text: `${by.name} ${what}: ${outcome}. Je hoeft hier niets meer te doen.`,
    tone: 'accent',
  });
}

/** Words, for who answered a request, what came of it; holds no text of the dossier. */
export function doneNotice(number: CaseNumber, type: Answer['type'] | undefined): NoticeView {
  switch (type) {
    case 'erased':
      return { title: `Klacht ${number} is gewist`, text: erased, tone: 'good' };
    case 'redacted':
      return { title: `Klacht ${number}: de tekst is onleesbaar gemaakt`, text: redacted, tone: 'good' };
    case 'redaction-declined':
      return {
        title: `Klacht ${number}: de tekst blijft staan`,
        text: 'Er is niets onleesbaar gemaakt: de tekst blijft staan. Het verzoek bewaart hem niet.',
        tone: 'good',
      };
    default:
      return {
        title: `Klacht ${number} blijft bewaard`,
        text: 'Er is niets gewist: de persoonsgegevens blijven bewaard.',
        tone: 'good',
      };
  }
}

const redacted =
  'De tekst is onleesbaar gemaakt, overal in dit dossier. ' +
  'De kaarten in chats die hem kunnen tonen, haal ik weg. ' +
  'Wat verder al in chats, mailboxen of mappen staat, bereik ik niet: verwijder dat zelf.';

const erased =
  'De persoonsgegevens zijn uit het register. Nummer, data, oordeel en afloop blijven voor het jaarverslag. ' +
  'De kaarten van deze klacht die ik in chats toonde, worden een regel. ' +
  'Wat verder al in chats, mailboxen of mappen staat, bereik ik niet: verwijder dat zelf.';

const ofAll = { done: 'de persoonsgegevens zijn gewist', declined: 'de persoonsgegevens blijven bewaard' };
const ofText = { done: 'de tekst is onleesbaar gemaakt', declined: 'de tekst blijft staan' };

const agreed: Record<AgreementStep, Choice<Agreement>> = {
  'answer-erasure': { title: 'Ja, wissen', value: 'yes' },
  'answer-redaction': { title: 'Ja, onleesbaar maken', value: 'yes' },
};
const refused: Record<AgreementStep, Choice<Agreement>> = {
  'answer-erasure': { title: 'Nee, bewaren', value: 'no' },
  'answer-redaction': { title: 'Nee, laten staan', value: 'no' },
};
