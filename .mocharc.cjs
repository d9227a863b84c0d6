/** In CI no test may be left out, nor be the only one. */
const strict = Boolean(process.env.CI);

module.exports = {
  extension: ['ts'],
  // Milliseconds. Ends only what hangs, however slow the machine is.
  timeout: 300000,
  failZero: true,
  // Ends the run when its last test has: what a failed test left open would keep CI waiting for ever.
  exit: strict,
  forbidOnly: strict,
  forbidPending: strict,
  // Tries a failed test once more in CI, where a browser and a full machine share the cores; `test/retried.ts` names it.
  retries: strict ? 1 : 0,
  require: ['./test/retried.ts'],
};
