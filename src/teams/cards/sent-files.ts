import { oneLine } from '../../letters/readable.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { type DocumentSource, documentKinds, documentSources } from '../../procedure/model/document.ts';
import { type SentFault, type SentFile, type SentFiles, tooMany } from '../../register/model/sent-files.ts';
import { type Choice, choicesOf } from '../form/fields.ts';
import { paragraphs, shortened } from '../form/text.ts';
import { type Action, type Button, buttons } from './button.ts';
import { noticeCard, openButton } from './notice.ts';
import { type Card, template } from './template.ts';

/** A dossier to which who sent the files may add them; `sees`: they see it whole. */
export type Addable = { complaint: Complaint; sees: boolean; isAbout: boolean };

/** The title of the step of which the file comes in the chat or from the website, and not in a form. */
export const addDocumentTitle = 'Document toevoegen';

type Data = {
  title: string;
  files: string[];
  missed: string[];
  intro: string;
  cases: Choice[];
  wrong: string[];
  style: 'compact' | 'expanded';
  chosen: string;
  sources: Choice[];
  from: string;
  text: string[];
  actions: Action[];
};

const fill = template<Data>('which-case');

/** The most dossiers that are offered, of which so many stand open; the most characters of the name of a complainant and of a file. */
const mostCases = 25;
const mostOpen = 4;
const mostOfName = 60;

const fromWords: Record<DocumentSource, string> = {
  complainant: 'De klager',
  respondent: 'Een beklaagde',
  colleague: 'Ballance zelf',
};

/** What was chosen and refused: why, and from whom the files are. */
export type RefusedChoice = { wrong: string; from: DocumentSource };

/**
 * Asks to which dossier files belong that somebody sent. Nothing is kept yet. `aimed`: the one that stands first, and chosen. `refused`:
 * what was chosen before. From whom it is goes without saying of a respondent.
 */
export function whichCaseCard(
  { id, files, text = '' }: SentFiles,
  addable: readonly Addable[],
  aimed?: CaseNumber,
  refused?: RefusedChoice,
): Card {
  const cases = [...addable].sort(
    (a, b) => Number(b.complaint.number === aimed) - Number(a.complaint.number === aimed),
  );
  const shown = cases.slice(0, mostCases);
  const more = cases.length > shown.length;
  const data = { form: id };
  const taken = files.filter((file) => !isTooMany(file));
  return fill({
    title: 'Bij welke zaak?',
    files: taken.map(({ name }) => shortened(name, mostOfName)),
    missed: missedOf(files).map((which) => `${which} Stuur die hierna.`),
    intro:
      shown.length > 0
        ? `Ik heb nog niets bewaard. Kies waar ${it(taken)} hoort.${more ? ' Staat de zaak er niet bij? Open haar, en kies daar onder Meer “Document toevoegen”.' : ''}`
        : `Ik heb nog niets bewaard. Er is geen zaak waar jij iets aan kunt toevoegen. ${taken.length === 1 ? 'Hoort het' : 'Horen ze'} bij een nieuwe klacht? Registreer die dan.`,
    cases: shown.map((one) => ({ title: titleOf(one), value: one.complaint.number })),
    style: shown.length <= mostOpen ? 'expanded' : 'compact',
    chosen: aimed ?? (shown.length === 1 ? (shown[0]?.complaint.number ?? '') : ''),
    wrong: refused ? [refused.wrong] : [],
    sources: shown.every(({ isAbout }) => isAbout)
      ? []
      : choicesOf<DocumentSource>(documentSources, fromWords),
    from: refused?.from ?? 'complainant',
    text: paragraphs(text),
    actions: buttons([
      ...(shown.length > 0
        ? [{ title: 'Bij deze zaak bewaren', verb: 'add-document', data, main: true } satisfies Button]
        : []),
      { title: 'Nieuwe klacht', verb: 'new-with-files', data, withoutInputs: true },
      { title: 'Nergens', verb: 'drop-files', data, withoutInputs: true },
    ]),
  });
}

const isTooMany = ({ fault }: SentFile): boolean => fault === tooMany;

const named = ({ name }: SentFile): string => `“${shortened(name, mostOfName)}”`;

/** Says which files were too many for one message, if any. */
function missedOf(files: readonly SentFile[]): string[] {
  const missed = files.filter(isTooMany);
  return missed.length > 0
    ? [`Ik neem er tien tegelijk. Niet meegenomen: ${missed.map(named).join(', ')}.`]
    : [];
}

const it = (files: readonly SentFile[]): string => (files.length === 1 ? 'het' : 'alles');

/** Names a dossier in a choice: who complains is not for a respondent. */
const titleOf = ({ complaint: { number, complainant }, isAbout }: Addable): string =>
  isAbout
    ? `${number}: jij bent om een verklaring gevraagd`
    : `${number}: ${shortened(oneLine(complainant.name), mostOfName)}`;

/** What is wrong, and what to do. */
const faults: Record<SentFault, readonly [wrong: string, remedy: string]> = {
  expired: ['Teams geeft dit bestand niet meer: dat kan maar een paar minuten.', 'again'],
  'too-large': ['Het is groter dan 25 MB.', 'Maak het kleiner, of stuur het in delen.'],
  elsewhere: [
    'Het staat niet op een plek waar Teams de bestanden van deze chat bewaart.',
    'Sla het op je computer op, en stuur het dan hier in de chat.',
  ],
  unreachable: ['Het ophalen bij Teams lukte niet.', 'again'],
  empty: ['Er staat niets in.', 'Kijk het bestand na, en stuur het opnieuw.'],
  kind: [
    `Dit soort bestand bewaar ik niet. Wel: ${documentKinds.join(', ')}.`,
    'Sla het op als pdf, of maak er een foto van, en stuur dat.',
  ],
  'too-slow': ['Het ophalen duurde te lang.', 'again'],
  interrupted: ['Het ophalen brak halverwege af.', 'again'],
  busy: ['Er komen nu te veel bestanden tegelijk binnen.', 'again'],
  gone: ['Het wachtte te lang, en is weggehaald.', 'again'],
  'not-kept': [
    'Het kon nu niet worden bewaard.',
    'Probeer het later opnieuw, en zeg het tegen de beheerder als het dan nog niet lukt.',
  ],
  off: ['Deze bot bewaart geen bestanden.', 'Geef het aan wie de klacht behandelt.'],
  'too-many': ['Ik neem er tien tegelijk.', 'again'],
  full: [
    'Dit dossier is vol: er past 200 MB in, in hoogstens 200 bestanden.',
    'Geef het aan wie de klacht behandelt.',
  ],
};

const isFault = (fault: string): fault is SentFault => Object.hasOwn(faults, fault);

/** What its sender can mend in the file itself. */
const mendable: readonly string[] = ['kind', 'too-large'] satisfies SentFault[];

/** Tells whether it is likely to be kept when it is sent once more, as it is or mended. */
const canBeTriedAgain = (fault: string): boolean =>
  isFault(fault) && (faults[fault][1] === 'again' || mendable.includes(fault));

/** Lists what became of files: what is kept, and of the others what is wrong. */
export function whatBecame({ files, number }: SentFiles): string[] {
  const kept = files.filter(({ isKept }) => isKept);
  const lines = files.flatMap((file) => {
    if (!file.fault || !isFault(file.fault) || isTooMany(file)) return [];
    const [wrong, remedy] = faults[file.fault];
    return [`Niet bewaard: ${named(file)}. ${wrong}${remedy === 'again' ? '' : ` ${remedy}`}`];
  });
  const again = files.some(({ fault }) => fault && canBeTriedAgain(fault));
  return [
    ...(kept.length > 0 ? [`Bewaard bij klacht ${number}: ${kept.map(named).join(', ')}.`] : []),
    ...lines,
    ...missedOf(files),
    ...(again
      ? [`Stuur het hier opnieuw: dan vraag ik bij welke zaak het hoort, en staat ${number} al klaar.`]
      : []),
  ];
}

/** Draws what became of files. `sees`: its reader sees the dossier; `note`: what they typed can become a note there. */
export function sentFilesCard(sent: SentFiles, { sees, note }: { sees: boolean; note: boolean }): Card {
  const { files, number, text = '' } = sent;
  const isWhole = files.every(({ isKept }) => isKept);
  const kept = files.some(({ isKept }) => isKept);
  return noticeCard({
    title: isWhole ? 'Bewaard' : kept ? 'Niet alles is bewaard' : 'Niet bewaard',
    text: [
      ...whatBecame(sent),
      kept &&
        (sees
          ? 'Open de klacht: daar staat het onder “Documenten”.'
          : 'Wie de klacht behandelt, ziet het in het dossier. Bewaar zelf wat je wilt houden.'),
      text &&
        (note
          ? 'Wat je erbij typte, is niet vastgelegd. Moet het erbij? Maak er een notitie van.'
          : 'Wat je erbij typte, is niet vastgelegd.'),
    ]
      .filter(Boolean)
      .join('\n'),
    tone: isWhole ? 'good' : 'warning',
    written: text,
    buttons: number
      ? [
          ...(sees ? [openButton(number)] : []),
          ...(text && note
            ? [
                {
                  title: 'Notitie toevoegen',
                  verb: 'ask-add-note',
                  data: { number },
                  filledIn: { text },
                } satisfies Button,
              ]
            : []),
        ]
      : [],
  });
}

/** Draws that files are still fetched. */
export const stillFetchingCard = (number: CaseNumber): Card =>
  noticeCard({
    title: 'Ik haal het op',
    text: `Dat duurt even. Zodra het klaar is, krijg je hieronder bericht of het bij klacht ${number} is bewaard. Je hoeft hier niet op te wachten.`,
    tone: 'accent',
  });

/** Draws that files are kept nowhere, with what was typed with them. */
export const nowhereCard = ({ text = '' }: SentFiles): Card =>
  noticeCard({
    title: 'Niet bewaard',
    text: 'Ik heb het bestand niet opgehaald en niets bewaard. In deze chat staat je bericht nog wel: Teams bewaart dat. Haal het daar zelf weg als het er niet hoort.',
    tone: 'accent',
    written: text,
  });

/** Draws that what was sent is not remembered any more. */
export const forgottenCard: Card = noticeCard({
  title: 'Dit bestand ken ik niet meer',
  text: 'Er is nu niets bewaard. Ik onthoud een dag lang wat je stuurt, en niet langer. Stuur het bestand opnieuw, dan vraag ik bij welke zaak het hoort.',
  tone: 'warning',
});

/** Draws how a file is added to a dossier. */
export const howToSendCard = (number: CaseNumber, sees: boolean): Card =>
  noticeCard({
    title: `Document toevoegen aan klacht ${number}`,
    text: `Stuur het bestand hier in deze chat, met de paperclip of het plusje onder het typvak, of plak een foto. Dan vraag ik bij welke zaak het hoort, en staat ${number} al klaar. Ik bewaar ${documentKinds.join(', ')}, tot 25 MB.`,
    tone: 'accent',
    buttons: sees ? [openButton(number)] : [{ title: 'Mijn klachten', verb: 'my-complaints' }],
  });

/** Draws, where others read along, that files belong in the personal chat. */
export const notHereCard: Card = noticeCard({
  title: 'Stuur dit in je eigen chat met mij',
  text: 'Klachten zijn vertrouwelijk en hier leest iedereen mee. Ik heb het bestand niet opgehaald en niets bewaard. Stuur het in de persoonlijke chat met mij, en haal het hier weg als het over een klacht gaat.',
  tone: 'warning',
});
