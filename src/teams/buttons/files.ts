import { maySeeDossier } from '../../procedure/access.ts';
import { caseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import { documentSources } from '../../procedure/model/document.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { mayCommand } from '../../procedure/open-steps.ts';
import { aimAt, aimOf, noteSent, recall, remember, type SentFiles } from '../../register/model/sent-files.ts';
import type { ShownCard } from '../../register/model/shown-messages.ts';
import { cardMessage } from '../adapter/responses.ts';
import { noticeCard } from '../cards/notice.ts';
import { refusalText } from '../cards/refusal-text.ts';
import {
  type Addable,
  addDocumentTitle,
  forgottenCard,
  howToSendCard,
  nowhereCard,
  type RefusedChoice,
  sentFilesCard,
  stillFetchingCard,
  whatBecame,
  whichCaseCard,
} from '../cards/sent-files.ts';
import type { Card } from '../cards/template.ts';
import { type Destination, type Putting, putFiles } from '../files/put-files.ts';
import { isSentId, newSentId } from '../files/sent-attachments.ts';
import { valuesOf } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import type { Outcome, Press } from './button-press.ts';

/** What is done with files that somebody sends in their own chat. */

type Later = Pick<Press, 'sendLater'>;

/** Answers a message with files: asks to which dossier they belong. Fetches nothing unasked. */
export async function askWhichCase(
  { files, text }: Pick<SentFiles, 'files' | 'text'>,
  by: Person,
  office: Office,
): Promise<Card> {
  const { store, clock } = office;
  if (!office.documents.on) return notKept;
  const sent: SentFiles = { id: newSentId(), by: by.id, at: clock.now(), files, ...(text && { text }) };
  await remember(store, sent);
  return whichCase(sent, by, office);
}

/** Draws the question to which dossier files belong; `refused`: what was chosen before. */
async function whichCase(
  sent: SentFiles,
  by: Person,
  office: Office,
  refused?: RefusedChoice,
): Promise<Card> {
  const { store, clock, register } = office;
  const aim = await aimOf(store, by.id, clock.now());
  const aimed = aim && (await addableOf(aim.number, by, office));
  const cases = (await register.casesToAddTo(by)).map((one) => ({
    ...one,
    isAbout: isAmong(by, one.complaint.respondents),
  }));
  const others = cases.filter(({ complaint }) => complaint.number !== aim?.number);
  return whichCaseCard(sent, aimed ? [aimed, ...others] : others, aimed && aim.number, refused);
}

const notKeptHere = 'Deze bot bewaart geen bestanden. Geef het aan wie de klacht behandelt.';

const notKept: Card = noticeCard({
  title: 'Bestanden bewaar ik hier niet',
  text: `Ik heb het bestand niet opgehaald en niets bewaard. ${notKeptHere}`,
  tone: 'warning',
});

/** Finds a dossier to which somebody may add; undefined where they may not (any more). */
async function addableOf(number: string, by: Person, { register }: Office): Promise<Addable | undefined> {
  try {
    const { complaint } = await register.asked(caseNumber(number), by, 'add-document');
    const isAbout = isAmong(by, complaint.respondents);
    return { complaint, isAbout, sees: maySeeDossier(by, complaint, register.context()) };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** "Bij deze zaak bewaren": fetches what was sent, and keeps it under the dossier that was chosen. Asks again where that is refused. */
export async function addFiles({ pressed, by, sendLater }: Press, office: Office): Promise<Card> {
  const values = valuesOf(pressed.input);
  const from = documentSources.find((one) => one === values.from) ?? 'complainant';
  try {
    return await put(
      pressed.form,
      { number: caseNumber(values.case ?? ''), from },
      by,
      { sendLater },
      office,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sent = await recall(office.store, pressed.form, by.id);
    if (!sent || sent.files.length === 0) return forgottenCard;
    if (sent.number || sent.files.some(({ isKept }) => isKept)) throw error;
    return whichCase(sent, by, office, { wrong: wrongWith(error, values.case), from });
  }
}

/** Says what is wrong with a choice that was refused; of a dossier that is not theirs no more than of one that does not exist. */
function wrongWith(error: Refusal, chosen: string | undefined): string {
  if (!chosen) return 'Kies een zaak.';
  return error.code === 'unknown-complaint'
    ? 'Bij die zaak kun jij (nu) niets toevoegen, of het nummer bestaat niet. Kies een andere zaak.'
    : refusalText(error);
}

async function put(id: string, to: Destination, by: Person, later: Later, office: Office): Promise<Card> {
  const putting = await putFiles(id, to, by, office);
  if (!putting) return forgottenCard;
  if (putting.sent) return becameCard(putting.sent, by, office);
  tellWhenDone(putting, by, later, office);
  return stillFetchingCard(to.number);
}

/** Sends what became of files once that is known; nobody waits for it. */
function tellWhenDone({ later }: Putting, by: Person, { sendLater }: Later, office: Office): void {
  later
    .then(async (sent) => sendLater?.(cardMessage(await becameCard(sent, by, office), 'Klachtenbot')))
    .catch((error: unknown) => office.log.fault('what became of a file was not told', error));
}

/** Draws what became of files for who sent them, as they stand to the dossier now. */
async function becameCard(sent: SentFiles, by: Person, office: Office): Promise<Card> {
  const found = sent.number ? await addableOf(sent.number, by, office) : undefined;
  const sees = found?.sees ?? false;
  const note = sees && !!found && mayCommand(by, 'add-note', found.complaint, office.register.context());
  return sentFilesCard(sent, { sees, note });
}

/** "Nergens": forgets where the files are; nothing was fetched. */
export async function dropFiles({ pressed, by }: Press, { store }: Office): Promise<Card> {
  const sent = await recall(store, pressed.form, by.id);
  if (!sent) return forgottenCard;
  await noteSent(store, { ...sent, files: [], text: '' });
  return nowhereCard(sent);
}

/** Finds what was typed with files, as the beginning of a new complaint; undefined where they are not remembered. */
export const typedWithFiles = async (
  { pressed, by }: Press,
  { store }: Office,
): Promise<string | undefined> => {
  const sent = await recall(store, pressed.form, by.id);
  return sent && sent.files.length > 0 ? (sent.text ?? '') : undefined;
};

/** Puts files under the complaint that was registered in the form that they opened; words what became of them. */
export async function filesOfForm(
  { pressed, by, sendLater }: Press,
  number: string,
  office: Office,
): Promise<ShownCard['notice']> {
  if (!isSentId(pressed.form)) return undefined;
  const to = { number: caseNumber(number), from: 'complainant' as const };
  const putting = await putFiles(pressed.form, to, by, office);
  if (!putting) return undefined;
  const { sent } = putting;
  if (!sent) {
    tellWhenDone(putting, by, { sendLater }, office);
    return { text: stillFetching, tone: 'accent' };
  }
  const text = whatBecame(sent).join(' ');
  return sent.files.every(({ isKept }) => isKept)
    ? { text, tone: 'good' }
    : { text, tone: 'warning', untilAdded: true };
}

const stillFetching = 'Het bestand haal ik nog op. Hieronder krijg je bericht of het bewaard is.';

/**
 * "Document toevoegen": says below how, and remembers the dossier, which stands first and chosen then. The card stays, with what may be
 * typed on it.
 */
export async function askFile({ pressed, by, sendToChat }: Press, office: Office): Promise<Outcome> {
  const number = caseNumber(pressed.number);
  const { complaint } = await office.register.asked(number, by, 'add-document');
  if (!office.documents.on) return { stays: notKeptHere };
  await aimAt(office.store, { by: by.id, at: office.clock.now(), number });
  const sees = maySeeDossier(by, complaint, office.register.context());
  await sendToChat(cardMessage(howToSendCard(number, sees), addDocumentTitle));
  return { stays: 'Hieronder staat hoe je een document toevoegt.', isDone: true };
}
