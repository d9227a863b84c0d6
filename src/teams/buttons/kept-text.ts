import { type TypedText, typedTexts } from '../cards/notice.ts';
import { registrationLabels } from '../cards/registration-form.ts';
import { statementLabels } from '../cards/respondent.ts';
import { supplementLabels } from '../cards/supplement.ts';
import { valuesOf } from '../form/form-reader.ts';
import { isFormStep, stepForms } from '../steps/all-steps.ts';
import type { Press } from './button-press.ts';

/** Lists what was typed in the form of a button, to be read and copied where the form itself cannot be shown again. */
export const keptText = ({ verb, pressed }: Pick<Press, 'verb' | 'pressed'>): TypedText[] =>
  typedTexts(valuesOf(pressed.input), labelsOf(verb));

function labelsOf(verb: string): Readonly<Record<string, string>> {
  const step = verb.replace(/^(ask|draft|download)-/, '');
  if (isFormStep(step)) return stepForms[step].labels;
  if (step === 'register') return registrationLabels;
  if (step === 'supplement') return supplementLabels;
  return step === 'give-statement' || step === 'add-to-statement' ? statementLabels : everyLabel;
}

/** The labels of all forms, for a button of a card that an older version of the bot made. */
const everyLabel = Object.fromEntries(
  [...Object.values(stepForms).map(({ labels }) => labels), registrationLabels, statementLabels].flatMap(
    (labels) => Object.entries(labels),
  ),
);
