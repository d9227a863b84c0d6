import { readEnvFile } from '../settings/env-file.ts';
import { SettingsFault } from '../settings/reader.ts';

/** What asks for help, of every command. */
const forHelp = ['--help', '-h'];

type Allowed = {
  options?: readonly string[];
  /** Whether words that are no option may follow. */
  words?: boolean;
  /** Takes the names in `.env` that are no setting. */
  strange?: (names: readonly string[]) => void;
  /** Tells why `.env` is refused, and ends. */
  refused?: (fault: unknown) => void;
};

/** Tells why a command does nothing, and ends it. */
function end(fault: unknown): void {
  const reasons = fault instanceof SettingsFault ? fault.faults : [`.env: ${fault}`];
  console.error([...reasons.map((reason) => `- ${reason}`), 'Er is niets gedaan.'].join('\n'));
  process.exit(1);
}

/**
 * Begins a command of the shell: reads `.env`, and returns what was typed behind the command. Who asks for help gets it, and nothing is
 * done; an option that is not among the known ones, so that none is taken for the name of a file, or any word behind a command that
 * takes none, is refused before anything is done, and so is a `.env` that cannot be read or misspells a setting.
 */
export function begin(
  usage: string,
  { options = [], words = true, strange = () => {}, refused = end }: Allowed = {},
): string[] {
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
  try {
    strange(readEnvFile());
  } catch (error) {
    refused(error);
  }
  return typed;
}
