import { globSync, readFileSync } from 'node:fs';

/** The pages for who administers the bot. */
export const pages = globSync('docs/*.md').sort();
export const textOf = (path: string): string => readFileSync(path, 'utf8');

/** The text of all of them. */
export const all = pages.map(textOf).join('\n');

/** The lines of the fenced blocks in that language. */
export const commandsIn = (text: string, language: string): string[] =>
  [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)]
    .filter(([, , found]) => found === language)
    .flatMap(([, , , block = '']) => block.trim().split('\n'))
    .map((line) => line.trim());

/** What stands between backticks outside the blocks. */
export const quoted = (text: string): string[] =>
  [...text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
