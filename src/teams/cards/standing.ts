import { longDate } from '../../letters/dutch-date.ts';
import { letterNames } from '../../letters/letter-names.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import { waitingLetters } from '../../procedure/letter.ts';
import { outcomeWords } from '../words.ts';

/** Something that holds for a dossier besides its deadlines, and the style of its container. */
export type Standing = { text: string; style: 'warning' | 'emphasis' | 'good' };

/** Art. 10: "(nog) niet". */
const notSettled =
  'Het gesprek leidde nog niet tot een oplossing. De klager kan naar de rechter (artikel 10). Bied nog een gesprek aan als dat zin heeft, of sluit het dossier.';

/** Letters that wait, what can be done where nothing is demanded, and that it is closed; `runs`: a deadline does. */
export function standing(complaint: Complaint, runs: boolean): Standing[] {
  const { closed, stage } = complaint;
  const said: (Standing | false | undefined)[] = [
    ...waitingLetters(complaint).map(
      ({ kind }): Standing => ({
        text: `Een brief (${letterNames[kind]}) wacht op de mailserver en telt nog niet als verstuurd. Lukt het mailen niet? Verstuur hem dan zelf.`,
        style: 'warning',
      }),
    ),
    stage === 'heard' && { text: notSettled, style: 'emphasis' },
    closed && {
      text: `Gesloten op ${longDate(closed.on)}: ${outcomeWords[closed.outcome]}. ${
        runs ? 'Er staat nog een maatregel open.' : 'Er loopt geen termijn meer.'
      }`,
      style: 'good',
    },
  ];
  return said.filter((one) => !!one);
}
