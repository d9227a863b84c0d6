/** What is asked of the text that somebody types, in a form of the bot and on the website alike. */

/** The most characters (code points) of a line and of a text, the most lines of a text, and those of a postal address. */
export const typedLimits = { line: 200, text: 2000, lines: 400, addressLines: 6 } as const;

/** The most characters of an address, of its part before the @, and of one label of its domain (RFC 5321 and 1035). */
const most = { address: 254, local: 64, label: 63 };

/** The characters of an address without quotes (RFC 5322). */
const atoms = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/i;
const label = /^[a-z0-9-]+$/i;
const topLevel = /^(?:xn--[a-z0-9-]+|[a-z]{2,})$/i;

/** Tells whether a text is printable ASCII: every character can be seen and looks like no other. */
export const isPrintableAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Tells whether mail can be sent to it: `name@example.nl`, without quotes, comments or a bare domain. */
export function isEmailAddress(text: string): boolean {
  if (text.length > most.address) return false;
  const [local = '', domain = '', ...others] = text.split('@');
  if (others.length > 0 || local.length > most.local) return false;
  const labels = domain.split('.');
  return (
    local.split('.').every((atom) => atoms.test(atom)) &&
    labels.length > 1 &&
    labels.every((one) => isLabel(one)) &&
    topLevel.test(labels.at(-1) ?? '')
  );
}

const isLabel = (one: string): boolean =>
  one.length <= most.label && label.test(one) && !one.startsWith('-') && !one.endsWith('-');
