import assert from 'node:assert/strict';
import { logger } from '../../../src/log.ts';
import { headIn, headOf, registerHead } from '../../../src/register/integrity/evidence.ts';
import { acknowledge, addNote, registration, withdraw } from '../../procedure/asked.ts';
import { sanne } from '../../procedure/people.ts';
import { aFilledOffice } from '../a-register.ts';
import { anOffice, closeOffices } from '../an-office.ts';

type Line = {
  event?: string;
  number?: string;
  version?: number;
  hash?: string;
  count?: number;
  deliveries?: number;
  ledger?: string;
};

/** The facts of the log lines of that kind, in order. */
const linesOf = ({ logged }: { logged: string[] }, event: string): Line[] =>
  logged
    .map((line): Line => JSON.parse(line.slice(line.indexOf('{'))))
    .filter((line) => line.event === event && line.number !== 'front-desk');

describe('the evidence in the log', () => {
  afterEach(closeOffices);

  it('has the head of a journal and of its ledger each time something was added to either', async () => {
    const office = anOffice();
    const { id } = await office.file(registration, '1', sanne);
    const taken = (await office.dossier(id)) ?? assert.fail();
    await office.sweepAt('2026-04-01T10:01');
    await office.execute(addNote());
    const noted = (await office.dossier(id)) ?? assert.fail();
    const delivered = { deliveries: 1, ledger: noted.ledger?.[0]?.hash };
    assert.match(`${delivered.ledger}`, /^[0-9a-f]{64}$/);
    assert.deepEqual(linesOf(office, 'journal'), [
      { event: 'journal', number: id, version: 2, hash: headOf(taken) },
      { event: 'journal', number: id, version: 2, hash: headOf(taken), ...delivered },
      { event: 'journal', number: id, version: 3, hash: headOf(noted), ...delivered },
    ]);
  });

  it('has the highest number of each year when one is given, without anybody of whom', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await office.file(registration, '2', sanne);
    const given = office.logged
      .filter((line) => line.includes('"front-desk"'))
      .map((line) => line.slice(line.indexOf('{')));
    assert.deepEqual(
      given.map((line) => JSON.parse(line)),
      [
        { event: 'journal', number: 'front-desk', given: { 2026: 1 } },
        { event: 'journal', number: 'front-desk', given: { 2026: 2 } },
      ],
    );
    assert.deepEqual(headIn(given[1] ?? ''), {
      number: 'front-desk',
      version: 0,
      hash: '',
      given: { 2026: 2 },
    });
    const lines: string[] = [];
    logger('info', { write: (line) => void lines.push(line) }).info('journal', JSON.parse(given[1] ?? ''));
    assert.deepEqual(JSON.parse(lines[0] ?? '').given, { 2026: 2 });
  });

  it('has it too when the register acts by itself', async () => {
    const office = anOffice({ mail: true });
    const { id } = await office.file(registration, '1', sanne);
    await office.execute(acknowledge());
    await office.sweepAt('2026-04-01T10:01');
    const sent = (await office.dossier(id)) ?? assert.fail();
    assert.equal(sent.journal.at(-1)?.type, 'letter-sent');
    assert.equal(linesOf(office, 'journal').at(-1)?.hash, headOf(sent));
  });

  it('has the head over all open dossiers once a day, at the hour of the digest', async () => {
    const office = anOffice({ now: '2026-04-01T08:00' });
    await office.file(registration, '1', sanne);
    await office.file(registration, '2', sanne);
    const open = () => office.store.list({ open: true });
    await office.sweepAt('2026-04-01T08:29');
    assert.deepEqual(linesOf(office, 'register-head'), []);
    for (const time of ['08:30', '08:31', '23:59']) await office.sweepAt(`2026-04-01T${time}`);
    const first = { event: 'register-head', count: 2, hash: registerHead(await open()) };
    assert.deepEqual(linesOf(office, 'register-head'), [first]);
    await office.execute(withdraw());
    await office.sweepAt('2026-04-02T08:29');
    await office.sweepAt('2026-04-02T12:00');
    const second = { event: 'register-head', count: 1, hash: registerHead(await open()) };
    assert.deepEqual(linesOf(office, 'register-head'), [first, second]);
    assert.notEqual(first.hash, second.hash);
  });

  it('holds no name and no text', async () => {
    const office = await aFilledOffice();
    await office.sweepAt('2026-04-08T09:00');
    const log = office.logged.join('\n');
    assert.match(log, /register-head/);
    for (const word of ['Dam', 'teruggebeld', 'Lars', 'Sanne', sanne.id]) assert(!log.includes(word), word);
  });
});

describe('the head of the register', () => {
  afterEach(closeOffices);

  it('is the same in whatever order, and another when any journal is', async () => {
    const office = await aFilledOffice();
    const dossiers = await office.store.list({ open: true });
    const head = registerHead(dossiers);
    assert.match(head, /^[0-9a-f]{64}$/);
    assert.equal(registerHead(dossiers.toReversed()), head);
    await office.execute(addNote());
    assert.notEqual(registerHead(await office.store.list({ open: true })), head);
  });
});
