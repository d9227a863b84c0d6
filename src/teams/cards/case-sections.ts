import { letterNames } from '../../letters/words.ts';
import { leaderInConflict } from '../../procedure/articles/art00-mediation.ts';
import { isFirstDayPromised } from '../../procedure/articles/art06-measures.ts';
import { numberedDocuments } from '../../procedure/articles/documents.ts';
import type { Measure } from '../../procedure/model/answer.ts';
import type { Appointment, Complaint, Hearing } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { mailingOf } from '../../register/model/message.ts';
import { longDate } from '../../time/dutch-date.ts';
import { limits, shortened, withinSentence } from '../form/text.ts';
import { type Fact, type Facts, filledIn } from './case-facts.ts';
import { documentLine, documentName, sharedWords, sourceWords } from './document-words.ts';
import { satisfactionLabels, scoresWords } from './learning-words.ts';
import {
  capital,
  dispatchWords,
  hearingFormWords,
  judgementWords,
  meansWords,
  mediationFormWords,
  offerLabel,
  offerWords,
  wishWords,
} from './words.ts';

/** A section: the facts of one part of the course. */
export type Section = { title: string; facts: Fact[] };

/** Lists what has been recorded of the complaint, stage by stage; cuts texts to `most` characters. */
export function caseSections(
  { complaint, outbox }: Pick<Dossier, 'complaint' | 'outbox'>,
  most: number,
): Section[] {
  const sections: [string, Facts][] = [
    ['Hoort hierbij', joined(complaint)],
    ['Hoor en wederhoor', statements(complaint)],
    ['Gesprek of bemiddeling', talks(complaint)],
    ['Antwoord', answer(complaint)],
    ['Bezwaar', objection(complaint)],
    ['Gesprek', [...appointment(complaint.appointment), ...complaint.hearings.flatMap(hearing)]],
    ['Beslissing', decision(complaint)],
    [
      'Maatregelen',
      complaint.measures.map((measure): [string, string] => ['Maatregel', measureWords(measure, complaint)]),
    ],
    ['Wat we ervan leren', [['Leerpunt', complaint.lesson], ...satisfaction(complaint)]],
    ['Brieven', letters(complaint, outbox)],
    ['Documenten', documents(complaint)],
  ];
  return sections.flatMap(([title, facts]) => {
    const filled = filledIn(facts, most);
    return filled.length > 0 ? [{ title, facts: filled }] : [];
  });
}

/** Lists what the complainant thought of it after the closing, and what they said. */
const satisfaction = ({ closed }: Complaint): Facts => [
  [
    'Tevredenheid',
    closed?.satisfaction && `${longDate(closed.satisfaction.on)}: ${scoresWords(closed.satisfaction)}`,
  ],
  [satisfactionLabels.remark, closed?.satisfaction?.remark],
];

/** Lists the complaints that were merged into this one. */
const joined = ({ joined = [] }: Complaint): Facts => joined.map(({ number, summary }) => [number, summary]);

/** Lists who stated their side and when, and who was asked and has not yet (Algemeen). */
function statements(complaint: Complaint): Facts {
  const { statements, statementsRequested, statementsAwaited = [], respondents } = complaint;
  const until = (id: PersonId): string => {
    const dueOn = statementsAwaited.find(({ of }) => of === id)?.dueOn;
    return dueOn ? `, uiterlijk ${longDate(dueOn)}` : '';
  };
  const silent = respondents.filter(
    ({ id }) => statementsRequested.includes(id) && !statements.some(({ of }) => of?.id === id),
  );
  return [
    ...statements.map(({ of, on, text }): [string, string] => [
      of ? 'Beklaagde' : 'Klager',
      `${of ? `${of.name}, ` : ''}${longDate(on)}: ${text}`,
    ]),
    ...silent.map(({ id, name }): [string, string] => [
      'Beklaagde',
      `${name}: verklaring gevraagd${until(id)}; die is er nog niet`,
    ]),
  ];
}

/** Lists the talks that took place before the answer, and the one that is to come (Inleiding). */
const talks = (complaint: Complaint): Facts => [
  ...(complaint.talks ?? []).flatMap(
    ({ form, on, partner, ledBy, result, solved, agreements }): Facts => [
      [mediationFormWords[form], `${longDate(on)}, ${parties(partner, ledBy)}`],
      ['Uitkomst', `${solved ? 'opgelost' : 'nog niet opgelost'}: ${result}`],
      ['Afspraken', agreements],
    ],
  ),
  ['Aangeboden', toCome(complaint)],
];

/** Words the talk to come; who was to lead it, and is a respondent by now, leads it no more (reading 10). */
function toCome(complaint: Complaint): string | undefined {
  if (!complaint.talkToCome) return undefined;
  const { on, time, form, partner, ledBy } = complaint.talkToCome;
  const leader = leaderInConflict(complaint) ? 'iemand die nog gekozen wordt' : ledBy;
  return `${longDate(on)} om ${time}, ${mediationFormWords[form].toLowerCase()} ${parties(partner, leader)}`;
}

const parties = (partner: string, ledBy?: string): string =>
  `met ${withinSentence(partner, limits.text)}${ledBy ? `, geleid door ${ledBy}` : ''}`;

const answer = ({ answer }: Complaint): Facts => [
  ['Oordeel', answer && judgementWords[answer.judgement]],
  ['Standpunt', answer?.position],
  ['Oplossing', answer?.proposal],
];

/** Words a measure in a line, and how far it is. */
export function measureWords(measure: Measure, complaint: Complaint): string {
  const { what, owner, dueOn, firstDueOn, doneOn } = measure;
  const promised = isFirstDayPromised(measure, complaint) ? 'beloofd' : 'vastgelegd';
  const before = firstDueOn ? `; eerst ${promised}: ${longDate(firstDueOn)}` : '';
  const until = doneOn ? `klaar op ${longDate(doneOn)}` : `uiterlijk ${longDate(dueOn)}${before}`;
  return `${shortened(what, 200)} (${owner}, ${until})`;
}

const objection = ({ objection }: Complaint): Facts => [
  ['Verstuurd', objection?.sentOn && longDate(objection.sentOn)],
  ['Ontvangen', objection && longDate(objection.receivedOn)],
  ['Hoe', objection?.how && meansWords[objection.how]],
  ['Inhoud', objection?.text],
  ['Toch behandeld, want', objection?.lateBecause],
];

function appointment(appointment?: Appointment): Facts {
  if (!appointment) return [];
  const { on, time, form, branch, agreed, employeePresent, secondRepresentative, laterWish, laterBecause } =
    appointment;
  const place = [hearingFormWords[form].toLowerCase(), form === 'office' ? branch : '']
    .filter(Boolean)
    .join(', ');
  const others = [employeePresent ? 'de medewerker' : '', secondRepresentative?.name].filter(Boolean);
  return [
    ['Aangeboden', `${longDate(on)} om ${time}, ${place}${agreed ? '; de klager stemde in' : ''}`],
    ['Erbij', others.join(', ')],
    ['Later dan een week', laterWish && wishWords[laterWish]],
    ['Reden', laterBecause],
  ];
}

const hearing = ({ on, form, present, report, proposal, reaction, settlement, offer }: Hearing): Facts => [
  ['Gehouden', `${longDate(on)}, ${hearingFormWords[form].toLowerCase()}`],
  ['Aanwezig', present],
  ['Verslag', report],
  ['Voorstel', proposal],
  ['Reactie', reaction],
  ['Afspraken', settlement ?? 'niet tot een oplossing gekomen'],
  [offerLabel, offer && offerWords[offer]],
];

const decision = ({ decision, waivedOn }: Complaint): Facts => [
  ['Geen gesprek', waivedOn && `de klager zag ervan af op ${longDate(waivedOn)}`],
  ['Door', decision?.by.name],
  ['Oordeel', decision?.judgement && judgementWords[decision.judgement]],
  ['Beslissing', decision?.decision],
  ['Motivering', decision?.reasons],
  [offerLabel, decision?.offer && offerWords[decision.offer]],
];

const letters = ({ letters }: Complaint, outbox: Dossier['outbox']): Facts =>
  letters.map(({ id, kind, manner, sentOn, withdrawnOn }) => [
    capital(letterNames[kind]),
    sentOn
      ? `${dispatchWords[manner]}, ${longDate(sentOn)}`
      : withdrawnOn
        ? `Niet verstuurd: tegengehouden op ${longDate(withdrawnOn)}`
        : notSentYet(mailingOf(id, outbox)),
  ]);

function notSentYet(mailing: ReturnType<typeof mailingOf>): string {
  if (mailing === 'uncertain') return 'Mogelijk al verstuurd; telt nog niet als verstuurd';
  if (mailing === 'outdated') return 'Gemaakt voor een andere dag, nog niet verstuurd';
  if (mailing === 'no-address') return 'Er is geen e-mailadres meer, nog niet verstuurd';
  if (mailing === 'gave-up') return 'Niet aangenomen door de mailserver, nog niet verstuurd';
  return 'Wacht op de mailserver, nog niet verstuurd';
}

/** Lists the documents, the oldest first: what each is called where it came from, and which respondents may read it; or that it was removed. */
const documents = (complaint: Complaint): Facts =>
  numberedDocuments(complaint).map((document) => {
    const { from, addedOn, removedOn } = document;
    const what = removedOn
      ? `Verwijderd op ${longDate(removedOn)}; ${document.kind}`
      : documentLine(document);
    return [
      documentName(document),
      `${what}, ${sourceWords[from]}, toegevoegd op ${longDate(addedOn)}${sharedWords(document, complaint.respondents)}`,
    ];
  });
