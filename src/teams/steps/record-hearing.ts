import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { hearingHosts } from '../../procedure/articles/art08-appointment.ts';
import type { Objection } from '../../procedure/model/answer.ts';
import { type HearingForm, hearingForms } from '../../procedure/model/complaint.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { hasCome } from '../../time/clock.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { hearingFormWords } from '../cards/words.ts';
import { choice, choicesOf, day, optionalText, type Typed, text, toggle } from '../form/fields.ts';
import { learningBlock, lessonLabels } from './learning-section.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { drafted, measureLabels, measuresBlock, offerBlock, promised } from './measures-section.ts';
import { since } from './ranges-and-choices.ts';
import { fromObjection, type Setting, stepForm } from './step.ts';

const multiline = { multiline: true };

const labels = {
  present: 'Aanwezigen',
  report: 'Verslag',
  proposal: 'Voorstel',
  reaction: 'Reactie van de klager',
  settlement: 'Afspraken',
  ...measureLabels,
  ...lessonLabels,
  ...letterLabels,
};

/** Whether they came to an agreement: nothing is preselected, so that an empty answer sends no letter. */
const answers = ['yes', 'not-yet'] as const;
type Settled = (typeof answers)[number];
const answerWords: Record<Settled, string> = { yes: 'Ja', 'not-yet': 'Nog niet' };

const fields = fromObjection((setting) => ({
  on: day(
    'Datum',
    'Kies een dag vanaf de ontvangst van het bezwaar tot en met vandaag.',
    since(datedFrom(setting.complaint, 'hearing'), setting),
    { proposed: heldOn(setting) },
  ),
  ...earlierBlock(setting),
  hearingForm: choice<HearingForm>(
    'Vorm',
    'Kies of het gesprek telefonisch was of op kantoor.',
    choicesOf(hearingForms, hearingFormWords),
    { proposed: setting.complaint.appointment?.form },
  ),
  present: text(labels.present, 'Schrijf op wie erbij waren (hoogstens 500 tekens).', {
    ...multiline,
    proposed: expected(setting),
    most: 500,
  }),
  report: text(labels.report, 'Schrijf op wat er is besproken (hoogstens 2000 tekens).', multiline),
  proposal: optionalText(labels.proposal, {
    ...multiline,
    hint: 'Wat jullie de klager in het gesprek hebben voorgesteld (artikel 9).',
  }),
  reaction: optionalText(labels.reaction, multiline),
  settled: choice<Settled>(
    'Zijn jullie eruit gekomen?',
    'Kies of jullie eruit zijn gekomen.',
    choicesOf(answers, answerWords),
    {
      hint: 'Bij “Ja” sluit het dossier (artikel 9). Bij “Nog niet” legt de brief de weg naar de rechter uit (artikel 10).',
    },
  ),
  settlement: optionalText(labels.settlement, {
    ...multiline,
    hint: 'Nodig als jullie eruit zijn gekomen. Anders laat je dit leeg.',
  }),
  ...offerBlock(setting),
  ...measuresBlock(setting),
  ...learningBlock(setting),
  ...letterBlock(setting, datedFrom(setting.complaint, 'court-route', 'hearing')),
}));

/** Asks whether the hearing was earlier than was arranged, while that moment is to come. */
const earlierBlock = ({ complaint: { appointment }, now }: Setting) => ({
  ...(appointment &&
    !hasCome(appointment, now) && {
      earlier: toggle('Eerder dan afgesproken', 'Ja, het gesprek is al geweest', {
        hint: `Afgesproken is ${longDate(appointment.on)} om ${appointment.time} uur. Vanaf dan kun je het vastleggen zonder dit aan te vinken.`,
      }),
    }),
});

/** Proposes the day of the appointment once it has passed, because recording often comes later; otherwise today. */
const heldOn = ({
  complaint: { appointment, hearings },
  objection,
  today,
}: Setting & { objection: Objection }): LocalDate => {
  const on = appointment?.on ?? today;
  const isItsDay = on >= objection.receivedOn && hearings.every((held) => held.on < on);
  return isItsDay && on < today ? on : today;
};

/** Lists who would be present, as arranged; with who records it where nothing was. */
const expected = (setting: Setting): string => {
  const { complaint, by } = setting;
  const { complainant, appointment, respondents } = complaint;
  const hosts = appointment ? hearingHosts(complaint, setting) : [by];
  const employees = appointment?.employeePresent ? respondents.map(({ name }) => name) : [];
  const [leader, ...others] = hosts.map(({ name }) => name);
  return [complainant.name, leader, ...employees, ...others].filter(Boolean).join(', ');
};

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string | undefined => {
  const { on, hearingForm: form, present, report, proposal, reaction, settled, settlement, offer } = typed;
  if (!settled) return undefined;
  return draftLetter(settled === 'yes' ? 'settlement' : 'court-route', setting.complaint, {
    ...factsOf(typed, setting),
    hearing: { on, form, present, report, proposal, reaction, settlement, offer },
    measures: drafted(typed, setting),
  });
};

/** Art. 8, 9 and 10: records that the hearing took place, in which form, and its result. */
export const recordHearing = stepForm('record-hearing', {
  title: 'Gesprek vastleggen',
  labels,
  primaryIn: ['hearing-offered'],
  draftName: 'verslag',
  intro:
    'Leg schriftelijk vast dat het gesprek er was, in welke vorm en wat eruit kwam (artikel 8 en 9). De klager krijgt het in een brief.',
  fields,
  command: (typed, setting) => {
    const { on, hearingForm: form, present, report, proposal, reaction, settlement, offer } = typed;
    const settled = typed.settled === 'yes';
    const { earlier } = typed;
    const hearing = {
      ...(earlier && { earlier }),
      on,
      form,
      present,
      report,
      proposal,
      reaction,
      settled,
      settlement,
      offer,
    };
    const letter = dispatchOf(typed, draft(typed, setting) ?? '', setting);
    return { ...hearing, measures: promised(typed, setting), letter };
  },
  draft,
  done: ({ complaint: { stage } }) =>
    stage === 'closed'
      ? 'Het gesprek en de afspraken zijn vastgelegd. Het dossier is gesloten (artikel 9).'
      : 'Het gesprek is vastgelegd. Jullie zijn er niet uit gekomen: bied nog een gesprek aan, of sluit het dossier (artikel 10). Heb je een verslag of ander stuk? Kies “Document toevoegen”.',
  about: {
    'out-of-order': 'on',
    'appointment-to-come': 'on',
    'agreement-missing': 'settlement',
    'not-settled-yet': 'settled',
    'in-the-future': 'on',
  },
});
