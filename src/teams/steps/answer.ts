import { draftLetter, draftMessage } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { listed } from '../../letters/words.ts';
import { bothSidesHeard } from '../../procedure/articles/art00-both-sides.ts';
import { canBeWrittenTo } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import { confirmsReceipt } from '../../procedure/articles/art06-answer.ts';
import { type Judgement, judgements } from '../../procedure/model/answer.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Dispatch } from '../../procedure/model/letter.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { judgementWords } from '../cards/words.ts';
import { choice, choicesOf, optionalText, type Typed, text } from '../form/fields.ts';
import { lessonField, lessonLabels, subjectField } from './learning-section.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { drafted, measureLabels, measuresBlock, promised } from './measures-section.ts';
import { forRespondent, mayIdentify, wordingBlock, wordingLabels } from './reader-texts.ts';
import { type Setting, stepForm } from './step.ts';

const multiline = { multiline: true };

/** The most characters of a message: the position and the solution, each in full, and the words around them. */
const mostInMessage = 5000;

const labels = {
  position: 'Standpunt',
  proposal: 'Voorgestelde oplossing',
  ...measureLabels,
  notHeardBecause: 'Waarom zijn niet beide kanten gehoord?',
  ...wordingLabels,
  message: 'Bericht aan beklaagde',
  ...lessonLabels,
  ...letterLabels,
};

/** Tells whether a letter goes out: not where nobody knows who complained. */
const sendsLetter = ({ complaint }: Setting): boolean => canBeWrittenTo(complaint.complainant);

/** Proposes what was recorded before, where the dossier was closed without a letter and is reopened. */
const fields = (setting: Setting) => ({
  position: text(labels.position, 'Schrijf op wat Ballance van de klacht vindt (hoogstens 2000 tekens).', {
    ...multiline,
    proposed: setting.complaint.answer?.position,
  }),
  judgement: choice<Judgement>(
    'Oordeel',
    'Kies een oordeel over de klacht.',
    choicesOf(judgements, judgementWords),
    { proposed: setting.complaint.answer?.judgement },
  ),
  subject: subjectField(setting),
  proposal: optionalText(labels.proposal, {
    ...multiline,
    proposed: setting.complaint.answer?.proposal,
    hint: 'Bij een klacht die (deels) gegrond is, hoort een oplossing of een maatregel.',
  }),
  ...measuresBlock(setting),
  ...(!bothSidesHeard(setting.complaint) && {
    notHeardBecause: text(
      labels.notHeardBecause,
      'Leg uit waarom niet beide kanten zijn gehoord, of leg eerst de verklaringen vast.',
      {
        ...multiline,
        hint: notHeard(setting),
        proposed: sendsLetter(setting) ? undefined : 'Het is niet bekend wie de klager is.',
      },
    ),
  }),
  ...(sendsLetter(setting) && wordingBlock(setting)),
  ...(setting.complaint.respondents.length > 0 && {
    message: optionalText(labels.message, {
      ...multiline,
      most: mostInMessage,
      hint: sendsLetter(setting)
        ? 'Dit leest de beklaagde, en verder niets. Laat je het vak leeg, dan gebruik ik het voorstel: standpunt, oordeel en oplossing, zonder naam en gegevens van de klager. Verander je daarna het standpunt? Maak het vak dan weer leeg.'
        : 'Dit leest de beklaagde, en verder niets. Laat je het vak leeg, dan stuur ik standpunt, oordeel en oplossing.',
    }),
    mayIdentify: mayIdentify(),
  }),
  ...(!sendsLetter(setting) && { lesson: lessonField(setting) }),
  ...(sendsLetter(setting) && letterBlock(setting, datedFrom(setting.complaint, 'answer'))),
});

/** Words whose statement is missing (Algemeen, "hoor en wederhoor"). */
function notHeard({ complaint: { respondents, statements, unresolvedName } }: Setting): string {
  const missing = [
    ...(statements.some(({ of }) => !of) ? [] : ['de klager']),
    ...respondents.filter(({ id }) => !statements.some(({ of }) => of?.id === id)).map(({ name }) => name),
  ];
  const silent = `Er is nog geen verklaring van: ${missing.join(', ')}. Dat leest de klager ook in de brief, maar niet wat je hier schrijft.`;
  const toChoose = `De collega “${unresolvedName}” is nog niet gekozen en dus niet gehoord. Dat staat niet in de brief.`;
  return [missing.length > 0 && silent, unresolvedName && toChoose].filter(Boolean).join(' ');
}

type Draft = Typed<ReturnType<typeof fields>>;

/** Lists what was promised before, and what is promised now. */
const allMeasures = (typed: Draft, setting: Setting) => [
  ...setting.complaint.measures,
  ...drafted(typed, setting),
];

const draft = (typed: Draft, setting: Setting): string | undefined => {
  if (!sendsLetter(setting)) return undefined;
  const { position, judgement, proposal, wording } = typed;
  return draftLetter('answer', setting.complaint, {
    ...factsOf(typed, setting),
    ...{ position, judgement, proposal, wording },
    measures: allMeasures(typed, setting),
  });
};

const messageTo = (typed: Draft, setting: Setting): string => {
  const { position, judgement, proposal, message } = typed;
  const measures = allMeasures(typed, setting);
  return message ?? draftMessage(setting.complaint, { position, judgement, proposal, measures });
};

function letterOf(typed: Draft, setting: Setting): Dispatch | undefined {
  const text = draft(typed, setting);
  const { letter, manner = 'post', sentOn } = typed;
  return text === undefined ? undefined : dispatchOf({ letter, manner, sentOn }, text, setting);
}

const unnamed =
  'De klager is onbekend of anoniem: er gaat geen brief uit. Artikel 5 (bevestigen), 6 (schriftelijk antwoord) en 7 (het er niet mee eens zijn) kunnen niet worden nagekomen. Leg vast wat Ballance van de klacht vindt en wat ze doet; het dossier sluit dan, en maatregelen bewaak ik.';

/** Reminds of the complaints that were merged into this one, and of complainants who do not get this letter. */
function alsoAnswers({ joined = [] }: Complaint): string {
  const numbers = (ofAnother: boolean): string =>
    listed(joined.filter((one) => (one.ofAnother ?? false) === ofAnother).map(({ number }) => number));
  const [theirs, others] = [numbers(false), numbers(true)];
  return (
    (theirs && `Ga ook in op ${theirs}: volgens de brief is dit ook het antwoord daarop. `) +
    (others &&
      `Bij ${others} staat een andere klager, die deze brief niet krijgt. Is intussen bekend wie dat is? Kies daar dan “Heropenen” en antwoord apart. `)
  );
}

const intro = (setting: Setting): string => {
  const { complaint } = setting;
  const told = complaint.respondents.length > 0 ? ' De beklaagden horen daarna het standpunt.' : '';
  if (!sendsLetter(setting)) return unnamed + told;
  const confirms = confirmsReceipt(complaint)
    ? 'De ontvangst is nog niet bevestigd: deze brief doet dat meteen (artikel 5). '
    : '';
  return `${confirms}${alsoAnswers(complaint)}De klager krijgt binnen drie weken een schriftelijk antwoord met het standpunt van Ballance, de voorgestelde oplossing en de maatregelen, en hoort hoe het verder gaat voor wie het er niet mee eens is (artikel 6).${told}`;
};

/** Art. 6: answers in writing, with the position of Ballance and what it will do. */
export const answer = stepForm('answer', {
  title: 'Antwoord versturen',
  labels,
  primaryIn: ['registered', 'acknowledged'],
  draftName: 'antwoord',
  intro,
  fields,
  command: (typed, setting) => {
    const { position, judgement, proposal = '', notHeardBecause, wording } = typed;
    const told = setting.complaint.respondents.length > 0;
    const message = told ? forRespondent(messageTo(typed, setting), typed.mayIdentify) : undefined;
    const measures = promised(typed, setting);
    const letter = letterOf(typed, setting);
    return { position, judgement, proposal, measures, notHeardBecause, wording, message, letter };
  },
  draft,
  texts: (typed, setting): Record<string, string> =>
    setting.complaint.respondents.length > 0 ? { message: messageTo(typed, setting) } : {},
  done: ({ complaint }) =>
    complaint.closed
      ? `De klacht is afgehandeld en het dossier is gesloten. Er is geen brief uitgegaan.${complaint.measures.length > 0 ? ' De maatregelen bewaak ik.' : ''} Maakt de klager zich nog bekend? Vul de naam in met “Gegevens corrigeren” en kies “Heropenen”.`
      : 'Het antwoord staat in het dossier. De klager heeft een maand om te laten weten of hij het ermee eens is (artikel 7).',
  about: {
    'out-of-order': 'sentOn',
    'both-sides-not-heard': 'notHeardBecause',
    'solution-missing': 'proposal',
    'gap-in-message': 'message',
    'identifies-complainant': 'message',
    'in-the-future': 'sentOn',
  },
});
