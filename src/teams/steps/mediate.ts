import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { leaders } from '../../procedure/articles/art00-mediation.ts';
import { type MediationForm, mediationForms } from '../../procedure/model/mediation.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { periodsGoOn } from '../cards/case-status.ts';
import { mediationFormWords } from '../cards/words.ts';
import {
  choice,
  choicesOf,
  day,
  optionalChoice,
  optionalText,
  optionalTime,
  type Typed,
  text,
} from '../form/fields.ts';
import { learningBlock, lessonLabels } from './learning-section.ts';
import { letterLabels, optionalDispatchOf, optionalLetterBlock } from './letter-section.ts';
import { drafted, measureLabels, measuresBlock, promised } from './measures-section.ts';
import { from, peopleChoices } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const labels = {
  partner: 'Met wie',
  result: 'Uitkomst',
  agreements: 'Afspraken',
  ...measureLabels,
  ...lessonLabels,
  ...letterLabels,
};

/** What came of the talk: nothing is preselected, because an answer that nobody gave may close no dossier. */
const answers = ['yes', 'not-yet', 'to-come', 'called-off'] as const;
type Solved = (typeof answers)[number];

const answerWords: Record<Solved, string> = {
  yes: 'Ja',
  'not-yet': 'Nog niet',
  'to-come': 'Het gesprek komt nog',
  'called-off': 'Ging niet door',
};

const fields = (setting: Setting) => {
  const { complaint } = setting;
  const { talkToCome, respondents, receivedOn } = complaint;
  const leading = leaders(complaint, setting);
  const leader = leading.find(({ id, name }) =>
    talkToCome ? name === talkToCome.ledBy : id === setting.by.id,
  );
  return {
    mediationForm: choice<MediationForm>(
      'Vorm',
      'Kies of het een gesprek is of een bemiddeling.',
      choicesOf(mediationForms, mediationFormWords),
      { proposed: talkToCome?.form },
    ),
    partner: text(labels.partner, 'Schrijf op met wie de klager spreekt (hoogstens 200 tekens).', {
      proposed: talkToCome?.partner ?? respondents.map(({ name }) => name).join(' en '),
      hint: 'Degene over wie de klacht gaat of, als de klager dat prettiger vindt, een andere collega. Schrijf de hele naam: wie erbij is en over wie de klacht gaat, hoort hoe het afloopt. Niemand leest daardoor het dossier. Dit staat in de brief.',
    }),
    ledBy: optionalChoice(
      'Wie leidt het gesprek?',
      peopleChoices(leading),
      'Niemand, zij spreken elkaar zelf',
      {
        ...(leader && { proposed: leader.id }),
        hint: 'Nooit iemand over wie de klacht gaat. Bij een bemiddeling is dit nodig.',
      },
    ),
    on: day(
      'Datum',
      'Kies de dag van het gesprek, vanaf de ontvangst van de klacht.',
      from(receivedOn, setting),
      {
        proposed: talkToCome?.on,
      },
    ),
    time: optionalTime('Tijd', {
      proposed: talkToCome?.time,
      hint: 'Alleen nodig als het gesprek nog komt. Was het eerder dan afgesproken? Verbeter dan de tijd.',
    }),
    solved: choice<Solved>(
      'Zijn jullie eruit gekomen?',
      'Kies of jullie eruit zijn gekomen, of dat het gesprek nog komt.',
      choicesOf(
        answers.filter((one) => one !== 'called-off' || talkToCome),
        answerWords,
      ),
      { hint: 'Bij “Ja” sluit het dossier, en krijgt de klager een brief met de afspraken.' },
    ),
    result: optionalText(labels.result, {
      multiline: true,
      hint: `Nodig als het gesprek is geweest${talkToCome ? '; ging het niet door, schrijf dan op waarom' : ''}. Dit is voor het dossier: het staat niet in de brief. De klager leest het wel bij inzage.`,
    }),
    agreements: optionalText(labels.agreements, {
      multiline: true,
      hint: 'Nodig als jullie eruit zijn gekomen. Dit staat in de brief: schrijf het aan de klager, met “u”.',
    }),
    ...measuresBlock(setting),
    ...learningBlock(setting),
    ...optionalLetterBlock(setting, datedFrom(setting.complaint, 'mediation', 'closing')),
  };
};

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string | undefined => {
  const { on, mediationForm: form, partner, ledBy, agreements, solved, manner } = typed;
  if (solved !== 'yes' || !manner) return undefined;
  const leader = leaders(setting.complaint, setting).find(({ id }) => id === ledBy)?.name;
  return draftLetter('mediation', setting.complaint, {
    ...factsOf(typed, setting),
    talk: { on, form, partner, ledBy: leader, agreements },
    measures: drafted(typed, setting),
  });
};

/** Inleiding: offers a talk or mediation before the answer, and records what came of it. */
export const mediate = stepForm('mediate', {
  title: 'Gesprek of bemiddeling',
  labels,
  draftName: 'opgelost-in-gesprek',
  intro: (setting) =>
    `Een klacht begint met een goed gesprek (inleiding van de regeling). Komt het gesprek nog? Leg dan vast met wie en wanneer. Een brief is niet nodig: nodig de klager uit per telefoon. Is het geweest? Leg dan vast wat eruit kwam${setting.complaint.talkToCome ? ', of dat het niet doorging' : ''}. ${periodsGoOn(setting.complaint, setting)}`,
  fields,
  command: (typed, setting) => {
    const { mediationForm: form, partner, ledBy, on, time, solved, result, agreements } = typed;
    const talk = { form, partner, ledBy, on, time, result, agreements, measures: promised(typed, setting) };
    if (solved === 'called-off') return { ...talk, calledOff: true };
    if (solved !== 'yes') return { ...talk, solved: solved === 'to-come' ? undefined : false };
    const letter = optionalDispatchOf(typed, draft(typed, setting), setting);
    return { ...talk, solved: true, letter };
  },
  draft,
  done: ({ complaint: { closed, talkToCome }, journal }, setting) => {
    if (closed) return 'Jullie zijn eruit gekomen. De afspraken zijn vastgelegd en het dossier is gesloten.';
    if (journal.at(-1)?.type === 'mediation-called-off')
      return `Vastgelegd: het gesprek ging niet door. Er kan een ander gesprek komen. ${periodsGoOn(setting.complaint, setting)}`;
    return talkToCome
      ? `Het gesprek is vastgelegd. Er gaat geen brief uit: nodig de klager uit per telefoon, en leg na afloop vast wat eruit kwam. ${periodsGoOn(setting.complaint, setting)}`
      : `Het gesprek is vastgelegd. Jullie zijn er nog niet uit, dus de klacht gaat gewoon verder. ${periodsGoOn(setting.complaint, setting)}`;
  },
  about: {
    'out-of-order': 'on',
    'not-to-come': 'on',
    'appointment-to-come': 'time',
    'not-now': 'solved',
    'time-missing': 'time',
    'mediator-missing': 'ledBy',
    'not-eligible': 'ledBy',
    'not-held-yet': 'solved',
    'text-missing': 'result',
    'agreement-missing': 'agreements',
    'letter-missing': 'manner',
    'in-the-future': 'on',
  },
});
