import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { SettingsFault, settingNames } from './reader.ts';

const asText =
  'is geen gewone tekst (UTF-8). Bewaar het opnieuw als UTF-8: in Kladblok met Opslaan als, bij Codering';

/** What Node.js says of a file that it cannot read, in plain words. */
const unread: Record<string, string> = {
  EISDIR: 'is een map. Zet daar een bestand, zoals .env.example, of haal de map weg',
  EACCES: 'mag Klachtenbot niet lezen. Geef het recht daarvoor',
  EPERM: 'mag Klachtenbot niet lezen. Geef het recht daarvoor',
};

/**
 * Reads `.env` in this folder into the environment, where a variable that is there already goes before; nothing where there is no such
 * file. Returns the names in it that are no setting and look like none. Throws a SettingsFault where it cannot be read, where it is not
 * in UTF-8, and where a name is that of a setting, misspelt: its setting would be passed over, and without MicrosoftAppId the bot is
 * a try-out.
 */
export function readEnvFile(): string[] {
  const found = parseEnv(textOf('.env') ?? '');
  for (const [name, value] of Object.entries(found)) process.env[name] ??= value;
  const strange = Object.keys(found).filter((name) => !settingNames.some((known) => known === name));
  const misspelt = strange.flatMap((name) => {
    const meant = meantBy(name);
    return meant ? [`${name}: staat in .env en is geen instelling; bedoel je ${meant}?`] : [];
  });
  if (misspelt.length > 0) throw new SettingsFault(misspelt);
  return strange;
}

function textOf(path: string): string | undefined {
  try {
    // Drops the mark at the beginning (BOM) by which some programs say that it is UTF-8.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    if (text.includes('\0')) throw new SettingsFault([`${path}: ${asText}`]);
    return text;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return undefined;
    const why = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? asText : unread[code];
    throw why ? new SettingsFault([`${path}: ${why}`]) : error;
  }
}

/** Writes a name without what is easily mistaken: capitals and underscores. */
const bare = (name: string): string => name.toUpperCase().replaceAll('_', '');

/** Finds the setting that somebody meant by a name: with a letter or two wrong, or its last word forgotten. */
function meantBy(name: string): string | undefined {
  const most = name.length < 5 ? 1 : 2;
  const off = (known: string) => distance(bare(name), bare(known));
  const [nearest = ''] = settingNames.toSorted((a, b) => off(a) - off(b));
  if (off(nearest) <= most) return nearest;
  return settingNames.find((known) => known.startsWith(`${name}_`));
}
