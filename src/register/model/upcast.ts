import { count, object, optional } from './checks.ts';

type Fields = Record<string, unknown>;

/** What says in which version of the stored shape it was written; 0.5 and older say nothing, which is version 1. */
export type Versioned = { schema?: number };

/** Changes what one version stored into what the next stores; chains keep what was hashed, so an event is changed on reading alone. */
type Step = { document?(stored: Fields): Fields; event?(stored: Fields): Fields };

/** From version 1 to 2, from 2 to 3, and so on: every change of the stored shape adds one, and changes none of these. */
const steps: readonly Step[] = [{ document: withJudgement, event: withCountedFacts }];

/** The version in which this bot writes documents and the entries of their chains. */
export const schema = steps.length + 1;

export const isKnownSchema = optional(
  (value): value is number => count(value) && value >= 1 && value <= schema,
);

export const schemaOf = <T extends object>({ schema = 1 }: T & Versioned): number => schema;

/** The document as it is written: of this version, and saying so. */
export const stamped = <T extends object>(document: T): T & Versioned => ({ ...document, schema });

/**
 * Brings a stored document to the current shape, step by step, and takes its version off. Seals and hashes are those of what
 * was stored, so they are checked before; its chains stay as they are.
 */
export function upcast<T extends object>({ schema: from = 1, ...stored }: T & Versioned): T {
  return after(from, stored, 'document') as T;
}

/** Brings an event that was stored in that version to the current shape. */
export const upcastEvent = (event: Fields, from: number | undefined): Fields =>
  after(from ?? 1, event, 'event');

const after = (from: number, stored: Fields, part: keyof Step): Fields =>
  from < schema ? steps.slice(from - 1).reduce((so, step) => step[part]?.(so) ?? so, stored) : stored;

/** The version that wrote a document, or an entry in it, where that is newer than this bot knows. */
export function newerSchemaIn(stored: unknown): number | undefined {
  if (!object(stored)) return undefined;
  const entries = [stored.journal, stored.ledger].filter(Array.isArray).flat().filter(object);
  const newest = Math.max(...[stored, ...entries].map((one) => Number(one.schema ?? 1) || 0));
  return newest > schema ? newest : undefined;
}

/** Art. 6: until 0.4.0 the judgement stood in the answer alone; figures read it where it stays after erasure. */
function withJudgement(stored: Fields): Fields {
  const { complaint } = stored;
  if (!object(complaint) || !object(complaint.answer) || complaint.judgement) return stored;
  return { ...stored, complaint: { ...complaint, judgement: complaint.answer.judgement } };
}

/** Art. 4: until 0.4.0 a corrected origin or manner stood among what is erased. */
function withCountedFacts(event: Fields): Fields {
  if (event.type !== 'facts-corrected' || event.to) return event;
  const { from, to } = Object(event.personal);
  return { ...event, from: counted(from), to: counted(to) };
}

function counted(facts: unknown): Fields {
  const { origin, manner } = Object(facts);
  return { ...(origin && { origin }), ...(manner && { manner }) };
}
