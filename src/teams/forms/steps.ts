import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import { earliestReceipt } from '../../procedure/articles/art04-registration.ts';
import type { CommandOf } from '../../procedure/commands.ts';
import { dispatchManners } from '../../procedure/complaint.ts';
import type { Step } from '../../procedure/open-steps.ts';
import { FormReader, type Parsed } from './form-reader.ts';
import { limits } from './limits.ts';

/** What the form of a step adds to the command. */
export type StepFields<T extends Step> = Omit<CommandOf<T>, 'type' | 'by' | 'number'>;

/** The days on which something can have happened to a complaint; its own receipt is checked with the dossier. */
const past = (today: LocalDate) => ({ from: earliestReceipt(today), through: today });

/** Art. 5: the letter as it was sent, how and when. */
export function parseAcknowledgement(input: unknown, today: LocalDate): Parsed<StepFields<'acknowledge'>> {
  const form = new FormReader(input);
  return form.parsed({
    letter: form.text(
      'letter',
      'De brief is leeg. Zet hier de tekst die de klager heeft gekregen.',
      limits.letter,
    ),
    manner: form.choice('manner', dispatchManners, 'Kies hoe je de brief hebt verstuurd.'),
    sentOn: form.day('sentOn', past(today), 'Kies de dag waarop je de brief hebt verstuurd.'),
  });
}

export function parseNote(input: unknown): Parsed<StepFields<'add-note'>> {
  const form = new FormReader(input);
  return form.parsed({ text: form.text('text', 'Schrijf de notitie op.', limits.text) });
}

/** Art. 5: to whom and why; whether that person may take over is for the regulation to say. */
export function parseHandOver(input: unknown): Parsed<StepFields<'hand-over'>> {
  const form = new FormReader(input);
  return form.parsed({
    to: form.person('to', 'Kies aan wie je de klacht overdraagt.'),
    reason: form.text('reason', 'Schrijf op waarom je de klacht overdraagt.', limits.text),
  });
}

export function parseWithdrawal(input: unknown, today: LocalDate): Parsed<StepFields<'withdraw'>> {
  const form = new FormReader(input);
  return form.parsed({
    on: form.day('on', past(today), 'Kies de dag waarop de klager de klacht introk.'),
    reason: form.text('reason', 'Schrijf op waarom de klager de klacht introk.', limits.text),
  });
}
