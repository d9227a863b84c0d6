import type { Complaint } from '../../src/procedure/model/complaint.ts';
import type { SentFiles } from '../../src/register/model/sent-files.ts';
import {
  forgottenCard,
  howToSendCard,
  nowhereCard,
  sentFilesCard,
  stillFetchingCard,
  whichCaseCard,
} from '../../src/teams/cards/sent-files.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { lars, otherComplaints } from './a-dossier.ts';
import type { Typed } from './typed.ts';

/** The cards of files that somebody sends to the bot: where they belong, and what became of them. */
export function sentFileExamples(typed: Typed, complaint: Complaint): Record<string, Card> {
  const sent = (over: Partial<SentFiles> = {}): SentFiles => ({
    ...{ id: 'form-1', by: lars.id, at: '2026-11-26T10:00:00.000Z' },
    files: [{ name: typed.file }, { name: 'foto.jpg', isPicture: true }],
    ...over,
  });
  const number = 'K-2026-0001';
  const own = { complaint, sees: true, isAbout: false };
  const others = otherComplaints(2, 6).map((one) => ({ complaint: one, sees: true, isAbout: false }));
  const tooMany = Array.from({ length: 2 }, (_, at) => ({ name: `${at} ${typed.file}`, fault: 'too-many' }));
  return {
    'which case': whichCaseCard(sent({ text: typed.note }), [own, ...others.slice(0, 2)], number),
    'which case, of many': whichCaseCard(sent({ files: [{ name: typed.file }, ...tooMany] }), others),
    'which case, refused': whichCaseCard(sent(), [own], number, {
      ...{ wrong: 'Kies bij welke zaak het hoort.', from: 'colleague' },
    }),
    'which case, of a respondent': whichCaseCard(sent(), [{ complaint, sees: false, isAbout: true }]),
    'which case, none': whichCaseCard(sent(), []),
    'files that are fetched': stillFetchingCard(number),
    'files that are kept': sentFilesCard(
      sent({ number, text: typed.note, files: [{ name: typed.file, isKept: true }] }),
      { sees: true, note: true },
    ),
    'files that are not all kept': sentFilesCard(
      sent({
        number,
        files: [
          { name: typed.file, isKept: true },
          { name: 'rekenblad.xlsm', fault: 'kind' },
          { name: 'film.mp4', fault: 'too-large' },
        ],
      }),
      { sees: false, note: false },
    ),
    'files that are kept nowhere': nowhereCard(sent({ text: typed.note })),
    'files that are forgotten': forgottenCard,
    'how to send a file': howToSendCard(number, true),
  };
}
