/** What may stand beside a log line: numbers, ids, codes. Never the content of a complaint, nor a name. */
export type LogFacts = Record<string, string | number | boolean | undefined>;

/** Where what happened is written down for whoever runs the bot. */
export type Log = {
  info(msg: string, facts?: LogFacts): void;
  warn(msg: string, facts?: LogFacts): void;
  error(msg: string, facts?: LogFacts): void;
  /** An unexpected error: its kind and where it arose, not its message, which may hold content. */
  fault(msg: string, error: unknown): void;
};
