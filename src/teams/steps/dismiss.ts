import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { type Dismissal, dismissals } from '../../procedure/model/outcome.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { choice, choicesOf, type Typed, text } from '../form/fields.ts';
import { learningBlock, lessonLabels } from './learning-section.ts';
import { letterLabels, optionalDispatchOf, optionalLetterBlock } from './letter-section.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { reason: 'Toelichting', ...lessonLabels, ...letterLabels };

const reasons: Record<Dismissal, string> = {
  'no-complaint': 'Het is geen klacht (artikel 1)',
  'not-about-us': 'De klacht gaat niet over Ballance (artikel 1)',
  'complainant-unknown': 'De klager is onbekend of niet te bereiken',
};

const fields = (setting: Setting) => ({
  because: choice<Dismissal>(
    'Waarom',
    'Kies waarom de klacht niet in behandeling komt.',
    choicesOf(dismissals, reasons),
    {
      hint: 'De brief legt dit in een eigen zin uit, en zegt wat de klager kan doen.',
    },
  ),
  reason: text(labels.reason, 'Schrijf op waarom (hoogstens 2000 tekens).', {
    multiline: true,
    hint: 'Voor het dossier. De klager leest dit niet.',
  }),
  ...learningBlock(setting),
  ...optionalLetterBlock(setting, datedFrom(setting.complaint, 'dismissal', 'closing')),
});

const draft = (typed: Typed<ReturnType<typeof fields>>, setting: Setting): string | undefined => {
  const { because: dismissal, manner } = typed;
  return manner && draftLetter('dismissal', setting.complaint, { ...factsOf(typed, setting), dismissal });
};

/** Art. 1: closes what is not taken up, with a letter that says why. */
export const dismiss = stepForm('dismiss', {
  title: 'Niet in behandeling nemen',
  labels,
  draftName: 'niet-in-behandeling',
  intro:
    'Is dit geen klacht over Ballance (artikel 1), of weet je niet van wie zij komt? Dan sluit je het dossier. De klager leest waarom, en dat hij altijd terug kan komen.',
  fields,
  command: (typed, setting) => {
    const { because, reason } = typed;
    const letter = optionalDispatchOf(typed, draft(typed, setting), setting);
    return { because, reason, letter };
  },
  draft,
  done: 'De klacht is niet in behandeling genomen en het dossier is gesloten.',
  about: { 'letter-missing': 'manner', 'in-the-future': 'sentOn', 'out-of-order': 'sentOn' },
});
