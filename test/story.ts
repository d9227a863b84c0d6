/**
 * Tells one test in steps, of which each needs what those before it did: the first that fails ends it, and is named in
 * its error. Each step has the time of a test.
 */
export function story(title: string): (name: string, does: () => Promise<void> | void) => void {
  const steps: { name: string; does: () => Promise<void> | void }[] = [];
  it(title, async function () {
    this.timeout(this.timeout() * steps.length);
    for (const { name, does } of steps) {
      try {
        await does();
      } catch (cause) {
        throw new Error(`The step that failed: ${name}`, { cause });
      }
    }
  });
  return (name, does) => void steps.push({ name, does });
}
