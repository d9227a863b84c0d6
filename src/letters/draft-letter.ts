import { canBeWrittenTo } from '../procedure/articles/art05-forward-and-acknowledge.ts';
import { withoutComplainant } from '../procedure/model/complainant-in-text.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { type LetterKind, letterKinds } from '../procedure/model/letter.ts';
import { againFields } from './again-fields.ts';
import { type AnswerFacts, answerFields } from './answer-fields.ts';
import { closingFields } from './closing-fields.ts';
import { earlierFields } from './earlier-fields.ts';
import { type FieldName, fieldNames } from './field-names.ts';
import { type LetterFacts, letterFields } from './fields.ts';
import { delayFields, lateFields } from './late-fields.ts';
import { oneLine } from './readable.ts';
import { sinceFields } from './since-fields.ts';
import { staysFields } from './stays-fields.ts';
import { letterTemplate, type Template } from './template.ts';

const templates = Object.fromEntries(
  letterKinds.map((kind) => [kind, letterTemplate(kind, fieldNames)]),
) as Record<LetterKind, Template<FieldName>>;

/** The headings of all letters, as their templates have them. */
export const headings: ReadonlySet<string> = new Set(letterKinds.flatMap((kind) => templates[kind].headings));

const position = letterTemplate('position', [
  'nummer',
  'klager onbekend',
  'standpunt letterlijk',
  'voorstel letterlijk',
  'behandelaar',
  'standpunt',
  'oordeel',
  'voorstel',
  'maatregelen',
]);

/**
 * Drafts a letter to the complainant. A fact that is not known yet shows as a gap in brackets for the writer to fill, and
 * is never an error.
 */
export const draftLetter = (kind: LetterKind, complaint: Complaint, facts: LetterFacts): string =>
  templates[kind]({
    ...letterFields(complaint, facts),
    ...againFields(facts),
    ...sinceFields(facts),
    ...earlierFields(kind, complaint, facts),
    ...lateFields(kind, complaint, facts),
    ...delayFields(complaint, facts),
    ...closingFields(kind, complaint, facts),
    ...staysFields(complaint, facts),
  });

/** Drafts what the respondents are told of the answer (Algemeen), as a message in Teams: without who complains. */
export function draftMessage(complaint: Complaint, facts: AnswerFacts = {}): string {
  const { complainant, handler, number } = complaint;
  const said = answerFields(complaint, facts);
  const literally = (text = '') => (withoutComplainant(text, complainant) === text ? 'ja' : '');
  return withoutComplainant(
    position({
      ...said,
      nummer: number,
      'standpunt letterlijk': literally(said.standpunt),
      'voorstel letterlijk': literally(said.voorstel),
      'klager onbekend': canBeWrittenTo(complainant) ? '' : 'ja',
      behandelaar: oneLine(handler?.person.name ?? 'de klachtenfunctionaris'),
    }),
    complainant,
  );
}
