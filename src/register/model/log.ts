/** The facts beside a log line: numbers, ids, codes, and of `given` a count for each year. Never the content of a complaint, nor a name. */
export type LogFacts = Record<
  string,
  string | number | boolean | Readonly<Record<string, number>> | undefined
>;

/** The log, for operators. */
export type Log = {
  info(msg: string, facts?: LogFacts): void;
  warn(msg: string, facts?: LogFacts): void;
  error(msg: string, facts?: LogFacts): void;
  /** Logs an unexpected error: its kind and where it arose, not its message, which may hold content. */
  fault(msg: string, error: unknown): void;
};
