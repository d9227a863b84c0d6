import { keptLetter, letterAnew } from '../../letters/letter-anew.ts';
import { letterNames } from '../../letters/words.ts';
import { resendable } from '../../procedure/articles/send-again.ts';
import { type AgainReason, againReasons, type Sent } from '../../procedure/model/letter.ts';
import { againFrom } from '../../procedure/order-of-events.ts';
import { letterDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { againWords, capital, dispatchWords } from '../cards/words.ts';
import { choice, choicesOf, type Typed } from '../form/fields.ts';
import { addresses, dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { type Setting, stepForm } from './step.ts';

const lettersOf = (setting: Setting): Sent[] => resendable(setting.complaint, setting.by, setting);

const choices = (setting: Setting) =>
  lettersOf(setting).map(({ id, kind, sentOn, manner }) => ({
    title: `${capital(letterNames[kind])}, ${letterDate(sentOn)} (${dispatchWords[manner].toLowerCase()})`,
    value: String(id),
  }));

/** Finds the first day on which one of the letters can go out once more. */
const againFirst = (setting: Setting): LocalDate =>
  lettersOf(setting)
    .map((letter) => againFrom(setting.complaint, letter))
    .reduce((first, on) => (on < first ? on : first), setting.today);

const fields = (setting: Setting) => {
  return {
    which: choice('Welke brief', 'Kies de brief die opnieuw gaat.', choices(setting), {
      proposed: choices(setting)[0]?.value,
    }),
    because: choice<AgainReason>(
      'Waarom opnieuw?',
      'Kies waarom de brief opnieuw gaat.',
      choicesOf(againReasons, againWords),
      { hint: 'De brief zegt dit in een eigen zin.' },
    ),
    ...letterBlock(setting, againFirst(setting)),
    ...addresses(setting),
  };
};

type Draft = Typed<ReturnType<typeof fields>>;

const chosen = ({ which }: Draft, setting: Setting): Sent | undefined =>
  lettersOf(setting).find(({ id }) => String(id) === which);

const draft = (typed: Draft, setting: Setting): string | undefined => {
  const letter = chosen(typed, setting);
  return letter && letterAnew({ ...letter, again: againOf(letter, typed) }, typed, setting);
};

const againOf = ({ id }: Sent, { because = 'not-arrived' }: Draft) => ({ letter: id, because });

/** Sends a letter once more, made anew for the day and the manner: it came back, or did not arrive. */
export const sendAgain = stepForm('send-again', {
  title: 'Opnieuw versturen',
  labels: letterLabels,
  draftName: 'brief',
  intro:
    'Kwam een brief terug, of heeft de klager hem niet gekregen? Stuur hem hier opnieuw. De brief krijgt de datum van nu en zegt dat hij opnieuw is verstuurd. Bij een antwoord telt de maand van artikel 7 vanaf de laatste ontvangst. Of Ballance op tijd was, verandert niet.',
  fields,
  command: (typed, setting) => {
    const { which, because } = typed;
    return {
      again: Number(which),
      because,
      letter: dispatchOf(typed, draft(typed, setting) ?? '', setting),
    };
  },
  draft,
  kept: (typed, setting) => {
    const letter = chosen(typed, setting);
    const last = setting.complaint.letters.findLast(
      ({ again, sentOn }) => again?.letter === letter?.id && sentOn,
    );
    return letter && keptLetter(last ?? letter, setting);
  },
  done: 'De brief is opnieuw verstuurd. In het dossier staan nu allebei.',
  about: {
    'out-of-order': 'sentOn',
    'letter-overtaken': 'which',
    'again-too-slow': 'manner',
    'in-the-future': 'sentOn',
  },
});
