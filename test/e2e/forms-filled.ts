import type { Page } from 'playwright-core';
import { fatima, idOf, willem } from './a-bot.ts';
import { type Card, parts } from './a-card.ts';

type Json = Record<string, unknown>;
export type Typed = Record<string, string>;

export const byHand = { manner: 'handed' };

/** What is typed where any text, the first choice or today is wrong. */
const special: Record<string, Typed> = {
  'correct-date': { to: '2026-11-22' },
  'add-respondent': { respondent: idOf(fatima) },
  'remove-respondent': { respondent: idOf(fatima) },
  answer: { ...byHand, judgement: 'unfounded', notHeardBecause: 'Het gesprek is opgenomen.' },
  'correct-facts': { phone: '06 87654321' },
  'send-by-hand': byHand,
  close: { chosen: 'true' },
  delay: { until: '2026-12-30' },
  'hand-over': { to: idOf(fatima) },
  'offer-hearing': {
    on: '2026-11-26',
    hearingForm: 'phone',
    employeePresent: 'true',
    secondRepresentative: idOf(willem),
  },
  'record-hearing': { settled: 'not-yet' },
  'record-lesson': { lesson: 'Wij bellen voortaan zelf.' },
  mediate: { solved: 'to-come', on: '2026-11-25', time: '10:00' },
};

/** Lists what is filled in on a form, where a letter is handed over, by the labels of its fields: what is `typed` by their ids, and something where it must. */
export function filledOn(card: Card, step: string, typed: Typed): [label: string, value: string][] {
  const own: Typed = { ...special[step], ...typed };
  const inputs = parts(card).filter(({ type }) => String(type).startsWith('Input.'));
  return inputs.flatMap((input) => {
    const value = own[String(input.id)] ?? (isSent(input) ? byHand.manner : something(input));
    return value === undefined ? [] : [[String(input.label ?? input.title), value]];
  });
}

/** Tells whether a field asks how a letter is sent. */
const isSent = ({ choices = [] }: Json): boolean =>
  (choices as Json[]).some(({ value }) => value === byHand.manner);

/** Something for a field that must be filled in and is empty. */
function something({ type, value, choices, isRequired }: Json): string | undefined {
  if (!isRequired || (typeof value === 'string' && value !== '')) return undefined;
  if (type === 'Input.ChoiceSet') return String((choices as Json[])[0]?.value ?? '');
  if (type === 'Input.Date') return '2026-11-23';
  return type === 'Input.Time' ? '14:30' : 'Zo is het gegaan.';
}

/**
 * Fills in fields of a card by their labels, once the page shows them: a text, a day, or the value of a choice; several values with
 * commas.
 */
export async function fills(
  page: Page,
  activityId: string,
  filled: [label: string, value: string][],
): Promise<void> {
  const card = page.locator(`[data-activity="${activityId}"]`);
  for (const [label] of filled)
    await card.locator('label', { hasText: label }).first().waitFor({ state: 'attached' });
  await card.evaluate((bubble, fields) => {
    for (const [label, value] of fields) {
      const words = [...bubble.querySelectorAll('label')].find(
        (one) => one.textContent?.trim().replace(/ \*$/, '') === label,
      );
      const field = words && document.getElementById(words.htmlFor);
      if (!field) throw new Error(`There is no field ${label}.`);
      if (field.matches('input:not([type="radio"], [type="checkbox"]), textarea, select')) {
        (field as HTMLInputElement).value = value;
        for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
        continue;
      }
      const choices = [field, ...field.querySelectorAll('input')].filter(
        (one) => one instanceof HTMLInputElement,
      );
      const chosen =
        value === 'true' ? choices : choices.filter((one) => value.split(',').includes(one.value));
      if (chosen.length === 0) throw new Error(`${label} has no choice ${value}.`);
      for (const one of chosen) if (!one.checked) one.click();
    }
  }, filled);
}
