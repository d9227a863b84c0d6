import { letterNames } from '../../letters/letter-names.ts';
import { waitingLetters } from '../../procedure/letter.ts';
import { choice } from '../forms/choice-fields.ts';
import { day } from '../forms/text-fields.ts';
import { capital, dispatchWords } from '../words.ts';
import { sinceReceipt } from './days.ts';
import { dialog, type Setting } from './dialog.ts';

const byHand = ['post', 'handed'] as const;

/** The letters that wait, by their place in the dossier. */
const choices = ({ complaint }: Setting) =>
  waitingLetters(complaint).map(({ id, kind }) => ({ title: capital(letterNames[kind]), value: String(id) }));

/** A letter that the mail server did not take is sent by post after all. */
export const sendByHand = dialog('send-by-hand', {
  intro:
    'Neemt de mailserver de brief niet aan? Verstuur hem dan zelf en leg dat hier vast. Ik probeer hem daarna niet meer te mailen.',
  fields: (setting) => ({
    letter: choice('Welke brief', 'Kies de brief die je zelf hebt verstuurd.', choices(setting), {
      proposed: choices(setting)[0]?.value,
    }),
    manner: choice<(typeof byHand)[number]>(
      'Wijze van verzending',
      'Kies hoe je de brief hebt verstuurd.',
      byHand.map((value) => ({ title: dispatchWords[value], value })),
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
  done: 'Vastgelegd: de brief is verstuurd.',
  about: { 'in-the-future': 'sentOn', 'before-receipt': 'sentOn', 'no-letter-waits': 'letter' },
});
