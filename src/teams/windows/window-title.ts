import type { Step } from '../../procedure/open-steps.ts';
import { stepTitles } from '../cards/steps.ts';

/** What stands above a dialog, by the verb of the button that it answers. */
export function windowTitle(verb: string): string {
  const step = verb.replace(/^(ask|draft|download)-/, '');
  if (step === 'register') return 'Klacht registreren';
  return Object.hasOwn(stepTitles, step) ? stepTitles[step as Step] : 'Klachtenbot';
}
