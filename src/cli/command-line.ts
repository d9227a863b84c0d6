import { existsSync } from 'node:fs';

/** What asks for help, of every command. */
const forHelp = ['--help', '-h'];

/**
 * Begins a command of the shell: reads `.env`, and returns what was typed behind the command. Who asks for help gets it, and nothing is
 * done; an option that is not among the known ones is refused before anything is done, so that none is taken for the name of a file.
 */
export function begin(usage: string, options: readonly string[] = []): string[] {
  const typed = process.argv.slice(2);
  if (typed[0] === 'help' || typed.some((one) => forHelp.includes(one))) {
    console.log(usage);
    process.exit(0);
  }
  const unknown = typed.find((one) => one.startsWith('-') && !options.includes(one.replace(/=.*/s, '')));
  if (unknown !== undefined) {
    console.error(`De optie ${unknown} is er niet. Er is niets gedaan.\n\n${usage}`);
    process.exit(1);
  }
  // Only its owner may read what it writes.
  process.umask(0o077);
  if (existsSync('.env')) process.loadEnvFile('.env');
  return typed;
}
