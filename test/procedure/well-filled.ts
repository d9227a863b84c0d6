import { hasStated } from '../../src/procedure/articles/art00-both-sides.ts';
import { mustBeTold } from '../../src/procedure/articles/art04-merge.ts';
import { canBeWrittenTo } from '../../src/procedure/articles/art05-forward-and-acknowledge.ts';
import { successors } from '../../src/procedure/articles/art05-handler.ts';
import { openMeasures } from '../../src/procedure/articles/art06-answer.ts';
import { measuresOf, movableMeasures } from '../../src/procedure/articles/art06-measures.ts';
import { objectUntil } from '../../src/procedure/articles/art07-objection.ts';
import { isAskedBy } from '../../src/procedure/articles/avg-erasure.ts';
import { isRedactionAskedBy } from '../../src/procedure/articles/avg-redaction.ts';
import { presentDocuments } from '../../src/procedure/articles/documents.ts';
import { resendable } from '../../src/procedure/articles/send-again.ts';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import type { Context, Step, StepCommand } from '../../src/procedure/model/commands.ts';
import type { Complaint, Person } from '../../src/procedure/model/complaint.ts';
import { waitingLetters } from '../../src/procedure/model/letter.ts';
import { nobody, personId } from '../../src/procedure/model/person-id.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { aDocument, asking, letter } from './asked.ts';
import { desk, sanne } from './people.ts';

/** A colleague whom no test knows by name. */
const stranger: Person = { id: personId('00000000-0000-4000-8000-0000000000ff'), name: 'Noor Visser' };

const another = (complaint: Complaint): Complaint => ({
  ...complaint,
  number: 'K-2025-0001',
  letters: [],
});

const known = { name: 'Mevrouw Van Dam', email: 'vandam@example.nl' };
const anonymous = { name: 'Anoniem', unnamed: 'anonymous' } as const;

/**
 * The step as it is filled in well on that day by that person. `about` is whom it adds as a respondent; `otherwise` settles a
 * hearing, refuses a late objection, does not agree to erasure, and corrects who complains.
 */
export function wellFilled(
  step: Step,
  by: Person,
  complaint: Complaint,
  context: Context,
  { about = stranger, otherwise = false, into = another(complaint) } = {},
): StepCommand {
  const { today } = context;
  const isPast = (day?: LocalDate) => day !== undefined && day < today;
  const ask = asking(today, by);
  const measures = [{ what: 'Belrooster', owner: sanne.name, ownerId: sanne.id, dueOn: addDays(today, 14) }];
  const learned = { subject: 'Bereikbaarheid', ...(!otherwise && { lesson: 'Wij bellen voortaan zelf.' }) };
  const filled: { [S in Step]: () => StepCommand } = {
    'judge-name': () => ask.judgeName({ respondent: complaint.supposed?.[0] ?? nobody, isAbout: !otherwise }),
    'announce-handler': ask.announceHandler,
    'announce-no-handler': ask.announceNoHandler,
    acknowledge: () => ask.acknowledge({ wording: complaint.summary }),
    'request-statement': () => ask.requestStatement({ respondent: complaint.respondents[0]?.id ?? nobody }),
    'record-statement': ask.recordStatement,
    'give-statement': () => ask.giveStatement(hasStated(complaint, by) ? { adds: true } : {}),
    supplement: () =>
      ask.supplement({ to: { phone: complaint.complainant.phone === '026 7' ? '026 8' : '026 7' } }),
    mediate: () => {
      const mediated = { form: 'mediation', ledBy: by.id } as const;
      const nothing = { result: undefined, agreements: undefined, letter: undefined };
      if (otherwise && complaint.talkToCome) return ask.mediate({ ...nothing, calledOff: true });
      if (otherwise) return ask.mediate({ ...mediated, measures });
      if (complaint.talkToCome) return ask.mediate({ ...nothing, result: 'Nog boos.', solved: false });
      const toCome = { on: addDays(today, 1), time: '10:00', solved: undefined };
      return ask.mediate({ ...nothing, ...mediated, ...toCome });
    },
    answer: () =>
      ask.answer({
        measures,
        message: { text: 'Wij hadden moeten bellen.', mayIdentify: false },
        ...(!canBeWrittenTo(complaint.complainant) && { letter: undefined }),
      }),
    delay: () => {
      const days = runningDeadlines(complaint, context.calendar, desk).map(({ dueOn }) => dueOn);
      const latest = [...days, today].sort().at(-1) ?? today;
      return ask.delay({ wish: otherwise ? 'complainant' : 'ballance', until: addDays(latest, 7) });
    },
    agree: () => ask.agree({ letter: otherwise ? letter('Afgesloten', today) : undefined, learned }),
    object: () =>
      ask.object({
        sentOn: today,
        ...(isPast(objectUntil(complaint, context.calendar)?.dueOn) && {
          late: otherwise
            ? { accept: false, reason: 'Geen reden', letter: letter('Te laat', today) }
            : { accept: true, reason: 'Ziekenhuis' },
        }),
      }),
    'offer-hearing': () =>
      ask.offerHearing({ agreed: true, laterWish: 'complainant', laterBecause: 'Vakantie' }),
    'record-hearing': () =>
      ask.recordHearing({
        earlier: true,
        offer: 'lapses',
        ...(otherwise && { settlement: 'Elke week bellen.', measures }),
      }),
    'waive-hearing': ask.waiveHearing,
    decide: () => ask.decide({ measures, offer: 'stays' }),
    close: () => ask.close({ letter: otherwise ? undefined : letter('Afgesloten', today) }),
    'send-by-hand': () => ask.sendByHand({ letter: waitingLetters(complaint)[0]?.id ?? 0 }),
    'send-again': () => ask.sendAgain({ again: resendable(complaint, by, context)[0]?.id ?? 0 }),
    'complete-measure': () => ask.completeMeasure({ measure: openMeasures(complaint)[0]?.id ?? '' }),
    'move-measure': () => {
      const { id = '', dueOn = today } = movableMeasures(complaint)[0] ?? {};
      const to = addDays(dueOn > today ? dueOn : today, 7);
      return ask.moveMeasure({ measure: id, to, ...(!otherwise && { letter: letter('Later', today) }) });
    },
    'report-measure': () =>
      ask.reportMeasure({ measure: measuresOf(by, complaint).find(({ doneOn }) => !doneOn)?.id ?? '' }),
    'hand-over': () => ask.handOver({ to: successors(complaint, context)[0]?.person.id ?? nobody }),
    'record-satisfaction': ask.recordSatisfaction,
    'add-note': ask.addNote,
    'export-dossier': ask.exportDossier,
    'add-document': () => ask.addDocument({ document: aDocument(complaint.documents?.length) }),
    'remove-document': () =>
      ask.removeDocument({ document: presentDocuments(complaint)[0]?.id ?? aDocument().id }),
    'add-respondent': () => ask.addRespondent({ respondent: about }),
    'remove-respondent': () =>
      ask.removeRespondent({ respondent: complaint.respondents.at(-1)?.id ?? nobody }),
    'record-experts': ask.recordExperts,
    'record-lesson': () => ask.recordLesson(otherwise ? {} : { subject: 'Bejegening' }),
    'correct-date': () => ask.correctDate({ to: addDays(complaint.receivedOn, -1) }),
    'correct-facts': () =>
      ask.correctFacts({
        to: {
          summary: `${complaint.summary}!`,
          ...(otherwise && { subject: 'Kosten', lesson: 'Wij leggen de prijs uit.' }),
          ...(otherwise && { complainant: complaint.complainant.unnamed ? known : anonymous }),
        },
        isSamePerson: true,
      }),
    withdraw: () => ask.withdraw({ letter: otherwise ? letter('Ingetrokken', today) : undefined, learned }),
    merge: () => {
      const isTold = (!otherwise && canBeWrittenTo(complaint.complainant)) || mustBeTold(complaint);
      return ask.merge({ into, letter: isTold ? letter('Samen', today) : undefined });
    },
    dismiss: () =>
      ask.dismiss({
        because: otherwise ? 'complainant-unknown' : 'not-about-us',
        letter: otherwise ? undefined : letter('Niet over ons', today),
      }),
    reopen: ask.reopen,
    'request-redaction': ask.requestRedaction,
    'answer-redaction': () =>
      ask.answerRedaction({ agrees: !otherwise && !isRedactionAskedBy(by, complaint) }),
    'request-erasure': ask.requestErasure,
    'answer-erasure': () => ask.answerErasure({ agrees: !otherwise && !isAskedBy(by, complaint) }),
    'set-hold': ask.setHold,
    'lift-hold': ask.liftHold,
  };
  return onItsWay(filled[step](), complaint);
}

/** Hands a letter over where it cannot go by e-mail, or by post. */
function onItsWay(command: StepCommand, { complainant: { email, address } }: Complaint): StepCommand {
  if (command.type === 'send-by-hand') return address ? command : { ...command, manner: 'handed' };
  if (email) return command;
  if (command.type === 'object' && command.late && 'letter' in command.late && command.late.letter)
    return { ...command, late: { ...command.late, letter: { ...command.late.letter, manner: 'handed' } } };
  return 'letter' in command && command.letter
    ? ({ ...command, letter: { ...command.letter, manner: 'handed' } } as StepCommand)
    : command;
}
