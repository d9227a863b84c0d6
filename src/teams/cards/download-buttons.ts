import type { Complaint } from '../../procedure/complaint.ts';
import type { Button } from './button.ts';

/** "Brief downloaden", after the steps; there when there is a letter. */
export const downloadButtons = ({ number, letters }: Pick<Complaint, 'number' | 'letters'>): Button[] =>
  letters.length > 0
    ? [{ title: 'Brief downloaden', verb: 'ask-download', data: { number }, withoutInputs: true }]
    : [];
