import type { TurnContext } from 'botbuilder';
import { caseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { readPeriod } from '../../time/period.ts';
import { cardMessage } from '../adapter/responses.ts';
import { type Button, numberIn } from '../cards/button.ts';
import { calendarTitles } from '../cards/hearing.ts';
import { noticeCard } from '../cards/notice.ts';
import { refusalText } from '../cards/refusal-text.ts';
import { exportDossierTitle } from '../cards/step-buttons.ts';
import type { Office } from '../office/office.ts';
import { damageWords, NotAsKept, tellOfDamage } from './as-kept.ts';
import { boardReportFile, boardReportFor } from './board-report.ts';
import {
  type BotFile,
  type ConsentAnswer,
  consentAnswerOf,
  type FileContext,
  fileInfoMessage,
  isAccepted,
  isOfHearing,
} from './consent-card.ts';
import { againDocument, documentFile } from './document-file.ts';
import { draftFile, hearingFile, letterFile } from './documents.ts';
import { disclosed, dossierFile, type StreamedFile } from './dossier-file.ts';
import { rowListFor } from './row-list.ts';
import { maySendTo, type PlainTo, upload, uploadInPieces } from './upload.ts';
import { yearReportFile } from './year-report.ts';

/** The most answers of one person that are remembered: Teams repeats one that takes long, within seconds. */
const remembered = 20;

const nowhere: PlainTo = () => false;

export type FileConsent = (context: TurnContext, by: Person) => Promise<void>;

/**
 * Handles the answer to the offer of a file. On "accept" it uploads the file, for who may still have it, to the place that
 * Teams made, and replaces the offer by the file; otherwise by a text that says what can be done. A repeated answer does
 * nothing.
 */
export function fileConsent(office: Office, plainTo: PlainTo = nowhere): FileConsent {
  const answered = new Map<PersonId, readonly string[]>();

  /** Tells whether that person answered that offer before. Answers of others do not count. */
  function isRepeated(personId: PersonId, offer: string): boolean {
    if (!offer) return false;
    const before = answered.get(personId) ?? [];
    if (before.includes(offer)) return true;
    answered.set(personId, [...before, offer].slice(-remembered));
    return false;
  }

  return async (context, by) => {
    const { value, replyToId } = context.activity;
    const answer = consentAnswerOf(value);
    if (!answer && !isAccepted(value)) return;
    if (isRepeated(by.id, replyToId ?? answer?.upload?.uploadUrl ?? '')) return;
    if (!answer) return await replace(context, undefined, notRead);
    try {
      if (!answer.upload) return await replace(context, answer.context);
      const lost = await store(answer, by);
      await context.sendActivity(fileInfoMessage(answer.upload));
      if (lost.length > 0) await context.sendActivity(cardMessage(leftOutCard(lost), 'Klachtenbot'));
    } catch (error) {
      if (!(error instanceof Refusal)) office.log.fault('file not downloaded', error);
      const wrong = error instanceof Refusal ? refusalText(error) : failed(answer.context, error);
      return await replace(context, answer.context, wrong);
    }
    await takeAway(context);
  };

  /** Removes the offer; if that fails the file is there all the same. */
  async function takeAway(context: TurnContext): Promise<void> {
    const { replyToId } = context.activity;
    if (!replyToId) return;
    await context.deleteActivity(replyToId).catch((error) => office.log.fault('offer not taken away', error));
  }

  /** Uploads the file; returns what is left out of it. The answer of the client names it, so access is checked again. */
  async function store({ context, upload: place }: ConsentAnswer, by: Person): Promise<string[]> {
    if (!place) throw new Refusal('unknown-complaint');
    if (!maySendTo(place.uploadUrl, plainTo) || !maySendTo(place.contentUrl, plainTo)) {
      throw new Error('this is no place for a file');
    }
    const file = await offeredFile(context, by, office);
    await ('bytes' in file ? upload(place.uploadUrl, file.bytes) : uploadInPieces(place.uploadUrl, file));
    return ('lost' in file && file.lost) || [];
  }
}

/** Words a file that is asked for by typing the title of its button. */
const typedAgain = (file: string, title: string, verb: Button['verb'], data: Record<string, string>) => ({
  file,
  how: `typ “${title.toLowerCase()}” of druk hieronder`,
  button: { title, verb, data },
});

/** Words what is offered and how to ask for it again, with a button; in general terms for an offer that cannot be read. */
function again(offer: FileContext | undefined): { file: string; how: string; button: Button } {
  if (!offer) return { file: 'het bestand', how: 'open de zaak', button: casesButton };
  if ('year' in offer)
    return typedAgain('het jaaroverzicht', `Jaaroverzicht ${offer.year}`, 'year-report', offer);
  if ('rows' in offer)
    return typedAgain('de registerlijst', `Registerlijst ${offer.rows}`, 'row-list', { year: offer.rows });
  if ('report' in offer)
    return typedAgain('het jaarverslag', `Jaarverslag ${offer.report}`, 'board-report', {
      period: offer.report,
    });
  if ('document' in offer) return againDocument(offer.number);
  const { number, letter } = offer;
  if (isOfHearing(letter)) {
    const title = calendarTitles[letter === 'hearing' ? 'REQUEST' : 'CANCEL'];
    return {
      file: 'de afspraak',
      how: `druk bij het bericht over het gesprek nog eens op de knop`,
      button: { title, verb: 'calendar', data: { number: numberIn(number) } },
    };
  }
  const [file, title] =
    letter === 'disclosure'
      ? ['het overzicht', 'Inzage']
      : letter === 'dossier'
        ? ['het dossier', exportDossierTitle]
        : ['de brief', 'Brief downloaden'];
  return {
    file,
    how: `open de zaak en druk op “${title}”`,
    button: { title: 'Klacht openen', verb: 'case', data: { number: numberIn(number) } },
  };
}

const declined = (offer: FileContext | undefined): string =>
  `Je hebt ${again(offer).file} niet gedownload. Dat kan later nog: ${again(offer).how}.`;

const leftOutCard = (lost: readonly string[]) =>
  noticeCard({
    title: 'Niet alles zit in het bestand',
    text: [...lost, tellOfDamage].join(' '),
    tone: 'warning',
  });

const failed = (offer: FileContext, error: unknown): string =>
  error instanceof NotAsKept
    ? `Dit document ${damageWords[error.damage]} Ik geef het daarom niet. ${tellOfDamage}`
    : triedInVain(offer);

const triedInVain = (offer: FileContext): string =>
  'Het downloaden is niet gelukt: Teams nam het bestand niet aan, wachtte te lang, of het aanbod was verlopen. ' +
  `Wil je het bestand nog? Dan ${again(offer).how}.`;

const casesButton: Button = { title: 'Mijn zaken', verb: 'cases' };

const notRead =
  'Wat je aannam, kan ik niet als brief of overzicht lezen. Er is niets veranderd. Open de zaak en vraag het bestand daar opnieuw, of typ “jaaroverzicht” met het jaar.';

/** Replaces the offer, or answers below it where it is gone: with what went wrong, or with how to ask for the file later. */
async function replace(context: TurnContext, offer: FileContext | undefined, wrong?: string): Promise<void> {
  const { replyToId, conversation } = context.activity;
  const card = noticeCard({
    title: 'Bestand niet gedownload',
    text: wrong ?? declined(offer),
    tone: wrong ? 'warning' : 'accent',
    buttons: [again(offer).button],
  });
  const message = cardMessage(card, 'Klachtenbot');
  const inItsPlace = { ...message, id: replyToId, conversation };
  const isReplaced =
    replyToId !== undefined &&
    (await context.updateActivity(inItsPlace).then(
      () => true,
      () => false,
    ));
  if (!isReplaced) await context.sendActivity(message);
}

/** Makes the file of an offer, for who may have it now. Refuses everybody else, and a letter that does not exist. */
export async function offeredFile(
  context: FileContext,
  by: Person,
  office: Office,
): Promise<BotFile | StreamedFile> {
  if ('year' in context) return yearReportFile(context.year, await office.register.figures(context.year, by));
  if ('rows' in context) return rowListFor(context.rows, by, office);
  if ('report' in context) {
    const period = readPeriod(context.report, office.clock.today());
    if (!period) throw new Refusal('unknown-complaint');
    return boardReportFile(await boardReportFor(period, by, office), office.clock.today());
  }
  const number = caseNumber(context.number);
  if ('document' in context) return documentFile(number, context.document, by, office);
  const { letter: which } = context;
  if (which === 'disclosure') return disclosed(await office.register.disclosed(number, by), by, office);
  if (which === 'dossier') return dossierFile(number, by, office);
  if (isOfHearing(which)) return hearingFile(await office.register.toldOfHearing(number, by), by, office);
  if (context.letter === 'draft') {
    await office.register.forStep(number, by, context.draft.step);
    return draftFile(number, context.draft, office);
  }
  const { complaint } = await office.register.view(number, by);
  const letter = complaint.letters.find(({ id }) => id === which);
  if (!letter) throw new Refusal('unknown-complaint');
  return letterFile(complaint.number, letter, office);
}
