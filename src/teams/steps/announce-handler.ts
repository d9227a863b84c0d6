import { draftLetter } from '../../letters/draft-letter.ts';
import { dispatchOf, factsOf, letterBlock, letterLabels } from './letter-section.ts';
import { type Setting, stepForm } from './step.ts';

type Sending = Parameters<typeof factsOf>[0];

const draft = (typed: Sending, setting: Setting): string =>
  draftLetter('new-handler', setting.complaint, factsOf(typed, setting));

/** Art. 5: tells the complainant, who knows an earlier handler from a letter, who handles the complaint now. */
export const announceHandler = stepForm('announce-handler', {
  title: 'Nieuwe behandelaar melden',
  labels: letterLabels,
  primaryIn: ['acknowledged', 'answered', 'objected', 'hearing-offered', 'heard', 'waived'],
  draftName: 'nieuwe-behandelaar',
  intro:
    'In een eerdere brief staat iets anders over wie de klacht behandelt (artikel 5). Laat de klager weten wie het nu is. De brief zegt niet waarom.',
  fields: (setting) => letterBlock(setting, draft({}, setting)),
  command: (typed, setting) => ({ letter: dispatchOf(typed, draft(typed, setting), setting) }),
  draft,
  done: 'De klager leest wie de klacht nu behandelt.',
  about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn' },
});
