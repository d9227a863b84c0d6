import type { Page } from 'playwright-core';

/** Finds what a person would see to be wrong: text that is cut off, or that covers something else. */
export const flawsOf = (page: Page): Promise<string[]> => page.evaluate(findFlaws);

/** Runs in the page. */
function findFlaws(): string[] {
  const slack = 2;

  const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

  const ownText = (element: Element): string =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim() ?? '')
      .join('');

  /** Lists the innermost elements that a person reads, presses, or fills in. */
  const leaves = (section: Element): Element[] =>
    [...section.querySelectorAll('*')].filter(
      (element) =>
        isShown(element) &&
        (element.matches('input, select, textarea, img, button') ||
          (ownText(element) !== '' && !element.closest('button, select'))),
    );

  const named = (element: Element): string =>
    `'${(element.textContent || element.getAttribute('aria-label') || element.tagName).trim().slice(0, 60)}'`;

  /** A text's own lines, and not the box around them, which may be wider. */
  const lines = (element: Element): DOMRect[] => {
    if (element.matches('input, select, textarea, img, button')) return [element.getBoundingClientRect()];
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()];
  };

  const isCut = (element: Element, frame: DOMRect): boolean => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const { overflowX, overflowY } = getComputedStyle(element);
    const scrolls = element.matches('textarea, input, select');
    const hides = !scrolls && clientWidth > 0;
    return (
      (hides && overflowX !== 'visible' && scrollWidth > clientWidth + slack) ||
      (hides && overflowY !== 'visible' && scrollHeight > clientHeight + slack) ||
      lines(element).some(({ left, right }) => left < frame.left - slack || right > frame.right + slack)
    );
  };

  const overlap = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;

  const flaws: string[] = [];
  for (const section of document.querySelectorAll('section')) {
    const frame = section.getBoundingClientRect();
    const seen = leaves(section).map((element) => ({ element, rects: lines(element) }));
    for (const [i, { element, rects }] of seen.entries()) {
      if (isCut(element, frame)) flaws.push(`${section.ariaLabel}: ${named(element)} is cut off`);
      for (const other of seen.slice(i + 1)) {
        if (element.contains(other.element) || other.element.contains(element)) continue;
        if (rects.some((a) => other.rects.some((b) => overlap(a, b))))
          flaws.push(`${section.ariaLabel}: ${named(element)} lies over ${named(other.element)}`);
      }
    }
  }
  return flaws;
}
