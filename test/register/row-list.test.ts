import assert from 'node:assert/strict';
import { copyFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { documentsIn, exported, wholeRegister } from '../../src/register/export.ts';
import { sha256 } from '../../src/register/model/chain.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { JournalEntry } from '../../src/register/model/journal.ts';
import { asKnownTo } from '../../src/register/model/sight.ts';
import { readRowCode, rowCode, rowOf } from '../../src/register/row-list.ts';
import { aFolder } from '../a-folder.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { contextOf, plain } from '../procedure/given.ts';
import { everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';
import { everyStep } from './frozen.ts';
import { randomDossiers } from './random-dossiers.ts';

const letter = { text: 'Geachte mevrouw', manner: 'post' as const, sentOn: wednesday };
const ask = asking(wednesday);
const byFatima = asking(wednesday, fatima);
const readers = [lars, willem, ingrid];

/** Who a complaint is about, by its journal, which was not erased yet. */
function aboutWhom(journal: readonly JournalEntry[]): Set<string> {
  const about = new Set<string>();
  for (const { type, erasable } of journal) {
    const { respondents, respondent } = (erasable?.personal ?? {}) as {
      respondents?: Person[];
      respondent?: Person;
    };
    if (type === 'registered') for (const { id } of respondents ?? []) about.add(id);
    if (type === 'respondent-added' && respondent) about.add(respondent.id);
    if (type === 'respondent-removed' && respondent) about.delete(respondent.id);
  }
  return about;
}

/** How many entries of a course somebody knows: all, none, or those before the one by which it turned out to be about them. */
function entriesKnown(states: readonly Dossier[], { id }: Person): number {
  const last = states.at(-1) ?? assert.fail();
  const { journal } = states.findLast(({ complaint }) => !complaint.erased) ?? assert.fail();
  if (!aboutWhom(journal).has(id)) return last.journal.length;
  return Math.max(
    0,
    journal.findLastIndex(
      ({ type, erasable }) =>
        type === 'respondent-added' &&
        (erasable?.personal as { respondent: Person } | undefined)?.respondent.id === id,
    ),
  );
}

const month = (day: unknown): string => String(day).slice(0, 7);

/** What closes a complaint, or opens it again. */
const endsOrResumes = ['closed', 'reopened', 'objected', 'waiver-taken-back'];

/** Counts beside the register what the row of those entries says. */
function counted(journal: readonly JournalEntry[]) {
  const [first = assert.fail()] = journal;
  const corrected = journal.findLast(
    ({ type, facts }) => type === 'date-corrected' && facts.field === 'receivedOn',
  );
  const end = journal.findLast(({ type }) => endsOrResumes.includes(type));
  const closed = end?.type === 'closed' ? end.facts : undefined;
  return {
    receivedIn: month(corrected?.facts.to ?? first.facts.receivedOn),
    registeredIn: month(first.facts.registeredOn),
    closed: closed && { in: month(closed.on), outcome: closed.outcome },
    head: journal.at(-1)?.hash,
    entries: journal.length,
  };
}

/** Counts how late each letter of an article was, where nothing was corrected, reopened or sent again. */
function lateness(journal: readonly JournalEntry[]): Record<string, unknown> | undefined {
  if (journal.some(({ type, facts }) => /corrected|reopened/.test(type) || facts.again)) return undefined;
  const forwarded = journal.find(({ type }) => type === 'forwarded');
  const sent = (kind: string) =>
    journal.findLast(({ type, facts }) => type === 'letter-sent' && facts.kind === kind)?.facts.daysLate;
  return { forward: forwarded?.facts.daysLate, acknowledge: sent('acknowledgement'), answer: sent('answer') };
}

async function taken(...over: Partial<typeof registration>[]) {
  const office = anOffice();
  for (const [index, one] of over.entries())
    await office.file({ ...registration, ...one }, `${index}`, sanne);
  return office;
}

describe('the list of a year for an auditor', () => {
  afterEach(closeOffices);

  it('is for the officer and the board, and for nobody else', async () => {
    const office = await taken({ respondents: [joris] });
    for (const by of readers) assert.equal((await office.rows('2026', by)).rows.length, 1);
    for (const by of [fatima, sanne, joris, { id: personId(''), name: '' }])
      await assert.rejects(office.rows('2026', by), { name: 'Refusal', code: 'not-for-audit' });
    assert.deepEqual((await office.rows('2025', lars)).rows, []);
  });

  it('has no room for a number, a day, a name or content, and is in the order of its codes', async () => {
    const office = await taken({}, {}, { respondents: [joris] }, {}, {});
    await office.execute(ask.acknowledge({ letter }));
    const list = await office.rows('2026', lars);
    const text = JSON.stringify(list);
    assert.doesNotMatch(text, /K-2026|\d{4}-\d{2}-\d{2}/);
    for (const { name } of [registration.complainant, joris, sanne, lars]) assert.ok(!text.includes(name));
    assert.ok(!text.includes(registration.summary));
    const codes = list.rows.map(({ code }) => code);
    assert.deepEqual(codes, [...codes].sort());
    for (const code of codes) assert.match(code, /^[A-Z2-7]{4}-[A-Z2-7]{4}$/);
    const heads = list.rows.map(({ code, head }) => [code, head]);
    assert.equal(list.head, sha256(heads));
  });

  it('says of any course what somebody counts beside the register, to each reader as they know it', () => {
    const now = contextOf({ today: '2028-01-05' });
    const seen = { all: 0, partly: 0, none: 0, kept: 0 };
    for (const states of randomDossiers(500, 20260415))
      for (const reader of readers) {
        const last = states.at(-1) ?? assert.fail();
        const entries = entriesKnown(states, reader);
        const known = asKnownTo(reader, last);
        assert.equal(known === undefined, entries === 0);
        seen[entries === 0 ? 'none' : entries < last.journal.length ? 'partly' : 'all'] += 1;
        if (!known) continue;
        const journal = last.journal.slice(0, entries);
        const { code: _, stage, deadlines, isSound, ...said } = rowOf(known, false, now);
        assert.deepEqual({ closed: undefined, ...said }, counted(journal));
        assert.equal(stage === 'closed', said.closed !== undefined);
        assert.ok(isSound || entries === last.journal.length, 'what they lost sight of stands still');
        for (const [kind, days] of Object.entries(lateness(journal) ?? {})) {
          if (days === undefined) continue;
          seen.kept += 1;
          assert.deepEqual(deadlines[kind as 'forward'], { done: true, daysLate: days }, kind);
        }
      }
    assert.ok(seen.all > 500 && seen.partly > 5 && seen.none > 50 && seen.kept > 200, JSON.stringify(seen));
  });

  it('has one row for who lost sight of a complaint, whatever happens in it after that, and one code for everybody', () => {
    let stood = 0;
    const codes = new Map<string, string>();
    for (const states of randomDossiers(300, 20260416)) {
      const [first = assert.fail()] = states;
      const code = rowCode(first);
      codes.set(code, first.id);
      for (const reader of everybodyAtTheDesk) {
        let row: unknown;
        for (const [at, dossier] of states.entries()) {
          assert.equal(rowCode(dossier), code);
          const known = asKnownTo(reader, dossier);
          const now = contextOf({ today: '2028-01-05' });
          const said = known && plain(rowOf(known, at % 2 === 1 && known.until !== undefined, now));
          const isAbout = dossier.complaint.erased ? row !== undefined : known?.until !== undefined;
          if (!isAbout) {
            row = undefined;
            continue;
          }
          if (row !== undefined) {
            assert.deepEqual(said, row);
            stood += 1;
          }
          row = said;
        }
      }
    }
    assert.equal(codes.size, 300);
    assert.ok(stood > 25, `${stood}`);
  });

  for (const person of readers)
    it(`shows ${person.name} neither a complaint about them nor that something happens in one that turns out to be`, async () => {
      const office = await taken({}, { respondents: [person] }, { respondents: [] });
      const free = everybodyAtTheDesk.filter((one) => one !== person);
      const [one = assert.fail(), other = assert.fail()] = free;
      const before = await office.rows('2026', person);
      assert.equal(before.rows.length, 2);
      const number = 'K-2026-0003';
      await office.execute(ask.addRespondent({ number, respondent: person }));
      const handler = (await office.dossier(number))?.complaint.handler?.person ?? assert.fail();
      for (const step of [
        ask.acknowledge({ number: 'K-2026-0002', by: one, letter }),
        ask.addNote({ number, by: handler }),
        ask.withdraw({ number, by: handler }),
        ask.requestErasure({ number, by: handler }),
        ask.answerErasure({ number, by: handler === other ? one : other }),
      ]) {
        await office.execute(step);
        assert.deepEqual(await office.rows('2026', person), before);
      }
    });

  it('says which rows are not as the register wrote them, and nothing of what its reader does not know', async () => {
    const office = await taken({}, { respondents: [] });
    const number = 'K-2026-0002';
    await office.execute(ask.addRespondent({ number, respondent: willem }));
    await office.execute(byFatima.addNote({ number, by: lars }));
    const broken = async (by: Person) =>
      (await office.rows('2026', by)).rows.filter(({ isSound }) => !isSound).map(({ code }) => code);
    assert.deepEqual(await broken(ingrid), []);
    const { document, etag } = (await office.bare.read(number)) ?? assert.fail();
    const changed = structuredClone(document) as Dossier;
    changed.complaint.summary = 'Iets anders';
    await office.bare.write(changed, etag);
    assert.deepEqual(await broken(ingrid), [rowCode(changed)]);
    assert.deepEqual(await broken(willem), []);
  });
});

describe('whether a row is as the register wrote it', () => {
  afterEach(closeOffices);

  const isSound = async (office: ReturnType<typeof anOffice>) => {
    const found: Record<string, boolean> = {};
    for await (const { document } of office.store.all())
      if (document.kind === 'dossier') found[document.id] = rowOf(document, false, contextOf()).isSound;
    return found;
  };

  it('is said of every dossier in every stage, of each release and of whole courses', async () => {
    const registers = globSync('test/fixtures/register-*.db').map((fixture) => {
      const file = join(aFolder().path, 'klachten.db');
      copyFileSync(fixture, file);
      return anOffice({ file, now: '2026-05-11T10:00' });
    });
    let looked = 0;
    const look = async (office: ReturnType<typeof anOffice>) => {
      for (const [number, isOne] of Object.entries(await isSound(office))) {
        assert.ok(isOne, number);
        looked += 1;
      }
    };
    for (const office of registers) await look(office);
    const ours = anOffice({ mail: true });
    for await (const _ of everyStep(ours, 8));
    await look(ours);
    assert.ok(looked > 40, `${looked}`);
  });
});

describe('the code of a row', () => {
  afterEach(closeOffices);

  it('does not follow from the number, and stays after erasure, redaction, export and import', async () => {
    const office = await taken({});
    const code = async () => (await office.rows('2026', ingrid)).rows.map(({ code }) => code).join();
    const first = await code();
    const elsewhere = await taken({});
    assert.notEqual((await elsewhere.rows('2026', ingrid)).rows[0]?.code, first);
    await office.execute(ask.addNote({ text: 'Een geheim' }));
    await office.execute(ask.withdraw());
    assert.equal(await code(), first);
    await office.execute(ask.requestErasure());
    await office.execute(byFatima.answerErasure({ agrees: true }));
    assert.equal(await code(), first);
    const lines: string[] = [];
    for await (const line of exported(wholeRegister(office.store), office.clock.now())) lines.push(line);
    const other = anOffice();
    for await (const document of documentsIn(each(lines))) await other.bare.write(document, undefined);
    assert.equal((await other.rows('2026', ingrid)).rows[0]?.code, first);
  });

  it('is read however somebody typed it', () => {
    for (const typed of ['ABOD-EFB2', 'abod-efb2', ' a b o d e f b 2', 'AB0D–EF82', 'abodefb2'])
      assert.equal(readRowCode(typed), 'ABOD-EFB2');
    for (const typed of ['', 'ABCD', 'K-2026-0001', 'ABCD-EFGHI', 'ABCD-EF1H', 'ABCD_EFGH'])
      assert.equal(readRowCode(typed), undefined, typed);
  });
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
