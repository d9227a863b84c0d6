import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { Choice } from '../form/fields.ts';
import { paragraphs } from '../form/text.ts';
import { type Action, type Button, buttons } from './button.ts';
import type { Notice } from './notice.ts';
import { type Card, template } from './template.ts';

export type Agreement = 'yes' | 'no';

export type ErasureRequestView = {
  dossier: Dossier;
  /** The form id: the same form sent twice is one answer. */
  formId: string;
  /** Whether the reader made the request, and so can only take it back. */
  own: boolean;
  /** Whether the reader may see the dossier, and so go back to it. */
  sees: boolean;
  error?: string;
  notice?: Notice;
};

type Data = {
  number: CaseNumber;
  closedOn: string;
  asked: string;
  banners: Notice[];
  reason: string[];
  choices: Choice<Agreement>[];
  error: string;
  actions: Action[];
};

const fill = template<Data>('erasure-request');

export const answerErasureTitle = 'Wissen beoordelen';

/** Draws the request for erasure (AVG) for the second person: who asks it and why, and nothing of the complaint. */
export function erasureRequestCard(view: ErasureRequestView): Card {
  const { dossier, formId, own, sees, error = '', notice } = view;
  const { number, closed, erasureRequest } = dossier.complaint;
  if (!closed || !erasureRequest) throw new Error(`Nobody asks to erase ${number}.`);
  const { by, on, reason } = erasureRequest;
  const back: Button = { title: 'Terug', verb: 'case', data: { number }, withoutInputs: true };
  return fill({
    number,
    closedOn: longDate(closed.on),
    asked: own
      ? `Je vroeg op ${longDate(on)} om de persoonsgegevens in dit dossier te wissen. Iemand anders moet akkoord gaan; jij kunt je verzoek intrekken.`
      : `${by.name} vroeg op ${longDate(on)} om de persoonsgegevens in dit dossier te wissen. Dat mag alleen als twee mensen het ermee eens zijn. Jij kunt de tweede zijn.`,
    banners: notice ? [notice] : [],
    reason: paragraphs(reason),
    choices: [...(own ? [] : [agreed]), refused],
    error,
    actions: buttons([
      {
        title: answerErasureTitle,
        verb: 'answer-erasure',
        data: { number, version: versionOf(dossier), form: formId },
        main: true,
      },
      ...(sees ? [back] : []),
    ]),
  });
}

const agreed: Choice<Agreement> = { title: 'Ja, wissen', value: 'yes' };
const refused: Choice<Agreement> = { title: 'Nee, bewaren', value: 'no' };
