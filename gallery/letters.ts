import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { wordLetter } from '../src/letters/word.ts';
import { letterNames } from '../src/letters/words.ts';
import { ballance } from '../test/letters/an-organisation.ts';
import { courses } from '../test/letters/courses/courses.ts';
import { played } from '../test/letters/courses/played.ts';

/**
 * `npm run letters`: every letter of a number of courses, played as in Teams, in out/letters: as plain text, a file for each course,
 * to be read as a complainant reads it; and the first of each kind as it looks on the letterhead.
 */

const folder = 'out/letters';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const drawn = new Set<string>();
for (const [name, course] of Object.entries(courses)) {
  const texts: string[] = [];
  for (const { letter, after } of await played(course)) {
    const { kind, text } = letter;
    texts.push(`===== ${letterNames[kind]} =====\n\n${text}\n`);
    if (drawn.has(kind)) continue;
    drawn.add(kind);
    const file = await wordLetter(text, letterNames[kind], { number: after.number, organisation: ballance });
    writeFileSync(`${folder}/${letterNames[kind]}.docx`, file);
  }
  writeFileSync(`${folder}/${name}.txt`, texts.join('\n\n'));
}
console.log(`${folder}: ${Object.keys(courses).length} courses, ${drawn.size} kinds of letter`);
