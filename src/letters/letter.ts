import type { LocalDate } from '../procedure/articles/art02-periods.ts';
import type { Complaint, HandlerRole, Manner } from '../procedure/complaint.ts';
import { letterDate } from './dutch-date.ts';
import { letterTemplate } from './template.ts';

const acknowledgement = letterTemplate('acknowledgement');

const spoken: Record<Manner, string> = { oral: 'mondeling', written: 'schriftelijk' };

/** How a handler signs. */
const signs: Record<HandlerRole, string> = {
  officer: 'klachtenfunctionaris',
  substitute: 'vervangend klachtenfunctionaris',
  board: 'lid van de directie',
};

/** What the letter of Art. 5 needs to know besides the complaint. */
export type AcknowledgementFacts = {
  /** Who signs. */
  handlerName: string;
  /** Art. 6: the day on which the complainant has the answer at the latest. */
  answerDueOn: LocalDate;
  today: LocalDate;
};

/** Art. 5: the draft of the letter that confirms receipt and tells the complainant what follows. */
export const acknowledgementDraft = (complaint: Complaint, facts: AcknowledgementFacts): string =>
  acknowledgement({
    today: letterDate(facts.today),
    number: complaint.number,
    complainantName: complaint.complainant.name,
    representing: complaint.complainant.representing ?? '',
    receivedOn: letterDate(complaint.receivedOn),
    manner: spoken[complaint.manner],
    summary: complaint.summary,
    experts: complaint.experts ?? '',
    handlerName: facts.handlerName,
    handlerRole: signs[complaint.handler?.role ?? 'officer'],
    answerDueOn: letterDate(facts.answerDueOn),
  });
