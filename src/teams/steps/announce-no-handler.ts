import { draftLetter } from '../../letters/draft-letter.ts';
import { openStages } from '../../procedure/model/complaint.ts';
import { dispatchOf, factsOf, letterBlock, letterLabels } from './letter-section.ts';
import { type Setting, stepForm } from './step.ts';

type Sending = Parameters<typeof factsOf>[0];

const draft = (typed: Sending, setting: Setting): string =>
  draftLetter('no-handler', setting.complaint, factsOf(typed, setting));

/** Art. 5 and 10: tells the complainant that nobody may handle the complaint; who registered it sends that letter. */
export const announceNoHandler = stepForm('announce-no-handler', {
  title: 'Klager informeren',
  labels: letterLabels,
  primaryIn: openStages,
  draftName: 'niemand-mag-behandelen',
  intro:
    'De klacht gaat over iedereen die haar zou mogen behandelen (artikel 5). Laat de klager weten dat niemand bij Ballance dat mag, en dat de weg naar de rechter openstaat (artikel 10). Jij hebt de klacht geregistreerd, dus jij stuurt deze brief.',
  fields: (setting) => letterBlock(setting, draft({}, setting)),
  command: (typed, setting) => ({ letter: dispatchOf(typed, draft(typed, setting), setting) }),
  draft,
  done: 'De klager leest dat niemand de klacht mag behandelen. Mag iemand dat later toch, dan gaat de klacht vanzelf daarheen.',
  about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn' },
});
