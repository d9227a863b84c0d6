import { draftLetter } from '../../letters/draft-letter.ts';
import { bothSidesHeard } from '../../procedure/articles/art00-both-sides.ts';
import { confirmsReceipt } from '../../procedure/articles/art06-answer.ts';
import { type Judgement, judgements } from '../../procedure/model/complaint.ts';
import { judgementWords } from '../cards/words.ts';
import { choice, choicesOf, optionalText, type Typed, text } from '../form/fields.ts';
import { dispatchOf, factsOf, letterBlock, letterLabels } from './letter-section.ts';
import { measureLabels, measuresBlock, promised } from './measures-section.ts';
import { type Setting, stepForm } from './step.ts';

const multiline = { multiline: true };

const labels = {
  position: 'Standpunt',
  proposal: 'Voorgestelde oplossing',
  ...measureLabels,
  notHeardBecause: 'Waarom zijn niet beide kanten gehoord?',
  ...letterLabels,
};

const fields = (setting: Setting) => ({
  position: text(
    labels.position,
    'Schrijf op wat Ballance van de klacht vindt (hoogstens 2000 tekens).',
    multiline,
  ),
  judgement: choice<Judgement>(
    'Oordeel',
    'Kies een oordeel over de klacht.',
    choicesOf(judgements, judgementWords),
  ),
  proposal: optionalText(labels.proposal, {
    ...multiline,
    hint: 'Bij een klacht die (deels) gegrond is, hoort een oplossing of een maatregel.',
  }),
  ...measuresBlock(setting),
  ...(!bothSidesHeard(setting.complaint) && {
    notHeardBecause: text(
      labels.notHeardBecause,
      'Leg uit waarom niet beide kanten zijn gehoord, of leg eerst de verklaringen vast.',
      { ...multiline, hint: notHeard(setting) },
    ),
  }),
  ...letterBlock(setting),
});

/** Words whose statement is missing (Algemeen, "hoor en wederhoor"). */
function notHeard({ complaint: { respondents, statements } }: Setting): string {
  const missing = [
    ...(statements.some(({ of }) => !of) ? [] : ['de klager']),
    ...respondents.filter(({ id }) => !statements.some(({ of }) => of?.id === id)).map(({ name }) => name),
  ];
  return `Er is nog geen verklaring van: ${missing.join(', ')}.`;
}

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string => {
  const { position, judgement, proposal } = typed;
  return draftLetter('answer', setting.complaint, {
    ...factsOf(typed, setting),
    position,
    judgement,
    proposal,
    measures: promised({ ...typed, dueOn: typed.dueOn }, setting),
  });
};

/** Art. 6: answers in writing, with the position of Ballance and what it will do. */
export const answer = stepForm('answer', {
  title: 'Antwoord versturen',
  labels,
  primaryIn: ['acknowledged'],
  draftName: 'antwoord',
  intro: (setting) =>
    (confirmsReceipt(setting.complaint)
      ? 'De ontvangst is nog niet bevestigd: deze brief doet dat meteen (artikel 5). '
      : '') +
    'De klager krijgt binnen drie weken een schriftelijk antwoord met het standpunt van Ballance, de voorgestelde oplossing en de maatregelen, en hoort wat hij kan doen als hij het er niet mee eens is (artikel 6). De beklaagden horen daarna het standpunt.',
  fields,
  command: (typed, setting) => {
    const { position, judgement, proposal = '', notHeardBecause } = typed;
    const measures = promised(typed, setting);
    const letter = dispatchOf(typed, draft(typed, setting), setting);
    return { position, judgement, proposal, measures, notHeardBecause, letter };
  },
  draft,
  done: 'Het antwoord staat in het dossier. De klager heeft een maand om te laten weten of hij het ermee eens is (artikel 7).',
  about: {
    'out-of-order': 'sentOn',
    'both-sides-not-heard': 'notHeardBecause',
    'solution-missing': 'proposal',
    'in-the-future': 'sentOn',
    'before-receipt': 'sentOn',
  },
});
