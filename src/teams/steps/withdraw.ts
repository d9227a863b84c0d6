import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { day, type Typed, text } from '../form/fields.ts';
import { learningBlock, lessonLabels } from './learning-section.ts';
import { letterLabels, optionalDispatchOf, optionalLetterBlock, orNone } from './letter-section.ts';
import { since } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { reason: 'Reden', ...lessonLabels, ...letterLabels };

const fields = (setting: Setting) => ({
  on: day(
    'Datum',
    'Kies een dag tot en met vandaag, na wat er al is vastgelegd.',
    since(datedFrom(setting.complaint, 'closing'), setting),
    { proposed: setting.today, hint: 'De dag waarop de klager de klacht introk.' },
  ),
  reason: text(labels.reason, 'Schrijf op waarom de klager de klacht introk (hoogstens 2000 tekens).', {
    multiline: true,
  }),
  ...learningBlock(setting),
  ...optionalLetterBlock(setting, datedFrom(setting.complaint, 'withdrawal', 'closing'), orNone),
});

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string | undefined => {
  const { on, manner } = typed;
  if (!manner) return undefined;
  return draftLetter('withdrawal', setting.complaint, { ...factsOf(typed, setting), on });
};

/** Withdraws the complaint; a letter confirms it, unless the complainant wants none. */
export const withdraw = stepForm('withdraw', {
  title: 'Klacht ingetrokken',
  labels,
  draftName: 'bevestiging-van-intrekking',
  intro:
    'Trekt de klager de klacht in? Dan sluit je het dossier. Er lopen dan geen termijnen meer. De brief bevestigt het aan de klager.',
  fields,
  command: (typed, setting) => {
    const { on, reason } = typed;
    const letter = optionalDispatchOf(typed, draft(typed, setting), setting);
    return { on, reason, letter };
  },
  draft,
  done: 'De klacht is ingetrokken en het dossier is gesloten.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on' },
});
