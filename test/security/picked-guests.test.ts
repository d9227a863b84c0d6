import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Dossier, versionOf } from '../../src/register/model/dossier.ts';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { textOf } from '../e2e/a-card.ts';
import type { Member } from './a-teams-service.ts';
import { type ProductionOffice, productionOffice } from './production-office.ts';

type Json = Record<string, unknown>;

const lars = tryoutPeople.find(({ role }) => role === 'officer') ?? assert.fail();

describe('a guest who is picked as a respondent', () => {
  let office: ProductionOffice;
  beforeEach(async () => {
    office = await productionOffice();
    await office.postTrusted(office.message());
  });
  afterEach(() => office?.end());

  /** Somebody whom Teams describes so, and who was never met. */
  function somebody(member: Member): string {
    const id = randomUUID();
    office.teams.isMember(id, member);
    return id;
  }
  const guest = () => somebody({ userRole: 'guest', name: 'Noor Elders (Gast)' });

  const asLars = (other: Json) =>
    office.message({
      from: { id: `29:${lars.id}`, name: lars.name, aadObjectId: lars.id },
      conversation: { id: `a:${lars.id}`, conversationType: 'personal', tenantId: office.tenantId },
      ...other,
    });

  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

  /** The card that a press is answered with, as it is read and as it is. */
  async function press(
    verb: string,
    data: Json,
    activity = asLars,
  ): Promise<{ read: string; whole: string }> {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const { status, text } = await office.postTrusted(
      activity({ type: 'invoke', name: 'adaptiveCard/action', value }),
    );
    assert.equal(status, 200);
    return { read: textOf(JSON.parse(text).value), whole: text };
  }

  const register = (respondents: string[]) =>
    press(
      'register',
      {
        form: randomUUID(),
        complainantName: 'Mevrouw Pietersen',
        origin: 'client',
        summary: 'Er werd drie keer niet teruggebeld.',
        receivedOn: new Date().toISOString().slice(0, 10),
        manner: 'oral',
        respondents: respondents.join(),
      },
      office.message,
    );

  async function dossier(): Promise<Dossier> {
    const [only] = await office.bot.dossiers();
    return only ?? assert.fail('there is no dossier');
  }

  /** Sends the form of a step as Lars. */
  async function take(step: string, filled: Json) {
    const { id: number, ...rest } = await dossier();
    return press(step, {
      number,
      version: versionOf({ id: number, ...rest } as Dossier),
      form: randomUUID(),
      ...filled,
    });
  }

  async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      const one = await found();
      if (one !== undefined) return one;
      await pause(50);
    }
  }

  const saidTo = (id: string) =>
    office.teams.asked.filter(
      ({ path, body }) => path.includes(`a:with-${id}/activities`) && body.includes('"message"'),
    );
  const isKept = async (id: string) =>
    (await office.bot.stored(`contact/${id}`)) !== undefined ||
    (await office.bot.stored(`colleague/${id}`)) !== undefined;

  for (const [who, member] of [
    ['by their role', { userRole: 'guest', name: 'Noor Elders' }],
    ['by their account', { userPrincipalName: 'noor_elders.nl#EXT#@ballance.example', name: 'Noor Elders' }],
    ['by their tenant', { userRole: 'user', tenantId: randomUUID(), name: 'Noor Elders' }],
  ] as const) {
    it(`is refused in the field at registration, with everything typed kept: ${who}`, async () => {
      const id = somebody(member);
      const { read, whole } = await register([id]);
      assert.match(read, /Noor Elders is een gast en geen medewerker van Ballance/);
      assert.match(whole, /Er werd drie keer niet teruggebeld/);
      assert.deepEqual(await office.bot.dossiers(), []);
      assert.deepEqual(saidTo(id), []);
      assert.ok(!(await isKept(id)));
    });
  }

  it('is named beside the colleague who was picked as well', async () => {
    const colleague = somebody({ userRole: 'user', name: 'Joris Bakker' });
    const { read } = await register([colleague, guest(), guest()]);
    assert.match(read, /Noor Elders \(Gast\) en Noor Elders \(Gast\) zijn gasten/);
    assert.match((await register([colleague])).read, /is geregistreerd/);
  });

  it('is refused when added later', async () => {
    await register([]);
    const id = guest();
    const { read } = await take('add-respondent', { respondent: id, reason: 'Het ging ook over Noor.' });
    assert.match(read, /is een gast en geen medewerker van Ballance/);
    assert.deepEqual((await dossier()).complaint.respondents, []);
  });

  it('costs no complaint when Teams cannot tell, and is not written to: the handler is told', async () => {
    const id = guest();
    office.teams.fallSilent();
    assert.match((await register([id])).read, /is geregistreerd/);
    office.teams.fallSilent(false);

    await take('request-statement', { respondent: id, text: 'Er werd niet teruggebeld.', until: inAWeek });
    const notice = await until(async () =>
      (await dossier()).outbox.find(
        ({ content, status }) => content.kind === 'undelivered' && status === 'sent',
      ),
    );
    assert.deepEqual(notice.to, { kind: 'person', id: lars.id });
    const told = () => office.teams.answers().filter(({ path }) => path.includes(lars.id));
    await until(async () => told().find(({ body }) => /dit is een gast en geen medewerker van/.test(body)));
    assert.deepEqual(saidTo(id), []);
    assert.ok(!(await isKept(id)));
  });

  it('is not written to as long as Teams does not tell, and asked about again', async () => {
    const id = guest();
    office.teams.fallSilent();
    await register([id]);
    office.teams.fallSilent(false);
    office.teams.isMember(id, 503);
    await take('request-statement', { respondent: id, text: 'Er werd niet teruggebeld.', until: inAWeek });
    const asked = async () =>
      (await dossier()).outbox.find(({ content }) => content.kind === 'statement-request') ?? assert.fail();
    const failed = await until(async () => ((await asked()).attempts.length > 0 ? asked() : undefined));
    assert.equal(failed.status, 'queued');
    assert.deepEqual(saidTo(id), []);
    office.teams.isMember(id, { userRole: 'guest' });
    const after = await until(async () => ((await asked()).status !== 'queued' ? asked() : undefined));
    assert.equal(after.status, 'gave-up');
    assert.equal(after.attempts.at(-1)?.fault, 'not a colleague');
    assert.deepEqual(saidTo(id), []);
  });

  it('is no colleague, who is written to as soon as Teams tells', async () => {
    const id = somebody({ userRole: 'user', name: 'Joris Bakker' });
    await register([id]);
    await take('request-statement', { respondent: id, text: 'Er werd niet teruggebeld.', until: inAWeek });
    await until(async () => saidTo(id)[0]);
    assert.ok(await office.bot.stored(`colleague/${id}`));
  });
});
