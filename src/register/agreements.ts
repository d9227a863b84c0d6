import type { Person } from '../procedure/model/complaint.ts';
import { type Desk, isAmong, isAtDesk } from '../procedure/model/desk.ts';
import type { Dossier } from './model/dossier.ts';
import type { JournalEntry } from './model/journal.ts';
import { type Content, type Message, personIn } from './model/message.ts';

/** What becomes of a request for agreement (AVG) that was sent, by the kind of its message. */
const answers: Partial<Record<Content['kind'], readonly JournalEntry['type'][]>> = {
  'erasure-request': ['erasure-declined', 'erased'],
  'redaction-request': ['redaction-declined', 'redacted'],
};

/** Tells whether an entry is the answer to a request for agreement. */
export const isAnswer = ({ type }: Pick<JournalEntry, 'type'>): boolean =>
  Object.values(answers).some((types) => types.includes(type));

/** Who answered a request, and what: agreed, declined, or took back what they had asked themselves. */
export type Answer = { by: Person; type: JournalEntry['type']; isTakenBack: boolean };

/** Finds what was answered to the request of a message; undefined while it is open, and of other messages. */
export function answerTo({ id, content }: Message, { journal }: Dossier): Answer | undefined {
  const types = answers[content.kind];
  const asked = journal.find(({ seq }) => Number.parseInt(id.split('/')[1] ?? '', 10) === seq);
  const answer = asked && journal.find(({ type, seq }) => seq > asked.seq && types?.includes(type));
  const by = answer?.erasable?.by;
  return answer && by && { by, type: answer.type, isTakenBack: by.id === asked.erasable?.by.id };
}

/** Finds what was answered to the last request to make a text illegible that was put to somebody at the desk whom the complaint is not about. */
export function answeredFor(reader: Person, dossier: Dossier, desk: Desk): Answer | undefined {
  const { complaint, outbox } = dossier;
  if (complaint.erased || isAmong(reader, complaint.respondents) || !isAtDesk(reader, desk)) return undefined;
  const asked = outbox.findLast(
    ({ content, to }) => content.kind === 'redaction-request' && personIn(to) === reader.id,
  );
  return asked && answerTo(asked, dossier);
}
