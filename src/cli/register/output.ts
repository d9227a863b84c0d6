import type { Note } from '../../register/integrity/numbering.ts';
import type { Flaw, FlawKind } from '../../register/integrity/verify.ts';
import { schema } from '../../register/model/upcast.ts';
import { shortDate } from '../../time/dutch-date.ts';

const everyMs = 1000;

/** Passes items on and prints, at most once a second, how many have passed. */
export async function* withProgress<T>(
  items: AsyncIterable<T>,
  say: (count: number) => void,
  now: () => number = Date.now,
): AsyncGenerator<T> {
  let count = 0;
  let saidAt = now();
  for await (const item of items) {
    yield item;
    count += 1;
    if (now() - saidAt < everyMs) continue;
    say(count);
    saidAt = now();
  }
}

const numbers = new Intl.NumberFormat('nl');

/** Writes a count with its noun: '1.234 dossiers', '1 dossier'. */
export const counted = (count: number, one: string, several: string): string =>
  `${numbers.format(count)} ${count === 1 ? one : several}`;

/** Words that a newer bot wrote a document, in that schema version. */
export function writtenByNewer(version: number | '{seq}'): string {
  return `geschreven door een nieuwere Klachtenbot, in opslagversie ${version}; deze kent tot en met ${schema}. Gebruik de nieuwere versie`;
}

const sentences: Record<FlawKind, string> = {
  unreadable: 'dit is beschadigd en niet te lezen',
  'newer-version': `dit is ${writtenByNewer('{seq}')}`,
  'broken-journal': 'het journaal klopt niet vanaf regel {seq}',
  'other-state':
    'het journaal is heel tot en met regel {seq}, maar de klacht is niet zoals het journaal zegt',
  'other-erasure':
    'teksten of namen zijn weg zonder dat ze gewist mochten worden, of staan er nog na het wissen',
  'broken-ledger': 'het bewijs van bezorging klopt niet vanaf regel {seq}',
  'other-ledger': 'wat er over de bezorging staat is niet wat bewezen is',
  'other-index': 'het dossier is verborgen of wordt niet bewaakt: een zoekveld past niet bij de inhoud',
  'broken-seal': 'het zegel is verbroken: dit is buiten Klachtenbot om veranderd',
  'mended-seal':
    'dit is eerder buiten Klachtenbot om veranderd, en daarna door Klachtenbot opnieuw opgeslagen',
  'no-seal': 'er is geen zegel: dit is niet door Klachtenbot geschreven, of het zegel is weggehaald',
  double: 'dit staat er meer dan eens',
  removed: 'dit nummer is uitgegeven, maar het dossier is weg',
  'other-dossier': 'dit is niet het dossier dat onder dit nummer is geregistreerd',
  beyond:
    'dit nummer is volgens het register nooit uitgegeven: de teller is teruggezet, of het dossier komt van elders',
  'no-intake': 'de uitgegeven nummers ontbreken',
  gone: 'dit is eerder vastgelegd, en staat niet meer in het register',
  older: 'er staat minder in dan eerder is vastgelegd: er is een oudere versie teruggezet',
  otherwise: 'er staat iets anders in dan eerder is vastgelegd',
  'heads-missing':
    'dit bestand is weg of ingekort: van {seq} verzegelde documenten staat hier niet in hoe ver ze waren. Staat het register hier voor het eerst, uit een kopie? Start Klachtenbot dan: die vult het aan. Zo niet, vergelijk met een export of het log van eerder (verify --against)',
  'other-structure':
    'deze tabel, index of trigger is niet zoals Klachtenbot die maakt: het register kan daardoor dossiers overslaan of veranderen. Zet een kopie van eerder terug, of importeer een export in een nieuw register',
  'document-missing':
    'document {seq} van dit dossier is niet waar het hoort te staan. Zet het terug uit een kopie',
  'document-other':
    'document {seq} van dit dossier is niet wat er is bewaard: het is veranderd of beschadigd. Zet het terug uit een kopie',
  'broken-file':
    'het bestand is niet heel volgens SQLite. Zet een kopie van eerder terug, of importeer een export in een nieuw register',
};

/** Writes a flaw of a document as a line. */
export function flawLine({ number, kind, seq }: Flaw): string {
  if (kind === 'other-state' && seq === 0) return `${number}: er is geen journaal`;
  return `${number}: ${sentences[kind].replace('{seq}', `${seq}`)}`;
}

/** Writes a note (no flaw, but to be known) as a line. */
export function noteLine(note: Note): string {
  switch (note.kind) {
    case 'unsealed':
      return `Let op: ${counted(note.count, 'document is', 'documenten zijn')} van een oudere versie en nog zonder zegel. Of daar tot nu toe iets aan veranderd is, is alleen aan het journaal te zien. Start Klachtenbot: dan krijgt alles een zegel.`;
    case 'unfilled':
      return `Let op: uitgegeven, maar er is geen dossier: ${named(note.numbers)}. Klachtenbot stopte tijdens het registreren; wie het formulier opnieuw verstuurt krijgt dit nummer.`;
    case 'absent':
      return `Let op: zonder dossier: ${named(note.numbers)}. Overgeslagen nadat een back-up is teruggezet, of van voordat nummers verzegeld werden.`;
    case 'redacted':
      return `${note.number}: hierin is een tekst onleesbaar gemaakt, voor het laatst op ${shortDate(note.on)}. Dat staat in het journaal; er is verder niets veranderd.`;
    case 'documents-removed':
      return `${note.number}: hieruit ${note.count === 1 ? 'is' : 'zijn'} ${counted(note.count, 'document', 'documenten')} verwijderd. Dat staat in het journaal, met de reden; wat weg is, ontbreekt niet.`;
  }
}

const mostNamed = 20;

/** Writes the first of many names, and how many more there are. */
export function named(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).join(', ');
  return more > 0 ? `${shown} en nog ${numbers.format(more)}` : shown;
}
