import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { faultFacts, logger } from '../src/log.ts';
import { instantOf } from '../src/time/clock.ts';

/** A log and the lines that came out of it. */
function listening(level = 'info') {
  const lines: string[] = [];
  const log = logger(level, { write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '') };
}

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('the log', () => {
  it('writes one line of JSON per entry, with level and ISO time, and nothing about the machine', () => {
    const { log, lines, last } = listening();
    log.info('a message was delivered', { number: 'K-2026-0001', ms: 12, attempts: 1 });
    const { time, ...rest } = last();
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^[^\n]+\n$/);
    assert.equal(new Date(time).toISOString(), time);
    assert.deepEqual(rest, {
      level: 'info',
      msg: 'a message was delivered',
      number: 'K-2026-0001',
      ms: 12,
      attempts: 1,
    });
  });

  it('keeps quiet below its level', () => {
    const { log, lines } = listening('error');
    log.info('started');
    log.warn('slow');
    log.error('broken');
    assert.equal(lines.length, 1);
  });

  it('leaves out a fact that nobody listed, and tells which', () => {
    const { log, lines, last } = listening();
    log.warn('registered', { number: 'K-2026-0001', complainant: 'Jansen', summary: 'te laat' });
    assert.deepEqual(last().withheld, ['complainant', 'summary']);
    assert.doesNotMatch(lines.join(), /Jansen|te laat/);
  });

  it('leaves out text, mail addresses and names under any fact', () => {
    const { log, lines, last } = listening();
    log.warn('refused', { id: 'Jan de Wit', status: 'jan@example.nl', code: 'één\nregel', event: 'closed' });
    assert.deepEqual(last().withheld, ['id', 'status', 'code']);
    assert.equal(last().event, 'closed');
    assert.doesNotMatch(lines.join(), /Jan|jan@|regel/);
  });

  it('writes the identity of a message and of a place to listen as they are', () => {
    const { log, last } = listening();
    const id = 'K-2026-0001/acknowledge-2026-12-31/2-days/8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02';
    log.info('listening', {
      message: id,
      url: 'http://[::1]:3978/',
      port: 3978,
    });
    assert.deepEqual([last().message, last().url, last().port], [id, 'http://[::1]:3978/', 3978]);
  });
});

describe('a fault in the log', () => {
  it('has its kind and the place in our code where it arose, and not its message', () => {
    const facts = faultFacts(caught(() => instantOf('klacht van Jansen')));
    assert.equal(facts.fault, 'RangeError');
    assert.match(String(facts.where), /^time\/clock\.ts:\d+:\d+$/);
    assert.doesNotMatch(JSON.stringify(facts), /Jansen/);
  });

  it('has the code and status of the platform', () => {
    const error = Object.assign(new Error('for Jansen'), { code: 'ECONNREFUSED', statusCode: 503 });
    assert.deepEqual(faultFacts(error), {
      fault: 'Error',
      code: 'ECONNREFUSED',
      status: 503,
      where: undefined,
    });
  });

  it('is told even when what was thrown is no error', () => {
    assert.deepEqual(faultFacts('Jansen'), { fault: 'string' });
  });

  it('passes the log whole', () => {
    const { log, last } = listening();
    log.error('a turn failed', faultFacts(caught(() => instantOf('x'))));
    assert.equal(last().withheld, undefined);
    assert.equal(last().fault, 'RangeError');
  });
});

describe('what a package prints', () => {
  it('says where its error arose, and of another where it was printed', () => {
    const src = new URL('../src/', import.meta.url).href;
    const script = `
      import { writeSync } from 'node:fs';
      import { logger, logWhatIsPrinted } from '${src}log.ts';
      logWhatIsPrinted(logger('info', { write: (line) => writeSync(1, line) }));
      const ours = new TypeError('secret');
      ours.stack = 'TypeError: secret\\n    at f (${src}register/register.ts:42:7)';
      console.error(ours);
      console.error('secret');
    `;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    const [first, second] = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual([first.fault, first.where], ['TypeError', 'register/register.ts:42:7']);
    assert.equal('where' in second, false);
    assert.doesNotMatch(printed, /secret/);
  });
});
