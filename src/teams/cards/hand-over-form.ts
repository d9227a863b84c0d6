import type { Handler } from '../../procedure/complaint.ts';
import { type Card, template } from '../card.ts';
import { roleWords } from '../words.ts';
import type { Choice } from './choice.ts';
import { type StepCardData, type StepFormData, stepCardData } from './step-form.ts';
import { backButton } from './steps.ts';

const fill = template<StepCardData<'to' | 'reason'> & { people: Choice[] }>('hand-over-form');

/** Art. 5: another handler, one of those who may take over; where there is none it says so and leads back. */
export function handOverForm({
  successors,
  ...data
}: StepFormData & { successors: readonly Handler[] }): Card {
  const card = stepCardData('hand-over', ['to', 'reason'], data);
  return fill({
    ...card,
    people: successors.map(({ person, role }) => ({
      title: `${person.name} (${roleWords[role]})`,
      value: person.id,
    })),
    actions: successors.length > 0 ? card.actions : [backButton(data)],
  });
}
