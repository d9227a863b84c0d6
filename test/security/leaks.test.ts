import assert from 'node:assert/strict';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { letterFileName } from '../../src/letters/words.ts';
import { logger } from '../../src/log.ts';
import { maySeeDossier, type View } from '../../src/procedure/access.ts';
import { hearingParty } from '../../src/procedure/articles/art08-appointment.ts';
import type { StepCommand } from '../../src/procedure/model/commands.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { isAmong } from '../../src/procedure/model/desk.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import type { PersonId } from '../../src/procedure/model/person-id.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { linkChannel } from '../../src/register/model/linked-channel.ts';
import type { Log } from '../../src/register/model/log.ts';
import { type Message, personIn } from '../../src/register/model/message.ts';
import { addressBook } from '../../src/teams/adapter/address-book.ts';
import { everybody } from '../../src/teams/adapter/colleagues.ts';
import { refusalText } from '../../src/teams/cards/refusal-text.ts';
import { inChannel } from '../../src/teams/chat/channel.ts';
import { commandOf as commandOfText } from '../../src/teams/chat/command.ts';
import { boardReportFor } from '../../src/teams/files/board-report.ts';
import { disclosureFile } from '../../src/teams/files/documents.ts';
import { offeredFile } from '../../src/teams/files/file-consent.ts';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import type { Office } from '../../src/teams/office/office.ts';
import * as answers from '../../src/teams/office/pages.ts';
import { pile } from '../../src/teams/office/pile.ts';
import { later } from '../../src/time/local-date.ts';
import { registration } from '../procedure/asked.ts';
import { calendar } from '../procedure/given.ts';
import { ingrid, joris, lars, willem } from '../procedure/people.ts';
import { beginnings, cast, commandOf, courses, openTo, type Turn, turns } from '../procedure/walk.ts';
import { anOffice, closeOffices, config } from '../register/an-office.ts';

/** Words that stand in what was told in confidence, in the summary, and in the position of Ballance. */
const secret = 'zqgeheim';
const summary = 'zqsamenvatting';
const position = 'zqstandpunt';
const content = new RegExp(`${secret}|${summary}|${position}`);

const complainant = {
  name: `Mevrouw ${secret}`,
  email: `${secret}@voorbeeld.nl`,
  phone: secret,
  address: secret,
};
const filled = {
  ...registration,
  complainant,
  branch: secret,
  unresolvedName: secret,
  experts: secret,
  summary,
};

/** The texts that somebody types, by the name of the field. */
const typed: Record<string, string> = {
  ...Object.fromEntries(
    'text reason what owner notHeardBecause report present settlement decision reasons experts laterBecause'
      .split(' ')
      .map((field) => [field, secret]),
  ),
  summary,
  position,
  proposal: position,
};

/**
 * The command with a word of our own in each text; why something must be erased, or made illegible, is for who must agree to it. A text for a respondent
 * stays as it is, because the procedure refuses one that tells who complains, and then nothing would be sent to look at.
 */
const marked = (command: StepCommand): StepCommand => ({
  ...JSON.parse(JSON.stringify(command), (key, value) =>
    typeof value === 'string' &&
    value.trim() !== '' &&
    key in typed &&
    command.type !== 'request-erasure' &&
    command.type !== 'request-redaction'
      ? `${value} ${typed[key]}`
      : value,
  ),
  ...('about' in command && { about: command.about }),
  ...('message' in command && { message: command.message }),
  ...(command.type === 'add-document' && { document: { ...command.document, name: `${secret}.pdf` } }),
  by: command.by,
});

/** The command with a text for a respondent in which stands who complains, and that nobody confirmed; none where it has no such text. */
function indiscreet(command: StepCommand): StepCommand[] {
  const told = { text: `${complainant.name} belde hierover.`, mayIdentify: false };
  if (command.type === 'request-statement') return [{ ...command, about: { ...command.about, ...told } }];
  return command.type === 'answer' ? [{ ...command, message: told }] : [];
}

/** What was looked at. */
const seen = new Set<string>();

const isOfHearing = ({ kind }: Message['content']): boolean => kind === 'hearing' || kind === 'hearing-off';

/** A number, and what kind of letter it is. */
const fileName = /^K-2026-0001-[a-z-]+\.docx$/;

const surname = ({ name }: Person): string => name.split(' ').at(-1) ?? '';
const anybody = new RegExp(cast.map(surname).join('|'));

/** One message in seven cannot be delivered, always the same ones. */
const isUnlucky = (id: string): boolean => Buffer.from(id).reduce((sum, byte) => sum + byte, 0) % 7 === 0;

const officeOf = (one: ReturnType<typeof anOffice>, log: Log): Office => ({
  ...one,
  register: one.register,
  calendar,
  config,
  addresses: addressBook(one.store),
  names: async (ids) => ids.map((id) => ({ id, name: 'Een collega' })),
  colleagues: everybody,
  log,
});

/** One complaint in an office, with everything that goes out to anybody. */
async function walk(
  {
    respondents,
    by,
    remedied,
    supposed,
  }: { respondents: Person[]; by: Person; remedied: boolean; supposed?: PersonId[] },
  course: Turn[],
) {
  const ours = anOffice({ undeliverable: isUnlucky });
  const nothing = anOffice();
  const lines: string[] = [];
  const log = logger('trace', { write: (line) => lines.push(line) });
  const [office, emptyOffice] = [officeOf(ours, log), officeOf(nothing, log)];
  const address = { serviceUrl: 'https://teams.example/', conversationId: '19:channel', botId: '28:bot' };
  await linkChannel(ours.store, { address, linkedAt: ours.clock.now() });
  let dossier = await ours.file({ ...filled, respondents, remedied, supposed }, 'form', by);
  const number = dossier.id;
  const mineOf = async (person: Person) => JSON.stringify(await answers.myComplaints(person, office));
  /** The complaints of each as they were last shown before somebody became a respondent. */
  const lastKnown = new Map<string, string>();

  for (const turn of course) {
    const [day] = ours.clock.dayOf(later(ours.clock.now(), turn.days * 864e5)).split('T');
    await sweepAt(`${day}T10:00`);
    const context = ours.context();
    for (const person of cast)
      if (!isAmong(person, dossier.complaint.respondents)) lastKnown.set(person.id, await mineOf(person));
    const { command } = commandOf(turn, dossier.complaint, openTo(dossier.complaint, context), context);
    // Of a complainant whom nobody knows, no text can tell who complains.
    const isKnown = !dossier.complaint.complainant.unnamed;
    for (const one of [...(isKnown ? indiscreet(command) : []), marked(command)]) {
      try {
        await ours.execute(one);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        isRefusedDiscreetly(one, error);
        log.fault('refused', error);
      }
    }
    await ours.deliver(number);
    dossier = (await ours.dossier(number)) ?? assert.fail();
    await looksAtWhatWasSent();
    for (const person of cast) await looksAtWhatIsShown(person);
  }
  await looksAtTheChannel();
  for (const person of cast) await looksAtTheRows(person);
  const said = lines.join('\n');
  assert.doesNotMatch(said, content);
  assert.doesNotMatch(said, anybody);

  /** A refusal says nothing of what is told in confidence, and quotes only what was typed just now or stands in the dossier, to who may see that. */
  function isRefusedDiscreetly(command: StepCommand, { code, article, about, days }: Refusal): void {
    assert.doesNotMatch(refusalText({ code, article, days }), content);
    if (about === undefined) return;
    seen.add(`a quoting refusal: ${code}`);
    const known = JSON.stringify([command, dossier.complaint]);
    for (const part of about.split(', ')) assert.ok(known.includes(part), `it quotes ${part}`);
    assert.ok(
      maySeeDossier(command.by, dossier.complaint, ours.context()),
      `${command.by.name} reads ${about}`,
    );
  }

  async function sweepAt(time: string): Promise<void> {
    await ours.sweepAt(time);
    nothing.moveTo(time);
    dossier = (await ours.dossier(number)) ?? assert.fail();
    await looksAtWhatWasSent();
    const { card } = await outgoing(toChannel, undefined, office);
    isImpersonal(JSON.stringify(card));
  }

  /** Whatever anybody types in the channel, also what belongs in the personal chat. */
  async function looksAtTheChannel(): Promise<void> {
    for (const text of [
      'koppel',
      'overzicht',
      'help',
      'klacht',
      'mijn klachten',
      'zaken',
      'zoek pietersen',
      `zaak ${number}`,
    ])
      for (const person of [lars, joris])
        isImpersonal(
          JSON.stringify(await inChannel(commandOfText(text), { person, personal: false, address }, office)),
        );
  }

  async function looksAtWhatWasSent(): Promise<void> {
    await looksAtCalendars();
    await looksAtReports();
    const sent = new Set(ours.news());
    for (const message of dossier.outbox.filter(({ id }) => sent.has(id))) {
      if (message.to.kind === 'mail') continue;
      seen.add(`${message.content.kind} to ${message.to.kind}`);
      const { card, summary: notification } = await outgoing(message, dossier, office);
      isImpersonal(notification);
      const shown = JSON.stringify(card);
      if (message.to.kind === 'channel') isImpersonal(shown);
      else isFor(message.to.id, message, shown, dossier, ours.context());
    }
  }

  /** A hearing for a calendar is for who must be there or was told of it, and names nobody and nothing of the complaint. */
  /** The report for the board has no name, number or content, for nobody. */
  async function looksAtReports(): Promise<void> {
    for (const person of cast) {
      const report = await boardReportFor({ year: '2026' }, person, office).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
      if (!report) continue;
      seen.add('a report for the board');
      const said = JSON.stringify({ ...report, lessons: [] });
      assert.doesNotMatch(said, content);
      assert.doesNotMatch(said, anybody);
      assert.doesNotMatch(said, /K-2026/);
    }
  }

  async function looksAtCalendars(): Promise<void> {
    for (const person of cast) {
      const context = { number, letter: 'hearing' } as const;
      const file = await offeredFile(context, person, office).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
      if (!file) continue;
      seen.add('a hearing for a calendar');
      const told = dossier.outbox.some(
        ({ content, to }) => isOfHearing(content) && personIn(to) === person.id,
      );
      assert.ok(told || isAmong(person, hearingParty(dossier.complaint, ours.context())), person.name);
      assert.match(file.name, /^K-2026-0001-gesprek\.ics$/);
      assert.ok('bytes' in file);
      const text = new TextDecoder().decode(file.bytes).replaceAll('\r\n ', '');
      isImpersonal(text.replace(/^LOCATION:.*$/m, ''));
      assert.ok(!text.includes('ATTENDEE'), text);
    }
  }

  /** The list for an auditor is for the officer and the board, and has no number, day, name or text. */
  async function looksAtTheRows(person: Person): Promise<void> {
    const file = await offeredFile({ rows: '2026' }, person, office).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
    assert.equal(!!file, [lars, willem, ingrid].includes(person), person.name);
    if (!file) return;
    assert.ok('bytes' in file);
    const sheets = await readExcelFile(Buffer.from(file.bytes));
    const rows = JSON.stringify(sheets);
    seen.add(`so many rows: ${sheets[1]?.data.slice(1).length}`);
    isImpersonal(rows.concat(file.name));
    assert.doesNotMatch(rows, /K-2026/);
    assert.doesNotMatch(rows.replaceAll('-01T00:00:00', ''), /\d{4}-\d{2}-\d{2}/);
  }

  /** Who may not see the dossier is shown exactly what they would be shown if there were none. */
  async function looksAtWhatIsShown(person: Person): Promise<void> {
    assert.doesNotMatch(JSON.stringify(await pile(person, office)), content);
    if (maySeeDossier(person, dossier.complaint, ours.context())) return;
    const unknown = await refusedView('K-2026-9999', person, office);
    assert.equal(await refusedView(number, person, office), unknown.replaceAll('K-2026-9999', number));
    const mine = await mineOf(person);
    // Who registered it wrote down themselves who complains.
    const isTheirs = dossier.complaint.receiver.id === person.id;
    assert.doesNotMatch(isTheirs ? mine.replaceAll(complainant.name, '') : mine, content);
    if (dossier.complaint.respondents.some(({ id }) => id === person.id)) {
      for (const page of [answers.cases, pile])
        assert.deepEqual(await page(person, office), await page(person, emptyOffice));
      const known =
        lastKnown.get(person.id) ?? JSON.stringify(await answers.myComplaints(person, emptyOffice));
      assert.equal(mine, known, 'a respondent sees nothing, or what they saw until then');
    } else {
      assert.doesNotMatch(JSON.stringify(await answers.cases(person, office)), content);
    }
  }
}

const toChannel: Message = {
  id: 'digest',
  to: { kind: 'channel' },
  content: { kind: 'digest', day: '2026-04-01' },
  queuedAt: '2026-04-01T08:00:00.000Z',
  status: 'queued',
  attempts: [],
};

/** Nobody's name, and nothing of what the complaint is about. */
function isImpersonal(text: string): void {
  assert.doesNotMatch(text, content);
  assert.doesNotMatch(text, anybody);
}

/** The dossier is for who may see it; of the rest, a respondent reads the summary and the position, who sees to a measure that measure, nobody else a word. */
function isFor(
  id: PersonId,
  { content: told }: Message,
  shown: string,
  { complaint }: Dossier,
  view: View,
): void {
  const { kind } = told;
  const respondent = complaint.respondents.find((one) => one.id === id);
  const measure = 'measure' in told ? told.measure : undefined;
  const theirMeasure = complaint.measures.find((one) => one.id === measure && one.ownerId === id);
  // Who sees to a measure reads what it is; who tells somebody what does not arrive reads who that is.
  const unreached = complaint.measures.find(
    ({ ownerId }) => told.kind === 'undelivered' && ownerId && told.message.endsWith(ownerId),
  );
  const theirs = [theirMeasure?.what, unreached?.owner].filter((text) => text !== undefined);
  const besides = theirs.reduce((text, one) => text.replaceAll(one, ''), shown);
  if (!respondent) {
    if (!maySeeDossier({ id, name: '' }, complaint, view)) assert.doesNotMatch(besides, content, kind);
    return;
  }
  assert.ok(
    theirMeasure ||
      [
        'statement-request',
        'statement-due',
        'position',
        'outcome',
        'reopened',
        'objected',
        'hearing',
        'hearing-off',
      ].includes(kind),
    `a respondent was sent ${kind}`,
  );
  assert.doesNotMatch(
    besides,
    new RegExp(kind === 'position' ? `${secret}|${summary}` : `${secret}|${position}`),
  );
  for (const other of complaint.respondents)
    if (other.id !== id && other.id !== complaint.handler?.person.id)
      assert.ok(!shown.includes(surname(other)), 'a respondent reads who else it is about');
}

async function refusedView(number: string, person: Person, office: Office): Promise<string> {
  try {
    await answers.viewCase(number, person, office);
  } catch (error) {
    if (error instanceof Refusal) return refusalText(error);
    throw error;
  }
  return assert.fail(`${person.name} sees ${number}`);
}

describe('any course of a complaint, with any steps of anybody', () => {
  afterEach(closeOffices);

  it('tells nobody more than is theirs: no card, list, notification, refusal or log line', async function () {
    this.timeout(300_000);
    await fc.assert(fc.asyncProperty(beginnings, turns, walk).afterEach(closeOffices), {
      ...courses(60, 20260402),
      endOnFailure: true,
    });
    // On the way to every kind of reader: that nothing leaks says little when nothing is sent.
    for (const one of [
      'case',
      'statement-request',
      'position',
      'decision-request',
      'undelivered',
      'reminder',
      'hearing',
    ])
      assert.ok(seen.has(`${one} to person`), `no ${one} was sent`);
    assert.ok(seen.has('reminder to channel'));
    assert.ok(seen.has('a hearing for a calendar'));
    assert.ok(seen.has('a report for the board'));
    assert.ok(seen.has('so many rows: 0') && seen.has('so many rows: 1'));
    assert.ok(seen.has('a quoting refusal: identifies-complainant'));
  });

  it('has letters, and an inzage, whose file names say nothing of a person', async () => {
    const ours = anOffice();
    const dossier = await ours.file({ ...filled, respondents: [joris] }, 'form', lars);
    assert.match((await disclosureFile(dossier, officeOf(ours, logger('silent')))).name, fileName);
    for (const kind of letterKinds) assert.match(letterFileName('K-2026-0001', kind), fileName);
  });
});
