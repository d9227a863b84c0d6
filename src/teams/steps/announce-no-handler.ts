import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf, type Outgoing } from '../../letters/facts-of.ts';
import { openStages } from '../../procedure/model/complaint.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { wordingBlock, wordingLabels, wordingProposed } from './reader-texts.ts';
import { type Setting, stepForm } from './step.ts';

const fields = (setting: Setting) => ({
  ...wordingBlock(setting),
  ...letterBlock(setting, draft(wordingProposed(setting), setting)),
});

const draft = (typed: Outgoing & { wording?: string | undefined }, setting: Setting): string =>
  draftLetter('no-handler', setting.complaint, { ...factsOf(typed, setting), wording: typed.wording });

/** Art. 5 and 10: tells the complainant that nobody may handle the complaint; who registered it sends that letter. */
export const announceNoHandler = stepForm('announce-no-handler', {
  title: 'Klager informeren',
  labels: { ...wordingLabels, ...letterLabels },
  primaryIn: openStages,
  draftName: 'niemand-mag-behandelen',
  intro:
    'De klacht gaat over iedereen die haar zou mogen behandelen (artikel 5). Laat de klager weten dat niemand bij Ballance dat mag, en dat de weg naar de rechter openstaat (artikel 10). Jij hebt de klacht geregistreerd, dus jij stuurt deze brief. Er staat in waar de klacht over gaat, zoals je dat hier opschrijft.',
  fields,
  command: (typed, setting) => ({
    wording: typed.wording,
    letter: dispatchOf(typed, draft(typed, setting), setting),
  }),
  draft,
  done: 'De klager leest dat niemand de klacht mag behandelen. Mag iemand dat later toch, dan gaat de klacht vanzelf daarheen.',
  about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn' },
});
