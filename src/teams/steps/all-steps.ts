import type { Step } from '../../procedure/model/commands.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { agreementTitles } from '../cards/agreement.ts';
import { reportMeasureTitle } from '../cards/measure.ts';
import { giveStatementTitle } from '../cards/respondent.ts';
import { addDocumentTitle } from '../cards/sent-files.ts';
import { exportDossierTitle, type StepButton } from '../cards/step-buttons.ts';
import { supplementTitle } from '../cards/supplement.ts';
import { acknowledge } from './acknowledge.ts';
import { addNote } from './add-note.ts';
import { addRespondent } from './add-respondent.ts';
import { agree } from './agree.ts';
import { announceHandler } from './announce-handler.ts';
import { announceNoHandler } from './announce-no-handler.ts';
import { answer } from './answer.ts';
import { close } from './close.ts';
import { completeMeasure } from './complete-measure.ts';
import { correctDate } from './correct-date.ts';
import { correctFacts } from './correct-facts.ts';
import { decide } from './decide.ts';
import { delay } from './delay.ts';
import { dismiss } from './dismiss.ts';
import { handOver } from './hand-over.ts';
import { judgeName } from './judge-name.ts';
import { liftHold } from './lift-hold.ts';
import { mediate } from './mediate.ts';
import { merge } from './merge.ts';
import { moveMeasure } from './move-measure.ts';
import { object } from './object.ts';
import { offerHearing } from './offer-hearing.ts';
import { recordExperts } from './record-experts.ts';
import { recordHearing } from './record-hearing.ts';
import { recordLesson } from './record-lesson.ts';
import { recordSatisfaction } from './record-satisfaction.ts';
import { recordStatement } from './record-statement.ts';
import { removeDocument } from './remove-document.ts';
import { removeRespondent } from './remove-respondent.ts';
import { reopen } from './reopen.ts';
import { requestErasure } from './request-erasure.ts';
import { requestRedaction } from './request-redaction.ts';
import { requestStatement } from './request-statement.ts';
import { sendAgain } from './send-again.ts';
import { sendByHand } from './send-by-hand.ts';
import { setHold } from './set-hold.ts';
import type { StepForm } from './step.ts';
import { waiveHearing } from './waive-hearing.ts';
import { withdraw } from './withdraw.ts';

/** The titles of the steps with a card of their own, because who takes them may not see the dossier. */
const ownCards = {
  'give-statement': giveStatementTitle,
  'report-measure': reportMeasureTitle,
  ...agreementTitles,
  supplement: supplementTitle,
  'add-document': addDocumentTitle,
  'export-dossier': exportDossierTitle,
};

/** A step that is taken from the dossier. */
export type FormStep = Exclude<Step, keyof typeof ownCards>;

/** The form of each step; the buttons are in the order of the steps of the procedure. */
export const stepForms: { [S in FormStep]: StepForm<S> } = {
  'judge-name': judgeName,
  'announce-handler': announceHandler,
  'announce-no-handler': announceNoHandler,
  acknowledge,
  answer,
  agree,
  object,
  'offer-hearing': offerHearing,
  'record-hearing': recordHearing,
  'waive-hearing': waiveHearing,
  decide,
  close,
  delay,
  'send-by-hand': sendByHand,
  'request-statement': requestStatement,
  'record-statement': recordStatement,
  mediate,
  'complete-measure': completeMeasure,
  'move-measure': moveMeasure,
  'record-satisfaction': recordSatisfaction,
  'hand-over': handOver,
  'remove-document': removeDocument,
  'add-note': addNote,
  'add-respondent': addRespondent,
  'remove-respondent': removeRespondent,
  'record-experts': recordExperts,
  'record-lesson': recordLesson,
  'correct-date': correctDate,
  'correct-facts': correctFacts,
  'send-again': sendAgain,
  withdraw,
  dismiss,
  merge,
  reopen,
  'request-erasure': requestErasure,
  'set-hold': setHold,
  'lift-hold': liftHold,
  'request-redaction': requestRedaction,
};

export const isFormStep = (verb: string): verb is FormStep => Object.hasOwn(stepForms, verb);

/** Returns the title of the button of a step. */
export const titleOf = (step: Step): string => (isFormStep(step) ? stepForms[step].title : ownCards[step]);

/** The steps of which the button stands on another card. */
const elsewhere: readonly Step[] = ['report-measure', 'export-dossier'];

/**
 * Makes the buttons of those steps in that stage. The first of `leading` that is open, or else the first that the articles demand now, is
 * the primary one; after it come a name that is to be resolved and what else is demanded. What is not asked on a dossier has no button there.
 */
export function stepButtons(
  steps: readonly Step[],
  { stage, unresolvedName }: Complaint,
  leading: readonly Step[] = [],
): StepButton[] {
  const isDemanded = (step: Step) => isFormStep(step) && stepForms[step].primaryIn.includes(stage);
  const demanded = [...leading, ...steps.filter(isDemanded)].filter((step) => steps.includes(step));
  const [primary] = demanded;
  const first = steps.filter((step) => step === primary || (unresolvedName && step === 'add-respondent'));
  const shown = new Set([...first, ...demanded, ...steps.filter((step) => !elsewhere.includes(step))]);
  return [...shown].map((step) => ({ step, title: titleOf(step), main: step === primary }));
}
