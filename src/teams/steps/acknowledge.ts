import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { wordingBlock, wordingLabels } from './reader-texts.ts';
import { type Setting, stepForm } from './step.ts';

const fields = (setting: Setting) => ({
  ...wordingBlock(setting),
  ...letterBlock(setting, draft({}, setting)),
});

type Draft = Parameters<typeof factsOf>[0] & { wording?: string };

const draft = (typed: Draft, setting: Setting): string =>
  draftLetter('acknowledgement', setting.complaint, {
    ...factsOf(typed, setting),
    wording: typed.wording,
  });

/** Art. 5: confirms receipt by a letter; nothing need be typed for it. */
export const acknowledge = stepForm('acknowledge', {
  title: 'Ontvangst bevestigen',
  labels: { ...wordingLabels, ...letterLabels },
  primaryIn: ['registered'],
  draftName: 'ontvangstbevestiging',
  intro:
    'De klager krijgt zo snel mogelijk een schriftelijke bevestiging, uiterlijk op de vijfde werkdag, met uitleg over het vervolg (artikel 5).',
  fields,
  command: (typed, setting) => ({
    wording: typed.wording,
    letter: dispatchOf(typed, draft(typed, setting), setting),
  }),
  draft,
  done: 'De ontvangst is bevestigd. De brief staat in het dossier zoals je hem hebt verstuurd.',
  about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn' },
});
