import { openStages } from '../../procedure/model/complaint.ts';
import { letterAlone } from './letter-section.ts';
import { stepForm } from './step.ts';

/** Art. 5 and 10: tells the complainant that nobody may handle the complaint; who registered it sends that letter. */
export const announceNoHandler = stepForm('announce-no-handler', {
  title: 'Klager informeren',
  ...letterAlone('no-handler'),
  primaryIn: openStages,
  draftName: 'niemand-mag-behandelen',
  intro:
    'De klacht gaat over iedereen die haar zou mogen behandelen (artikel 5). Laat de klager weten dat niemand bij Ballance dat mag, en dat de weg naar de rechter openstaat (artikel 10). Jij hebt de klacht geregistreerd, dus jij stuurt deze brief. Er staat in waar de klacht over gaat: lees dat na, want de klager leest het ook.',
  done: 'De klager leest dat niemand de klacht mag behandelen. Mag iemand dat later toch, dan gaat de klacht vanzelf daarheen.',
});
