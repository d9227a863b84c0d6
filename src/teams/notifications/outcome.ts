import { judgementWords, letterNames, listed } from '../../letters/words.ts';
import { handlerNow } from '../../procedure/articles/art05-handler.ts';
import { saysClosed } from '../../procedure/articles/letters-at-closing.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { isSameName } from '../../procedure/model/named-in-text.ts';
import type { Outcome } from '../../procedure/model/outcome.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { type ContentOf, mailingOf, personIn } from '../../register/model/message.ts';
import { longDate } from '../../time/dutch-date.ts';
import { noticeCard } from '../cards/notice.ts';

/** How a complaint ended, for who may know no more of it than that. */

/** The outcome for a respondent: a sentence without a word of the complainant. */
const outcomes: Record<Outcome, string> = {
  remedied: 'De klacht is meteen verholpen.',
  mediated: 'In een gesprek met de klager is een oplossing gevonden.',
  withdrawn: 'De klager heeft de klacht ingetrokken.',
  agreed: 'De klager is het eens met ons antwoord.',
  lapsed: 'De klager heeft binnen een maand niet laten weten het oneens te zijn met ons antwoord.',
  'late-objection-refused':
    'De klager liet te laat weten het oneens te zijn met ons antwoord. Ons antwoord blijft gelden.',
  settled: 'In een gesprek met de klager is een oplossing gevonden.',
  'not-settled': 'Met de klager is geen oplossing gevonden. De klager kan nog naar de rechter.',
  decided: 'De directie heeft een definitieve beslissing genomen.',
  'handled-unnamed': 'De klacht is afgehandeld. Wie de klager is, weten we niet.',
  merged: 'Deze klacht hoort bij een andere klacht over jou, en wordt daar verder behandeld.',
  'no-complaint': 'Wij behandelen dit niet als klacht.',
  'not-about-us': 'De klacht gaat niet over Ballance.',
  'complainant-unknown': 'De klacht kan niet verder worden behandeld.',
};

const heard =
  'Er is een gesprek met de klager geweest. Dat leidde nog niet tot een oplossing. Je hoort het als jij bij het vervolg nodig bent.';

/** Draws for a respondent how it ended, or that a hearing settled nothing yet (Art. 8 to 10). */
export function outcomeCard(dossier: Dossier, reader: Person, view: Pick<Context, 'desk' | 'today'>) {
  const { id, complaint } = dossier;
  const { closed } = complaint;
  const handler = handlerNow(complaint, view);
  const ending = closed && `${outcomes[closed.outcome]}${judgedBy(dossier, reader)}`;
  const over =
    closed?.outcome === 'merged'
      ? 'Dit nummer is gesloten.'
      : `De klacht is gesloten${leftToDo(complaint, reader)}`;
  const said = ending ? `${ending} ${over}` : heard;
  const questions = handler ? ` Heb je vragen? Neem dan contact op met ${handler.person.name}.` : '';
  const title = closed ? `Klacht ${id} is gesloten` : `Klacht ${id}: er is een gesprek geweest`;
  return { card: noticeCard({ title, text: `${said}${questions}`, tone: 'accent' }), summary: title };
}

/** Tells who was a respondent that it is not about them; they may know nothing more of it from now on. */
export function respondentRemoved({ number, ...complaint }: Complaint, reader: Person) {
  const title = `Klacht ${number} gaat niet over jou`;
  const text = `Dat bleek bij de behandeling${leftToDo(complaint, reader)} Wat je over de klacht las, blijft vertrouwelijk.`;
  return { card: noticeCard({ title, text, tone: 'good' }), summary: title };
}

/**
 * Words what closing leaves to a respondent: the measures that they see to, or nothing. What a measure says is not repeated here; an owner
 * who is known by a name only may be them.
 */
function leftToDo(
  { measures, respondents }: Pick<Complaint, 'measures' | 'respondents'>,
  { id }: Person,
): string {
  const theirs = stillTheirs({ measures, respondents }, id);
  if (theirs) return `. ${theirs}`;
  return measures.some(({ doneOn, ownerId }) => !doneOn && !ownerId)
    ? '.'
    : ', en jij hoeft niets meer te doen.';
}

/** Words the measures that somebody still sees to; empty where there are none. */
export function stillTheirs(
  { measures, respondents }: Pick<Complaint, 'measures' | 'respondents'>,
  id: PersonId,
): string {
  const name = respondents.find((one) => one.id === id)?.name ?? '';
  const theirs = measures.filter(
    ({ doneOn, ownerId, owner }) => !doneOn && (ownerId ? ownerId === id : isSameName(owner, name)),
  );
  const days = listed([...new Set(theirs.map(({ dueOn }) => longDate(dueOn)))]);
  if (theirs.length > 1) return `Jij zorgt nog voor ${theirs.length} maatregelen, uiterlijk ${days}.`;
  return theirs.length === 1 ? `Jij zorgt nog voor een maatregel, uiterlijk ${days}.` : '';
}

/**
 * Words what the board judged, and whether that is otherwise than the answer, for who was told the position in that answer: who was not
 * heard is told no position (Algemeen).
 */
function judgedBy({ complaint, outbox }: Dossier, { id }: Person): string {
  const { decision, answer, closed } = complaint;
  const judgement = decision?.judgement;
  const knows = outbox.some(({ content, to }) => content.kind === 'position' && personIn(to) === id);
  if (closed?.outcome !== 'decided' || !knows || !judgement) return '';
  const isSame = judgement === answer?.judgement;
  if (judgement === 'none')
    return isSame ? '' : ' Anders dan in ons antwoord geeft zij geen oordeel over de klacht.';
  const word = judgementWords[judgement].toLowerCase();
  return isSame
    ? ` Zij blijft erbij: de klacht is ${word}.`
    : ` Anders dan in ons antwoord is de klacht alsnog ${word}.`;
}

/** Words for the handler that the board has decided (Art. 8). */
export const decided = ({ closed }: Complaint): string =>
  `De directie heeft een definitieve beslissing genomen (artikel 8). ${
    closed
      ? 'De brief is verstuurd en het dossier is gesloten.'
      : 'De brief aan de klager is nog niet verstuurd. Daarna sluit het dossier.'
  }`;

/** Draws for the receiver that what they registered is closed; the outcome is not theirs to know. */
export function closedCard({ number, handler }: Complaint) {
  const title = `Klacht ${number} is gesloten`;
  const to = handler?.person.name ?? 'de klachtenfunctionaris';
  const text = `Jij hebt deze klacht geregistreerd. Je hoeft niets meer te doen. Komt de klager bij je terug? Verwijs dan door naar ${to}.`;
  return { card: noticeCard({ title, text, tone: 'accent' }), summary: title };
}

/** Draws for a board member who was asked to decide (Art. 8) that the complainant wants a hearing after all. */
export function decisionOvertaken({ number }: Complaint) {
  const title = `Klacht ${number}: nu geen beslissing nodig`;
  const text =
    'De klager wil toch een gesprek (artikel 8). De directie hoeft nu niet te beslissen. Je hoort het als dat weer nodig is.';
  return { card: noticeCard({ title, text, tone: 'accent' }), summary: title };
}

/**
 * Draws for who sent a letter that it does not go: the complaint is closed or open again, or somebody may handle it after all (Art. 5). It may have
 * arrived where its sending was broken off.
 */
export function letterWithdrawn(
  { letter }: ContentOf<'letter-withdrawn'>,
  { id, complaint, outbox }: Pick<Dossier, 'id' | 'complaint'> & { outbox: Parameters<typeof mailingOf>[1] },
) {
  const name = complaint.handler?.person.name ?? 'De klachtenfunctionaris';
  const title = `Klacht ${id}: de brief gaat niet uit`;
  const { closed, letters } = complaint;
  const kind = letters.find((one) => one.id === letter)?.kind ?? 'no-handler';
  const perhaps =
    mailingOf(letter, outbox) === 'uncertain'
      ? ' Het versturen was al begonnen, dus misschien heeft de klager hem toch.'
      : '';
  if (closed || kind !== 'no-handler') {
    const change = !closed && saysClosed.includes(kind) ? 'weer werd geopend' : 'werd gesloten';
    const text = `Deze brief (${letterNames[kind]}) wachtte nog op de mailserver toen de klacht ${change}. Wat erin staat klopt niet meer, dus hij gaat niet naar de klager.${perhaps && `${perhaps} Laat de klager dan weten dat hij niet meer geldt.`}`;
    return { card: noticeCard({ title, text, tone: 'accent' }), summary: title };
  }
  const arrived = perhaps && `${perhaps} Vertel dat aan ${name}.`;
  const text = `${name} behandelt deze klacht nu. De brief dat niemand bij Ballance dat mag, klopt dus niet meer en gaat niet naar de klager. De klager hoort van ${name} hoe het verdergaat.${arrived || ' Jij hoeft niets meer te doen.'}`;
  return { card: noticeCard({ title, text, tone: 'accent' }), summary: title };
}
