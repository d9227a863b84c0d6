import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { weeksFrom } from '../../procedure/articles/art02-periods.ts';
import { sinceReceipt } from '../../procedure/deadlines.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { longDate } from '../../time/dutch-date.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { optionalDay } from '../form/fields.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { from } from './ranges-and-choices.ts';
import { wordingBlock, wordingLabels, wordingProposed } from './reader-texts.ts';
import { type Setting, stepForm } from './step.ts';

const fields = (setting: Setting) => {
  const { complaint, today, calendar } = setting;
  const { dueOn, unnamedSince: articleOn = dueOn } = sinceReceipt('answer', complaint, calendar);
  const proposed = articleOn < today ? weeksFrom(today, 1, calendar.strict).dueOn : undefined;
  return {
    ...wordingBlock(setting),
    ...(proposed && {
      answerBy: optionalDay('Antwoord uiterlijk op', from(addDays(today, 1), setting), {
        proposed,
        hint:
          dueOn < today
            ? `De klager had het antwoord uiterlijk ${longDate(dueOn)} moeten hebben. Wanneer krijgt die het nu uiterlijk? De brief zegt die dag toe, en ik bewaak hem. Het antwoord blijft te laat, in de lijsten en in het jaaroverzicht.`
            : `Vandaag werd bekend wie klaagt, en dat is na de drie weken van artikel 6. Wanneer krijgt de klager het antwoord nu uiterlijk? De brief zegt die dag toe, en ik bewaak hem. Na vandaag is het antwoord te laat, in de lijsten en in het jaaroverzicht.`,
      }),
    }),
    ...letterBlock(
      setting,
      datedFrom(complaint, 'acknowledgement'),
      draft({ answerBy: proposed, ...wordingProposed(setting) }, setting),
    ),
  };
};

type Draft = Parameters<typeof factsOf>[0] & { wording?: string; answerBy?: LocalDate | undefined };

const draft = (typed: Draft, setting: Setting): string =>
  draftLetter('acknowledgement', setting.complaint, {
    ...factsOf(typed, setting),
    ...{ wording: typed.wording, answerBy: typed.answerBy },
  });

/** Art. 5: confirms receipt by a letter; nothing need be typed for it. */
export const acknowledge = stepForm('acknowledge', {
  title: 'Ontvangst bevestigen',
  labels: { ...wordingLabels, ...letterLabels },
  primaryIn: ['registered'],
  draftName: 'ontvangstbevestiging',
  intro:
    'De klager krijgt zo snel mogelijk een schriftelijke bevestiging, uiterlijk op de vijfde werkdag, met uitleg over het vervolg (artikel 5).',
  fields,
  command: (typed, setting) => ({
    wording: typed.wording,
    ...(typed.answerBy && { answerBy: typed.answerBy }),
    letter: dispatchOf(typed, draft(typed, setting), setting),
  }),
  draft,
  done: 'De ontvangst is bevestigd. De brief staat in het dossier zoals je hem hebt verstuurd.',
  about: { 'out-of-order': 'sentOn', 'in-the-future': 'sentOn', 'not-later': 'answerBy' },
});
