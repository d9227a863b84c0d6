import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { day, type Typed } from '../form/fields.ts';
import { learningBlock, lessonLabels } from './learning-section.ts';
import { letterLabels, optionalDispatchOf, optionalLetterBlock, orNone } from './letter-section.ts';
import { since } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const fields = (setting: Setting) => ({
  on: day(
    'Datum',
    'Kies een dag waarop de klager het antwoord kon hebben, tot en met vandaag.',
    since(datedFrom(setting.complaint, 'closing'), setting),
    { proposed: setting.today, hint: 'De dag waarop de klager dit liet weten.' },
  ),
  ...learningBlock(setting),
  ...optionalLetterBlock(setting, datedFrom(setting.complaint, 'closure', 'closing'), orNone),
});

const draft = (typed: Typed<ReturnType<typeof fields>>, setting: Setting): string | undefined => {
  const { on, manner } = typed;
  const closing = { outcome: 'agreed', on } as const;
  return manner && draftLetter('closure', setting.complaint, { ...factsOf(typed, setting), closing });
};

/** Art. 6: records that the complainant agrees with the answer; a letter confirms that the complaint is closed, unless they want none. */
export const agree = stepForm('agree', {
  title: 'Klager gaat akkoord',
  primaryIn: ['answered'],
  labels: { ...lessonLabels, ...letterLabels },
  draftName: 'bevestiging-van-afsluiting',
  intro:
    'Is de klager het eens met het antwoord (artikel 6)? Dan sluit je het dossier. De brief bevestigt dat aan de klager. Maatregelen die nog open staan, blijven in beeld tot ze zijn afgevinkt.',
  fields,
  command: (typed, setting) => ({
    on: typed.on,
    letter: optionalDispatchOf(typed, draft(typed, setting), setting),
  }),
  draft,
  done: 'De klager gaat akkoord en het dossier is gesloten.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on', 'before-the-answer': 'on' },
});
