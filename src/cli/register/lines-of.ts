/** The lines of a text that comes in pieces, without their line feeds. Only a line feed ends a line: texts hold U+2028. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  const begun: string[] = [];
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n');
    begun.push(first);
    for (const other of others) {
      yield begun.splice(0).join('');
      begun.push(other);
    }
  }
  const last = begun.join('');
  if (last !== '') yield last;
}
