import { letterNames } from '../../letters/words.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Letter } from '../../procedure/model/letter.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { Choice } from '../form/fields.ts';
import { type Action, buttons } from './button.ts';
import { type Card, template } from './template.ts';
import { capital } from './words.ts';

type Data = { number: CaseNumber; letters: Choice[]; latest: string; actions: Action[] };

const fill = template<Data>('file-choice');

/** Draws the choice of a letter to download; the last one is preselected. */
export const fileChoiceCard = ({
  number,
  letters,
}: {
  number: CaseNumber;
  letters: readonly Letter[];
}): Card =>
  fill({
    number,
    letters: letters.map((letter) => ({ title: titleOf(letter), value: String(letter.id) })),
    latest: String(letters.at(-1)?.id ?? ''),
    actions: buttons([
      { title: 'Brief downloaden', verb: 'download', data: { number }, main: true },
      { title: 'Terug', verb: 'case', data: { number }, withoutInputs: true },
    ]),
  });

const titleOf = ({ kind, sentOn, withdrawnOn }: Letter): string =>
  `${capital(letterNames[kind])} (${sentOn ? longDate(sentOn) : withdrawnOn ? 'niet verstuurd' : 'nog niet verstuurd'})`;
