import { convert, type FormatCallback } from 'html-to-text';

/** Teams writes an emoji as a picture with a name. */
const alternative: FormatCallback = ({ attribs }, _, builder) => {
  if (attribs?.alt) builder.addInline(attribs.alt, { noWordTransform: true });
};

/** Characters of markup that are read. */
export const mostMarkup = 50_000;

/** A message of Teams as it reads, without its markup; where a link goes stands behind it. */
export const plainText = (html: string): string =>
  convert(html.slice(0, mostMarkup), {
    wordwrap: false,
    limits: { maxDepth: 100 },
    formatters: { alternative },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'emoji', format: 'alternative' },
      { selector: 'img', format: 'alternative' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
  })
    .replaceAll('\u00a0', ' ')
    .trim();
