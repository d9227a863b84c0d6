import { keptLetter, letterAnew } from '../../letters/letter-anew.ts';
import { letterNames } from '../../letters/words.ts';
import { resendable } from '../../procedure/articles/send-again.ts';
import type { Complainant, Complaint } from '../../procedure/model/complaint.ts';
import { type AgainReason, againReasons, type Sent } from '../../procedure/model/letter.ts';
import { letterDate } from '../../time/dutch-date.ts';
import { againWords, capital, dispatchWords } from '../cards/words.ts';
import { address, choice, choicesOf, email, type Typed } from '../form/fields.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { email: 'E-mailadres van de klager', address: 'Postadres van de klager', ...letterLabels };

const lettersOf = (setting: Setting): Sent[] => resendable(setting.complaint, setting.by, setting);

const choices = (setting: Setting) =>
  lettersOf(setting).map(({ id, kind, sentOn, manner }) => ({
    title: `${capital(letterNames[kind])}, ${letterDate(sentOn)} (${dispatchWords[manner].toLowerCase()})`,
    value: String(id),
  }));

const fields = (setting: Setting) => {
  const { complainant } = setting.complaint;
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
    email: email(labels.email, {
      proposed: complainant.email,
      hint: 'Klopt het adres niet meer? Vul hier het goede in: dat komt dan ook in het dossier.',
    }),
    address: address(labels.address, { proposed: complainant.address }),
    ...letterBlock(setting),
  };
};

type Draft = Typed<ReturnType<typeof fields>>;

const chosen = ({ which }: Draft, setting: Setting): Sent | undefined =>
  lettersOf(setting).find(({ id }) => String(id) === which);

/** Finds how the complainant can be reached from now on; undefined where that stays as it was. */
function reachedAt(typed: Draft, { complainant }: Complaint): Complainant | undefined {
  const { email = complainant.email, address = complainant.address } = typed;
  const changed = email !== complainant.email || address !== complainant.address;
  return changed ? { ...complainant, email, address } : undefined;
}

/** The setting with the address to which the letter goes. */
const atThatAddress = (typed: Draft, setting: Setting): Setting => {
  const { complaint } = setting;
  const complainant = reachedAt(typed, complaint) ?? complaint.complainant;
  return { ...setting, complaint: { ...complaint, complainant } };
};

const draft = (typed: Draft, setting: Setting): string | undefined => {
  const letter = chosen(typed, setting);
  return (
    letter && letterAnew({ ...letter, again: againOf(letter, typed) }, typed, atThatAddress(typed, setting))
  );
};

const againOf = ({ id }: Sent, { because = 'not-arrived' }: Draft) => ({ letter: id, because });

/** Sends a letter once more, made anew for the day and the manner: it came back, or did not arrive. */
export const sendAgain = stepForm('send-again', {
  title: 'Opnieuw versturen',
  labels,
  draftName: 'brief',
  intro:
    'Kwam een brief terug, of heeft de klager hem niet gekregen? Stuur hem hier opnieuw. De brief krijgt de datum van nu en zegt dat hij opnieuw is verstuurd. Bij een antwoord telt de maand van artikel 7 vanaf de laatste ontvangst. Of Ballance op tijd was, verandert niet.',
  fields,
  command: (typed, setting) => {
    const { which, because } = typed;
    const complainant = reachedAt(typed, setting.complaint);
    return {
      again: Number(which),
      because,
      address: complainant && { to: { complainant }, reason: `${againWords[because]}.` },
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
