import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { objectionDue } from '../../letters/fields.ts';
import { meansWords } from '../../letters/words.ts';
import { hasLapsed, lastReceipt } from '../../procedure/articles/art07-objection.ts';
import { objectionDeadline } from '../../procedure/deadlines.ts';
import { type ObjectionMeans, objectionMeans } from '../../procedure/model/answer.ts';
import type { LateObjection } from '../../procedure/model/commands.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { longDate } from '../../time/dutch-date.ts';
import {
  choicesOf,
  day,
  optionalChoice,
  optionalDay,
  optionalText,
  type Typed,
  text,
} from '../form/fields.ts';
import { learningBlock, lessonLabels } from './learning-section.ts';
import { letterLabels, optionalDispatchOf, optionalLetterBlock } from './letter-section.ts';
import { sinceAnswer } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const multiline = { multiline: true };

const labels = {
  text: 'Inhoud',
  reason: 'Reden (de klager leest die als je weigert)',
  ...lessonLabels,
  ...letterLabels,
};

const fields = (setting: Setting) => ({
  receivedOn: day(
    'Datum van ontvangst',
    'Kies een dag waarop de klager het antwoord kon hebben, tot en met vandaag.',
    sinceAnswer(setting),
    { proposed: setting.today },
  ),
  postmark: optionalDay('Datum van de brief of poststempel', sinceAnswer(setting), {
    hint: 'Hij is op tijd als hij binnen de maand is verstuurd en binnen een week daarna hier is. Laat je dit leeg, dan telt de dag van ontvangst.',
  }),
  how: optionalChoice<ObjectionMeans>('Hoe', choicesOf(objectionMeans, meansWords), 'Niet bekend', {
    hint: 'Hoe de klager het liet weten.',
  }),
  text: text(labels.text, 'Schrijf op wat de klager schrijft of zegt (hoogstens 2000 tekens).', multiline),
  ...(hasLapsed(setting.complaint, setting) && lateFields(setting)),
});

/** Makes the fields that are asked once the month of Art. 7 has passed. */
const lateFields = (setting: Setting) => ({
  late: optionalChoice(
    'Te laat?',
    [
      { title: 'Ja, toch behandelen', value: 'accept' },
      { title: 'Ja, weigeren met een brief', value: 'refuse' },
    ] as const,
    'Nee, op tijd verstuurd',
    {
      hint: `De maand van artikel 7 liep tot en met ${objectionDue(setting.complaint, setting.calendar)}.${underway(setting)}`,
    },
  ),
  reason: optionalText(labels.reason, {
    ...multiline,
    hint: 'Waarom je het toch behandelt, of waarom niet. Bij weigeren staat dit in de brief: schrijf het dan aan de klager, met “u”.',
  }),
  ...learningBlock(setting),
  ...optionalLetterBlock(setting, datedFrom(setting.complaint, 'late-objection-refused', 'closing')),
});

/** Words until when an objection that was sent in time can come in. */
function underway({ complaint, calendar }: Setting): string {
  const due = objectionDeadline(complaint, calendar)?.dueOn;
  return due
    ? ` Een bericht van uiterlijk die dag telt mee als het er op ${longDate(lastReceipt(due))} is.`
    : '';
}

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string | undefined => {
  const { late, receivedOn, postmark: sentOn, text, reason } = typed;
  if (late !== 'refuse') return undefined;
  const facts = { ...factsOf(typed, setting), objection: { receivedOn, sentOn, text }, reason };
  return draftLetter('late-objection-refused', setting.complaint, facts);
};

function choiceOf(typed: Draft, setting: Setting): LateObjection | undefined {
  const { late, reason = '', letter, manner, sentOn } = typed;
  if (!late) return undefined;
  if (late === 'accept') return { accept: true, reason };
  return {
    accept: false,
    reason,
    letter: optionalDispatchOf({ letter, manner, sentOn }, draft(typed, setting), setting),
  };
}

const inTime =
  'Is de klager het niet eens met het antwoord (artikel 7)? Dan bied je binnen een week een gesprek aan (artikel 8). Heb je het bezwaar op papier of in een mail? Ga daarna terug naar de zaak, en kies daar “Document toevoegen”.';
const afterTheMonth =
  'De maand van artikel 7 is voorbij. Kwam het bericht van de klager te laat, kies dan of je het toch behandelt, met een reden, of weigert met een brief. Bij weigeren sluit het dossier.';
const afterClosing =
  'Het dossier is gesloten omdat de maand van artikel 7 voorbij was. Kwam het bericht van de klager toch op tijd, of behandel je het alsnog? Dan gaat het dossier weer open en bied je binnen een week een gesprek aan (artikel 8). Je kunt het ook weigeren met een brief.';

function intro(setting: Setting): string {
  if (setting.complaint.stage === 'closed') return afterClosing;
  return hasLapsed(setting.complaint, setting) ? afterTheMonth : inTime;
}

/** Art. 7: records that the complainant does not agree with the answer. */
export const object = stepForm('object', {
  title: 'Klager is het niet eens',
  labels,
  draftName: 'bericht-na-de-termijn',
  intro,
  fields,
  command: (typed, setting) => {
    const { receivedOn, postmark: sentOn, how, text } = typed;
    return { receivedOn, sentOn, ...(how && { how }), text, late: choiceOf(typed, setting) };
  },
  draft: (typed, setting) => draft(typed, setting),
  done: ({ complaint: { stage } }) =>
    stage === 'closed'
      ? 'Het bezwaar is geweigerd en het dossier is gesloten.'
      : 'Vastgelegd. Bied de klager nu binnen een week een gesprek aan (artikel 8).',
  about: {
    'out-of-order': 'receivedOn',
    'in-the-future': 'receivedOn',
    'before-the-answer': 'receivedOn',
    'late-objection': 'late',
    'objection-in-time': 'late',
    'letter-missing': 'manner',
  },
});
