import { keptLetter, letterAnew } from '../../letters/letter-anew.ts';
import { letterNames } from '../../letters/words.ts';
import { isOvertaken } from '../../procedure/articles/letter-renewed.ts';
import { type Letter, waitingLetters } from '../../procedure/model/letter.ts';
import { eventOf } from '../../register/model/journal.ts';
import { letterDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { capital, dispatchWords } from '../cards/words.ts';
import { choice, day, type Typed } from '../form/fields.ts';
import { addresses, letterBlock, letterLabels } from './letter-section.ts';
import { since } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const manners = ['post', 'handed', 'own-email', 'email', 'again', 'not'] as const;

const mannerTitles: Record<(typeof manners)[number], string> = {
  post: dispatchWords.post,
  handed: dispatchWords.handed,
  'own-email': dispatchWords['own-email'],
  email: 'De e-mail is toch aangekomen',
  again: 'Nog niet verstuurd: mail de brief opnieuw',
  not: 'Niet meer versturen: het gesprek of de dag erin is al voorbij',
};

/** Lists the letters that wait, by their id in the dossier, with the day that each names. */
const choices = ({ complaint }: Setting) =>
  waitingLetters(complaint).map(({ id, kind, queuedOn }) => ({
    title: `${capital(letterNames[kind])}${queuedOn ? `, van ${letterDate(queuedOn)}` : ''}`,
    value: String(id),
  }));

/** Lists what can be done with the letters that wait: one of which the moment has come need not go any more. */
const mannersFor = (setting: Setting) => {
  const isOver = waitingLetters(setting.complaint).some((letter) =>
    isOvertaken(letter, setting.complaint, setting),
  );
  return manners.filter((manner) => manner !== (isOver ? 'again' : 'not'));
};

/** Finds the day on which the first of the letters that wait was written. */
const writtenFirst = ({ complaint, today }: Setting): LocalDate =>
  waitingLetters(complaint)
    .map(({ queuedOn }) => queuedOn ?? complaint.receivedOn)
    .reduce((first, on) => (on < first ? on : first), today);

const fields = (setting: Setting) => ({
  which: choice('Welke brief', 'Kies de brief die je zelf hebt verstuurd.', choices(setting), {
    proposed: choices(setting)[0]?.value,
  }),
  manner: choice<(typeof manners)[number]>(
    'Wijze van verzending',
    'Kies hoe de brief is verstuurd, of dat ik hem opnieuw moet mailen.',
    mannersFor(setting).map((value) => ({ title: mannerTitles[value], value })),
    { ...(setting.complaint.complainant.address && { proposed: 'post' }), hint: addressHint(setting) },
  ),
  ...addresses(setting),
  sentOn: day(
    'Datum van verzending',
    'Kies een dag vanaf het schrijven van de brief tot en met vandaag.',
    since(writtenFirst(setting), setting),
    {
      proposed: setting.today,
      hint: 'Wanneer je de brief zelf hebt verstuurd. Is de e-mail toch aangekomen? Dan geldt de dag die in de brief staat.',
    },
  ),
  letter: letterBlock(setting, setting.today).letter,
});

/** Words to which address a letter is mailed again, or that there is none; nothing where it does not go again. */
const addressHint = (setting: Setting): string | undefined => {
  if (!mannersFor(setting).includes('again')) return undefined;
  const { email } = setting.complaint.complainant;
  return email === undefined
    ? 'Er is geen e-mailadres van de klager. Weet je het? Vul het hieronder in: dan kan ik opnieuw mailen.'
    : `Opnieuw mailen gaat naar ${email}. Klopt dat adres niet? Verbeter het hieronder.`;
};

type Draft = Typed<ReturnType<typeof fields>>;

const chosen = ({ which }: Draft, { complaint }: Setting): Letter | undefined =>
  waitingLetters(complaint).find(({ id }) => String(id) === which);

/** Makes the letter anew for the manner and the day; none where it arrived as it was mailed. */
const draft = (typed: Draft, setting: Setting): string | undefined => {
  const letter = chosen(typed, setting);
  const { manner, sentOn } = typed;
  if (!letter || !manner || manner === 'email' || manner === 'not') return undefined;
  return letterAnew(letter, manner === 'again' ? { manner: 'email' } : { manner, sentOn }, setting);
};

/**
 * Records that a letter which the mail server did not accept was sent by hand, made anew for that; one that may have arrived
 * did, or goes again.
 */
export const sendByHand = stepForm('send-by-hand', {
  title: 'Brief zelf verstuurd',
  labels: letterLabels,
  intro:
    'Neemt de mailserver de brief niet aan? Kies hier de wijze en de dag, download de brief en verstuur hem zelf: de data in de brief horen daarbij. Leg het daarna vast. Ik probeer hem dan niet meer te mailen. Is de brief mogelijk al verstuurd? Vraag de klager of hij er is en kies dan wat klopt.',
  fields,
  command: (typed, setting) => {
    const { which, manner, sentOn, letter = draft(typed, setting) } = typed;
    return { letter: Number(which), manner, sentOn, text: manner === 'email' ? undefined : letter };
  },
  draft,
  kept: (typed, setting) => {
    const letter = chosen(typed, setting);
    return letter && keptLetter(letter, setting);
  },
  sends: false,
  done: ({ journal }) => {
    const done = journal.map(eventOf).findLast(({ type }) => type.startsWith('letter-'));
    if (done?.type === 'letter-requeued')
      return 'De brief gaat opnieuw naar de mailserver. Je krijgt bericht als hij niet wordt aangenomen.';
    return done?.type === 'letter-sent'
      ? `Vastgelegd: de brief is verstuurd op ${letterDate(done.sentOn)}.`
      : 'Vastgelegd: de brief gaat niet meer uit. Je kunt nu een nieuwe brief sturen.';
  },
  about: {
    'out-of-order': 'sentOn',
    'in-the-future': 'sentOn',
    'no-letter-waits': 'which',
    'letter-overtaken': 'manner',
  },
});
