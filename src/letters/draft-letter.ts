import type { Complaint } from '../procedure/model/complaint.ts';
import { type LetterKind, letterKinds } from '../procedure/model/letter.ts';
import type { Calendar } from '../time/calendar.ts';
import { type FieldName, fieldNames, orGap } from './field-names.ts';
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

/** Writes what a respondent is told of the answer (Algemeen), as a message in Teams. */
export const positionText = (complaint: Complaint, calendar: Calendar): string =>
  position({
    ...answerFields(complaint, {}),
    nummer: complaint.number,
    behandelaar: oneLine(complaint.handler?.person.name ?? 'de klachtenfunctionaris'),
    ...orGap({ 'niet eens uiterlijk': objectionDue(complaint, calendar) }),
  });
