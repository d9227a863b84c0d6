import { letterNames } from '../../letters/words.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import { capital, dispatchWords } from '../cards/words.ts';
import { choice, day } from '../form/fields.ts';
import { sinceReceipt } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const manners = ['post', 'handed', 'email', 'again'] as const;

const mannerTitles: Record<(typeof manners)[number], string> = {
  post: dispatchWords.post,
  handed: dispatchWords.handed,
  email: 'De e-mail is toch aangekomen',
  again: 'Nog niet verstuurd: mail de brief opnieuw',
};

/** Lists the letters that wait, by their id in the dossier. */
const choices = ({ complaint }: Setting) =>
  waitingLetters(complaint).map(({ id, kind }) => ({ title: capital(letterNames[kind]), value: String(id) }));

/**
 * Records that a letter which the mail server did not accept was sent in another way; one that may have arrived did, or goes
 * again.
 */
export const sendByHand = stepForm('send-by-hand', {
  title: 'Brief zelf verstuurd',
  labels: {},
  intro:
    'Neemt de mailserver de brief niet aan? Verstuur hem dan zelf en leg dat hier vast. Ik probeer hem daarna niet meer te mailen. Is de brief mogelijk al verstuurd? Vraag de klager of hij er is en kies dan wat klopt.',
  fields: (setting) => ({
    letter: choice('Welke brief', 'Kies de brief die je zelf hebt verstuurd.', choices(setting), {
      proposed: choices(setting)[0]?.value,
    }),
    manner: choice<(typeof manners)[number]>(
      'Wijze van verzending',
      'Kies hoe de brief is verstuurd, of dat ik hem opnieuw moet mailen.',
      manners.map((value) => ({ title: mannerTitles[value], value })),
      { proposed: 'post' },
    ),
    sentOn: day(
      'Datum van verzending',
      'Kies een dag vanaf de ontvangst van de klacht tot en met vandaag.',
      sinceReceipt(setting),
      { proposed: setting.today },
    ),
  }),
  command: ({ letter, manner, sentOn }) => ({ letter: Number(letter), manner, sentOn }),
  done: ({ journal }) =>
    journal.at(-1)?.type === 'letter-requeued'
      ? 'De brief gaat opnieuw naar de mailserver. Je krijgt bericht als hij niet wordt aangenomen.'
      : 'Vastgelegd: de brief is verstuurd.',
  about: {
    'out-of-order': 'sentOn',
    'in-the-future': 'sentOn',
    'before-receipt': 'sentOn',
    'no-letter-waits': 'letter',
  },
});
