import { articleWords, listed } from '../../letters/words.ts';
import { openMeasures } from '../../procedure/articles/art06-answer.ts';
import { articleOf } from '../../procedure/articles/art06-measures.ts';
import type { Measure } from '../../procedure/model/answer.ts';
import { shortDate } from '../../time/dutch-date.ts';
import { openMeasuresWords } from '../cards/words.ts';
import { choice, day } from '../form/fields.ts';
import { shortened } from '../form/text.ts';
import { sinceReceipt } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

/** The most characters of a measure in a line of the list. */
const mostShown = 120;

/** Makes choices of measures: what, who sees to it, and until when. */
export const measureChoices = (measures: readonly Measure[]) =>
  measures.map(({ id, what, owner, dueOn }) => ({
    title: `${shortened(what, mostShown)} (${owner}, uiterlijk ${shortDate(dueOn)})`,
    value: id,
  }));

const choices = ({ complaint }: Setting) => measureChoices(openMeasures(complaint));

/** Words by which articles measures were promised: 'artikel 6 en artikel 9'. */
const underWhich = (measures: readonly Measure[]): string =>
  listed([...new Set(measures.map(articleOf))].sort().map(articleWords));

/** Art. 6: records that a promised measure was taken. */
export const completeMeasure = stepForm('complete-measure', {
  title: 'Maatregel afvinken',
  labels: {},
  primaryIn: ['closed'],
  intro: ({ complaint }) =>
    `Is een maatregel uitgevoerd (${underWhich(openMeasures(complaint))})? Vink die dan af: de herinneringen stoppen.`,
  fields: (setting) => ({
    measure: choice('Welke maatregel', 'Kies de maatregel die is uitgevoerd.', choices(setting), {
      proposed: onlyOne(choices(setting)),
    }),
    on: day(
      'Datum',
      'Kies een dag vanaf de ontvangst van de klacht tot en met vandaag.',
      sinceReceipt(setting),
      { proposed: setting.today },
    ),
  }),
  command: (answers) => answers,
  done: ({ complaint }) => `De maatregel is afgevinkt. ${openMeasuresWords(openMeasures(complaint).length)}`,
  about: { 'out-of-order': 'on', 'unknown-measure': 'measure', 'in-the-future': 'on' },
});

/** Finds the choice to propose: the only one. */
export const onlyOne = ([first, ...others]: { value: string }[]): string =>
  others.length === 0 ? (first?.value ?? '') : '';
