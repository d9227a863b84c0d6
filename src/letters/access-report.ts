import { asPromised, wishFor } from '../procedure/articles/art06-delay.ts';
import { decisionMakers } from '../procedure/articles/art08-decision.ts';
import { documentsOfComplainant } from '../procedure/articles/documents.ts';
import {
  type Deadline,
  deadline,
  decisionDeadline,
  objectionDeadline,
  type Running,
  sinceReceipt,
} from '../procedure/deadlines.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import type { Desk } from '../procedure/model/desk.ts';
import { type Delayable, sentLetter, waitingLetters } from '../procedure/model/letter.ts';
import type { Calendar } from '../time/calendar.ts';
import { letterDate, longDate, shortDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { alsoGivenTo, readByRespondents } from './both-sides-fields.ts';
import type { Section } from './word.ts';
import {
  hearingFormWords,
  judgementWords,
  letterNames,
  mannerWords,
  meansWords,
  mediationFormWords,
  offerLabel,
  offerWords,
  originWords,
  wentBy,
} from './words.ts';

/** Tells what art. 15 AVG asks besides the data: for what purpose, for whom, how long, and which rights there are. */
function aboutThisFile({
  today,
  erasesOn,
  retentionYears,
  complaint,
}: Omit<DisclosureFacts, 'course' | 'calendar' | 'desk' | 'couldDecide'>): string[] {
  const seen = readByRespondents(complaint);
  return [
    `Gemaakt op ${letterDate(today)}. U hebt recht op inzage in uw persoonsgegevens (artikel 15 van de AVG). Hieronder staat alles wat Ballance in het klachtenregister over u en uw klacht bewaart.`,
    'Niet in dit overzicht staat wat over anderen gaat of alleen intern is: de namen en verklaringen van medewerkers over wie de klacht gaat, notities, en stukken die nog niet af zijn.',
    `Ballance gebruikt uw gegevens alleen om uw klacht te behandelen volgens de klachtenprocedure. Alleen wie de klacht behandelt of erover beslist, ziet het dossier.${seen ? ` ${seen}` : ''} De gegevens komen van u, of van wie de klacht voor u doorgaf.`,
    kept(),
    'Klopt er iets niet, of wilt u dat gegevens worden gewist? Vraag het aan de klachtenfunctionaris van Ballance. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.',
  ];

  function kept(): string {
    if (erasesOn) return `Op ${longDate(erasesOn)} wist Ballance uw persoonsgegevens.`;
    return complaint.hold
      ? 'Ballance bewaart het dossier nu langer, omdat het nodig is voor een procedure.'
      : `Ballance wist uw persoonsgegevens ${retentionYears} jaar nadat de klacht is afgesloten.`;
  }
}

/** What the access report ("Inzage") is made from. */
export type DisclosureFacts = {
  complaint: Complaint;
  /** What happened, a sentence each, the oldest first; without what is internal or about others. */
  course: readonly { on: LocalDate; what: string }[];
  today: LocalDate;
  calendar: Calendar;
  desk: Pick<Desk, 'board'>;
  /** Whether somebody of the board could decide since the complainant objected, who may be a respondent by now (Art. 8). */
  couldDecide: boolean;
  erasesOn?: LocalDate;
  retentionYears: number;
};

/**
 * Makes the access report ("Inzage", art. 15 AVG): everything that the dossier holds about the complainant, to be given to
 * them. It leaves out what is about others or internal (statements and names of respondents, owners of measures, notes,
 * drafts that were not sent), and says so.
 */
export function disclosure(facts: DisclosureFacts): Section[] {
  const { complaint, course } = facts;
  const sections: Section[] = [
    { heading: 'Over dit overzicht', lines: aboutThisFile(facts) },
    { heading: 'Uw gegevens', lines: whoComplains(complaint) },
    { heading: 'Uw klacht', lines: whatComplained(complaint) },
    { heading: 'Termijnen', lines: deadlinesOf(facts) },
    { heading: 'Wat er gebeurde', lines: course.map(({ on, what }) => `${shortDate(on)}: ${what}`) },
    { heading: 'Uw verklaringen', lines: ownStatements(complaint) },
    { heading: 'Uw documenten', lines: ownDocuments(complaint) },
    { heading: 'Het antwoord van Ballance', lines: answerOf(complaint) },
    { heading: 'Uw bezwaar', lines: objectionOf(complaint) },
    { heading: 'Gesprekken', lines: hearingsOf(complaint) },
    { heading: 'De beslissing van de directie', lines: decisionOf(complaint) },
    { heading: 'Maatregelen', lines: measuresOf(complaint) },
    ...lettersOf(complaint),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** Writes 'Label: text' for what was filled in; a text of several lines starts on the next. */
const labelled = (facts: [label: string, text: string | undefined][]): string[] =>
  facts.flatMap(([label, text]) => {
    if (!text?.trim()) return [];
    return text.includes('\n') ? [`${label}:`, ...text.split('\n')] : [`${label}: ${text}`];
  });

const whoComplains = ({ complainant, experts, noReply }: Complaint): string[] =>
  labelled([
    ['Naam', complainant.name],
    ['Ingediend namens', complainant.representing],
    ['E-mailadres', complainant.email],
    ['Telefoonnummer', complainant.phone],
    ['Postadres', complainant.address],
    ['Deskundigen die u bijstaan', experts],
    ['Uw keuze op de website', noReply && 'geen bevestiging en geen antwoord nodig'],
  ]);

const whatComplained = (complaint: Complaint): string[] =>
  labelled([
    ['Nummer', complaint.number],
    ['Ontvangen op', longDate(complaint.receivedOn)],
    ['Geregistreerd op', longDate(complaint.registeredOn)],
    ['Wijze van ontvangst', mannerWords[complaint.manner]],
    ['Herkomst', originWords[complaint.origin]],
    ['Vestiging', complaint.branch],
    ['Korte inhoud', complaint.summary],
  ]);

/**
 * Lists every deadline that has started for this complaint, also where it is over: the day of the article, and the other day that a
 * letter promised or that was agreed, which is the one that is kept to.
 */
function deadlinesOf({ complaint, calendar, desk, couldDecide }: DisclosureFacts): string[] {
  if (complaint.closed?.outcome === 'remedied') return [];
  const { objection, appointment } = complaint;
  const offered = sentLetter(complaint, 'hearing-invitation') && appointment;
  const until = (what: string, due: Deadline | undefined, of?: Delayable): string[] => {
    if (!due) return [];
    const { promise, dueOn }: Running = of ? asPromised<Running>(due, of, complaint, calendar) : due;
    const wish = of && wishFor(of, complaint) === 'complainant' ? 'op uw verzoek ' : '';
    const other = promise
      ? `; in onze brief van ${letterDate(promise.sentOn)} ${wish}toegezegd: uiterlijk ${longDate(dueOn)}. Die dag houden wij aan`
      : '';
    return [
      `${what} (artikel ${due.article}): uiterlijk ${longDate(promise?.articleDueOn ?? dueOn)}${other}`,
    ];
  };
  return [
    ...until('Bevestiging van ontvangst', sinceReceipt('acknowledge', complaint, calendar)),
    ...until('Schriftelijk antwoord', sinceReceipt('answer', complaint, calendar), 'answer'),
    ...until('Uw bericht dat u het niet eens bent', objectionDeadline(complaint, calendar)),
    ...until(
      'Gesprek om de klacht toe te lichten',
      objection && deadline('hearing', objection.receivedOn, calendar),
    ).map((line) => (offered ? `${line}; uitgenodigd voor ${longDate(offered.on)}` : line)),
    ...until(
      'Definitieve beslissing, als er geen gesprek is',
      couldDecide ? decisionDeadline(complaint, calendar) : undefined,
      'decision',
    ).map((line) =>
      sentLetter(complaint, 'final-decision') || decisionMakers(complaint, desk).length > 0
        ? line
        : `${line}; nu mag niemand van de directie meer beslissen, en staat de weg naar de rechter open (artikel 10)`,
    ),
  ];
}

const ownStatements = ({ statements }: Complaint): string[] =>
  statements.filter(({ of }) => !of).flatMap(({ on, text }) => labelled([[`Op ${longDate(on)}`, text]]));

/** Lists the documents that came from the complainant; they go with this file, but those that were removed. */
const ownDocuments = (complaint: Complaint): string[] =>
  documentsOfComplainant(complaint).map((one) => {
    const { place, name, addedOn, removedOn, sha256 } = one;
    const what = removedOn ? `een document dat wij op ${longDate(removedOn)} verwijderden` : name;
    return `Document ${place}: ${what}, toegevoegd op ${longDate(addedOn)} (SHA-256: ${sha256})${alsoGivenTo(one, complaint)}`;
  });

/** Lists the answer that was sent; a draft is not an answer yet. */
function answerOf(complaint: Complaint): string[] {
  const { answer } = complaint;
  if (!answer || !sentLetter(complaint, 'answer')) return [];
  return labelled([
    ['Oordeel', judgementWords[answer.judgement]],
    ['Standpunt', answer.position],
    ['Voorgestelde oplossing', answer.proposal],
  ]);
}

const objectionOf = ({ objection }: Complaint): string[] =>
  objection
    ? labelled([
        ['Verstuurd op', objection.sentOn && longDate(objection.sentOn)],
        ['Ontvangen op', longDate(objection.receivedOn)],
        ['Hoe', objection.how && meansWords[objection.how]],
        ['Inhoud', objection.text],
      ])
    : [];

/** Lists the talks before the answer (Inleiding), and the hearings (Art. 8). */
const hearingsOf = ({ talks = [], hearings }: Complaint): string[] => [
  ...talks.flatMap(({ form, on, result, agreements }) =>
    labelled([
      [mediationFormWords[form], longDate(on)],
      ['Uitkomst', result],
      ['Afspraken', agreements],
    ]),
  ),
  ...hearings.flatMap(({ on, form, report, proposal, reaction, settlement, offer }) =>
    labelled([
      ['Gesprek', `${longDate(on)}, ${hearingFormWords[form].toLowerCase()}`],
      ['Verslag', report],
      ['Voorstel', proposal],
      ['Uw reactie', reaction],
      ['Afspraken', settlement],
      [offerLabel, offer && offerWords[offer]],
    ]),
  ),
];

function decisionOf(complaint: Complaint): string[] {
  const { decision } = complaint;
  if (!decision || !sentLetter(complaint, 'final-decision')) return [];
  return labelled([
    ['Oordeel', decision.judgement && judgementWords[decision.judgement]],
    ['Beslissing', decision.decision],
    ['Motivering', decision.reasons],
    [offerLabel, decision.offer && offerWords[decision.offer]],
  ]);
}

/** Lists what Ballance promised to do; nothing while the letter that may promise it waits for the mail server. */
const measuresOf = (complaint: Complaint): string[] =>
  waitingLetters(complaint).length > 0
    ? []
    : complaint.measures.map(
        ({ what, dueOn, doneOn }) =>
          `Maatregel: ${what} (${doneOn ? `klaar op ${longDate(doneOn)}` : `uiterlijk ${longDate(dueOn)}`})`,
      );

/** Lists every letter that was sent, in full. */
const lettersOf = ({ letters }: Complaint): Section[] =>
  letters.flatMap(({ kind, sentOn, manner, text }) =>
    sentOn
      ? [
          {
            heading: `Brief: ${letterNames[kind]}, ${longDate(sentOn)} (${wentBy(manner)})`,
            lines: text.split('\n'),
          },
        ]
      : [],
  );
