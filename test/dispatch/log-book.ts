import type { Log, LogFacts } from '../../src/register/model/log.ts';

/** A log that keeps what was written, one text a line. */
export function logBook(): Log & { lines: string[] } {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (msg: string, facts: LogFacts = {}) => {
      lines.push(`${level}: ${msg} ${JSON.stringify(facts)}`);
    };
  return {
    lines,
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    fault: (msg, error) => write('error')(msg, { fault: error instanceof Error ? error.name : typeof error }),
  };
}
