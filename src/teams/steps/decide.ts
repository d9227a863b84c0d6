import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { decidedMeasures } from '../../procedure/articles/art08-decision.ts';
import { type Judgement, judgements, type Measure } from '../../procedure/model/answer.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { measureWords } from '../cards/case-sections.ts';
import { judgementWords } from '../cards/words.ts';
import { choice, choicesOf, type Typed, text } from '../form/fields.ts';
import { learningBlock, lessonLabels } from './learning-section.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { drafted, measureLabels, measuresBlock, offerBlock, promised } from './measures-section.ts';
import { wordingBlock, wordingLabels } from './reader-texts.ts';
import { type Setting, stepForm } from './step.ts';

const multiline = { multiline: true };

const labels = {
  decision: 'Beslissing',
  reasons: 'Motivering',
  ...measureLabels,
  ...wordingLabels,
  ...lessonLabels,
  ...letterLabels,
};

const fields = (setting: Setting) => ({
  decision: text(labels.decision, 'Schrijf op wat de directie beslist (hoogstens 2000 tekens).', multiline),
  reasons: text(
    labels.reasons,
    'Schrijf op waarom de directie zo beslist (hoogstens 2000 tekens).',
    multiline,
  ),
  judgement: choice<Judgement>(
    'Oordeel',
    'Kies het oordeel van de directie over de klacht.',
    choicesOf(judgements, judgementWords),
    { hint: 'Dit oordeel komt in de plaats van dat van het antwoord, ook in het jaaroverzicht.' },
  ),
  ...offerBlock(setting),
  ...measuresBlock(setting),
  ...wordingBlock(setting),
  ...learningBlock(setting),
  ...letterBlock(setting, datedFrom(setting.complaint, 'final-decision', 'closing')),
});

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string => {
  const { decision, reasons, judgement: finalJudgement, offer, wording } = typed;
  return draftLetter('final-decision', setting.complaint, {
    ...factsOf(typed, setting),
    ...{ decision, reasons, finalJudgement, offer, wording },
    measures: [...decidedMeasures(setting.complaint), ...drafted(typed, setting)],
  });
};

/** Words which measures stay that an earlier decision promised; '' where there are none. */
const stays = (measures: readonly Measure[], complaint: Complaint): string =>
  measures.length === 0
    ? ''
    : ` Deze maatregelen uit de vorige beslissing blijven staan, en komen ook in de nieuwe brief: ${measures.map((measure) => measureWords(measure, complaint)).join('; ')}. Vul alleen nieuwe maatregelen in.`;

/** Art. 8: "Definitieve beslissing" of the board. */
export const decide = stepForm('decide', {
  title: 'Definitieve beslissing',
  labels,
  primaryIn: ['waived'],
  draftName: 'definitieve-beslissing',
  intro: ({ complaint, complaint: { hearings } }) =>
    `${hearings.length > 0 ? 'De klager heeft de klacht al eens mondeling toegelicht en wil geen gesprek meer.' : 'De klager maakte geen gebruik van het gesprek.'} De directie neemt daarom een definitieve beslissing (artikel 8). Als de brief is verstuurd, sluit het dossier.${stays(decidedMeasures(complaint), complaint)}`,
  fields,
  command: (typed, setting) => {
    const { decision, reasons, judgement, offer, wording } = typed;
    const measures = promised(typed, setting);
    return {
      decision,
      reasons,
      judgement,
      offer,
      measures,
      wording,
      letter: dispatchOf(typed, draft(typed, setting), setting),
    };
  },
  draft,
  done: 'De beslissing is genomen en het dossier is gesloten. Maatregelen blijven in beeld tot ze zijn afgevinkt.',
  about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn' },
});
