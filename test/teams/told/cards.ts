import assert from 'node:assert/strict';
import type { Measure } from '../../../src/procedure/model/answer.ts';
import type { AnyStage, Complaint } from '../../../src/procedure/model/complaint.ts';
import { asCorrected } from '../../../src/register/model/as-corrected.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { eventOf, type JournalEntry } from '../../../src/register/model/journal.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { dutchCalendar } from '../../../src/time/dutch-calendar.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { werkdagenTo } from '../../procedure/reference-days.ts';
import { partsOf } from '../card-parts.ts';
import { long } from './dutch-days.ts';
import { type Duty, dutiesOf, dutiesToMeet, guarded, isLate } from './duties.ts';
import { assertKnown, assertSays, type Known, linesOf } from './what-it-says.ts';

const judged = {
  founded: 'Gegrond',
  'partly-founded': 'Deels gegrond',
  unfounded: 'Ongegrond',
  none: 'Geen oordeel',
};
const forms = { phone: 'telefonisch', office: 'op kantoor' };
const roles = { officer: 'klachtenfunctionaris', substitute: 'vervanger', board: 'directie' };

/** Tells whether a letter went out that told of a measure, before it was moved: only then its first day was promised. */
export function isFirstDayTold({ what, movedOn, promisedIn }: Measure, { letters }: Complaint) {
  const others = { talk: 'mediation', settlement: 'settlement', decision: 'final-decision' } as const;
  const kindOf = promisedIn ? others[promisedIn] : 'answer';
  return letters.some(
    ({ kind, sentOn, text }) =>
      sentOn && (!movedOn || sentOn <= movedOn) && (kind === kindOf || text?.includes(what)),
  );
}

/** Words until when something can be done. */
export function untilWords({ dueOn, actBy, postBy }: Duty): string {
  if (!actBy) return `Tot en met ${long(dueOn)}`;
  return postBy && postBy !== actBy
    ? `Per e-mail uiterlijk ${long(actBy)}, per post uiterlijk ${long(postBy)}`
    : `Uiterlijk te doen op ${long(actBy)}`;
}

/** Words the days that a card has to say besides that of the deadline. */
function besides(duty: Duty): string[] {
  const { ours, dueOn, actBy, postBy = actBy } = duty;
  if (!ours || !actBy) return [];
  if (actBy !== dueOn) return [untilWords(duty)];
  return postBy === dueOn ? [] : [`er post uiterlijk ${long(postBy ?? dueOn)}`];
}

/** Words how much time is left; of the complainant in days, because a weekend counts for them. */
export function leftWords(duty: Duty, today: LocalDate): string {
  const { dueOn, actBy, before, excused } = duty;
  if (!actBy) {
    const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
    if (days < 0) return 'de tijd van de klager is voorbij';
    return days === 0 ? 'vandaag is de laatste dag van de klager' : `de klager heeft nog ${days} dag`;
  }
  if (excused && today > actBy) return 'die dag is voorbij';
  const left = werkdagenTo(actBy, today, 'wide');
  const days = `${Math.abs(left)} ${Math.abs(left) === 1 ? 'werkdag' : 'werkdagen'}`;
  if (before && isLate(duty, today)) {
    if (today > actBy) return 'te laat, ook na de nieuwe dag';
    return left === 0 ? 'te laat, vandaag is de nieuwe dag' : `te laat, nog ${days} tot de nieuwe dag`;
  }
  if (today > actBy) return left === 0 ? 'te laat' : `${days} te laat`;
  return left === 0 ? 'vandaag is de laatste dag' : `nog ${days}`;
}

/** The duties whose day is guarded first: more than one where they share it. */
export function firstOf(complaint: Complaint, duties = dutiesOf(complaint)): Duty[] {
  const first = duties.map((duty) => guarded(duty, complaint)).sort()[0];
  return duties.filter((duty) => guarded(duty, complaint) === first);
}

/** The duties that a list shows of a complaint: what is late, and otherwise what is guarded first; of those the first. */
export function leadOf(complaint: Complaint, today: LocalDate): Duty[] {
  const late = dutiesOf(complaint).filter((duty) => isLate(duty, today));
  return firstOf(complaint, late.length > 0 ? late : undefined);
}

/** Leaves out the measures, beside which something else is due, where the reader does not see to them. */
function theirs(duties: Duty[], card: Card): Duty[] {
  const others = duties.filter(({ of }) => of !== 'measure');
  return others.length === 0 || partsOf(card).some(({ title }) => title === 'Maatregel afvinken')
    ? duties
    : others;
}

/** Asserts that the card of a dossier says what the register holds: every day, what is due first, and each fact. */
export function assertCaseTrue(card: Card, { complaint, journal }: Dossier, known: Known, today: LocalDate) {
  const lines = linesOf(card);
  const where = `the card of ${complaint.number} (${complaint.stage}) on ${today}`;
  assertKnown(lines, known, where);
  const says = (words: string) => assertSays(lines, words, where);

  const duties = dutiesToMeet(complaint);
  const first = firstOf(complaint, theirs(duties, card));
  const [spoken = ''] = lines;
  if (first.length === 0) assert.doesNotMatch(spoken, /uiterlijk/, where);
  else
    assert.ok(
      first.some((duty) => spoken.includes(`uiterlijk ${long(duty.dueOn)}: ${leftWords(duty, today)}`)),
      `${where} says first: ${spoken}; due is ${JSON.stringify(first)}`,
    );
  const due = lines.filter((line) => /^(?:Uiterlijk|Verder: .*, uiterlijk) \S+dag /.test(line));
  assert.equal(due.length, duties.length, `${where}: ${due}`);
  for (const duty of duties) {
    says(`iterlijk ${long(duty.dueOn)}`);
    for (const words of besides(duty)) says(words);
  }

  const {
    complainant,
    handler,
    receivedOn,
    respondents,
    supposed = [],
    unresolvedName,
    hearings,
    measures,
  } = complaint;
  const { answer, objection, appointment, waivedOn, decision, closed } = complaint as Complaint &
    Partial<AnyStage>;
  says(complainant.name);
  if (complainant.email) says(`E-mail: ${complainant.email}`);
  if (complainant.phone) says(`Telefoon: ${complainant.phone}`);
  says(`Ontvangen: ${long(receivedOn)}`);
  const named = unresolvedName ? [`“${unresolvedName}” (nog te kiezen)`] : [];
  const whom = respondents.map(({ id, name }) =>
    supposed.includes(id) ? `${name} (genoemd; nog na te kijken)` : name,
  );
  const about = [...whom, ...named].join(', ');
  says(`Over: ${about || 'Ballance in het algemeen'}`);
  if (handler) says(`Behandelaar: ${handler.person.name}, ${roles[handler.role]}`);
  if (answer) says(`Oordeel: ${judged[answer.judgement]}`);
  if (objection) says(`Ontvangen: ${long(objection.receivedOn)}`);
  if (appointment)
    says(`Aangeboden: ${long(appointment.on)} om ${appointment.time}, ${forms[appointment.form]}`);
  for (const { on, form } of hearings) says(`Gehouden: ${long(on)}, ${forms[form]}`);
  if (waivedOn) says(`Geen gesprek: de klager zag ervan af op ${long(waivedOn)}`);
  if (decision) says(`Door: ${decision.by.name}`);
  for (const measure of measures) {
    const { dueOn, firstDueOn, doneOn } = measure;
    const word = isFirstDayTold(measure, complaint) ? 'beloofd' : 'vastgelegd';
    const before = firstDueOn ? `; eerst ${word}: ${long(firstDueOn)}` : '';
    says(doneOn ? `klaar op ${long(doneOn)})` : `uiterlijk ${long(dueOn)}${before})`);
  }
  if (closed) says(`Gesloten op ${long(closed.on)}: `);
  assertLatenessSaid(lines, asCorrected(journal, complaint, dutchCalendar()), where);
}

/** Asserts that the log says of each letter whether it was late, and by how many days, as it is recorded. */
function assertLatenessSaid(lines: readonly string[], journal: readonly JournalEntry[], where: string): void {
  const said = lines.filter((line) => /: .*\bop \S+ \d+ \S+ \d{4} \((?:e-mail|post|overhandigd)/.test(line));
  const sent = journal.map(eventOf).filter((event) => event.type === 'letter-sent');
  for (const [i, line] of said.entries()) {
    const { daysLate, acknowledgedDaysLate = 0 } =
      sent[sent.length - said.length + i] ?? assert.fail(`${where}: ${line}`);
    const late = [...line.matchAll(/\b(\d+) dag(?:en)? te laat/g)].map(([, days]) => Number(days));
    assert.deepEqual(
      late,
      [daysLate, acknowledgedDaysLate].filter((days) => days > 0),
      line,
    );
  }
}
