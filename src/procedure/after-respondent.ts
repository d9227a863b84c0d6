import { notSharing, sharing } from './after-document.ts';
import type { Complaint, Person } from './model/complaint.ts';
import type { EventOf } from './model/events.ts';

type Named = 'respondent-added' | 'name-confirmed' | 'respondent-removed';
type Stated = 'statement-requested' | 'statement-recorded';

/** The changes that the events about a respondent make in the state. */
export const respondentChanges: {
  [T in Named | Stated]: (complaint: Complaint, event: EventOf<T>) => Complaint;
} = {
  'respondent-added': (complaint, { personal: { respondent, named } }) => ({
    ...complaint,
    respondents: [...complaint.respondents, respondent],
    ...(complaint.answer && {
      answer: { ...complaint.answer, toHear: [...(complaint.answer.toHear ?? []), respondent.id] },
    }),
    ...resolved(named),
  }),
  'name-confirmed': (complaint, { personal: { respondent, named } }) => ({
    ...complaint,
    ...judged(respondent, complaint),
    ...resolved(named),
  }),
  'respondent-removed': (complaint, { personal: { respondent } }) => ({
    ...notSharing(complaint, respondent),
    ...judged(respondent, complaint),
    respondents: complaint.respondents.filter(({ id }) => id !== respondent.id),
    statementsRequested: complaint.statementsRequested.filter((id) => id !== respondent.id),
    ...awaitedBut(respondent, complaint),
  }),
  'statement-requested': (complaint, { dueOn, personal: { respondent, documents } }) => ({
    ...sharing(complaint, respondent, documents),
    statementsRequested: [...complaint.statementsRequested, respondent.id],
    ...(dueOn && {
      statementsAwaited: [
        ...(awaitedBut(respondent, complaint).statementsAwaited ?? []),
        { of: respondent.id, dueOn },
      ],
    }),
  }),
  'statement-recorded': (complaint, { on, personal: { respondent, text } }) => ({
    ...complaint,
    ...awaitedBut(respondent, complaint),
    statements: [...complaint.statements, { of: respondent, on, text }],
  }),
};

/** Ends that a name of a colleague is to be chosen, where this event says whom it means. */
const resolved = (named: string | undefined): Pick<Complaint, 'unresolvedName'> =>
  named === undefined ? {} : { unresolvedName: undefined };

/** Takes somebody off those of whom nobody has looked yet whether the complaint is about them. */
function judged({ id }: Person, { supposed }: Complaint): Pick<Complaint, 'supposed'> {
  const left = supposed?.filter((one) => one !== id);
  return supposed ? { supposed: left?.length ? left : undefined } : {};
}

/** Takes the statement of one person off those that are awaited. */
const awaitedBut = (
  person: Person | undefined,
  { statementsAwaited: awaited }: Complaint,
): Pick<Complaint, 'statementsAwaited'> =>
  awaited ? { statementsAwaited: awaited.filter(({ of }) => of !== person?.id) } : {};
