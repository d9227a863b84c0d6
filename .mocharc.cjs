/** In CI no test may be left out, nor be the only one. */
const strict = Boolean(process.env.CI);

module.exports = {
  extension: ['ts'],
  timeout: 60000,
  failZero: true,
  forbidOnly: strict,
  forbidPending: strict,
};
