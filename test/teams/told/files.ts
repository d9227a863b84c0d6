import assert from 'node:assert/strict';
import readExcelFile from 'read-excel-file/node';
import { evolve } from '../../../src/procedure/evolve.ts';
import type { Judgement } from '../../../src/procedure/model/answer.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { EventOf } from '../../../src/procedure/model/events.ts';
import { documentsIn, exported, wholeRegister } from '../../../src/register/export.ts';
import { asCorrected } from '../../../src/register/model/as-corrected.ts';
import type { Document, Dossier } from '../../../src/register/model/dossier.ts';
import { eventOf } from '../../../src/register/model/journal.ts';
import { disclosureFile, letterFile } from '../../../src/teams/files/documents.ts';
import { yearReportFile } from '../../../src/teams/files/year-report.ts';
import { asInWord, wordText } from '../../letters/word-text.ts';
import { calendar } from '../../procedure/given.ts';
import { ingrid } from '../../procedure/people.ts';
import type { TheOffice } from './a-course.ts';
import { hearing } from './duties.ts';
import { mayCount, sectionsOf } from './others.ts';
import type { Seen } from './what-it-says.ts';

/** Asserts that the Word file of each letter has the text that was recorded, whole and in its order, under its number. */
export async function assertLetterFilesTrue(
  { id, complaint }: Dossier,
  { office }: TheOffice,
): Promise<void> {
  for (const letter of complaint.letters) {
    const { name, bytes } = await letterFile(id, letter, office);
    assert.ok(name.startsWith(id), name);
    assert.equal(wordText(Buffer.from(bytes)), asInWord(letter.text, id), letter.kind);
  }
}

/** Asserts that the file of "Inzage" has every section of it, and nothing besides. */
export async function assertDisclosureFileTrue(seen: Seen): Promise<void> {
  const { dossier, ours } = seen;
  const { bytes } = await disclosureFile(dossier, ours.office);
  const [, number, title, ...lines] = wordText(Buffer.from(bytes)).split('\n');
  assert.deepEqual([number, title], [`Ons kenmerk: ${dossier.id}`, `Inzage in klacht ${dossier.id}`]);
  const sections = sectionsOf(seen).flatMap(({ heading, lines }) => [heading, ...lines]);
  const written = sections.flatMap((line) => line.split('\n')).filter((line) => line.trim());
  assert.deepEqual(lines, written);
}

/** Asserts that the export has the dossier as it is kept, and that its journal leads to the same complaint. */
export async function assertExportTrue(dossier: Dossier, { store, clock }: TheOffice): Promise<void> {
  const lines: string[] = [];
  for await (const line of exported(wholeRegister(store), clock.now())) lines.push(line);
  const read: Document[] = [];
  for await (const document of documentsIn(each(lines))) read.push(document);
  const kept = read.find((one): one is Dossier => one.kind === 'dossier' && one.id === dossier.id);
  assert.ok(kept);
  assert.deepEqual(plain({ ...kept, seal: undefined }), plain({ ...dossier, seal: undefined }));
  const replayed = kept.journal
    .map(eventOf)
    .reduce<Complaint | undefined>((complaint, event) => evolve(complaint, event), undefined);
  assert.deepEqual(plain(replayed), plain(dossier.complaint));
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const judged: Record<Judgement, string> = {
  founded: 'Gegrond',
  'partly-founded': 'Deels gegrond',
  unfounded: 'Ongegrond',
  none: 'Geen oordeel',
};

const kept = (daysLate: number): string =>
  daysLate === 0 ? 'op tijd' : daysLate === 1 ? '1 dag te laat' : `${daysLate} dagen te laat`;

/** Asserts that the workbook of the year has one line for this complaint, with what was recorded of it, and counts it once. */
export async function assertWorkbookTrue({ dossier, ours }: Seen): Promise<void> {
  if (!mayCount(dossier)) return;
  const { complaint, journal } = dossier;
  const year = complaint.receivedOn.slice(0, 4);
  const { bytes } = await yearReportFile(year, await ours.register.figures(year, ingrid));
  const [complaints, totals] = await readExcelFile(Buffer.from(bytes));
  assert.ok(complaints && totals);
  const [titles = [], line = [], ...more] = complaints.data;
  assert.equal(more.length, 0);
  const said = Object.fromEntries(titles.map((title, column) => [String(title), line[column]]));
  const month = (day: string) => new Date(`${day.slice(0, 7)}-01`);
  const { judgement, closed } = complaint;
  assert.deepEqual(said.Ontvangen, month(complaint.receivedOn));
  assert.deepEqual(said.Geregistreerd, month(complaint.registeredOn));
  assert.equal(said.Oordeel, judgement ? judged[judgement] : null);
  assert.deepEqual(said.Gesloten, closed ? month(closed.on) : null);
  assert.equal(!!said.Afloop, !!closed);

  const events = asCorrected(journal, complaint, calendar).map(eventOf);
  const sent = events.filter((event) => event.type === 'letter-sent').filter(({ again }) => !again);
  const last = (kind: EventOf<'letter-sent'>['kind']) => sent.findLast((letter) => letter.kind === kind);
  const answered = last('answer');
  if (answered) assert.equal(said['Antwoord (art. 6)'], kept(answered.daysLate));
  const confirmed = last('acknowledgement')?.daysLate ?? answered?.acknowledgedDaysLate;
  if (confirmed !== undefined) assert.equal(said['Ontvangst bevestigd (art. 5)'], kept(confirmed));
  const decided = complaint.stage === 'waived' ? undefined : last('final-decision');
  if (decided) assert.equal(said['Beslissing directie (art. 8)'], kept(decided.daysLate));
  const objected = events.find((event) => event.type === 'objected');
  const given = events.find(({ type }) => type === 'hearing-offered' || type === 'heard');
  const corrected = events.some((event) => event.type === 'date-corrected');
  if (objected && given?.type === 'hearing-offered' && !corrected) {
    const offered = given.appointment;
    const week = hearing(objected.receivedOn).dueOn;
    const late =
      offered.laterWish === 'ballance' ? (Date.parse(offered.on) - Date.parse(week)) / 86_400_000 : 0;
    assert.equal(said['Gesprek (art. 8)'], kept(late));
  }

  const counted = Object.fromEntries(totals.data.map(([what, of, count]) => [`${what}: ${of}`, count]));
  const isMerged = closed?.outcome === 'merged';
  assert.equal(counted['Klachten: alle'], isMerged ? 0 : 1);
  assert.equal(counted['Klachten: gesloten'], closed && !isMerged ? 1 : 0);
  for (const [of, word] of Object.entries(judged))
    assert.equal(counted[`Oordeel: ${word}`] ?? 0, judgement === of && !isMerged ? 1 : 0, word);
}
