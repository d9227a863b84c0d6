import { type Kind, type Reading, type SettingName, stillTheExample } from './reader.ts';

/** Tells whether a text has so many different characters that it may have been drawn at random: not one letter forty times. */
const isVaried = (text: string): boolean => new Set(text).size >= 8;

/** A token that nobody guesses, as it stands in a header. */
export const token: Kind<string> = {
  expected: 'a token of 24 to 200 letters, digits and any of - . _ ~ + /, at least 8 of them different',
  parse: (text) => (/^[\w.~+/-]{24,200}$/.test(text) && isVaried(text) ? text : undefined),
};

export const sharedSecret: Kind<string> = {
  expected:
    'a secret of 32 to 512 printable characters without spaces, at least 8 of them different, such as the answer of ' +
    'openssl rand -hex 32',
  parse: (text) => (/^[\x21-\x7e]{32,512}$/.test(text) && isVaried(text) ? text : undefined),
};

/** What `.env.example` gives for each secret: a text that everybody can read, and no secret. */
const examples: readonly (readonly [SettingName, string])[] = [
  ['MicrosoftAppPassword', 'the secret'],
  ['COSMOS_KEY', 'the key'],
  ['SMTP_URL', 'smtps://user:password@mail.example.nl'],
  ['FEEDBACK_SECRET', 'replace-this-by-what-openssl-rand-gives'],
  ['HEALTH_TOKEN', 'replace-this-by-a-token-of-your-own'],
];

/** Refuses a secret that is the example of `.env.example`, and one that is another too: who knows the one knows the other. */
export function secretsOfOnesOwn(read: Reading): void {
  const seen = new Map<string, string>();
  for (const [name, example] of examples) {
    const text = read.given(name);
    if (text === undefined) continue;
    const other = seen.get(text);
    if (text === example) read.fault(name, stillTheExample);
    else if (other) read.fault(name, `is the same as ${other}; expected one of its own`);
    seen.set(text, name);
  }
}
