import { letterNames } from '../../letters/words.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { NumberedDocument } from '../../procedure/model/document.ts';
import type { Letter } from '../../procedure/model/letter.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { Choice } from '../form/fields.ts';
import { type Action, buttons } from './button.ts';
import { datedDocument } from './document-words.ts';
import { type Card, template } from './template.ts';
import { capital } from './words.ts';

type Data = {
  title: string;
  id: string;
  label: string;
  missing: string;
  number: CaseNumber;
  choices: Choice[];
  latest: string;
  actions: Action[];
};

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
    ...{ title: 'Brief downloaden', id: 'letter', label: 'Welke brief?', missing: 'Kies een brief.' },
    number,
    choices: letters.map((letter) => ({ title: titleOf(letter), value: String(letter.id) })),
    latest: String(letters.at(-1)?.id ?? ''),
    actions: buttons([
      { title: 'Brief downloaden', verb: 'download', data: { number }, main: true },
      { title: 'Terug', verb: 'case', data: { number }, withoutInputs: true },
    ]),
  });

const titleOf = ({ kind, sentOn, withdrawnOn }: Letter): string =>
  `${capital(letterNames[kind])} (${sentOn ? longDate(sentOn) : withdrawnOn ? 'niet verstuurd' : 'nog niet verstuurd'})`;

/** Draws the choice of a document to download; the last one is preselected. */
export const documentChoiceCard = (number: CaseNumber, documents: readonly NumberedDocument[]): Card =>
  fill({
    ...{
      title: 'Document downloaden',
      id: 'document',
      label: 'Welk document?',
      missing: 'Kies een document.',
    },
    number,
    choices: documents.map((one) => ({ title: datedDocument(one), value: one.id })),
    latest: documents.at(-1)?.id ?? '',
    actions: buttons([
      { title: 'Document downloaden', verb: 'document', data: { number }, main: true },
      { title: 'Terug', verb: 'case', data: { number }, withoutInputs: true },
    ]),
  });
