import { type Card, template } from '../card.ts';
import { type StepCardData, type StepFormData, stepCardData } from './step-form.ts';

const fill = template<StepCardData<'on' | 'reason'>>('withdraw-form');

/** The complainant withdraws the complaint: when and why. */
export const withdrawForm = (data: StepFormData): Card =>
  fill(stepCardData('withdraw', ['on', 'reason'], data));
