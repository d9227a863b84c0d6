import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

/** Lists what axe-core calls serious or worse on a page, or in one part of it (rule, reason, place): it would stop a person with a disability. */
export async function violationsOf(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(await readFile(source, 'utf8'));
  return page.evaluate(async (within) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(within);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${failureSummary} ${html.slice(0, 300)}`),
      );
  }, part);
}
