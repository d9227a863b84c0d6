const everyMs = 1000;

/** Passes items on and says, at most once a second, how many have passed. */
export async function* withProgress<T>(
  items: AsyncIterable<T>,
  say: (count: number) => void,
  now: () => number = Date.now,
): AsyncGenerator<T> {
  let count = 0;
  let saidAt = now();
  for await (const item of items) {
    yield item;
    count += 1;
    if (now() - saidAt < everyMs) continue;
    say(count);
    saidAt = now();
  }
}
