import { type DispatchManner, dispatchManners } from '../../procedure/complaint.ts';
import { type Card, template } from '../card.ts';
import { limits } from '../forms/limits.ts';
import { dispatchWords } from '../words.ts';
import { type Choice, choicesOf } from './choice.ts';
import { type StepCardData, type StepFormData, stepCardData } from './step-form.ts';

const ids = ['letter', 'manner', 'sentOn'] as const;

const fill = template<StepCardData<(typeof ids)[number]> & { manners: Choice[] }>('acknowledge-form');

/** Art. 5: the letter, how and when it was sent. By e-mail where there is an address, otherwise by post. */
export function acknowledgeForm(data: StepFormData): Card {
  const manner: DispatchManner = data.complaint.complainant.email ? 'email' : 'post';
  const values = { manner, ...data.values };
  return fill({
    ...stepCardData('acknowledge', ids, { ...data, values }, limits.letter),
    manners: choicesOf<DispatchManner>(dispatchManners, dispatchWords),
  });
}
