import { readRowCode, rowCode } from '../../register/row-list.ts';
import { type Command, Unsound, unreadableLines, using } from './commands.ts';
import { openFilledStore } from './open-store.ts';

/** Prints the number of the complaint with a code of "Registerlijst", also of an erased one; of each where several have it. Throws `Unsound` where none has. */
export const showRow: Command = async (...typed) => {
  const code = readRowCode(typed.join(''));
  if (!code)
    throw new Unsound(
      `“${typed.join(' ').slice(0, 40)}” is geen code van een registerlijst. Een code heeft acht letters en cijfers: ABCD-EFGH.`,
    );
  return using(openFilledStore(), async (store) => {
    const numbers: string[] = [];
    for await (const { document } of store.all())
      if (document.kind === 'dossier' && rowCode(document) === code) numbers.push(document.id);
    const missing = unreadableLines(store, 'is niet nagelopen');
    if (numbers.length > 0) return numbers.sort().join('\n');
    throw new Unsound([...missing, `Geen klacht in dit register heeft de code ${code}.`].join('\n'));
  });
};
