import { judgementWords, letterNames, listed } from '../../letters/words.ts';
import { leaderInConflict } from '../../procedure/articles/art00-mediation.ts';
import { supposed } from '../../procedure/articles/art04-website.ts';
import { canBeWrittenTo, hasContact } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import { mustHearOfNoHandler } from '../../procedure/articles/art05-no-handler.ts';
import { openMeasures } from '../../procedure/articles/art06-answer.ts';
import { guardedNow } from '../../procedure/articles/art06-delay.ts';
import { isDecidedByNobody } from '../../procedure/articles/art08-decision.ts';
import type { Judgement } from '../../procedure/model/answer.ts';
import { type Complaint, isIn } from '../../procedure/model/complaint.ts';
import type { Desk } from '../../procedure/model/desk.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { Calendar } from '../../time/calendar.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { holdsBsn } from '../form/bsn.ts';
import { shortened, withinSentence } from '../form/text.ts';
import { type Can, ofNobody, otherHandler, type Reader } from './case-demand.ts';
import { chooseUntil, nobodyDecides, notSettled } from './no-further.ts';
import { notAsInvitedOnCase } from './not-as-invited.ts';
import { waitingText } from './waiting-letter.ts';
import { openMeasuresWords, outcomeWords, small } from './words.ts';

/** A remark on a dossier besides its deadlines, and the style of its container. */
export type StatusLine = { text: string; style: 'warning' | 'emphasis' | 'good' };

/** After a hand-over. Art. 5: the letters so far name another handler, or none. */
const notAnnounced = (can: Can): string =>
  `In een eerdere brief staat iets anders over wie de klacht behandelt. ${
    can('announce-handler')
      ? 'Laat de klager weten wie het nu is, met “Nieuwe behandelaar melden”.'
      : 'Wie de klacht nu behandelt, laat dat de klager nog weten.'
  }`;

/** Words whom the website named, of whom nobody has looked yet whether the complaint is about them (reading 10). */
function toJudge(complaint: Complaint, can: Can): StatusLine | undefined {
  const names = supposed(complaint).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return {
    text: `Het bericht van de website noemt ${listed(names)}, bij naam of functie. Gaat de klacht daarover? ${can('judge-name') ? 'Kijk dat eerst na met “Naam nakijken”.' : 'Dat wordt eerst nagekeken.'} Tot dan gaat de klacht niet langs wie genoemd is, en gaat er geen brief uit.`,
    style: 'warning',
  };
}

/** Words that the colleague whom the receiver named, and could not choose, must be chosen; or that it is about nobody. */
const toChoose = (name: string, can: Can): string =>
  `Over wie gaat dit? De collega “${name}” moet nog worden gekozen.${
    can('add-respondent') ? ' Kies de collega met “Beklaagde toevoegen”.' : ''
  }${can('correct-facts') ? ' Gaat het niet over een collega? Haal de naam dan weg met “Gegevens corrigeren”.' : ''}`;

const needsNoReply =
  'De klager koos op de website: geen bevestiging en geen antwoord nodig. Daarom ging er niets vanzelf uit. Schrijven mag wel, en de dagen van artikel 5 en 6 bewaak ik.';

/** Words which articles cannot be met without knowing how to reach the complainant, and what this reader can do. */
const noContact = ({ complainant, noReply }: Complaint, can: Can): string =>
  canBeWrittenTo(complainant)
    ? `Er is geen e-mailadres, telefoonnummer of postadres van de klager. Zonder een daarvan kan Ballance niet bevestigen en niet antwoorden (artikel 5 en 6).${can('correct-facts') && !noReply ? ' Vraag het na, en vul het in met “Gegevens corrigeren”.' : ''}`
    : [
        'De klager is onbekend of anoniem. Bevestigen en antwoorden (artikel 5 en 6) kan niet, en telt niet als te laat.',
        can('answer') && 'De drie weken van artikel 6 bewaak ik wel: zoek voor die dag uit wat je kunt.',
        can('correct-facts') &&
          'Weet je wie het is? Vul het in met “Gegevens corrigeren”: dan gelden de gewone dagen die nog komen. Wat al had gemoeten, doe je dan meteen.',
        can('answer') &&
          'Anders handel je de klacht af met “Antwoord versturen”: zonder brief, met standpunt, oordeel en maatregelen.',
        can('dismiss') && 'Valt er niets uit te zoeken? Sluit dan met “Niet in behandeling nemen”.',
      ]
        .filter(Boolean)
        .join(' ');

/** Words that no period stops for a talk, and the day of the answer, to come or past. */
export function periodsGoOn(complaint: Complaint, { today, calendar }: Pick<Ahead, 'today' | 'calendar'>) {
  const day = guardedNow(complaint, calendar);
  const answer =
    today > day
      ? `het antwoord had er uiterlijk ${longDate(day)} moeten zijn`
      : `het antwoord is er uiterlijk ${longDate(day)}`;
  return `De termijnen lopen door: ${answer} (artikel 6).`;
}

/** Words that who was to lead a talk is a respondent by now, so that somebody else must (reading 10). */
function ledByAnother(complaint: Complaint, records: boolean): string {
  const leader = leaderInConflict(complaint);
  if (!leader) return '';
  const choose = records
    ? 'Kies wie met “Gesprek of bemiddeling”, en laat de klager weten wie er komt.'
    : 'Wie de klacht nu behandelt, kiest wie.';
  return ` ${leader} zou het leiden, maar is nu beklaagde: iemand anders moet het leiden. ${choose}`;
}

/**
 * Words a talk before the answer (Inleiding): when it is, or that its result is to be recorded, or that it solved nothing yet; and
 * that no period stops for it.
 */
function talkText(
  complaint: Complaint,
  { today, calendar }: Pick<Ahead, 'today' | 'calendar'>,
  can: Can,
): string | undefined {
  const { talkToCome, talks } = complaint;
  if (!isIn(complaint, ['registered', 'acknowledged'])) return undefined;
  const goesOn = periodsGoOn(complaint, { today, calendar });
  if (talkToCome) {
    const { on, time, partner } = talkToCome;
    const who = withinSentence(partner, 100);
    const records = can('mediate');
    return today > on
      ? `Het gesprek van ${longDate(on)} met ${who} is voorbij.${records ? ' Leg met “Gesprek of bemiddeling” vast wat eruit kwam of dat het niet doorging, of kies een nieuwe dag.' : ''} ${goesOn}`
      : `Op ${longDate(on)} om ${time} is er een gesprek met ${who}.${ledByAnother(complaint, records)}${records ? ' Leg daarna met “Gesprek of bemiddeling” vast wat eruit kwam.' : ''} ${goesOn}`;
  }
  const last = talks?.at(-1);
  return last && !last.solved
    ? `Het gesprek van ${longDate(last.on)} leidde nog niet tot een oplossing. ${goesOn}`
    : undefined;
}

/** Tells whether nobody may handle it, and no deadline of the card says so: there is no receipt to be confirmed. */
const isLeftToNobody = (complaint: Complaint): boolean =>
  !complaint.handler &&
  !complaint.closed &&
  !(complaint.stage === 'registered' && mustHearOfNoHandler(complaint));

/** Words whose statement did not come by the day that they were asked for it (hoor en wederhoor). */
const lateStatements = (
  { statementsAwaited = [], respondents }: Complaint,
  today: LocalDate,
  can: Can,
): StatusLine[] =>
  statementsAwaited
    .filter(({ dueOn }) => dueOn < today)
    .map(({ of, dueOn }) => ({
      text: `De verklaring van ${respondents.find(({ id }) => id === of)?.name ?? 'de beklaagde'} is er nog niet. Die was gevraagd voor uiterlijk ${longDate(dueOn)}.${can('record-statement') ? ' Vraag ernaar, of leg vast wat je hoort met “Verklaring vastleggen”.' : ''}`,
      style: 'warning',
    }));

/** Words what is left of a closed complaint: its open measures (Art. 6), and until when the complainant may still choose. */
function leftToDo(complaint: Complaint, ahead: Ahead, can: Can): string {
  const open = openMeasures(complaint).length;
  const choice = chooseUntil(complaint, ahead, can);
  if (open === 0) return choice || ' Er loopt geen termijn meer.';
  return ` ${openMeasuresWords(open)}${choice}`;
}

/** When it is, who reads, and when personal data is erased by itself. */
type Ahead = {
  today: LocalDate;
  calendar: Calendar;
  desk: Desk;
  reader: Reader;
  erasesOn?: LocalDate | undefined;
};

/** Words what the board judged, and what the answer did where that is otherwise; empty where it gave no judgement. */
function decidedTo({ closed, decision, answer }: Complaint): string {
  const word = (judgement: Judgement): string => small(judgementWords[judgement]);
  if (closed?.outcome !== 'decided' || !decision?.judgement) return '';
  const before =
    answer && answer.judgement !== decision.judgement ? `, in het antwoord ${word(answer.judgement)}` : '';
  return `. Oordeel: ${word(decision.judgement)}${before}`;
}

/** Lists the remarks: letters that wait, what can be done where nothing is demanded, the closing, and how long it is kept. */
export function standing(
  { complaint, outbox }: Pick<Dossier, 'complaint' | 'outbox'>,
  ahead: Ahead,
): StatusLine[] {
  const { erasesOn, reader } = ahead;
  const { can } = reader;
  const talk = talkText(complaint, ahead, can);
  const others = notAsInvitedOnCase(complaint, ahead, can('offer-hearing'));
  const { closed, stage, hold, erasureRequest, redactionRequest, noReply } = complaint;
  const said: (StatusLine | false | undefined)[] = [
    ...waitingLetters(complaint).map(
      ({ id, kind }): StatusLine => ({
        text: `Een brief (${letterNames[kind]}) ${waitingText(id, outbox, can('send-by-hand') ? undefined : (otherHandler(complaint, reader) ?? 'Wie de brief schreef'))}`,
        style: 'warning',
      }),
    ),
    isLeftToNobody(complaint) && { text: ofNobody(complaint, can), style: 'warning' },
    !closed && toJudge(complaint, can),
    complaint.complainantKnows !== undefined && !closed && { text: notAnnounced(can), style: 'warning' },
    !closed &&
      !complaint.supposed &&
      !!complaint.unresolvedName && { text: toChoose(complaint.unresolvedName, can), style: 'warning' },
    (stage === 'registered' || stage === 'acknowledged') &&
      noReply && { text: needsNoReply, style: 'emphasis' },
    !closed && !hasContact(complaint.complainant) && { text: noContact(complaint, can), style: 'warning' },
    holdsBsn(complaint.summary) && can('request-redaction') && { text: bsnInSummary, style: 'warning' },
    ...lateStatements(complaint, ahead.today, can),
    talk !== undefined && { text: talk, style: leaderInConflict(complaint) ? 'warning' : 'emphasis' },
    isDecidedByNobody(complaint, ahead) && { text: nobodyDecides(can), style: 'emphasis' },
    others !== undefined && { text: others, style: 'warning' },
    stage === 'heard' && {
      text: `${notSettled(can)}${chooseUntil(complaint, ahead, can)}`,
      style: 'emphasis',
    },
    closed && {
      text: `Gesloten op ${longDate(closed.on)}: ${outcomeWords[closed.outcome]}${closed.into ? ` (${closed.into})` : ''}${decidedTo(complaint)}.${leftToDo(complaint, ahead, can)}`,
      style: 'good',
    },
    closed && can('record-lesson') && { text: toLearn(complaint), style: 'emphasis' },
    erasureRequest && {
      text: `${erasureRequest.by.name} vroeg op ${longDate(erasureRequest.on)} om de persoonsgegevens te wissen. Iemand anders moet akkoord gaan.`,
      style: 'warning',
    },
    redactionRequest && {
      text: `${redactionRequest.by.name} vroeg op ${longDate(redactionRequest.on)} om een tekst onleesbaar te maken. Iemand anders moet akkoord gaan.`,
      style: 'warning',
    },
    hold && {
      text: `Dit dossier wordt sinds ${longDate(hold.on)} bewaard voor een procedure: er wordt niets gewist. ${shortened(hold.reason, 200)}`,
      style: 'emphasis',
    },
    erasesOn !== undefined && {
      text: `Op ${longDate(erasesOn)} worden de persoonsgegevens gewist (AVG).`,
      style: 'emphasis',
    },
  ];
  return said.filter((one) => !!one);
}

const bsnInSummary =
  'In de korte inhoud staat een nummer dat een burgerservicenummer (BSN) kan zijn. Hoort het niet in het dossier? Druk dan op “Tekst onleesbaar maken”.';

/** Asks what was left open of a complaint that was remedied on the spot: what it was about, what is learned from it, or both. */
const toLearn = ({ subject, lesson }: Complaint): string =>
  `${[!subject && 'Waar ging de klacht over?', !lesson && 'Wat leert Ballance ervan?'].filter(Boolean).join(' ')} Leg het vast met “Onderwerp en leerpunt”. Het hoeft niet.`;
