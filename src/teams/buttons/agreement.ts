import { randomUUID } from 'node:crypto';
import { maySeeDossier } from '../../procedure/access.ts';
import { type CaseNumber, caseNumber } from '../../procedure/model/case-number.ts';
import type { StepCommand } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { openSteps } from '../../procedure/open-steps.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { isRedactionEntry } from '../../register/model/redact.ts';
import { type Agreement, type AgreementStep, agreementCard, agreementMissing } from '../cards/agreement.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { FormReader, type Parsed } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import type { Outcome, Press, Shown } from './button-press.ts';
import { type Form, noVersion, sendForm } from './send-form.ts';

/**
 * "Wissen beoordelen" and "Onleesbaar maken beoordelen": the second person agrees or not, also when they may not see the dossier.
 */

/** Shows the question to who may answer it, and to others the dossier as it is now. */
export const askAgreement =
  (step: AgreementStep) =>
  async ({ pressed, by }: Press, office: Office): Promise<Card> =>
    question(step, await office.register.asked(caseNumber(pressed.number), by, step), by, office);

/** Handles the answer. Asks again when nothing was chosen, or when the dossier changed in between. */
export const giveAgreement =
  (step: AgreementStep) =>
  (press: Press, office: Office): Promise<Outcome> => {
    const { by, pressed } = press;
    const { version = noVersion, form: id, input } = pressed;
    const again = async (dossier: Dossier, over: Question): Promise<Shown> => ({
      card: await question(step, dossier, by, office, over),
    });
    const form: Form = {
      step,
      version,
      read: (dossier) => answerOf(step, input, { by, number: dossier.id }),
      done: async (dossier) => ({ card: await answered[step](dossier, by, office) }),
      back: {
        misfilled: (dossier) => again(dossier, { formId: id, error: agreementMissing[step] }),
        notProcessed: (dossier, why) => again(dossier, { notice: why === 'used' ? formUsed : outOfDate }),
      },
    };
    return sendForm(form, press, office);
  };

function answerOf(
  type: AgreementStep,
  input: unknown,
  asked: { by: Person; number: CaseNumber },
): Parsed<StepCommand> {
  const form = new FormReader(input);
  const read = form.parsed({
    agrees: form.choice<Agreement>('agrees', ['yes', 'no'], agreementMissing[type]),
  });
  if ('errors' in read) return read;
  return { value: { type, ...asked, agrees: read.value.agrees === 'yes' } };
}

const outOfDate: Notice = {
  text: 'Deze kaart is verouderd: er is intussen iets veranderd. Dit is de stand van nu.',
  tone: 'warning',
};

const formUsed: Notice = {
  text: 'Dit formulier is al eerder verwerkt, met een ander antwoord. Wat je nu koos, is niet vastgelegd. Dit is de stand van nu.',
  tone: 'warning',
};

type Question = { formId?: string; error?: string; notice?: Notice };

/** Draws the question as it is for that reader now. */
export async function question(
  step: AgreementStep,
  dossier: Dossier,
  by: Person,
  office: Office,
  { formId = randomUUID(), error, notice }: Question = {},
): Promise<Card> {
  const { complaint } = dossier;
  const context = office.register.context();
  const sees = maySeeDossier(by, complaint, context);
  if (openSteps(by, complaint, context).includes(step))
    return agreementCard(step, { dossier, by, formId, sees, error, notice });
  if (sees) return caseOf(dossier, by, office, notice ?? outOfDate);
  throw new Refusal(complaint.hold ? 'on-hold' : 'unknown-complaint');
}

type Answered = (dossier: Dossier, by: Person, office: Office) => Promise<Card>;

/** Draws what came of the answer. */
const answered: Record<AgreementStep, Answered> = {
  'answer-erasure': async (dossier, by, office) =>
    dossier.complaint.erased
      ? noticeCard({ title: `Klacht ${dossier.id} is gewist`, text: erased, tone: 'good' })
      : told(dossier, by, office, {
          title: `Klacht ${dossier.id} blijft bewaard`,
          text: 'Er is niets gewist: de persoonsgegevens blijven bewaard.',
        }),
  'answer-redaction': async (dossier, by, office) =>
    told(
      dossier,
      by,
      office,
      dossier.journal.findLast(isRedactionEntry)?.type === 'redacted'
        ? { title: `Klacht ${dossier.id}: de tekst is onleesbaar gemaakt`, text: redacted }
        : {
            title: `Klacht ${dossier.id}: de tekst blijft staan`,
            text: 'Er is niets onleesbaar gemaakt: de tekst blijft staan. Het verzoek bewaart hem niet.',
          },
    ),
};

const told = (
  dossier: Dossier,
  by: Person,
  office: Office,
  { title, text }: { title: string; text: string },
): Promise<Card> | Card =>
  maySeeDossier(by, dossier.complaint, office.register.context())
    ? caseOf(dossier, by, office, { text, tone: 'good' })
    : noticeCard({ title, text, tone: 'good' });

const redacted =
  'De tekst is onleesbaar gemaakt, overal in dit dossier. ' +
  'De kaarten in chats die hem kunnen tonen, haal ik weg. ' +
  'Wat verder al in chats, mailboxen of mappen staat, bereik ik niet: verwijder dat zelf.';

const erased =
  'De persoonsgegevens zijn uit het register. Nummer, data, oordeel en afloop blijven voor het jaarverslag. ' +
  'De kaarten van deze klacht die ik in chats toonde, worden een regel. ' +
  'Wat verder al in chats, mailboxen of mappen staat, bereik ik niet: verwijder dat zelf.';
