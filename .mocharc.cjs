/** In CI no test may be left out, nor be the only one. */
const strict = Boolean(process.env.CI);

module.exports = {
  extension: ['ts'],
  // Milliseconds: starting the bot four times takes a minute on a machine that is busy with something else.
  timeout: 180000,
  failZero: true,
  forbidOnly: strict,
  forbidPending: strict,
};
