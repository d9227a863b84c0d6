import { existsSync } from 'node:fs';

/** What asks for help, of every command. */
const forHelp = ['--help', '-h'];

type Allowed = {
  options?: readonly string[];
  /** Whether words that are no option may follow. */
  words?: boolean;
};

/**
 * Begins a command of the shell: reads `.env`, and returns what was typed behind the command. Who asks for help gets it, and nothing is
 * done; an option that is not among the known ones, so that none is taken for the name of a file, or any word behind a command that
 * takes none, is refused before anything is done.
 */
export function begin(usage: string, { options = [], words = true }: Allowed = {}): string[] {
  const typed = process.argv.slice(2);
  if (typed[0] === 'help' || typed.some((one) => forHelp.includes(one))) {
    console.log(usage);
    process.exit(0);
  }
  const option = typed.find((one) => one.startsWith('-') && !options.includes(one.replace(/=.*/s, '')));
  const [word] = words ? [] : typed;
  const unknown =
    option !== undefined ? `De optie ${option} is er niet` : `Achter deze opdracht hoort niets: ${word}`;
  if (option !== undefined || word !== undefined) {
    console.error(`${unknown}. Er is niets gedaan.\n\n${usage}`);
    process.exit(1);
  }
  // Only its owner may read what it writes.
  process.umask(0o077);
  if (existsSync('.env')) process.loadEnvFile('.env');
  return typed;
}
