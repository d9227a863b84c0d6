/**
 * `npm run -s register -- backup FILE`, `export FILE`, `import FILE`, `copy FROM TO`, `verify [--against FILE]`, `calendar DAY ...`,
 * `row CODE`, `resume FILE`: backup, move, audit and recovery of the register that STORE names, and what a decree moves in it. Exits with 1, having said
 * why, when something is not as it must be, and with 2 when it could not look.
 */
import { OutOfReach } from '../register/model/store.ts';
import { SettingsFault } from '../settings/settings.ts';
import { inPlainWords, isLocked } from '../store/sqlite-faults.ts';
import { begin } from './command-line.ts';
import { backupTo } from './register/backup.ts';
import { areDays, showCalendar, without } from './register/calendar.ts';
import { type Command, copy, exportTo, importFrom, Unsound } from './register/commands.ts';
import { nameOf, placeOf } from './register/open-store.ts';
import { resumeFrom } from './register/resume.ts';
import { showRow } from './register/row.ts';
import { verifyAll } from './register/verify.ts';

const USAGE = `Gebruik: npm run -s register -- OPDRACHT

  backup BESTAND   maakt een hele kopie van het register, ook terwijl Klachtenbot draait (alleen SQLite)
  export BESTAND   bewaart het register in een nieuw bestand; wat er al staat, blijft zoals het is
  import BESTAND   leest zo'n bestand in; mag opnieuw als het werd onderbroken
  copy VAN NAAR    kopieert het ene register naar het andere: copy sqlite:data/klachten.db cosmos
  verify           loopt elk dossier na, de nummers, en wat er naast het register is vastgelegd
  verify --against BESTAND
                   vergelijkt ook met een eerdere export of met het log: wat is er weg, ouder of anders?
  calendar DAG ... laat zien welke termijnen verschuiven als die dagen (2029-05-11) worden gelijkgesteld met een
                   feestdag, en welke brieven de oude dag noemden. Verandert niets
  calendar --without DAG ...
                   hetzelfde, als die dagen niet langer zijn gelijkgesteld
  row CODE         noemt het nummer van de klacht met die code in een registerlijst (ABCD-EFGH)
  resume BESTAND   na het terugzetten van een kopie: gaat verder waar het verloren register was. Geen nummer
                   wordt nog eens gegeven, en wat na de kopie is gewist wordt opnieuw gewist. BESTAND is wat
                   er van dat register over is: klachten.db.heads, het log of een latere export

Het register is dat van STORE. Exporteren kan terwijl Klachtenbot draait: elk dossier is dan heel, maar wat
intussen verandert staat er misschien niet in. Stop Klachtenbot voordat je het register verhuist of een kopie
terugzet. Kopieer het bestand van een register niet zelf: een deel ervan staat in de bestanden ernaast.

De afsluitcode is 0 als het klopt of gelukt is, 1 als er iets niet klopt of niet lukte, en 2 als Klachtenbot niet bij
het register kon: dan is er niets nagelopen.`;

const isAgainst = (operands: readonly string[]): boolean =>
  operands.length === 0 || (operands.length === 2 && operands[0] === '--against');

const exactly = (count: number) => (operands: readonly string[]) =>
  operands.length === count && !operands.some((one) => one.startsWith('-'));

const commands: Record<string, { command: Command; fits: (operands: readonly string[]) => boolean }> = {
  backup: { command: backupTo, fits: exactly(1) },
  export: { command: exportTo, fits: exactly(1) },
  import: { command: importFrom, fits: exactly(1) },
  copy: { command: copy, fits: exactly(2) },
  verify: { command: verifyAll, fits: isAgainst },
  calendar: { command: showCalendar, fits: areDays },
  row: { command: showRow, fits: (operands) => operands.length > 0 },
  resume: { command: resumeFrom, fits: exactly(1) },
};

const [name = '', ...operands] = begin(USAGE, { options: ['--against', without] });
const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (chosen?.fits(operands)) await run(chosen.command);
else fail(USAGE);

async function run(command: Command): Promise<void> {
  try {
    // Where no data goes: what is printed on standard output may be kept.
    const names = command === copy ? ['Van register', 'Naar register'] : ['Register'];
    names.forEach((name, i) => {
      console.error(`${name}: ${nameOf(placeOf(command === copy ? operands[i] : undefined))}`);
    });
    console.log(await command(...operands));
  } catch (error) {
    fail(reasonOf(error), isOutOfReach(error) ? 2 : 1);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Unsound) return error.message;
  const reasons =
    error instanceof SettingsFault
      ? error.faults
      : [inPlainWords(error) ?? (error instanceof Error ? error.message : `${error}`)];
  const said = ['Dat is niet gelukt:', ...reasons.map((reason) => `- ${reason}`)];
  if (isOutOfReach(error))
    said.push(
      'Klachtenbot kon niet bij het register, en zegt dus niet of het klopt. Geef deze opdracht daarna nog eens.',
    );
  return said.join('\n');
}

/** Tells whether the register could not be looked at: that says nothing about what is in it. */
function isOutOfReach(error: unknown): boolean {
  return error instanceof OutOfReach || isLocked(error);
}

function fail(why: string, code = 1): void {
  console.error(why);
  process.exitCode = code;
}
