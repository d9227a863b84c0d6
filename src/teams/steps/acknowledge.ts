import { draftLetter } from '../../letters/draft-letter.ts';
import { dispatchOf, factsNow, letterBlock, letterLabels } from './letter-section.ts';
import { type Setting, stepForm } from './step.ts';

const draft = (setting: Setting): string =>
  draftLetter('acknowledgement', setting.complaint, factsNow(setting));

/** Art. 5: confirms receipt by a letter; nothing need be typed for it. */
export const acknowledge = stepForm('acknowledge', {
  title: 'Ontvangst bevestigen',
  labels: letterLabels,
  primaryIn: ['registered'],
  draftName: 'ontvangstbevestiging',
  intro:
    'De klager krijgt zo snel mogelijk een schriftelijke bevestiging, uiterlijk op de vijfde werkdag, met uitleg over het vervolg (artikel 5).',
  fields: (setting) => letterBlock(setting, draft(setting)),
  command: (letter, setting) => ({ letter: dispatchOf(letter, draft(setting)) }),
  done: 'De ontvangst is bevestigd. De brief staat in het dossier zoals je hem hebt verstuurd.',
  sends: true,
  about: { 'in-the-future': 'sentOn', 'before-receipt': 'sentOn' },
});
