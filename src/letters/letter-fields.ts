import type { Calendar, LocalDate } from '../procedure/articles/art02-periods.ts';
import { answerReceivedOn } from '../procedure/articles/art06-answer.ts';
import type { Complaint, HandlerRole, Manner } from '../procedure/complaint.ts';
import { deadline } from '../procedure/deadlines.ts';
import { sentLetter } from '../procedure/letter.ts';
import { answerFields } from './answer-fields.ts';
import { letterDate, longDate } from './dutch-date.ts';
import type { FieldName } from './field-names.ts';
import { firstOf, orGap, orNothing, written } from './gaps.ts';
import { invitationFields, recordFields } from './hearing-fields.ts';
import type { LetterFacts } from './letter-facts.ts';
import { block, oneLine, readable } from './readable.ts';

const spoken: Record<Manner, string> = { oral: 'mondeling', written: 'schriftelijk' };

/** How somebody signs. */
const signs: Record<HandlerRole, string> = {
  officer: 'klachtenfunctionaris',
  substitute: 'vervangend klachtenfunctionaris',
  board: 'lid van de directie',
};

/** Everything that a letter about this complaint can name, as far as it is known. */
export const letterFields = (complaint: Complaint, facts: LetterFacts): Record<FieldName, string> =>
  onTheirLines({
    ...factsOfTheComplaint(complaint, facts),
    ...whoIsWho(complaint, facts),
    ...answerFields(complaint, facts),
    ...objectionFields(complaint, facts),
    ...invitationFields(complaint, facts),
    ...recordFields(complaint, facts),
    ...endFields(complaint, facts),
  });

/** The fields that may be several lines; no other can add one to a letter, whatever was typed or stored. */
const severalLines: readonly FieldName[] = [
  'adres',
  'korte inhoud',
  'standpunt',
  'voorstel',
  'maatregelen',
  'niet eens',
  'reden',
  'later omdat',
  'aanwezigen',
  'verslag',
  'voorstel in gesprek',
  'reactie',
  'afspraken',
  'beslissing',
  'motivering',
];

const onTheirLines = (fields: Record<FieldName, string>): Record<FieldName, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      name,
      severalLines.includes(name as FieldName) ? readable(text) : oneLine(text),
    ]),
  ) as Record<FieldName, string>;

/** 'Geachte mevrouw Jansen', 'Geachte heer De Wit', however the receiver began the name. */
const salutation = (name: string): string =>
  `Geachte ${name
    .replace(/^de heer\b/i, 'heer')
    .replace(/^(mevrouw|mevr\.|meneer|mijnheer|heer|familie)(?=\s)/i, (title) => title.toLowerCase())}`;

function factsOfTheComplaint(complaint: Complaint, { calendar }: LetterFacts) {
  const { number, complainant, receivedOn, manner, summary, experts } = complaint;
  return {
    ...orGap({
      nummer: number,
      klager: complainant.name,
      aanhef: salutation(complainant.name),
      'ontvangen op': letterDate(receivedOn),
      'wijze van ontvangst': spoken[manner],
      'korte inhoud': summary,
      'antwoord uiterlijk': longDate(deadline('answer', receivedOn, calendar).dueOn),
    }),
    ...orNothing({
      adres: complainant.address && block(complainant.address),
      namens: complainant.representing,
      deskundigen: experts,
    }),
  };
}

/** The writer may stand in for the handler, or decide as a member of the board. */
function whoIsWho({ handler }: Complaint, { today, writer }: LetterFacts) {
  return orGap({
    vandaag: letterDate(today),
    behandelaar: handler?.person.name ?? writer.name,
    'functie behandelaar': signs[handler?.role ?? writer.role],
    schrijver: writer.name,
    'functie schrijver': signs[writer.role],
  });
}

/** Art. 7: until when the complainant can disagree: from receipt of the answer; `otherwise` while there is none. */
export function objectionDue(
  complaint: Complaint,
  calendar: Calendar,
  otherwise?: LocalDate,
): string | undefined {
  const since = sentLetter(complaint, 'answer') ? answerReceivedOn(complaint) : otherwise;
  return written(since, (day) => longDate(deadline('objection', day, calendar).dueOn));
}

/** While the answer is a draft, as if they had it today. */
function objectionFields(complaint: Complaint, facts: LetterFacts) {
  const due = objectionDue(complaint, facts.calendar, facts.today);
  const objection = facts.objection ?? complaint.objection;
  return orGap({
    'niet eens uiterlijk': due,
    'niet eens ontvangen op': written(objection?.receivedOn, letterDate),
    'niet eens': objection?.text,
    reden: facts.reason,
  });
}

function endFields({ decision, closed }: Complaint, facts: LetterFacts) {
  const withdrawnOn = facts.on ?? (closed?.outcome === 'withdrawn' ? closed.on : undefined);
  return orGap({
    beslissing: firstOf(facts.decision, decision?.decision),
    motivering: firstOf(facts.reasons, decision?.reasons),
    'ingetrokken op': written(withdrawnOn, letterDate),
  });
}
