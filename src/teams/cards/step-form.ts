import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import type { Step } from '../../procedure/open-steps.ts';
import type { FieldErrors } from '../forms/form-reader.ts';
import { limits } from '../forms/limits.ts';
import { formBanners, type Notice } from './banner.ts';
import type { Action } from './button.ts';
import { shownErrors, shownValues } from './fields.ts';
import { formButtons } from './steps.ts';

/** What the form of every step needs. */
export type StepFormData = {
  number: string;
  version: number;
  /** One-time: the same form sent twice is one step. */
  formId: string;
  complaint: Complaint;
  today: LocalDate;
  /** What was typed, to show it again, or what the form proposes. */
  values: Record<string, string>;
  errors: FieldErrors;
  notice?: Notice;
};

/** What the template of every step names. */
export type StepCardData<Id extends string> = {
  number: string;
  complainant: string;
  banners: Notice[];
  values: Record<Id, string>;
  errors: Record<Id, string>;
  /** A day in the form lies between receipt and today. */
  receivedOn: LocalDate;
  today: LocalDate;
  actions: Action[];
};

/** The part that the forms of all steps share, with these fields. */
export const stepCardData = <Id extends string>(
  step: Step,
  ids: readonly Id[],
  { number, version, formId, complaint, today, values, errors, notice }: StepFormData,
  most: number = limits.text,
): StepCardData<Id> => ({
  number,
  complainant: complaint.complainant.name,
  banners: formBanners(errors, notice),
  values: shownValues(ids, values, () => most),
  errors: shownErrors(ids, errors),
  receivedOn: complaint.receivedOn,
  today,
  actions: formButtons(step, { number, version }, formId),
});
