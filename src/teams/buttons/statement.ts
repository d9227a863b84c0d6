import { randomUUID } from 'node:crypto';
import { awaitedUntil } from '../../procedure/articles/art00-both-sides.ts';
import { handlerNow } from '../../procedure/articles/art05-handler.ts';
import { sharedWith } from '../../procedure/articles/documents.ts';
import { type CaseNumber, caseNumber } from '../../procedure/model/case-number.ts';
import type { StepCommand } from '../../procedure/model/commands.ts';
import { isIn, type Person } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import type { Message } from '../../register/model/message.ts';
import { asAsked, askedAbout, statedSince } from '../../register/model/sight.ts';
import { readDossier } from '../../register/model/store.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import { documentButtons, type StatementRequestView, statementRequestCard } from '../cards/respondent.ts';
import { addDocumentTitle } from '../cards/sent-files.ts';
import type { Card } from '../cards/template.ts';
import { FormReader, type Parsed, valuesOf } from '../form/form-reader.ts';
import { limits } from '../form/text.ts';
import type { Office } from '../office/office.ts';
import type { Outcome, Press, Shown } from './button-press.ts';
import { keptText } from './kept-text.ts';
import { type Form, sendForm } from './send-form.ts';

/**
 * "Mijn verklaring": records the statement of a respondent who was asked, and another only as an addition. They never see the dossier:
 * their form stays as it was when they were asked, and is replaced by a thank-you that names nobody and shows what they wrote.
 */
export function giveStatement(press: Press, office: Office): Promise<Outcome> {
  const { by, pressed, verb } = press;
  const { form: id, input } = pressed;
  const values = valuesOf(input);
  const adds = verb === 'add-to-statement';
  const again = async (dossier: Dossier, over: Partial<StatementRequestView>): Promise<Shown> => {
    const asked = asAsked(dossier, by);
    const about = askedAbout(asked, by);
    const { complaint } = asked;
    const dueOn = adds || over.adds ? undefined : awaitedUntil(complaint, by, office.clock.today());
    const documents = sharedWith(by, complaint);
    const handler = handlerNow(dossier.complaint, office.register.context());
    const view = { complaint, handler, about, dueOn, documents, formId: id, values, adds };
    return { card: statementRequestCard({ ...view, ...over }) };
  };
  const asAddition = (dossier: Dossier) =>
    again(dossier, { formId: randomUUID(), notice: statedAlready, adds: true });
  const form: Form = {
    step: 'give-statement',
    read: (dossier) => statementOf(input, { by, number: dossier.id }, adds),
    done: async (dossier) => ({ card: statementReceived(dossier, by) }),
    back: {
      misfilled: (dossier, errors) => again(dossier, { errors }),
      notProcessed: asAddition,
      refused: (dossier, refusal) => {
        if (refusal.code !== 'stated-already') throw refusal;
        return asAddition(dossier);
      },
    },
  };
  return sendForm(form, press, office).catch(async (error: unknown) => {
    const dossier = await readDossier(office.store, caseNumber(press.pressed.number));
    if (!(error instanceof Refusal) || !dossier || !wasAsked(by, dossier)) throw error;
    return { card: notAboutThem(press) };
  });
}

/** Tells whether somebody still has an open request about a complaint that turned out not to be about them, as they were told. */
const wasAsked = ({ id }: Person, { complaint, journal }: Dossier): boolean =>
  !isIn(complaint, ['closed']) &&
  !complaint.respondents.some((one) => one.id === id) &&
  !journal.some(({ type, erasable }) => type === 'statement-recorded' && erasable?.by.id === id) &&
  journal
    .map(eventOf)
    .some((event) => event.type === 'respondent-removed' && event.personal.respondent.id === id);

/** Draws that a statement is not sent, because the complaint is not about its writer, with what they wrote. */
const notAboutThem = (press: Press): Card =>
  noticeCard({
    title: 'Deze klacht gaat niet over jou',
    text: 'Dat bleek bij de behandeling. Je verklaring is daarom niet verstuurd, en staat in geen dossier. Wil je haar bewaren? Kopieer haar dan hieronder. Je hoeft niets meer te doen.',
    tone: 'good',
    typed: keptText(press),
  });

const statedAlready: Notice = {
  text: 'Er is al een verklaring van jou. Wat je nu typte, is niet verstuurd en staat er nog. Moet het er ook bij? Verstuur het dan als aanvulling.',
  tone: 'warning',
};

/** Finds what somebody stated last, which is theirs to read back. */
const writtenBy = ({ id }: Person, { complaint }: Dossier): string =>
  complaint.statements.findLast(({ of }) => of?.id === id)?.text ?? '';

/**
 * Thanks for a statement, says what follows, and shows what they wrote: that the position of Ballance is to come only as long as that is so,
 * and the complaint is about them.
 */
function statementReceived(dossier: Dossier, by: Person): Card {
  const { complaint } = dossier;
  const awaits = isAmong(by, complaint.respondents) && isIn(complaint, ['registered', 'acknowledged']);
  return noticeCard({
    title: 'Je verklaring is ontvangen',
    text: `Dank je wel. Wie de klacht behandelt, leest wat je schreef. ${awaits ? 'Het standpunt van Ballance lees je hier zodra het er is.' : 'Is er meer van je nodig, dan hoor je dat hier.'}`,
    tone: 'good',
    written: writtenBy(by, dossier),
    buttons: [
      ...documentButtons(sharedWith(by, dossier.complaint), complaint.number),
      { title: addDocumentTitle, verb: 'ask-add-document', data: { number: complaint.number } },
    ],
  });
}

/** Draws that a statement was received which its writer gave after that request; undefined where they gave none. */
export const receivedSince = (
  asked: Pick<Message, 'queuedAt'>,
  dossier: Dossier,
  by: Person,
): Card | undefined => (statedSince(asked, dossier, by) ? statementReceived(dossier, by) : undefined);

function statementOf(
  input: unknown,
  asked: { by: Person; number: CaseNumber },
  adds: boolean,
): Parsed<StepCommand> {
  const form = new FormReader(input);
  return form.parsed({
    type: 'give-statement',
    ...asked,
    ...(adds && { adds }),
    text: form.text('statement', 'Schrijf op wat er volgens jou is gebeurd.', limits.text),
  });
}
