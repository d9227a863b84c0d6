import type { Step } from '../procedure/commands.ts';
import { acknowledge } from './dialogs/acknowledge.ts';
import { addNote } from './dialogs/add-note.ts';
import { addRespondent } from './dialogs/add-respondent.ts';
import { agree } from './dialogs/agree.ts';
import { answer } from './dialogs/answer.ts';
import { close } from './dialogs/close.ts';
import { completeMeasure } from './dialogs/complete-measure.ts';
import { correctDate } from './dialogs/correct-date.ts';
import { correctFacts } from './dialogs/correct-facts.ts';
import { decide } from './dialogs/decide.ts';
import type { Dialog } from './dialogs/dialog.ts';
import { handOver } from './dialogs/hand-over.ts';
import { liftHold } from './dialogs/lift-hold.ts';
import { object } from './dialogs/object.ts';
import { offerHearing } from './dialogs/offer-hearing.ts';
import { recordExperts } from './dialogs/record-experts.ts';
import { recordHearing } from './dialogs/record-hearing.ts';
import { recordStatement } from './dialogs/record-statement.ts';
import { removeRespondent } from './dialogs/remove-respondent.ts';
import { requestErasure } from './dialogs/request-erasure.ts';
import { requestStatement } from './dialogs/request-statement.ts';
import { sendByHand } from './dialogs/send-by-hand.ts';
import { setHold } from './dialogs/set-hold.ts';
import { waiveHearing } from './dialogs/waive-hearing.ts';
import { withdraw } from './dialogs/withdraw.ts';

/** The steps that are taken from the dossier; who may not see it has a card of its own for what is asked of him. */
export type DialogStep = Exclude<Step, 'give-statement' | 'answer-erasure'>;

/** The dialog of each step. */
export const dialogs: Record<DialogStep, Dialog> = {
  acknowledge,
  answer,
  agree,
  object,
  'offer-hearing': offerHearing,
  'record-hearing': recordHearing,
  'waive-hearing': waiveHearing,
  decide,
  close,
  'send-by-hand': sendByHand,
  'request-statement': requestStatement,
  'record-statement': recordStatement,
  'complete-measure': completeMeasure,
  'hand-over': handOver,
  'add-note': addNote,
  'add-respondent': addRespondent,
  'remove-respondent': removeRespondent,
  'record-experts': recordExperts,
  'correct-date': correctDate,
  'correct-facts': correctFacts,
  withdraw,
  'request-erasure': requestErasure,
  'set-hold': setHold,
  'lift-hold': liftHold,
};

export const isDialogStep = (verb: string): verb is DialogStep => Object.hasOwn(dialogs, verb);
