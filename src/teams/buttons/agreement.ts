import { randomUUID } from 'node:crypto';
import { maySeeDossier } from '../../procedure/access.ts';
import { type CaseNumber, caseNumber } from '../../procedure/model/case-number.ts';
import type { StepCommand } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { openSteps } from '../../procedure/open-steps.ts';
import { answeredFor, isAnswer } from '../../register/agreements.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { readDossier } from '../../register/model/store.ts';
import {
  type Agreement,
  type AgreementStep,
  agreementCard,
  agreementMissing,
  answeredCard,
  doneNotice,
} from '../cards/agreement.ts';
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
  async (press: Press, office: Office): Promise<Card> => {
    const { pressed, by } = press;
    try {
      return await question(
        step,
        await office.register.asked(caseNumber(pressed.number), by, step),
        by,
        office,
      );
    } catch (error) {
      return saidAnswered(step, press, office, error);
    }
  };

/** Shows who answered the request about a text, to whom it was put as well and who sees no more of the dossier; throws the refusal to others. */
async function saidAnswered(
  step: AgreementStep,
  { pressed, by }: Press,
  { register, store }: Office,
  error: unknown,
): Promise<Card> {
  if (!(error instanceof Refusal) || !['unknown-complaint', 'not-the-handler'].includes(error.code))
    throw error;
  if (step !== 'answer-redaction') throw error;
  const number = caseNumber(pressed.number);
  const dossier = await readDossier(store, number);
  const answer = dossier && answeredFor(by, dossier, register.desk());
  if (!answer) throw error;
  return answeredCard(number, answer);
}

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
      done: async (dossier) => ({ card: await answered(dossier, by, office) }),
      back: {
        misfilled: (dossier) => again(dossier, { formId: id, error: agreementMissing[step] }),
        notProcessed: (dossier, why) => again(dossier, { notice: why === 'used' ? formUsed : outOfDate }),
      },
    };
    return sendForm(form, press, office).catch(async (error) => ({
      card: await saidAnswered(step, press, office, error),
    }));
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

/** Draws what came of the answer. */
async function answered(dossier: Dossier, by: Person, office: Office): Promise<Card> {
  const done = doneNotice(dossier.id, dossier.journal.findLast(isAnswer)?.type);
  const sees = !dossier.complaint.erased && maySeeDossier(by, dossier.complaint, office.register.context());
  return sees ? caseOf(dossier, by, office, { text: done.text, tone: done.tone }) : noticeCard(done);
}
