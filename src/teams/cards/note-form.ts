import { type Card, template } from '../card.ts';
import { type StepCardData, type StepFormData, stepCardData } from './step-form.ts';

const fill = template<StepCardData<'text'>>('note-form');

/** A note for the journal. */
export const noteForm = (data: StepFormData): Card => fill(stepCardData('add-note', ['text'], data));
