import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { mayChooseUntil, outcomeOfClosing } from '../../procedure/articles/art10-court.ts';
import type { Stage } from '../../procedure/model/complaint.ts';
import { longDate } from '../../time/dutch-date.ts';
import { day, type Typed } from '../form/fields.ts';
import { letterLabels, optionalDispatchOf, optionalLetterBlock, orNone } from './letter-section.ts';
import { sinceReceipt } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

/** Why the dossier can be closed, in each stage in which it can. */
const reasons: Partial<Record<Stage, string>> = {
  answered:
    'De maand van artikel 7 is voorbij zonder bezwaar, en wat op tijd is verstuurd kan er niet meer komen. Je sluit het dossier. Kwam er toch nog een bezwaar? Leg dat dan vast in plaats van te sluiten.',
  heard:
    'Het gesprek leidde niet tot een oplossing. De klager kan naar de rechter (artikel 10) en heeft daar een brief over. Je sluit het dossier. Zien jullie nog een kans? Bied dan nog een gesprek aan.',
  waived:
    'Er is geen directielid dat over deze klacht kan beslissen (artikel 8). Binnen Ballance kan er niets meer; de klager kan naar de rechter (artikel 10). Je sluit het dossier.',
};

/** Says until when the letter about the hearing lets the complainant say what they want, as long as that is to come. */
function chooseUntil({ complaint, calendar, today }: Setting): string {
  const until = mayChooseUntil(complaint, calendar);
  return until && until >= today
    ? ` Volgens de brief over het gesprek kan de klager tot en met ${longDate(until)} laten weten wat hij wil. Weet je dat nog niet? Sluit dan pas daarna.`
    : '';
}

const fields = (setting: Setting) => ({
  on: day(
    'Datum',
    'Kies een dag vanaf de ontvangst van de klacht tot en met vandaag.',
    sinceReceipt(setting),
    { proposed: setting.today },
  ),
  ...optionalLetterBlock(setting, orNone),
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
  labels: letterLabels,
  draftName: 'bevestiging-van-afsluiting',
  primaryIn: ['answered', 'waived'],
  intro: (setting) =>
    `${reasons[setting.complaint.stage] ?? ''}${chooseUntil(setting)} De brief bevestigt aan de klager dat het dossier is gesloten.`,
  fields,
  command: (typed, setting) => ({
    on: typed.on,
    letter: optionalDispatchOf(typed, draft(typed, setting), setting),
  }),
  draft,
  done: 'Het dossier is gesloten.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on', 'month-not-over': 'on' },
});
