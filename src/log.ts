import pino from 'pino';
import { isGiven } from './register/integrity/evidence.ts';
import type { Log, LogFacts } from './register/model/log.ts';

/** The allowed names of facts. Any other is left out, so that nobody logs a person by accident. */
const allowed = new Set(
  (
    'event id number document message kind deadline stage article attempts status fault code where ' +
    'at ms count url host port version mode hash deliveries ledger erased given part'
  ).split(' '),
);

/** The allowed text of a fact: ids, codes, moments, addresses of machines; no sentence, mail address or name in two words. */
const codeLike = /^[\w.:/+#[\]-]{1,200}$/;

/**
 * Makes the log: one JSON line an entry, with level, time (ISO), msg and facts. `withheld` lists the facts that were left out
 * because of their name or their text. The message itself must be fixed wording.
 */
export function logger(level: string, stream: { write(line: string): void } = pino.destination(1)): Log {
  const lines = linesTo(stream, level);
  return {
    info: (msg, facts) => lines.info(safe(facts), msg),
    warn: (msg, facts) => lines.warn(safe(facts), msg),
    error: (msg, facts) => lines.error(safe(facts), msg),
    fault: (msg, error) => lines.error(safe(faultFacts(error)), msg),
  };
}

const linesTo = (stream: { write(line: string): void }, level: string) =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );

/** Describes an error as facts: its name, its code and where in our code it arose. Not its message, which may hold content. */
export function faultFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { fault: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const statusCode = 'statusCode' in error ? error.statusCode : undefined;
  return {
    fault: error.name,
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    status: typeof statusCode === 'number' ? statusCode : undefined,
    where: frameOf(error),
  };
}

/** This folder, as stack traces write it. */
const here = new URL('.', import.meta.url).href;

/** Finds the topmost frame in our own code: 'register/register.ts:42:7'. */
const frameOf = (error: Error): string | undefined =>
  error.stack
    ?.split('\n')
    .map((line) => line.split(here)[1]?.replace(/\)$/, ''))
    .find((frame) => frame !== undefined);

/** The calls by which packages print, besides writing to the streams themselves. */
const printing = ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir'] as const;

/**
 * Turns all else that this process prints into entries of the log: what packages print, warnings of Node.js, and a fault that
 * ends the process. An entry says what it was and where it arose, never its text, which may hold content.
 */
export function logWhatIsPrinted(log: Log): void {
  const printed = (...args: unknown[]): void => {
    const error = args.find((one) => one instanceof Error);
    const facts = error && faultFacts(error);
    log.warn('something was printed', { ...facts, where: facts?.where ?? printer(new Error()) });
  };
  for (const name of printing) console[name] = printed;
  for (const stream of [process.stdout, process.stderr])
    stream.write = (...args: unknown[]) => {
      printed();
      const done = args.find((one) => typeof one === 'function');
      done?.();
      return true;
    };
  process.removeAllListeners('warning');
  process.on('warning', ({ name, code }: Error & { code?: string }) => {
    log.warn('Node.js warns', { kind: name, code });
  });
  process.on('uncaughtException', (error) => {
    log.fault('the bot ends by a fault', error);
    process.exit(1);
  });
}

/** Finds the package that printed and where: 'botbuilder/lib/cloudAdapter.js:106:25'. */
const printer = ({ stack = '' }: Error): string | undefined =>
  /node_modules\/((?:(?!node_modules\/)[^\s)])+)/.exec(stack)?.[1];

/** The most characters of a reason that are logged. */
const longestReason = 500;

/**
 * Logs on standard error that the bot does not start, whatever the level: one line for each reason, in our words or those of the SDK
 * or the system. Nothing of a complaint has been read at that point.
 */
export function logTheEnd(error: unknown, reasons: readonly string[]): void {
  const lines = linesTo(pino.destination(2), 'error');
  for (const text of reasons) {
    const reason = text.slice(0, longestReason).replace(/\s+/g, ' ').trim();
    lines.error({ ...safe(faultFacts(error)), reason }, 'the bot does not start');
  }
}

function safe(facts: LogFacts = {}): LogFacts & { withheld?: string[] } {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  const isSafe = ([key, value]: [string, unknown]): boolean =>
    allowed.has(key) &&
    (typeof value === 'object' ? isGiven(value) : typeof value !== 'string' || codeLike.test(value));
  const withheld = entries.filter((entry) => !isSafe(entry)).map(([key]) => key);
  const kept = Object.fromEntries(entries.filter(isSafe));
  return withheld.length === 0 ? kept : Object.assign(kept, { withheld });
}
