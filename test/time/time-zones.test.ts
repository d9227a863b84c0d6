import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const MOCHA = fileURLToPath(import.meta.resolve('mocha/bin/mocha.js'));
const TESTS = ['../procedure/golden-deadlines.test.ts', 'dutch-calendar.test.ts', 'clock.test.ts'].map(local);

describe('the law is the same on a machine anywhere', () => {
  for (const TZ of ['America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata']) {
    it(`in ${TZ}`, async () => {
      const args = [MOCHA, '--no-config', '--timeout', '300000', '--reporter', 'dot', ...TESTS];
      await promisify(execFile)(process.execPath, args, { env: { ...process.env, TZ } }).catch((failed) => {
        throw new Error(failed.stdout || failed.message);
      });
    });
  }
});
