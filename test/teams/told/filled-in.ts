import type { Card } from '../../../src/teams/cards/template.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { beginsOn, moved } from '../../procedure/reference-days.ts';
import { inputsOf } from '../card-parts.ts';

type Input = Record<string, unknown>;

/** The fields by which the complainant is known or reached. */
const ofTheComplainant: Record<string, (n: number) => string> = {
  complainantName: (n) => `Mevrouw Zeldenrust-${n}`,
  representing: () => 'Zeldenrust senior',
  email: (n) => `zeldenrust${n}@example.org`,
  phone: (n) => `06-12345${n}`,
  address: (n) => `Zoutstraat ${n}, 3511 AA Utrecht`,
};

/** The fields of the rows of measures, of which the first is filled in or none. */
const row = /^(measure|owner|ownerName|until)\d$/;
const inFirstRow = ['measure1', 'owner1', 'until1'];

/** Measures are due in so many days, unless another day is chosen. */
const usualTerm = 28;

/**
 * Fills in a form at random, a number for each field. Somebody who tries again keeps to ordinary days, and leaves no text
 * out.
 */
export function filledIn(
  card: Card,
  answers: readonly number[],
  today: LocalDate,
  tries = 0,
): Record<string, string> {
  const asked = inputsOf(card).filter(({ id }) => inFirstRow.includes(String(id)) || !row.test(String(id)));
  const filled: Record<string, string> = {};
  asked.forEach((input, i) => {
    const n = answers[i % answers.length] ?? 0;
    const isInRow = input.id === 'owner1' || input.id === 'until1';
    const until = { ...input, isRequired: true, value: input.value || moved(today, usualTerm) };
    const of = input.id === 'until1' ? until : input;
    filled[String(input.id)] = isInRow && !filled.measure1 ? '' : answerTo(of, n, today, tries);
  });
  return filled;
}

function answerTo(input: Input, n: number, today: LocalDate, tries: number): string {
  const value = String(input.value ?? '');
  const personal = ofTheComplainant[String(input.id)];
  if (input.id === 'letter') return value;
  if (input.id === 'into') return 'K-2025-0001';
  if (personal) return n % 3 === 0 ? personal(n) : value;
  switch (input.type) {
    case 'Input.ChoiceSet':
      return chosen(input, n + tries);
    case 'Input.Date':
      return dayIn(input, value, n, today, tries);
    case 'Input.Time':
      return `${String(9 + (n % 9)).padStart(2, '0')}:30`;
    case 'Input.Toggle':
      return String(n % 2 === 0);
    default:
      return input.isRequired || tries > 0 || n % 2 === 0 ? `Zoals besproken ${n}.` : value;
  }
}

function chosen({ choices }: Input, n: number): string {
  const all = Array.isArray(choices) ? (choices as { value: string }[]) : [];
  return all[n % all.length]?.value ?? '';
}

function dayIn(
  { min, isRequired }: Input,
  value: string,
  n: number,
  today: LocalDate,
  tries: number,
): string {
  const first = String(min ?? '') as LocalDate;
  if (tries > 1)
    return value && value >= today ? value : isRequired ? beginsOn(moved(today, tries - 1), 'wide') : '';
  if (!isRequired && n % 3 > 0) return '';
  if (value) return n % 4 > 0 ? value : later(moved(value as LocalDate, -(n % 9)), first);
  return first >= today ? moved(first, n % 20) : later(moved(today, -(n % 9)), first);
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
