import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { isPersonId } from '../../src/procedure/model/person-id.ts';
import { illegible, isIllegible, placesOf, withoutValue } from '../../src/procedure/model/redaction.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { documentsIn, exported } from '../../src/register/export.ts';
import { headOfDocument, headsInExport } from '../../src/register/integrity/evidence.ts';
import { flawOf, verify } from '../../src/register/integrity/verify.ts';
import { sha256 } from '../../src/register/model/chain.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { isFoundBy, wordsAskedIn } from '../../src/register/model/search-words.ts';
import { stamped } from '../../src/register/model/upcast.ts';
import { Differing, moveIn } from '../../src/register/move-in.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { resume } from '../../src/register/resume.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { contentOf } from './a-register.ts';
import { anOffice, closeOffices } from './an-office.ts';
import { everyStep } from './frozen.ts';

type Office = ReturnType<typeof anOffice>;

const K1 = 'K-2026-0001';
const secret = '111.222.333';
const written = ['111222333', '111 222 333', '111.222.333', '111-222-333', '111\u00a0222\u00a0333'];
const ask = asking(wednesday);
const second = asking(wednesday, fatima);
const reason = 'Dit hoort niet in een dossier.';

const dossierOf = async (office: Office, number: CaseNumber = K1) =>
  (await office.dossier(number)) ?? assert.fail();

/** Every byte that SQLite has on disk: the file and its log. */
const bytesOf = ({ path }: Office): string =>
  [path, `${path}-wal`]
    .filter((one) => existsSync(one))
    .map((one) => readFileSync(one, 'latin1'))
    .join('');

/** Tells whether the secret stands in it, however it is written. */
const holds = (text: string): boolean => /111\D{0,3}222\D{0,3}333/.test(text);

/** Writes the secret in every text of what somebody sends: those are all of several words, but for names of people. */
function withSecret<T>(node: T, spelled: string): T;
function withSecret(node: unknown, spelled: string): unknown {
  if (typeof node === 'string') return /\s/.test(node) ? `${node} (${spelled})` : node;
  if (Array.isArray(node)) return node.map((one) => withSecret(one, spelled));
  if (node === null || typeof node !== 'object') return node;
  if ('id' in node && typeof node.id === 'string' && isPersonId(node.id)) return node;
  const kept = ['into', 'complainant', 'owner', 'by', 'reach', 'phone'];
  return Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [
      key,
      kept.includes(key) ? inner : withSecret(inner, spelled),
    ]),
  );
}

/** Lets the first of those at the desk who may take a step take it. */
async function takes(take: (by: typeof lars) => Promise<unknown>): Promise<boolean> {
  for (const by of [lars, fatima, willem, ingrid])
    try {
      await take(by);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  return false;
}

/** Asks for it and agrees, as two of those at the desk who may. */
async function makesIllegible(office: Office, number: CaseNumber, value = secret): Promise<boolean> {
  const day = office.context().today;
  const asked = await takes((by) =>
    office.execute(asking(day, by).requestRedaction({ number, value, reason })),
  );
  return asked && (await takes((by) => office.execute(asking(day, by).answerRedaction({ number }))));
}

/** Makes the very same of a dossier without the value: what must be left, but for hashes, salts and what was recorded of it. */
function expected(before: Dossier) {
  const { redactionRequest: _, ...complaint } = withoutValue(secret, before.complaint);
  return {
    complaint,
    journal: before.journal.map(({ at, type, facts, hash, erasable }) => ({
      ...{ at, type, facts, hash, by: erasable?.by },
      personal: withoutValue(secret, erasable?.personal),
    })),
  };
}

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));

// AVG, article 5 (minimal data) and 17.
describe('a text that was made illegible', () => {
  afterEach(closeOffices);

  for (const mail of [true, false])
    it(`is nowhere, whatever was recorded in whatever step, and nothing else changed: ${mail ? 'with' : 'without'} mail`, async () => {
      const office = anOffice({ mail });
      let spelled = 0;
      const writes = <T>(node: T): T => withSecret(node, written[spelled++ % written.length] ?? secret);
      const writing = {
        ...office,
        execute: (command: Parameters<Office['execute']>[0]) =>
          office.execute(
            command.type === 'request-redaction' || command.type === 'answer-redaction'
              ? { ...command, ...(command.type === 'request-redaction' && { value: 'niet te vinden' }) }
              : writes(command),
          ),
        file: (sent: typeof registration, ...rest: [string, typeof sanne]) =>
          office.file(writes(sent), ...rest),
      };
      for await (const _ of everyStep(writing as Office, 7));
      const found = (await contentOf(office.bare)).filter((one) => holds(JSON.stringify(one)));
      assert.ok(found.length > 7, `only ${found.length}`);
      const figures = async () =>
        (await office.figures('2026', willem)).map((one) => JSON.stringify(one)).sort();
      const counted = await figures();
      let redacted = 0;
      const taken = new Map<string, unknown>();
      for (const { id } of found) {
        const number = id as CaseNumber;
        const { complaint } = await dossierOf(office, number);
        const day = office.context().today;
        if (complaint.hold) await takes((by) => office.execute(asking(day, by).liftHold({ number })));
        if (complaint.redactionRequest)
          await takes((by) => office.execute(asking(day, by).answerRedaction({ number, agrees: false })));
        const before = await dossierOf(office, number);
        assert.ok(await makesIllegible(office, number), id);
        redacted += 1;
        const after = await dossierOf(office, number);
        assert.equal(flawOf(stamped(after)), undefined, id);
        assert.ok(!holds(JSON.stringify(after)), id);
        const made = expected(after);
        const wanted = expected(before);
        assert.deepEqual(plain(made.complaint), plain(wanted.complaint), id);
        assert.deepEqual(plain(made.journal.slice(0, -2)), plain(wanted.journal), id);
        assert.deepEqual(
          after.journal.slice(-2).map(({ type }) => type),
          ['redaction-requested', 'redacted'],
        );
        for (const { type, facts } of before.journal) taken.set(type, facts);
        assert.equal(isFoundBy(after, wordsAskedIn(secret)), false);
      }
      assert.ok(redacted > 7, `only ${redacted}`);
      assert.ok(taken.size > 22, `only ${[...taken.keys()].join()}`);
      assert.deepEqual(await figures(), counted);
      const left = (await contentOf(office.bare)).filter((one) => holds(JSON.stringify(one)));
      assert.deepEqual(
        left.map(({ id }) => id),
        [],
      );
      const { flaws, notes } = await verify(
        (async function* () {
          yield* await contentOf(office.bare);
        })(),
      );
      assert.deepEqual(flaws, []);
      assert.ok(notes.some(({ kind }) => kind === 'redacted'));
      while (await office.store.indexMore());
      await office.store.rewriteErased?.();
      assert.ok(!holds(bytesOf(office)), 'it stands in the file');
    });

  /** An office with a complaint in which the secret stands three times, differently written. */
  async function aCase(over: Parameters<typeof anOffice>[0] = {}): Promise<Office> {
    const office = anOffice(over);
    const summary = 'Haar BSN is 111222333.';
    await office.file({ ...registration, summary, respondents: [joris] }, 'form', sanne);
    await office.execute(ask.addNote({ text: '111 222 333, en nog eens 111.222.333' }));
    return office;
  }

  const verified = async (office: Office, heads: ReturnType<typeof headsInExport> = []) =>
    verify(
      (async function* () {
        yield* await contentOf(office.bare);
      })(),
      heads,
    );

  it('tells who asked, who agreed, why and in how many places, and not what', async () => {
    const office = await aCase();
    await office.execute(ask.requestRedaction({ value: secret, reason }));
    await office.execute(second.answerRedaction());
    const { journal, complaint } = await dossierOf(office);
    const [asked, done] = journal.slice(-2);
    assert.equal(asked?.erasable?.by.id, lars.id);
    assert.deepEqual(asked?.erasable?.personal, { by: lars, value: illegible, reason });
    assert.equal(done?.erasable?.by.id, fatima.id);
    assert.equal(done?.facts.places, 3);
    assert.equal(complaint.redactionRequest, undefined);
    assert.equal(complaint.summary, `Haar BSN is ${illegible}.`);
  });

  it('is not kept by a request that is declined, nor by one that is taken back', async () => {
    for (const by of [fatima, lars]) {
      const office = await aCase();
      await office.execute(ask.requestRedaction({ value: secret, reason }));
      await office.execute(asking(wednesday, by).answerRedaction({ agrees: false }));
      const { journal, complaint } = await dossierOf(office);
      assert.ok(!holds(JSON.stringify(journal.slice(3))));
      assert.match(complaint.summary, /111222333/);
      assert.deepEqual((await verified(office)).flaws, []);
      await closeOffices();
    }
  });

  it('needs a second person whom it is not about, and no legal hold', async () => {
    const office = await aCase();
    const refused = (command: Parameters<Office['execute']>[0], code: string) =>
      assert.rejects(office.execute(command), { code });
    await refused(asking(wednesday, joris).requestRedaction({ value: secret, reason }), 'unknown-complaint');
    await office.execute(ask.requestRedaction({ value: secret, reason }));
    await refused(ask.answerRedaction(), 'two-must-agree');
    for (const by of [joris, sanne])
      await assert.rejects(office.execute(asking(wednesday, by).answerRedaction()), Refusal);
    await office.execute(ask.setHold());
    await refused(second.answerRedaction(), 'on-hold');
    assert.match((await dossierOf(office)).complaint.summary, /111222333/);
  });

  it('is what the chain says of an older export, and nothing that was changed by hand', async () => {
    const office = await aCase();
    const older = (await contentOf(office.bare)).flatMap((one) => headsInExport(JSON.stringify(one)));
    await office.execute(ask.requestRedaction({ value: secret, reason }));
    await office.execute(second.answerRedaction());
    const { flaws, notes } = await verified(office, older);
    assert.deepEqual(flaws, []);
    assert.deepEqual(
      notes.filter(({ kind }) => kind === 'redacted'),
      [{ kind: 'redacted', number: K1, on: wednesday }],
    );
  });

  it('hides no tampering: each changed, restored or forged personal part is found', async () => {
    const office = await aCase();
    const before = await dossierOf(office);
    await office.execute(ask.requestRedaction({ value: secret, reason }));
    await office.execute(second.answerRedaction());
    const dossier = await dossierOf(office);
    assert.equal(flawOf(dossier), undefined);
    for (const [at, entry] of dossier.journal.entries()) {
      const changed = (erasable: unknown) =>
        flawOf({ ...dossier, journal: dossier.journal.with(at, { ...entry, erasable } as typeof entry) });
      const { erasable } = entry;
      const text = JSON.stringify(erasable);
      assert.equal(changed({ ...erasable, salt: 'another' })?.kind, 'broken-journal');
      assert.equal(changed({ ...erasable, by: ingrid })?.kind, 'broken-journal');
      assert.notEqual(changed(undefined), undefined);
      if (text.includes(illegible)) {
        assert.equal(changed(JSON.parse(text.replace(illegible, 'iets anders')))?.kind, 'broken-journal');
        if (before.journal[at]) assert.equal(changed(before.journal[at].erasable)?.kind, 'broken-journal');
      }
    }
    // The event that covers them is in the chain: another hash in it shows, and so does its removal.
    const last = dossier.journal.at(-1) ?? assert.fail();
    const forged = { ...last, facts: { ...last.facts, entries: [{ seq: 1, hash: sha256('x') }] } };
    assert.equal(flawOf({ ...dossier, journal: dossier.journal.with(-1, forged) })?.kind, 'broken-journal');
    assert.equal(flawOf({ ...dossier, journal: dossier.journal.slice(0, -1) })?.kind, 'broken-journal');
  });

  const [K2, K3] = ['K-2026-0002', 'K-2026-0003'] as const;

  /** Three complaints of the same matter, with the secret in each, of which the second and the third are merged into the first. */
  async function merged(): Promise<Office> {
    const office = anOffice();
    for (const [form, receivedOn] of [
      ['1', '2026-03-30'],
      ['2', '2026-03-31'],
      ['3', wednesday],
    ] as const) {
      const summary = `Wie belt over ${written[Number(form)]}?`;
      await office.file({ ...registration, receivedOn, summary, respondents: [joris] }, form, sanne);
    }
    for (const number of [K2, K3] as const) {
      const { complaint: into } = await dossierOf(office, K1);
      await office.execute({
        ...ask.merge({
          into,
          letter: { text: 'Wij behandelen uw klachten samen.', manner: 'post', sentOn: wednesday },
        }),
        number,
      });
    }
    assert.equal((await dossierOf(office)).complaint.joined?.length, 2);
    return office;
  }

  for (const asked of [K1, K2, K3] as const)
    it(`is nowhere in what goes on together either, asked of ${asked}, whoever asked and agreed there`, async () => {
      const office = await merged();
      assert.ok(await makesIllegible(office, asked));
      const content = await contentOf(office.bare);
      assert.deepEqual(
        content.filter((one) => holds(JSON.stringify(one))).map(({ id }) => id),
        [],
      );
      for (const number of [K1, K2, K3] as const) {
        const { journal, complaint } = await dossierOf(office, number);
        assert.match(complaint.summary, /Wie belt over \[onleesbaar gemaakt\]\?/);
        assert.deepEqual(
          journal.slice(-2).map(({ type, erasable }) => [type, erasable?.by.id]),
          [
            ['redaction-requested', lars.id],
            ['redacted', fatima.id],
          ],
        );
      }
      assert.deepEqual((await verified(office)).flaws, []);
      // Nobody is asked to agree to what was done.
      for (const number of [K1, K2, K3] as const)
        for (const message of (await dossierOf(office, number)).outbox)
          if (message.content.kind === 'redaction-request' && message.status === 'queued')
            assert.ok(!mayReceive(message, await dossierOf(office, number), office.context()), number);
    });

  it('stays in another complaint of which one of the two is a respondent, or that is kept for proceedings', async () => {
    const office = await merged();
    await office.execute({ ...ask.setHold(), number: K3 });
    await office.execute({ ...ask.addRespondent({ respondent: fatima }), number: K1 });
    await office.execute({ ...ask.requestRedaction({ value: secret, reason }), number: K2 });
    await office.execute({ ...second.answerRedaction(), number: K2 });
    assert.ok(!holds(JSON.stringify(await dossierOf(office, K2))));
    for (const number of [K1, K3] as const)
      assert.ok(holds((await dossierOf(office, number)).complaint.summary));
  });

  /** Writes an export as the command does, and imports it in an empty register. */
  async function moved(office: Office): Promise<Office> {
    const documents = await contentOf(office.bare);
    const lines: string[] = [];
    const all = (async function* () {
      yield* documents;
    })();
    for await (const line of exported(all, office.clock.now())) lines.push(line);
    const elsewhere = anOffice();
    await moveIn(elsewhere.bare, () =>
      documentsIn(
        (async function* () {
          yield* lines;
        })(),
      ),
    );
    return elsewhere;
  }

  it('stays so in an export, and in the register that it is imported in, which is as whole as before', async () => {
    const office = await aCase();
    const older = (await contentOf(office.bare)).flatMap((one) => headsInExport(JSON.stringify(one)));
    await office.execute(ask.requestRedaction({ value: secret, reason }));
    await office.execute(second.answerRedaction());
    const elsewhere = await moved(office);
    const content = await contentOf(elsewhere.bare);
    assert.deepEqual(content, await contentOf(office.bare));
    assert.ok(!holds(JSON.stringify(content)));
    const { flaws, notes } = await verified(elsewhere, older);
    assert.deepEqual(flaws, []);
    assert.ok(notes.some(({ kind }) => kind === 'redacted'));
    while (await elsewhere.store.indexMore());
    assert.ok(!holds(bytesOf(elsewhere)));
  });

  it('stands again in an export of before it, and the register that goes on with that says in which dossier', async () => {
    const office = await aCase();
    const elsewhere = await moved(office);
    await office.execute(ask.requestRedaction({ value: secret, reason }));
    await office.execute(second.answerRedaction());
    const later = (await contentOf(office.bare)).flatMap((one) => {
      const head = headOfDocument(one);
      return head ? [head] : [];
    });
    assert.ok(holds(JSON.stringify(await contentOf(elsewhere.bare))));
    assert.deepEqual((await resume(later, elsewhere)).legible, [K1]);
    // What was imported on top is refused, and brings nothing back.
    const all = await contentOf(elsewhere.bare);
    await assert.rejects(
      moveIn(office.bare, async function* () {
        yield* all;
      }),
      Differing,
    );
    assert.ok(!holds(JSON.stringify(await contentOf(office.bare))));
  });

  it('stands again in an older copy, and going on with that says in which dossier', async () => {
    const office = await aCase();
    await office.execute(ask.requestRedaction({ value: secret, reason }));
    await office.execute(second.answerRedaction());
    const noted = [...(office.heads?.all() ?? [])];
    const copy = anOffice();
    const summary = 'Haar BSN is 111222333.';
    await copy.file({ ...registration, summary, respondents: [joris] }, 'form', sanne);
    const own = [...(copy.heads?.all() ?? [])];
    const heads = own.map((head) => {
      const { redacted } = noted.find(({ number }) => number === head.number) ?? {};
      return { ...head, ...(redacted && { redacted }) };
    });
    assert.deepEqual((await resume(heads, copy)).legible, [K1]);
    // Also after a second loss; and no more once it is done again.
    assert.equal([...(copy.heads?.all() ?? [])].find(({ number }) => number === K1)?.redacted, 1);
    await copy.execute(ask.requestRedaction({ value: secret, reason }));
    await copy.execute(second.answerRedaction());
    assert.deepEqual((await resume(heads, copy)).legible, []);
  });
});

describe('the text that is made illegible', () => {
  it('is found whatever its case, spaces, marks between digits and accents, and only there', () => {
    const found: [string, string][] = [
      ['111222333', '111.222.333'],
      ['111.222.333', '111222333'],
      ['Borderline', 'een BORDERLINE-diagnose'],
      ['café De Ster', 'Cafe\u0301  de ster'],
      ['Cafe\u0301', 'CAFÉ'],
      ['a+b (c)', 'A+B (C)'],
    ];
    for (const [value, text] of found) {
      assert.equal(placesOf(value, { text }), 1, value);
      assert.ok(withoutValue(value, { text }).text.includes(illegible));
    }
    for (const [value, text] of [
      ['111222333', '111222334'],
      ['abc', 'a b c'],
      ['a.c', 'abc'],
    ] as const)
      assert.equal(placesOf(value, { text }), 0, value);
  });

  it('is at least three letters or digits, and no part of the mark', () => {
    for (const value of ['', 'ab', '1 2', 'onleesbaar', 'GEMAAKT', '[on'])
      assert.ok(isIllegible(value), value);
    for (const value of ['abc', '123', 'ADHD']) assert.ok(!isIllegible(value), value);
  });

  it('is replaced in texts only, and never in people, ids and days', () => {
    const node = { respondent: { id: '1', name: 'Joris' }, id: 'Joris', text: 'Joris', on: 'Joris' };
    assert.deepEqual(withoutValue('Joris', node), { ...node, text: illegible });
  });
});
