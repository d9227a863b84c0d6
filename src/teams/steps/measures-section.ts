import { addDays, type LocalDate } from '../../time/local-date.ts';
import { day, optionalText } from '../form/fields.ts';
import { measures, type TypedMeasure } from '../form/measures-field.ts';
import { mostMeasures } from '../form/text.ts';
import { from } from './ranges-and-choices.ts';
import type { Setting } from './step.ts';

/** Days that a measure gets unless another day is chosen. */
const usualTerm = 28;

export const measureLabels = { measures: 'Maatregelen', owner: 'Wie zorgt ervoor?' };

/** Makes the fields of what Ballance will do, the same in every form: an answer, an agreement, a decision. */
export const measuresBlock = (setting: Setting) => ({
  measures: measures(measureLabels.measures, mostMeasures, from(setting.today, setting), {
    hint: `Eén maatregel op een regel, hoogstens ${mostMeasures}. Ze blijven in beeld tot ze zijn afgevinkt. Zorgt iemand anders voor een maatregel, of is die op een andere dag klaar? Zet dat erachter: Training geven; Fatima; 24-12-2026.`,
  }),
  owner: optionalText(measureLabels.owner, {
    proposed: setting.complaint.handler?.person.name,
    hint: 'Wie de maatregelen uitvoert.',
  }),
  dueOn: day(
    'Uiterlijk klaar op',
    'Kies de dag waarop de maatregelen klaar zijn: vandaag of later.',
    from(setting.today, setting),
    { proposed: addDays(setting.today, usualTerm) },
  ),
});

/** Reads the measures, each with the owner and the day of the form where its line names none. */
export const promised = <Day extends LocalDate | undefined>(
  { measures = [], owner, dueOn }: { measures?: TypedMeasure[]; owner?: string | undefined; dueOn: Day },
  { complaint }: Setting,
) =>
  measures.map((one) => ({
    what: one.what,
    owner: one.owner ?? owner ?? complaint.handler?.person.name ?? '',
    dueOn: one.dueOn ?? dueOn,
  }));
