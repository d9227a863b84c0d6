import { convert, type FormatCallback } from 'html-to-text';

/** Teams writes an emoji as a picture with a name. */
const alternative: FormatCallback = ({ attribs }, _, builder) => {
  if (attribs?.alt) builder.addInline(attribs.alt, { noWordTransform: true });
};

/**
 * A row of a table as a line, its cells behind each other: laid out as a grid a table costs what its colspan and rowspan
 * say, not what it holds.
 */
const row: FormatCallback = ({ children }, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  for (const [place, cell] of children.filter(({ type }) => type === 'tag').entries()) {
    if (place > 0) builder.addInline(' | ', { noWordTransform: true });
    walk([cell], builder);
  }
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** Characters of markup that are read. */
export const mostMarkup = 50_000;

/** How deep elements are read inside each other, and how many beside each other. */
const limits = {
  maxInputLength: mostMarkup,
  maxDepth: 50,
  maxChildNodes: 2000,
  maxBaseElements: 1,
  ellipsis: '…',
};

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** A message of Teams as it reads, without its markup; where a link goes stands behind it. */
export const plainText = (html: string): string =>
  convert(html.slice(0, mostMarkup), {
    wordwrap: false,
    limits,
    formatters: { alternative, row },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'emoji', format: 'alternative' },
      { selector: 'img', format: 'alternative' },
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', format: 'block' },
      { selector: 'tr', format: 'row' },
      { selector: 'td', format: 'inline' },
      { selector: 'th', format: 'inline' },
    ],
  })
    .replaceAll('\u00a0', ' ')
    .trim();
