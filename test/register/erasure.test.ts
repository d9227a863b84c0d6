import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { replay } from '../../src/procedure/evolve.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { flawOf, verify } from '../../src/register/integrity/verify.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import { changeMemo } from '../../src/register/model/memo.ts';
import { memos } from '../../src/register/model/memos.ts';
import { noteUnreached } from '../../src/register/notify/unreached.ts';
import { namingMessages } from '../../src/teams/notifications/naming.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { plain } from '../procedure/given.ts';
import { desk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { contentOf, tamper, withForgedEntry } from './a-register.ts';
import { anOffice, closeOffices } from './an-office.ts';

type Office = ReturnType<typeof anOffice>;

const K1 = 'K-2026-0001';
const ask = asking(wednesday);
const second = asking(wednesday, fatima);
const reader = { id: personId('9c8b7a65-4321-4fed-8cba-0123456789ab'), name: 'Ruben' };

/** What must be gone afterwards: everybody involved, and every text. */
const markers = [
  ...[sanne, lars, fatima, willem, ingrid, joris].flatMap(({ id, name }) => [id, name]),
  ...['Zwaluw', 'zwaluw@voorbeeld.nl', '06-99887766', 'Kwartelstraat', 'Mezenweg', 'mr. IJsvogel'],
  // The same, as they stand in the index of words.
  ...['zwaluw', 'putter', '0699887766', 'mezenweg', 'roerdomp', 'teruggebeld'],
  ...['ROERDOMP', 'KIEKENDIEF', 'LEPELAAR', 'WULP', 'GRUTTO', 'SNEP', 'PUTTER', 'VINK', 'SPERWER'],
];

/** An office with a closed complaint in which every text was filled in. */
async function aClosedCase(over: Parameters<typeof anOffice>[0] = {}): Promise<Office> {
  const office = anOffice(over);
  await office.file(
    {
      ...registration,
      complainant: {
        name: 'Zwaluw',
        representing: 'Putter PUTTER',
        email: 'zwaluw@voorbeeld.nl',
        phone: '06-99887766',
        address: 'Kwartelstraat 1',
      },
      branch: 'Mezenweg',
      experts: 'mr. IJsvogel',
      summary: 'ROERDOMP is niet teruggebeld.',
      respondents: [joris],
    },
    'form',
    sanne,
  );
  const letter = { text: 'Geachte Zwaluw, LEPELAAR', manner: 'post' as const, sentOn: wednesday };
  const steps = [
    ask.acknowledge({ letter }),
    ask.requestStatement(),
    ask.giveStatement({ by: joris, text: 'KIEKENDIEF' }),
    ask.recordStatement({ text: 'WULP' }),
    ask.correctFacts({ to: { origin: 'partner', manner: 'written', branch: 'Mezenweg 2' }, reason: 'SNEP' }),
    ask.answer({ position: 'GRUTTO', notHeardBecause: undefined, letter }),
    ask.addNote({ text: 'SPERWER' }),
    ask.object({ text: 'VINK' }),
    ask.recordHearing({ report: 'GRUTTO', settlement: 'WULP', letter }),
  ];
  for (const [i, step] of steps.entries()) await office.execute(step, { form: `${i}` });
  await office.sweepAt('2026-04-01T10:01');
  office.news();
  return office;
}

const dossierOf = async (office: Office) => (await office.dossier(K1)) ?? assert.fail();

/** Every byte that SQLite has on disk: the file and its log. */
const bytesOf = ({ path: file }: Office): Buffer =>
  Buffer.concat([file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)));

const found = (bytes: Buffer): string[] => markers.filter((marker) => bytes.includes(marker));

/** Nothing of anybody is left on disk, and what is left can be proven. */
async function isErased(office: Office): Promise<void> {
  assert.deepEqual(found(bytesOf(office)), []);
  const dossier = await dossierOf(office);
  assert.equal(flawOf(dossier), undefined);
  assert.deepEqual(plain(replay(dossier.journal.map(eventOf))), dossier.complaint);
  assert.deepEqual([dossier.outbox, dossier.forms, dossier.attentionAt], [[], [], undefined]);
  for (const by of [lars, fatima, willem, ingrid, joris, sanne]) {
    await assert.rejects(office.view(K1, by), new Refusal('unknown-complaint'));
    await assert.rejects(office.execute(ask.addNote({ by })), new Refusal('unknown-complaint'));
    assert.deepEqual(await office.registeredBy(by), []);
  }
}

describe('a dossier of which the retention has passed', () => {
  afterEach(closeOffices);

  it('is warned of two weeks ahead, once, and erased on the day', async () => {
    const office = await aClosedCase();
    // The receipt of who registered it follows within the minute.
    await office.sweepAt('2026-04-01T10:02');
    // Four weeks later its handler is asked how satisfied the complainant is.
    await office.sweepAt('2026-04-29T09:00');
    office.news();
    assert.equal((await dossierOf(office)).attentionAt, '2031-03-18T08:00:00.000Z');
    await office.sweepAt('2031-03-18T08:59');
    assert.deepEqual(office.news(), []);
    for (const time of ['2031-03-18T09:00', '2031-03-18T09:01', '2031-03-31T23:59'])
      await office.sweepAt(time);
    assert.deepEqual(office.news(), [`${K1}/erasure-2031-04-01/${lars.id}`]);
    assert.equal((await dossierOf(office)).complaint.erased, undefined);
    assert.notDeepEqual(found(bytesOf(office)), []);
    await office.sweepAt('2031-04-01T00:00');
    assert.deepEqual((await dossierOf(office)).complaint.erased, { on: '2031-04-01', because: 'retention' });
    await isErased(office);
  });

  it('counts its years from the day on which the closing was recorded, however long ago that was', async () => {
    const office = anOffice();
    await office.file({ ...registration, receivedOn: '2021-04-03' }, 'form', sanne);
    await office.execute(ask.withdraw({ on: '2021-04-07' }));
    await office.sweepAt('2026-04-08T00:00');
    const { complaint } = await dossierOf(office);
    assert.deepEqual(complaint.closed, {
      on: '2021-04-07',
      outcome: 'withdrawn',
      recordedOn: wednesday,
      from: 'registered',
    });
    await office.sweepAt('2031-03-18T09:00');
    await office.sweepAt('2031-04-01T00:00');
    await isErased(office);
  });

  it('is erased two weeks after its warning, also where that comes late', async () => {
    const office = await aClosedCase();
    await office.sweepAt('2031-06-02T09:00');
    assert.deepEqual(office.news(), [`${K1}/erasure-2031-04-01/${lars.id}`]);
    const warning = (await dossierOf(office)).outbox.find(
      ({ content }) => content.kind === 'erasure-warning',
    );
    assert.deepEqual(warning?.content, { kind: 'erasure-warning', on: '2031-06-16' });
    await office.sweepAt('2031-06-15T23:59');
    assert.equal((await dossierOf(office)).complaint.erased, undefined);
    await office.sweepAt('2031-06-16T00:00');
    await isErased(office);
  });

  it('is warned of to everybody who can still stop it', async () => {
    const office = await aClosedCase();
    await office.sweepAt('2031-03-18T08:00');
    await tamper(office.store, K1, (dossier) => ({
      ...dossier,
      complaint: { ...dossier.complaint, handler: { person: fatima, role: 'substitute' } },
    }));
    await office.sweepAt('2031-03-18T09:00');
    assert.deepEqual(
      office.news(),
      [lars, fatima].map(({ id }) => `${K1}/erasure-2031-04-01/${id}`),
    );
  });

  it('is warned of to who comes after the officer where nobody can stop it', async () => {
    const people = { ...desk, officer: joris };
    const office = anOffice({ people: { ...desk, substitutes: [] } });
    await office.file({ ...registration, respondents: [joris], remedied: true }, 'form', sanne);
    const later = anOffice({ file: office.path, people });
    await later.sweepAt('2031-03-18T09:00');
    assert.deepEqual(
      later.news().filter((id) => id.includes('erasure')),
      [`${K1}/erasure-2031-04-01/${fatima.id}`],
    );
  });

  it('stays whole under a legal hold, and is warned of when that is lifted', async () => {
    const office = await aClosedCase();
    // Days on which nobody of the board is told of a quarter, which names them.
    await office.execute(ask.setHold());
    for (const day of ['2031-03-18', '2031-04-16', '2032-01-20']) await office.sweepAt(`${day}T09:00`);
    assert.deepEqual(office.news(), []);
    assert.equal((await dossierOf(office)).complaint.erased, undefined);
    await office.execute(ask.liftHold());
    await office.sweepAt('2032-01-20T09:01');
    assert.deepEqual(office.news(), [`${K1}/erasure-2032-02-03/${lars.id}`]);
    await office.sweepAt('2032-02-02T23:59');
    assert.equal((await dossierOf(office)).complaint.erased, undefined);
    await office.sweepAt('2032-02-03T00:00');
    await isErased(office);
  });
});

describe('erasure on request', () => {
  afterEach(closeOffices);

  it('is put to everybody at the desk but who asked, and to no respondent', async () => {
    const office = await aClosedCase();
    await office.execute(ask.requestErasure({ reason: 'Op verzoek' }));
    await office.sweepAt('2026-04-01T10:02');
    const { journal } = await dossierOf(office);
    assert.deepEqual(
      office.news(),
      [fatima, willem, ingrid].map(({ id }) => `${K1}/${journal.length}-erasure-requested/${id}`),
    );
  });

  it('happens when a second person agrees', async () => {
    const office = await aClosedCase();
    await office.execute(ask.requestErasure({ reason: 'PUTTER' }), { form: 'a' });
    await office.execute(second.answerErasure(), { form: 'b' });
    await isErased(office);
  });

  it('does not by one, nor under a hold', async () => {
    const office = await aClosedCase();
    await office.execute(ask.requestErasure());
    await assert.rejects(office.execute(ask.answerErasure()), new Refusal('two-must-agree'));
    await office.execute(ask.setHold());
    await assert.rejects(office.execute(second.answerErasure()), new Refusal('on-hold'));
    assert.equal((await dossierOf(office)).complaint.erased, undefined);
  });

  it('keeps what the report counts, as it was put right', async () => {
    const office = await aClosedCase();
    await office.execute(ask.requestErasure());
    await office.execute(second.answerErasure());
    const { complaint, journal } = await dossierOf(office);
    const { origin, manner, receivedOn, judgement, closed } = complaint;
    assert.deepEqual(
      { origin, manner, receivedOn, judgement, closed },
      {
        origin: 'partner',
        manner: 'written',
        receivedOn: wednesday,
        judgement: 'founded',
        closed: { on: wednesday, outcome: 'settled', from: 'heard' },
      },
    );
    const forwarded = journal.find(({ type }) => type === 'forwarded');
    assert.deepEqual(forwarded?.facts, { on: wednesday, role: 'officer', daysLate: 0 });
  });
});

describe('what is stored beside a dossier', () => {
  afterEach(closeOffices);

  /** Fills every kind of small document with that complaint and everybody who had to do with it. */
  async function fill(office: Office, number: CaseNumber): Promise<void> {
    const now = '2026-04-01T08:00:00.000Z';
    const everybody = [sanne, lars, joris].map(({ id }) => ({ kind: 'person' as const, id }));
    for (const to of [...everybody, { kind: 'mail' as const }, { kind: 'channel' as const }])
      await noteUnreached(office.store, to, { document: number, reason: '403', setUp: false, now });
    for (const { id } of [sanne, joris])
      await changeMemo(office.store, memos.cards.of(number), (known = []) => [
        ...known,
        { who: id, activityId: `shows ${number}`, shows: 'receipt' as const, version: 1, print: '' },
      ]);
    // Who only read a list need not be named in the dossier.
    for (const { id } of [sanne, lars, reader])
      await namingMessages(office.store).note(id, { activityId: `list with ${number}`, numbers: [number] });
    const to = { kind: 'person' as const, id: sanne.id };
    const notice = { to, numbers: [number], unreached: lars.id, activityId: 'a', day: wednesday, older: [] };
    await changeMemo(office.store, memos.standingNotices, (known = []) => [
      ...known,
      { unreached: lars.id, chat: number, notice },
    ]);
  }

  /** The documents that name it, besides the dossier, the numbers that were given, and that of which chats are to be cleaned. */
  const naming = async (office: Office, number: string): Promise<string[]> =>
    (await contentOf(office.bare)).flatMap((document) => {
      const isEmpty = document.kind === 'memo' && JSON.stringify(document.content) === '[]';
      const isLeftOut = ['front-desk', 'cards-behind', number].includes(document.id) || isEmpty;
      return !isLeftOut && JSON.stringify(document).includes(number) ? document.id : [];
    });

  const erasures: Record<string, (office: Office) => Promise<unknown>> = {
    'after the retention': async (office) => {
      await office.sweepAt('2031-03-18T09:00');
      await office.sweepAt('2031-04-01T00:00');
    },
    'on request': async (office) => {
      await office.execute(ask.requestErasure());
      await office.execute(second.answerErasure());
    },
  };

  for (const [name, eraseIt] of Object.entries(erasures)) {
    it(`connects nobody with a complaint that is erased ${name}, and all with the others`, async () => {
      const office = await aClosedCase();
      const other = 'K-2026-0002';
      await office.file(registration, 'another', sanne);
      for (const number of [K1, other] as const) await fill(office, number);
      assert((await naming(office, K1)).length >= 7);
      const before = await naming(office, other);
      await eraseIt(office);
      assert((await dossierOf(office)).complaint.erased);
      assert.deepEqual(await naming(office, K1), []);
      assert.deepEqual(await naming(office, other), before);
      const bytes = bytesOf(office);
      for (const left of [`"documents":["${K1}"`, `shows ${K1}`, `"numbers":["${K1}"`, `list with ${K1}`])
        assert(!bytes.includes(left), left);
      assert(bytes.includes(`shows ${other}`));
    });
  }
});

describe('an erased dossier', () => {
  afterEach(closeOffices);

  async function anErasedCase(): Promise<Office> {
    const office = await aClosedCase();
    await office.execute(ask.requestErasure());
    await office.execute(second.answerErasure());
    return office;
  }

  it('shows a journal entry that was changed or taken away', async () => {
    const office = await anErasedCase();
    const dossier = await dossierOf(office);
    const last = dossier.journal.length;
    assert.deepEqual(flawOf(withForgedEntry(dossier, 2)), { number: K1, kind: 'broken-journal', seq: 2 });
    for (const seq of [1, 2, last - 1]) {
      const journal = dossier.journal.filter((entry) => entry.seq !== seq);
      assert.deepEqual(flawOf({ ...dossier, journal }), { number: K1, kind: 'broken-journal', seq });
    }
  });

  it('shows a figure that was changed', async () => {
    const office = await anErasedCase();
    const forged = { closed: { on: wednesday, outcome: 'agreed' }, judgement: 'unfounded', origin: 'client' };
    for (const [field, value] of Object.entries(forged)) {
      const dossier = await dossierOf(office);
      const complaint = { ...dossier.complaint, [field]: value };
      assert.equal(flawOf({ ...dossier, complaint })?.kind, 'other-state', field);
    }
  });

  it('leaves the whole register verified, and its number to nobody else', async () => {
    const office = await anErasedCase();
    await office.file({ ...registration, complainant: { name: 'Een ander' } }, 'another form', sanne);
    const verified = await verify(
      (async function* () {
        yield* await contentOf(office.store);
      })(),
    );
    assert.deepEqual([verified.dossiers, verified.flaws], [2, []]);
    assert((await office.dossier('K-2026-0002')) !== undefined);
  });
});
