import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf, type Outgoing } from '../../letters/facts-of.ts';
import { canBeWrittenTo } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import { movableMeasures, toldIn } from '../../procedure/articles/art06-measures.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import { toOwners } from '../../register/notify/follow-ups.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { choice, day, text } from '../form/fields.ts';
import { measureChoices, onlyOne } from './complete-measure.ts';
import { letterLabels, optionalDispatchOf, optionalLetterBlock, orNone } from './letter-section.ts';
import { from } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { reason: 'Reden', ...letterLabels };

const choices = ({ complaint }: Setting) => measureChoices(movableMeasures(complaint));

/** Tells whether somebody else than the handler sees to the measure that was moved last, and hears of its new day. */
function tellsOwner(complaint: Complaint, journal: Dossier['journal']): boolean {
  const moved = journal.map(eventOf).findLast((event) => event.type === 'measure-moved');
  return toOwners(complaint).some(
    ({ content }) => content.kind === 'measure' && content.measure === moved?.measure,
  );
}

/** Tells whether the complainant read of a measure that can get a later day, and can be written to: then the new day is due to them too. */
const isToBeTold = ({ complaint }: Setting): boolean =>
  canBeWrittenTo(complaint.complainant) && movableMeasures(complaint).some((one) => toldIn(one, complaint));

/** Finds the first day that is later than today, and than that of one of the measures. */
function laterThanFirst({ complaint, today }: Setting): LocalDate {
  const [first = today] = movableMeasures(complaint)
    .map(({ dueOn }) => dueOn)
    .sort();
  return addDays(first > today ? first : today, 1);
}

const fields = (setting: Setting) => ({
  measure: choice('Welke maatregel', 'Kies de maatregel die later klaar is.', choices(setting), {
    proposed: onlyOne(choices(setting)),
  }),
  to: day(
    'Nieuwe dag',
    'Kies de dag waarop de maatregel uiterlijk klaar is: na vandaag, en later dan nu.',
    from(laterThanFirst(setting), setting),
  ),
  reason: text(labels.reason, 'Schrijf op waarom het later wordt (hoogstens 2000 tekens).', {
    multiline: true,
    hint: 'Dit blijft in het dossier. De klager leest het niet in een brief.',
  }),
  ...(isToBeTold(setting) &&
    optionalLetterBlock(setting, datedFrom(setting.complaint, 'measure-delay'), orNone)),
});

type Draft = Outgoing & { measure?: string | undefined; to?: LocalDate | undefined };

const draft = (typed: Draft, setting: Setting): string | undefined => {
  const { manner, measure, to } = typed;
  const facts = { ...factsOf(typed, setting), moved: { measure, to } };
  return manner && draftLetter('measure-delay', setting.complaint, facts);
};

/** Words whether the complainant reads the new day, and who must tell them where they do not. */
function complainantReads({ journal, complaint }: Dossier): string {
  const last = journal.at(-1)?.type;
  if (last === 'letter-queued' || last === 'letter-sent')
    return ' De klager leest de nieuwe dag in de brief.';
  return canBeWrittenTo(complaint.complainant)
    ? ' Er gaat geen brief uit. Een volgende brief over de maatregelen noemt de nieuwe dag.'
    : '';
}

/** Art. 6: records a later day for a measure that was promised, and tells the complainant by letter. */
export const moveMeasure = stepForm('move-measure', {
  title: 'Nieuwe dag voor maatregel',
  labels,
  draftName: 'nieuwe-dag-voor-maatregel',
  intro: (setting) =>
    `Komt een maatregel later klaar dan is vastgelegd? Leg de nieuwe dag vast${isToBeTold(setting) ? ', en laat de klager die weten' : ''}. De herinneringen volgen die dag. Is de eerste dag niet gehaald, dan blijft de maatregel te laat, in de lijsten en in het jaaroverzicht.`,
  fields,
  command: ({ measure, to, reason, letter, ...typed }, setting) => ({
    measure,
    to,
    reason,
    letter: optionalDispatchOf({ ...typed, letter }, draft({ ...typed, measure, to }, setting), setting),
  }),
  draft,
  done: (dossier) =>
    `De nieuwe dag is vastgelegd; wat te laat is, blijft te laat.${tellsOwner(dossier.complaint, dossier.journal) ? ' Wie voor de maatregel zorgt, krijgt daarvan bericht.' : ''}${complainantReads(dossier)}`,
  about: {
    'not-later': 'to',
    'unknown-measure': 'measure',
    'text-missing': 'reason',
    'in-the-future': 'sentOn',
    'out-of-order': 'sentOn',
  },
});
