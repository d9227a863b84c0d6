import type { Complaint } from '../../procedure/complaint.ts';
import { type Card, template } from '../card.ts';
import type { FieldErrors } from '../forms/form-reader.ts';
import { paragraphs } from '../literal.ts';
import { roleWords } from '../words.ts';
import { formBanners, type Notice } from './banner.ts';
import { type Action, action } from './button.ts';
import { shownFields } from './fields.ts';

export type StatementRequestView = {
  complaint: Complaint;
  /** One-time: the same form sent twice is one statement. */
  formId: string;
  /** What was typed, to show it again. */
  values?: Record<string, string>;
  errors?: FieldErrors;
  notice?: Notice;
};

const ids = ['statement'] as const;
type Field = (typeof ids)[number];

type Data = {
  number: string;
  handler: string;
  banners: Notice[];
  summary: string[];
  values: Record<Field, string>;
  errors: Record<Field, string>;
  actions: Action[];
};

const fill = template<Data>('statement-request');

/** Algemeen, "hoor en wederhoor": a respondent reads what the complaint is about, not who complains, and answers. */
export const statementRequestCard = ({
  complaint,
  formId,
  values = {},
  errors = {},
  notice,
}: StatementRequestView): Card =>
  fill({
    number: complaint.number,
    handler: handledBy(complaint),
    banners: formBanners(errors, notice),
    summary: paragraphs(complaint.summary),
    ...shownFields(ids, { values, errors }, { statement: { type: 'Input.Text', isMultiline: true } }),
    actions: [
      action({
        title: 'Verklaring versturen',
        verb: 'give-statement',
        data: { number: complaint.number, form: formId },
        main: true,
      }),
    ],
  });

const handledBy = ({ handler }: Complaint): string =>
  handler
    ? `${handler.person.name}, ${roleWords[handler.role]}, behandelt de klacht. Daar kun je ook met vragen terecht.`
    : 'De directie zorgt dat iemand de klacht behandelt. Daar kun je ook met vragen terecht.';
