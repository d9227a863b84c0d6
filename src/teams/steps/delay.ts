import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { guardedNow, toldDay } from '../../procedure/articles/art06-delay.ts';
import { type Wish, wishes } from '../../procedure/model/answer.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { longDate } from '../../time/dutch-date.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { wishWords } from '../cards/words.ts';
import { choice, choicesOf, day, type Typed, text } from '../form/fields.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { from } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { reason: 'Reden (de klager leest die)', ...letterLabels };

/** Words the day that the complainant was told, or that is guarded where they were told none, to come or past. */
function dayNow({ complaint, calendar, today }: Setting): string {
  const now = toldDay(complaint) ?? guardedNow(complaint, calendar);
  return `${today > now ? 'Dat was' : 'Nu is dat'} uiterlijk ${longDate(now)}.`;
}

/** Finds the first day that is later than today, than the day that is guarded now, and than the one that the complainant was told. */
function laterThanNow({ complaint, today, calendar }: Setting): LocalDate {
  const known = [guardedNow(complaint, calendar), toldDay(complaint) ?? today];
  return addDays(
    known.reduce((last, on) => (on > last ? on : last), today),
    1,
  );
}

const fields = (setting: Setting) => ({
  wish: choice<Wish>('Op wiens wens?', 'Kies wie het uitstel wil.', choicesOf(wishes, wishWords)),
  reason: text(labels.reason, 'Schrijf op waarom het langer duurt (hoogstens 2000 tekens).', {
    multiline: true,
    hint: 'Dit staat in de brief. Schrijf het aan de klager, met “u”.',
  }),
  until: day(
    'Nieuwe dag',
    'Kies de dag waarop de klager het uiterlijk heeft: na vandaag, en later dan nu.',
    from(laterThanNow(setting), setting),
    { hint: dayNow(setting) },
  ),
  ...letterBlock(setting, datedFrom(setting.complaint, 'delay')),
});

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string => {
  const { wish, reason, until } = typed;
  return draftLetter('delay', setting.complaint, {
    ...factsOf(typed, setting),
    reason,
    delay: { wish, until },
  });
};

/** Art. 6 and 8: tells the complainant that the answer or the decision comes later, and promises a new day. */
export const delay = stepForm('delay', {
  title: 'Uitstel melden',
  labels,
  draftName: 'uitstel',
  intro:
    'Komt het antwoord (artikel 6) of de beslissing (artikel 8) later? De klager krijgt daarover een brief met de reden en een nieuwe dag. De herinneringen volgen die dag. Wat volgens het artikel te laat is, blijft te laat, in de lijsten en in het jaaroverzicht.',
  fields,
  command: (typed, setting) => {
    const { wish, reason, until } = typed;
    return { wish, reason, until, letter: dispatchOf(typed, draft(typed, setting), setting) };
  },
  draft,
  done: 'Het uitstel is gemeld. De herinneringen volgen de nieuwe dag.',
  about: {
    'not-later': 'until',
    'out-of-order': 'sentOn',
    'in-the-future': 'sentOn',
  },
});
