import { caseNumber } from '../../procedure/model/case-number.ts';
import type { Step } from '../../procedure/model/commands.ts';
import type { Refusal } from '../../procedure/model/refusal.ts';
import type { ReadForm } from '../../register/execute.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { type FieldErrors, valuesOf } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import type { Outcome, Press, Shown } from './button-press.ts';

/** The form of a step: how it is read, and what is shown when it was processed and when it was not. */
export type Form = {
  step: Step;
  /** The version of the dossier that its card shows; absent where the card shows nothing that can change. */
  version?: number;
  read: ReadForm<FieldErrors>;
  /** Shows that it is done. `isRepeat`: it was processed before, and nothing was done now. */
  done(dossier: Dossier, isRepeat: boolean): Promise<Outcome>;
  /** Shows the form again, with everything that was typed. */
  back: {
    misfilled(dossier: Dossier, errors: FieldErrors): Promise<Shown>;
    /** For 'used' as a new form, because it was processed before with another content; for 'outdated' the dossier changed. */
    notProcessed(dossier: Dossier, why: 'used' | 'outdated'): Promise<Shown>;
    /** Absent where a notice with what was typed shows the refusal. */
    refused?(dossier: Dossier, refusal: Refusal): Promise<Shown>;
  };
};

/** A version that every dossier is past, so that a card which must show a version and does not is outdated. */
export const noVersion = 0;

/** Submits a form: takes the step that was filled in, and answers from the dossier that was saved. */
export async function sendForm(form: Form, { pressed, by }: Press, { register }: Office): Promise<Outcome> {
  const { form: id, input } = pressed;
  const number = caseNumber(pressed.number);
  const card = { version: form.version, form: id, typed: valuesOf(input) };
  const sent = await register.execute({ type: form.step, number, by }, card, form.read);
  const { back } = form;
  switch (sent.outcome) {
    case 'saved':
    case 'repeated':
      return form.done(sent.dossier, sent.outcome === 'repeated');
    case 'used':
    case 'outdated':
      return back.notProcessed(sent.dossier, sent.outcome);
    case 'misfilled':
      return back.misfilled(sent.dossier, sent.errors);
    case 'refused':
      if (!back.refused) throw sent.refusal;
      return back.refused(sent.dossier, sent.refusal);
    default:
      return sent satisfies never;
  }
}
