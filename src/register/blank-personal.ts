import { erasedText } from '../procedure/erasure.ts';

/** Nobody: who stands where somebody stood. */
const nobody = { id: '', name: erasedText };

/** What an event is read with when its personal part is gone; `evolve` puts none of it in the erased state. */
export const blankPersonal = {
  ...nobody,
  complainant: { name: erasedText },
  summary: erasedText,
  respondents: [],
  measures: [],
  receiver: nobody,
  respondent: nobody,
  to: nobody,
  by: nobody,
  text: erasedText,
  reason: erasedText,
};
