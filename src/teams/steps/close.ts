import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { mayComeUntil } from '../../procedure/articles/art07-objection.ts';
import { outcomeOfClosing } from '../../procedure/articles/art10-court.ts';
import type { Stage } from '../../procedure/model/complaint.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { longDate } from '../../time/dutch-date.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { chooseUntil } from '../cards/no-further.ts';
import { day, type Typed } from '../form/fields.ts';
import type { Days } from '../form/form-reader.ts';
import { learningBlock, lessonLabels } from './learning-section.ts';
import { letterLabels, optionalDispatchOf, optionalLetterBlock, orNone } from './letter-section.ts';
import { since } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

/** Why the dossier can be closed, in each stage in which it can. */
const reasons: Partial<Record<Stage, string>> = {
  heard:
    'Het gesprek leidde niet tot een oplossing. De klager kan naar de rechter (artikel 10) en heeft daar een brief over. Je sluit het dossier. Zien jullie nog een kans? Bied dan nog een gesprek aan.',
  waived:
    'Er is geen directielid dat over deze klacht kan beslissen (artikel 8). Binnen Ballance kan er niets meer; de klager kan naar de rechter (artikel 10). Je sluit het dossier.',
};

/** Finds the first day on which no objection can come in any more that was sent in time; undefined where the month of Art. 7 does not run. */
function closableFrom({ complaint, calendar }: Setting): LocalDate | undefined {
  const until = complaint.stage === 'answered' && mayComeUntil(complaint, calendar);
  return until ? addDays(until, 1) : undefined;
}

/** Words since when the dossier can be closed, or from when on, after the month of Art. 7. */
function afterTheMonth(setting: Setting): string {
  const from = closableFrom(setting);
  if (!from) return '';
  const until = longDate(addDays(from, -1));
  return from > setting.today
    ? `Tot en met ${until} kan er nog een bezwaar komen dat op tijd is verstuurd (artikel 7). Sluiten kan daarna.`
    : `De maand van artikel 7 is voorbij zonder bezwaar. Wat op tijd was verstuurd, kon er tot en met ${until} nog komen: sluiten kan met een datum daarna. Kwam er toch nog een bezwaar? Leg dat dan vast in plaats van te sluiten.`;
}

/** Returns the days on which it can be closed; while it cannot be yet those since what it follows on, so that the refusal says why. */
function daysToClose(setting: Setting): Days {
  const [from, follows] = [closableFrom(setting), datedFrom(setting.complaint, 'closing')];
  return since(from && from <= setting.today && from > follows ? from : follows, setting);
}

const fields = (setting: Setting) => ({
  on: day('Datum', 'Kies een dag tot en met vandaag, waarop het dossier dicht kon.', daysToClose(setting), {
    proposed: setting.today,
  }),
  ...learningBlock(setting),
  ...optionalLetterBlock(setting, datedFrom(setting.complaint, 'closure', 'closing'), orNone),
});

const draft = (typed: Typed<ReturnType<typeof fields>>, setting: Setting): string | undefined => {
  const { on, manner } = typed;
  const { complaint } = setting;
  const closing = { outcome: outcomeOfClosing(complaint), on };
  return manner && draftLetter('closure', complaint, { ...factsOf(typed, setting), closing });
};

/** Art. 7, 8 and 10: closes what can go no further within Ballance; a letter says so, unless its writer sends none. */
export const close = stepForm('close', {
  title: 'Dossier sluiten',
  labels: { ...lessonLabels, ...letterLabels },
  draftName: 'bevestiging-van-afsluiting',
  primaryIn: ['answered', 'waived'],
  intro: (setting) =>
    `${reasons[setting.complaint.stage] ?? afterTheMonth(setting)}${chooseUntil(setting.complaint, setting)} De brief bevestigt aan de klager dat het dossier is gesloten.`,
  fields,
  command: (typed, setting) => ({
    on: typed.on,
    letter: optionalDispatchOf(typed, draft(typed, setting), setting),
  }),
  draft,
  done: 'Het dossier is gesloten.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on', 'month-not-over': 'on' },
});
