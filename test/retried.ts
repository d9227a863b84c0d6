let before: string | undefined;

/** Names each test that was tried once more, so that one that fails now and then does not stay unseen. */
export const mochaHooks = {
  beforeEach(this: Mocha.Context) {
    const title = this.currentTest?.fullTitle();
    if (title === before) console.warn(`    tried once more: ${title}`);
    before = title;
  },
};
