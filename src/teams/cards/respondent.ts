import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complaint, Handler } from '../../procedure/model/complaint.ts';
import type { NumberedDocument, ReadableDocument } from '../../procedure/model/document.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { bsnQuestions } from '../form/bsn.ts';
import type { FieldErrors } from '../form/form-reader.ts';
import { paragraphs } from '../form/text.ts';
import { type Action, type Button, buttons } from './button.ts';
import { documentName, sizeWords } from './document-words.ts';
import { shownFields } from './form-parts.ts';
import { formBanners, type Notice } from './notice.ts';
import type { Question } from './registration-form.ts';
import { addDocumentTitle } from './sent-files.ts';
import { type Card, labelsIn, template } from './template.ts';
import { roleWords } from './words.ts';

const fillPosition = template<{ number: CaseNumber; lines: string[] }>('position');

/** Draws the position of Ballance for a respondent (Algemeen), and below it who handles the complaint now, where that text names another. */
export const positionCard = ({ number, text, handler }: PositionView): Card => {
  const isAnother = handler !== undefined && !text.includes(handler.person.name);
  return fillPosition({ number, lines: [...paragraphs(text), ...(isAnother ? [handledBy(handler)] : [])] });
};

type PositionView = { number: CaseNumber; text: string; handler?: Handler | undefined };

export type StatementRequestView = {
  complaint: Complaint;
  /** Who handles it today; undefined where nobody may. */
  handler: Handler | undefined;
  /** What they read that the complaint is about. */
  about: string;
  /** Until when they are to give it; absent where no day was named, or it has passed. */
  dueOn?: LocalDate | undefined;
  /** What they may read: what the handler chose for them, and what they sent themselves. */
  documents?: readonly ReadableDocument[];
  /** The form id: the same form sent twice is one statement. */
  formId: string;
  /** What was typed, to show it again. */
  values?: Record<string, string>;
  errors?: FieldErrors;
  notice?: Notice;
  /** There is a statement already: what is sent now is an addition. */
  adds?: boolean;
};

const ids = ['statement'] as const;
type Field = (typeof ids)[number];

type Data = {
  number: CaseNumber;
  intro: string;
  handler: string;
  banners: Notice[];
  questions: Question[];
  summary: string[];
  documents: string[];
  values: Record<Field, string>;
  errors: Record<Field, string>;
  actions: Action[];
};

const fillRequest = template<Data>('statement-request');
export const statementLabels = labelsIn('statement-request');

export const giveStatementTitle = 'Verklaring versturen';
const additionTitle = 'Aanvulling versturen';

/** Draws the request for a statement ("hoor en wederhoor"): what the complaint is about, and not who complains. */
export const statementRequestCard = ({
  complaint,
  handler,
  about,
  dueOn,
  formId,
  values = {},
  errors = {},
  notice,
  documents = [],
  adds = false,
}: StatementRequestView): Card =>
  fillRequest({
    number: complaint.number,
    intro: [introOf(complaint), dueOn && `Wil je dat uiterlijk ${longDate(dueOn)} doen?`]
      .filter(Boolean)
      .join(' '),
    handler: handledBy(handler),
    banners: formBanners(errors, notice),
    questions: bsnQuestions(values, errors),
    summary: paragraphs(about),
    ...shownFields(ids, { values, errors }, { statement: { type: 'Input.Text', isMultiline: true } }),
    documents: documents.map(readableLine),
    actions: buttons([
      {
        title: adds ? additionTitle : giveStatementTitle,
        verb: adds ? 'add-to-statement' : 'give-statement',
        data: { number: complaint.number, form: formId },
        main: true,
      },
      ...documentButtons(documents, complaint.number),
      {
        title: addDocumentTitle,
        verb: 'ask-add-document',
        data: { number: complaint.number },
        withoutInputs: true,
      },
    ]),
  });

/** Words a document that a respondent may read, without its name; of their own that it is theirs. */
const readableLine = ({ own, ...document }: ReadableDocument): string =>
  `${documentName(document)}: ${document.kind}, ${sizeWords(document.size)}${own ? ', van jou' : ''}`;

/** Makes a button for each document that a respondent may read. */
export const documentButtons = (documents: readonly NumberedDocument[], number: CaseNumber): Button[] =>
  documents.map((one) => ({
    title: `${documentName(one)} downloaden`,
    verb: 'document',
    data: { number },
    filledIn: { document: one.id },
    withoutInputs: true,
  }));

/** Words why they are asked: before the position of Ballance, or after it, where the complaint turned out later to be about them too. */
const introOf = ({ answer }: Complaint): string =>
  answer
    ? 'Iemand heeft een klacht ingediend die over jou gaat. Dat bleek pas toen Ballance al een antwoord had gegeven. Jouw kant hoort er alsnog bij (hoor en wederhoor). Daarom vragen we jou om een verklaring: wat is er volgens jou gebeurd?'
    : 'Iemand heeft een klacht ingediend die over jou gaat. We horen altijd beide kanten (hoor en wederhoor). Daarom vragen we jou om een verklaring: wat is er volgens jou gebeurd?';

/** Words, for a respondent, who handles the complaint. */
export const handledBy = (handler: Handler | undefined): string =>
  handler
    ? `${handler.person.name}, ${roleWords[handler.role]}, behandelt de klacht. Daar kun je ook met vragen terecht.`
    : 'De directie zorgt dat iemand de klacht behandelt. Daar kun je ook met vragen terecht.';
