import { createHash } from 'node:crypto';
import { type Section, wordReport } from '../../letters/word.ts';
import { letterFileName } from '../../letters/words.ts';
import {
  documentsOfComplainant,
  numberedDocuments,
  presentDocuments,
} from '../../procedure/articles/documents.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import type { NumberedDocument } from '../../procedure/model/document.ts';
import { asCorrected } from '../../register/model/as-corrected.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { longDate } from '../../time/dutch-date.ts';
import { factsOf } from '../cards/case-facts.ts';
import { journalLine } from '../cards/case-journal.ts';
import { caseSections } from '../cards/case-sections.ts';
import { documentName } from '../cards/document-words.ts';
import type { Office } from '../office/office.ts';
import { type Damage, damageOf, damageWords, tellOfDamage } from './as-kept.ts';
import type { BotFile } from './consent-card.ts';
import { disclosureFile, letterFile } from './documents.ts';
import { type Zip, type ZipEntry, zipOf } from './zip.ts';

/** A file that is made while it is uploaded; its name holds nothing of a person. `lost`: which documents are left out, and why. */
export type StreamedFile = Zip & { name: string; lost?: string[] };

/** Names the dossier as a file: with its number, and nothing of a person. */
export const dossierFileName = (number: CaseNumber): string => `${number}-dossier.zip`;

/**
 * Makes the whole dossier one ZIP ("Dossier als bestand"), for a lawyer or the court (Art. 10): the summary, the statements and the log as
 * Word files, the letters as they were sent, the documents, and the hash of each. The journal says first who asked for it. Refuses who does
 * not handle it.
 */
export async function dossierFile(number: CaseNumber, by: Person, office: Office): Promise<StreamedFile> {
  const asked = { type: 'export-dossier', number, by } as const;
  const done = await office.register.execute<never>(asked, {}, () => ({ value: asked }));
  if (done.outcome === 'refused') throw done.refusal;
  const { dossier } = done;
  const { found, lost } = await documentsOf(dossier, by, office);
  const entries = [
    ...(await reportsOf(dossier, office, lost)),
    ...(await lettersOf(dossier.complaint, office)),
    ...found,
  ];
  const list = {
    name: 'sha256.txt',
    bytes: new TextEncoder().encode(hashList(entries, [...removedFrom(dossier), ...lost])),
  };
  const zip = await zipOf([...entries, list], new Date(office.clock.now()));
  return { ...zip, name: dossierFileName(number), lost };
}

/**
 * Makes "Inzage" a file: the report, and where the complainant sent documents one ZIP with those beside it. Who may not see the dossier
 * does not come here.
 */
export async function disclosed(
  dossier: Dossier,
  by: Person,
  office: Office,
): Promise<BotFile | StreamedFile> {
  const report = await disclosureFile(dossier, office);
  if (!hasOwnDocuments(dossier, office)) return report;
  const { found, lost } = await documentsOf(dossier, by, office, presentOf(dossier.complaint));
  const zip = await zipOf([report, ...found], new Date(office.clock.now()));
  return { ...zip, name: disclosedName(report.name), lost };
}

const disclosedName = (name: string): string => name.replace(/\.docx$/, '.zip');

const hasOwnDocuments = ({ complaint }: Dossier, { documents }: Office): boolean =>
  documents.on && presentOf(complaint).length > 0;

/** Lists the documents of the complainant that are still kept. */
const presentOf = (complaint: Complaint): NumberedDocument[] =>
  documentsOfComplainant(complaint).filter(({ removedOn }) => !removedOn);

/** Says what "Inzage" is called and about how large it is, without making the documents part of it. */
export async function disclosureOffered(
  dossier: Dossier,
  office: Office,
): Promise<{ name: string; size: number }> {
  const { name, bytes } = await disclosureFile(dossier, office);
  if (!hasOwnDocuments(dossier, office)) return { name, size: bytes.length };
  const own = presentOf(dossier.complaint);
  return { name: disclosedName(name), size: own.reduce((sum, { size }) => sum + size, bytes.length) };
}

/** A file of the dossier with the hash that its content must have. */
type Hashed = ZipEntry & { sha256: string };

const hashed = (name: string, bytes: Uint8Array): Hashed => ({
  name,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Longer than any text of a dossier: a file has room for all of it. */
const whole = Number.MAX_SAFE_INTEGER;

async function reportsOf(
  dossier: Dossier,
  { organisation, clock, calendar }: Office,
  lost: readonly string[],
): Promise<Hashed[]> {
  const { complaint, journal } = dossier;
  const { number } = complaint;
  const today = clock.today();
  const report = async (what: string, title: string, sections: readonly Section[]): Promise<Hashed[]> =>
    sections.length === 0
      ? []
      : [
          hashed(
            `${number}-${what}.docx`,
            new Uint8Array(await wordReport(title, sections, { number, organisation, today })),
          ),
        ];
  const log = asCorrected(journal, complaint, calendar).map((entry): Section => {
    const { when, what, detail } = journalLine(entry, clock, whole, complaint, (text) => text.split('\n'));
    return { heading: when, lines: [what, ...detail] };
  });
  return [
    ...(await report('samenvatting', `Klacht ${number}`, [...summaryOf(dossier), ...leftOut(lost)])),
    ...(await report('verklaringen', `Verklaringen bij klacht ${number}`, statementsOf(complaint))),
    ...(await report('logboek', `Logboek van klacht ${number}`, log)),
  ];
}

const leftOut = (lost: readonly string[]): Section[] =>
  lost.length > 0 ? [{ heading: 'Niet in dit bestand', lines: [...lost, tellOfDamage] }] : [];

function summaryOf(dossier: Dossier): Section[] {
  const { complaint } = dossier;
  const { complainant, summary, handler } = complaint;
  const facts = [
    { label: 'Klager', value: complainant.name },
    ...factsOf(complaint),
    ...(handler ? [{ label: 'Behandeld door', value: handler.person.name }] : []),
  ];
  const lines = (all: readonly { label: string; value: string }[]) =>
    all.map(({ label, value }) => `${label}: ${value}`);
  return [
    { heading: 'De klacht', lines: lines(facts) },
    { heading: 'Waar de klacht over gaat', lines: summary.split('\n') },
    ...caseSections(dossier, whole).map(({ title, facts }) => ({ heading: title, lines: lines(facts) })),
  ];
}

const statementsOf = ({ statements }: Complaint): Section[] =>
  statements.map(({ of, on, text }) => ({
    heading: `${of ? `${of.name} (beklaagde)` : 'De klager'}, ${longDate(on)}`,
    lines: text.split('\n'),
  }));

/** Makes every letter that was sent, in the order in which they went out. */
async function lettersOf({ number, letters }: Complaint, office: Office): Promise<Hashed[]> {
  const sent = letters.filter(({ sentOn }) => sentOn);
  return Promise.all(
    sent.map(async (letter, index) => {
      const place = `${index + 1}`.padStart(2, '0');
      const { bytes } = await letterFile(number, letter, office);
      return hashed(`brieven/${place}-${letter.sentOn}-${letterFileName(number, letter.kind)}`, bytes);
    }),
  );
}

/** Finds the content of every document; one that is not as it was kept is left out and named. Each is read whole to know that. */
async function documentsOf(
  { complaint }: Dossier,
  by: Person,
  { documents }: Office,
  which: readonly NumberedDocument[] = presentDocuments(complaint),
): Promise<{ found: Hashed[]; lost: string[] }> {
  const found: Hashed[] = [];
  const lost: string[] = [];
  const lose = (one: NumberedDocument, damage: Damage) =>
    lost.push(`${documentName(one)} ${damageWords[damage]}`);
  for (const one of documents.on ? which : []) {
    const { id, size, sha256 } = one;
    const read = () => documents.read(complaint.number, id, by);
    const { content: first, fileName } = await read();
    const damage = await damageOf(first, { size, sha256 });
    const content = damage ? undefined : (await read()).content;
    if (damage || !content) lose(one, damage ?? 'missing');
    else found.push({ name: `documenten/${fileName}`, size, content, sha256 });
  }
  return { found, lost };
}

/** Says of each document that was removed when, and which hash it had. */
const removedFrom = ({ complaint }: Dossier): string[] =>
  numberedDocuments(complaint).flatMap((one) =>
    one.removedOn
      ? [`${documentName(one)} is verwijderd op ${longDate(one.removedOn)}; SHA-256: ${one.sha256}`]
      : [],
  );

/** Lists the hashes as `sha256sum --check` reads them, and which documents are left out. */
const hashList = (entries: readonly Hashed[], lost: readonly string[]): string =>
  `${[...entries.map(({ sha256, name }) => `${sha256}  ${name}`), ...lost.map((one) => `# ${one}`)].join('\n')}\n`;
