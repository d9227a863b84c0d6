import type { Calendar, LocalDate } from '../procedure/articles/art02-periods.ts';
import { answerReceivedOn } from '../procedure/articles/art06-answer.ts';
import { decisionTrigger } from '../procedure/articles/art08-decision.ts';
import type { Complaint } from '../procedure/complaint.ts';
import { type DeadlineKind, deadline } from '../procedure/deadlines.ts';
import { sentLetter } from '../procedure/letter.ts';
import { aboutThisFile } from './about-disclosure.ts';
import type { DisclosureFacts } from './disclosure-facts.ts';
import { longDate, shortDate } from './dutch-date.ts';
import { letterNames } from './letter-names.ts';
import type { Section } from './word.ts';
import { dispatchWords, hearingFormWords, judgementWords, mannerWords, originWords } from './words.ts';

/**
 * "Inzage" (art. 15 AVG): everything that the dossier holds about the complainant, for himself. Left out is what is
 * about others or internal: statements and names of respondents, who owns a measure, notes, and drafts that he has not
 * received. The file says so.
 */
export function disclosure(facts: DisclosureFacts): Section[] {
  const { complaint, course, calendar } = facts;
  const sections: Section[] = [
    { heading: 'Over dit overzicht', lines: aboutThisFile(facts) },
    { heading: 'Uw gegevens', lines: whoComplains(complaint) },
    { heading: 'Uw klacht', lines: whatComplained(complaint) },
    { heading: 'Termijnen', lines: deadlinesOf(complaint, calendar) },
    { heading: 'Wat er gebeurde', lines: course.map(({ on, what }) => `${shortDate(on)}: ${what}`) },
    { heading: 'Uw verklaringen', lines: ownStatements(complaint) },
    { heading: 'Het antwoord van Ballance', lines: answerOf(complaint) },
    { heading: 'Uw bezwaar', lines: objectionOf(complaint) },
    { heading: 'Gesprekken', lines: hearingsOf(complaint) },
    { heading: 'De beslissing van de directie', lines: decisionOf(complaint) },
    ...lettersOf(complaint),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** 'Label: text', of what was filled in; a text of several lines starts on the next. */
const labelled = (facts: [label: string, text: string | undefined][]): string[] =>
  facts.flatMap(([label, text]) => {
    if (!text?.trim()) return [];
    return text.includes('\n') ? [`${label}:`, ...text.split('\n')] : [`${label}: ${text}`];
  });

const whoComplains = ({ complainant, experts }: Complaint): string[] =>
  labelled([
    ['Naam', complainant.name],
    ['Ingediend namens', complainant.representing],
    ['E-mailadres', complainant.email],
    ['Telefoonnummer', complainant.phone],
    ['Postadres', complainant.address],
    ['Deskundigen die u bijstaan', experts],
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

/** Every deadline that has begun to run for this complaint, also where it is over. */
function deadlinesOf(complaint: Complaint, calendar: Calendar): string[] {
  if (complaint.closed?.outcome === 'remedied') return [];
  const { receivedOn, objection } = complaint;
  const until = (what: string, kind: DeadlineKind, from: LocalDate): string =>
    `${what} (artikel ${deadline(kind, from, calendar).article}): uiterlijk ${longDate(deadline(kind, from, calendar).dueOn)}`;
  return [
    until('Bevestiging van ontvangst', 'acknowledge', receivedOn),
    until('Schriftelijk antwoord', 'answer', receivedOn),
    ...(sentLetter(complaint, 'answer')
      ? [until('Uw bericht dat u het niet eens bent', 'objection', answerReceivedOn(complaint))]
      : []),
    ...(objection ? [until('Gesprek om de klacht toe te lichten', 'hearing', objection.receivedOn)] : []),
    ...(objection
      ? [until('Definitieve beslissing, als er geen gesprek is', 'decision', decisionTrigger(complaint))]
      : []),
  ];
}

const ownStatements = ({ statements }: Complaint): string[] =>
  statements.filter(({ of }) => !of).flatMap(({ on, text }) => labelled([[`Op ${longDate(on)}`, text]]));

/** What he has received; a draft is not an answer yet. */
function answerOf(complaint: Complaint): string[] {
  const { answer, measures } = complaint;
  if (!answer || !sentLetter(complaint, 'answer')) return [];
  return labelled([
    ['Oordeel', judgementWords[answer.judgement]],
    ['Standpunt', answer.position],
    ['Voorgestelde oplossing', answer.proposal],
    ...measures.map(({ what, dueOn, doneOn }): [string, string] => [
      'Maatregel',
      `${what} (${doneOn ? `klaar op ${longDate(doneOn)}` : `uiterlijk ${longDate(dueOn)}`})`,
    ]),
  ]);
}

const objectionOf = ({ objection }: Complaint): string[] =>
  objection
    ? labelled([
        ['Ontvangen op', longDate(objection.receivedOn)],
        ['Inhoud', objection.text],
      ])
    : [];

const hearingsOf = ({ hearings }: Complaint): string[] =>
  hearings.flatMap(({ on, form, report, proposal, reaction, settlement }) =>
    labelled([
      ['Gesprek', `${longDate(on)}, ${hearingFormWords[form].toLowerCase()}`],
      ['Verslag', report],
      ['Voorstel', proposal],
      ['Uw reactie', reaction],
      ['Afspraken', settlement],
    ]),
  );

function decisionOf(complaint: Complaint): string[] {
  const { decision } = complaint;
  if (!decision || !sentLetter(complaint, 'final-decision')) return [];
  return labelled([
    ['Beslissing', decision.decision],
    ['Motivering', decision.reasons],
  ]);
}

/** Every letter that was sent, whole. */
const lettersOf = ({ letters }: Complaint): Section[] =>
  letters.flatMap(({ kind, sentOn, manner, text }) =>
    sentOn
      ? [
          {
            heading: `Brief: ${letterNames[kind]}, ${longDate(sentOn)} (${dispatchWords[manner].toLowerCase()})`,
            lines: text.split('\n'),
          },
        ]
      : [],
  );
