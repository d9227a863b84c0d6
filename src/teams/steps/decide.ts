import { draftLetter } from '../../letters/draft-letter.ts';
import { type Typed, text } from '../form/fields.ts';
import { dispatchOf, factsOf, letterBlock, letterLabels } from './letter-section.ts';
import { type Setting, stepForm } from './step.ts';

const multiline = { multiline: true };

const labels = { decision: 'Beslissing', reasons: 'Motivering', ...letterLabels };

const fields = (setting: Setting) => ({
  decision: text(labels.decision, 'Schrijf op wat de directie beslist (hoogstens 2000 tekens).', multiline),
  reasons: text(
    labels.reasons,
    'Schrijf op waarom de directie zo beslist (hoogstens 2000 tekens).',
    multiline,
  ),
  ...letterBlock(setting),
});

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string => {
  const { decision, reasons } = typed;
  return draftLetter('final-decision', setting.complaint, { ...factsOf(typed, setting), decision, reasons });
};

/** Art. 8: "Definitieve beslissing" of the board. */
export const decide = stepForm('decide', {
  title: 'Definitieve beslissing',
  labels,
  primaryIn: ['waived'],
  draftName: 'definitieve-beslissing',
  intro:
    'De klager maakte geen gebruik van het gesprek. De directie neemt daarom een definitieve beslissing (artikel 8). Als de brief is verstuurd, sluit het dossier.',
  fields,
  command: (typed, setting) => {
    const { decision, reasons } = typed;
    return { decision, reasons, letter: dispatchOf(typed, draft(typed, setting), setting) };
  },
  draft,
  done: 'De beslissing is genomen en het dossier is gesloten.',
  about: { 'in-the-future': 'sentOn', 'before-receipt': 'sentOn' },
});
