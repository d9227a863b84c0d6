import type { Complaint } from '../../procedure/complaint.ts';
import type { Button } from './button.ts';

/** What can be had as a file, after the steps: "Brief downloaden" where there is a letter, and "Inzage". */
export const downloadButtons = (
  { number, letters }: Pick<Complaint, 'number' | 'letters'>,
  discloses = false,
): Button[] => [
  ...(letters.length > 0 ? [fileButton('Brief downloaden', 'ask-download', number)] : []),
  ...(discloses ? [fileButton('Inzage', 'disclose', number)] : []),
];

const fileButton = (title: string, verb: Button['verb'], number: string): Button => ({
  title,
  verb,
  data: { number },
  withoutInputs: true,
});
