import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf, type Outgoing } from '../../letters/facts-of.ts';
import { openStages } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { wordingBlock, wordingLabels, wordingProposed } from './reader-texts.ts';
import { type Setting, stepForm } from './step.ts';

/** Tells whether the complaint is about who fills it in as well: nothing of the letter is theirs to word. */
const isAboutThem = ({ by, complaint }: Setting): boolean => isAmong(by, complaint.respondents);

const fields = (setting: Setting) => {
  const { letter, ...sending } = letterBlock(
    setting,
    datedFrom(setting.complaint, 'no-handler'),
    draft(wordingProposed(setting), setting),
  );
  return { ...(!isAboutThem(setting) && { ...wordingBlock(setting), letter }), ...sending };
};

const draft = (typed: Outgoing & { wording?: string | undefined }, setting: Setting): string =>
  draftLetter('no-handler', setting.complaint, {
    ...factsOf(typed, setting),
    wording: wordingOf(typed, setting),
  });

/** Takes the wording that was typed; from whom it is about what they registered, in which nothing looks like a gap to be filled in. */
const wordingOf = ({ wording }: { wording?: string | undefined }, setting: Setting): string | undefined =>
  isAboutThem(setting)
    ? wordingProposed(setting).wording?.replaceAll('[', '(').replaceAll(']', ')')
    : wording;

const toTell =
  'De klacht gaat over iedereen die haar zou mogen behandelen (artikel 5). Laat de klager weten dat niemand bij Ballance dat mag, en dat de weg naar de rechter openstaat (artikel 10). Jij hebt de klacht geregistreerd, dus jij stuurt deze brief.';

/** Art. 5 and 10: tells the complainant that nobody may handle the complaint; who registered it sends that letter, as it is where it is about them as well. */
export const announceNoHandler = stepForm('announce-no-handler', {
  title: 'Klager informeren',
  labels: { ...wordingLabels, ...letterLabels },
  primaryIn: openStages,
  draftName: 'niemand-mag-behandelen',
  intro: (setting) =>
    isAboutThem(setting)
      ? `${toTell} De klacht gaat ook over jou. Daarom kun je aan deze brief niets veranderen. Je kiest alleen hoe hij gaat, waarheen, en op welke dag: die dag komt erboven. Het logboek bewaart dat jij hem hebt verstuurd. Dit is de brief:\n\n${draft({}, setting)}`
      : `${toTell} Er staat in waar de klacht over gaat, zoals je dat hier opschrijft.`,
  fields,
  command: (typed, setting) => ({
    wording: wordingOf(typed, setting),
    letter: dispatchOf(typed, draft(typed, setting), setting),
  }),
  draft,
  done: 'De klager leest dat niemand de klacht mag behandelen. Mag iemand dat later toch, dan gaat de klacht vanzelf daarheen.',
  about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn' },
});
