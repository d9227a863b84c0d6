/** A card as JSON, as the bot sent it. */
export type Card = { type: 'AdaptiveCard'; [name: string]: unknown };

type Json = Record<string, unknown>;
export type Button = Json & { title: string; verb?: string; data?: Json };

/** What somebody fills in: by the label of the field; a choice by its words, several people by their ids. */
export type Filled = Record<string, string>;

/** Lists every part of a card, from top to bottom, without what is only in `fallback`. */
export function parts(part: unknown): Json[] {
  if (Array.isArray(part)) return part.flatMap(parts);
  if (typeof part !== 'object' || part === null) return [];
  const { fallback: _, ...rest } = part as Json;
  return [part as Json, ...Object.values(rest).flatMap(parts)];
}

/** Reads a card, a line for each piece, without the marks that escape Markdown. */
export const textOf = (card: unknown): string =>
  parts(card)
    .flatMap(({ type, text, title, label, value }) =>
      type === 'TextBlock'
        ? [unescaped(text)]
        : String(type).startsWith('Input.')
          ? [label, value]
          : [text, title],
    )
    .filter((line) => typeof line === 'string' && line !== '')
    .join('\n');

const unescaped = (text: unknown): string => String(text).replace(/\\([^\w\s])/g, '$1');

/** The titles of the buttons that reach the bot; a row that opens a dossier has none. */
export const buttonsOf = (card: unknown): string[] => executable(card).flatMap(({ title }) => title ?? []);

const executable = (card: unknown): Button[] =>
  parts(card).filter(({ type }) => type === 'Action.Execute') as Button[];

export const buttonOf = (card: unknown, title: string): Button | undefined =>
  executable(card).find((button) => button.title === title);

/** The row of a list that opens that dossier. */
export const rowOf = (card: unknown, number: string): Button | undefined =>
  executable(card).find(({ data }) => (data as Json | undefined)?.number === number);

/** Every field of a form: its label and what stands in it. */
export const fieldsOf = (card: unknown): Record<string, string> =>
  Object.fromEntries(inputs(card).map(({ label, value }) => [String(label), String(value ?? '')]));

const inputs = (card: unknown): Json[] => parts(card).filter(({ type }) => String(type).startsWith('Input.'));

/** Makes what a client sends for a form: its values, with what somebody filled in over them. */
export function filledIn(card: unknown, filled: Filled): Record<string, string> {
  const fields = inputs(card);
  const unknown = Object.keys(filled).filter((label) => !fields.some((field) => field.label === label));
  if (unknown.length > 0) throw new Error(`The card has no field ${unknown.join(', ')}.\n${textOf(card)}`);
  return Object.fromEntries(
    fields.map((field) => [
      String(field.id),
      sent(field, filled[String(field.label)] ?? (String(field.value ?? '') || usually(field))),
    ]),
  );
}

/** Mails a letter from a mailbox of one's own where no way is chosen: the bot proposes none that it cannot go by itself. */
const usually = ({ id }: Json): string => (id === 'manner' ? 'email' : '');

function sent({ choices }: Json, given: string): string {
  const chosen = (choices as { title: string; value: string }[] | undefined)?.find(
    ({ title }) => title === given,
  );
  return chosen?.value ?? given;
}
