import type { StepCommand } from '../../src/procedure/model/commands.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { CardStamp } from '../../src/register/model/sent-form.ts';
import type { Register } from '../../src/register/register.ts';

/** A form was processed before with another content, or its card is outdated: nothing was recorded. */
export class NotTaken extends Error {
  readonly outcome: 'used' | 'outdated';
  readonly dossier: Dossier;

  constructor(outcome: 'used' | 'outdated', dossier: Dossier) {
    super(`nothing was recorded in ${dossier.id}: ${outcome}`);
    this.outcome = outcome;
    this.dossier = dossier;
  }
}

/**
 * Wraps the register for a caller with a command instead of a form: returns the dossier, and throws why it was not
 * recorded. Where it is not told what was typed in the form, it takes the command for that.
 */
export const byCommand = (register: Register) => ({
  async execute(command: StepCommand, card: CardStamp = {}): Promise<Dossier> {
    const done = await register.execute(command, { typed: command, ...card }, () => ({ value: command }));
    if (done.outcome === 'refused') throw done.refusal;
    if (done.outcome === 'misfilled') throw new Error('There was no form to be filled in.');
    if (done.outcome === 'saved' || done.outcome === 'repeated') return done.dossier;
    throw new NotTaken(done.outcome, done.dossier);
  },

  async file(...asked: Parameters<Register['file']>): Promise<Dossier> {
    const filed = await register.file(...asked);
    if (filed.outcome === 'refused') throw filed.refusal;
    if (filed.outcome === 'used') throw new NotTaken(filed.outcome, filed.dossier);
    return filed.dossier;
  },
});
