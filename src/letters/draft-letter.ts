import { hasLapsed } from '../procedure/articles/art07-objection.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { type LetterKind, letterKinds } from '../procedure/model/letter.ts';
import type { Calendar } from '../time/calendar.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type FieldName, fieldNames, orNothing } from './field-names.ts';
import { answerFields, type LetterFacts, letterFields, objectionDue } from './fields.ts';
import { lateFields } from './late-fields.ts';
import { oneLine } from './readable.ts';
import { letterTemplate, type Template } from './template.ts';

const templates = Object.fromEntries(
  letterKinds.map((kind) => [kind, letterTemplate(kind, fieldNames)]),
) as Record<LetterKind, Template<FieldName>>;

/** The headings of all letters, as their templates have them. */
export const headings: ReadonlySet<string> = new Set(letterKinds.flatMap((kind) => templates[kind].headings));

const position = letterTemplate('position', [
  'nummer',
  'behandelaar',
  'standpunt',
  'oordeel',
  'voorstel',
  'maatregelen',
  'niet eens uiterlijk',
]);

/**
 * Drafts a letter to the complainant. A fact that is not known yet shows as a gap in brackets for the writer to fill, and
 * is never an error.
 */
export const draftLetter = (kind: LetterKind, complaint: Complaint, facts: LetterFacts): string =>
  templates[kind]({ ...letterFields(complaint, facts), ...lateFields(kind, complaint, facts) });

/**
 * Writes what a respondent is told of the answer (Algemeen), as a message in Teams. Until when the complainant can object is said
 * only while they can: who is heard late reads it when the complaint has moved on.
 */
export const positionText = (
  complaint: Complaint,
  { calendar, today }: { calendar: Calendar; today: LocalDate },
): string =>
  position({
    ...answerFields(complaint, {}),
    nummer: complaint.number,
    behandelaar: oneLine(complaint.handler?.person.name ?? 'de klachtenfunctionaris'),
    ...orNothing({
      'niet eens uiterlijk':
        complaint.stage === 'answered' && !hasLapsed(complaint, { calendar, today })
          ? objectionDue(complaint, calendar)
          : '',
    }),
  });
