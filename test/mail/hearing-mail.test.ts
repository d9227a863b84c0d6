import assert from 'node:assert/strict';
import { ballance } from '../letters/an-organisation.ts';
import { readAppointment } from '../letters/read-appointment.ts';
import { type Asking, asking } from '../procedure/asked.ts';
import { joris } from '../procedure/people.ts';
import { mailOffice } from './mail-office.ts';
import { type Arrived, mailServer } from './mail-server.ts';

/** Art. 8, in the calendar of the complainant. */
describe('a letter by e-mail about a hearing', () => {
  let server: ReturnType<typeof mailServer>;
  let office: Awaited<ReturnType<typeof mailOffice>>;
  before(() => {
    server = mailServer();
    return server.up();
  });
  after(() => server.down());
  beforeEach(async () => {
    server.arrived.length = 0;
    office = await mailOffice(server.url());
    await takes((ask) => ask.acknowledge());
    await takes((ask) => ask.answer());
    await takes((ask) => ask.object());
    server.arrived.length = 0;
  });
  afterEach(() => office.close());

  const today = '2026-04-01';
  const moment = { on: '2026-04-08', time: '14:00' } as const;

  async function takes(
    step: (ask: Asking) => Parameters<typeof office.step>[0],
    day: typeof today | '2026-04-07' = today,
  ) {
    await office.step(step(asking(day)));
    await office.deliverAll();
  }

  /** The files for a calendar in a mail, as an attachment and as the alternative that a mail client shows. */
  const calendars = ({ mail }: Arrived) =>
    mail.attachments.flatMap(({ contentType, content }) =>
      contentType === 'application/ics' || contentType === 'text/calendar' ? [content.toString()] : [],
    );

  const last = (): Arrived => server.arrived.at(-1) ?? assert.fail('nothing arrived');

  it('invites, as an attachment and in a way that Outlook shows', async () => {
    await takes((ask) => ask.offerHearing({ ...moment, form: 'office', branch: 'Utrecht' }));
    const { mail } = last();
    const [file = '', ...more] = calendars(last());
    assert.ok(more.every((one) => one === file));
    const names = mail.attachments.map(({ filename }) => filename);
    assert.equal(names.filter((name) => name === 'hoorgesprek.ics').length, 2, `${names}`);
    assert.ok(names.every(Boolean), `${names}`);
    const alternative = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
    assert.ok(alternative, 'no alternative');
    assert.match(JSON.stringify(alternative.headers.get('content-type')), /"method":"REQUEST"/);
    const read = readAppointment(file);
    assert.deepEqual(
      [read.method, read.sequence, read.status, read.title, read.local],
      ['REQUEST', 0, 'CONFIRMED', 'Gesprek bij Ballance', '2026-04-08T14:00 Europe/Amsterdam'],
    );
    assert.deepEqual(read.attendees, ['mailto:vandam@example.nl']);
    assert.equal(read.organizer, `mailto:${ballance.email}`);
    assert.doesNotMatch(file, /Van Dam|Joris|Lars|K-2026|teruggebeld/);
  });

  it('replaces the first with a second: the same appointment, a higher version', async () => {
    await takes((ask) => ask.offerHearing(moment));
    await takes((ask) => ask.offerHearing({ ...moment, time: '15:30' }));
    const [first, second] = server.arrived.map((one) => readAppointment(calendars(one)[0] ?? ''));
    assert.equal(first?.uid, second?.uid);
    assert.deepEqual([first?.sequence, second?.sequence], [0, 1]);
    assert.equal(second?.local, '2026-04-08T15:30 Europe/Amsterdam');
  });

  it('is another appointment after a hearing that settled nothing', async () => {
    await takes((ask) => ask.offerHearing({ ...moment, on: '2026-04-02', agreed: true }));
    office.moveTo('2026-04-07T16:00');
    await takes((ask) => ask.recordHearing({ on: '2026-04-02' }), '2026-04-07');
    assert.deepEqual(calendars(last()), []);
    await takes((ask) => ask.offerHearing({ ...moment, on: '2026-04-09' }), '2026-04-07');
    const files = server.arrived.flatMap((one) => calendars(one)[0] ?? []).map(readAppointment);
    assert.equal(files.length, 2);
    assert.notEqual(files[0]?.uid, files[1]?.uid);
    assert.equal(files[1]?.sequence, 0);
  });

  /** The e-mails that call a hearing off, with what they do to a calendar. */
  const calledOff = () =>
    server.arrived
      .filter(({ mail }) => /het gesprek gaat niet door/.test(mail.subject ?? ''))
      .map((one) => readAppointment(calendars(one)[0] ?? ''));

  for (const [how, end] of Object.entries({
    'with a letter by e-mail': (ask: Asking) =>
      ask.withdraw({ letter: { text: 'Ingetrokken.', manner: 'email', sentOn: today } }),
    'with a letter by post': (ask: Asking) =>
      ask.withdraw({ letter: { text: 'Ingetrokken.', manner: 'post', sentOn: today } }),
    'without a letter': (ask: Asking) => ask.waiveHearing(),
  }))
    it(`calls it off at once, by an e-mail of its own, to who was invited by e-mail: ${how}`, async () => {
      await takes((ask) => ask.offerHearing(moment));
      const asked = readAppointment(calendars(last())[0] ?? '');
      await takes(end);
      const [off, ...more] = calledOff();
      assert.deepEqual(
        [off?.method, off?.status, off?.sequence, off?.uid, off?.attendees],
        ['CANCEL', 'CANCELLED', 1, asked.uid, ['mailto:vandam@example.nl']],
      );
      assert.deepEqual(more, []);
      const mail = server.arrived.find((one) => /gaat niet door/.test(one.mail.subject ?? ''))?.mail;
      assert.match(
        mail?.text ?? '',
        /^Geachte [^\n]*Van Dam,\n\nHet gesprek met Ballance van woensdag 8 april 2026 om 14:00 uur gaat niet door\./,
      );
      assert.doesNotMatch(mail?.text ?? '', /teruggebeld|Joris|Lars/);
    });

  it('calls it off once, though the complaint is closed after that', async () => {
    await takes((ask) => ask.offerHearing(moment));
    await takes((ask) => ask.waiveHearing());
    await takes((ask) => ask.withdraw());
    assert.equal(calledOff().length, 1);
  });

  it('calls nothing off in the calendar of an address that is not theirs any more', async () => {
    await takes((ask) => ask.offerHearing(moment));
    await takes((ask) =>
      ask.correctFacts({ to: { complainant: { name: 'Mevrouw Van Dam' } }, reason: 'Verkeerd adres.' }),
    );
    await takes((ask) => ask.waiveHearing());
    assert.deepEqual(calledOff(), []);
  });

  it('never calls off a hearing that was held before its moment: it moves to the day on which it was', async () => {
    await takes((ask) => ask.offerHearing(moment));
    await takes((ask) => ask.recordHearing({ on: today, settlement: 'Wij bellen.' }));
    const [asked, held] = server.arrived.map((one) => readAppointment(calendars(one)[0] ?? ''));
    assert.deepEqual(
      [held?.method, held?.status, held?.sequence, held?.uid],
      ['REQUEST', 'CONFIRMED', 1, asked?.uid],
    );
    assert.match(calendars(last())[0] ?? '', /DTSTART;VALUE=DATE:20260401\r\n/);
  });

  it('calls nothing off to who was invited by post, or once its moment has come', async () => {
    const post = { text: 'Komt u langs?', manner: 'post', sentOn: today } as const;
    await takes((ask) => ask.offerHearing({ ...moment, agreed: true, letter: post }));
    assert.equal(server.arrived.length, 0);
    const letter = { text: 'Ingetrokken.', manner: 'email', sentOn: today } as const;
    await takes((ask) => ask.withdraw({ letter }));
    assert.deepEqual(calendars(last()), []);
  });

  it('brings nothing with a letter that is about no hearing', async () => {
    await takes((ask) => ask.withdraw({ letter: { text: 'Ingetrokken.', manner: 'email', sentOn: today } }));
    assert.deepEqual(calendars(last()), []);
  });

  it('is of the moment at which the mail server accepts it', async () => {
    await server.down();
    await takes((ask) => ask.offerHearing({ ...moment, employeePresent: true }));
    office.moveTo('2026-04-02T11:00');
    await server.up();
    await office.deliverAll();
    assert.equal(readAppointment(calendars(last())[0] ?? '').stamp, '2026-04-02T09:00:00Z');
    assert.ok(
      office.told.some(
        ({ content, to }) => content.kind === 'hearing' && to.kind === 'person' && to.id === joris.id,
      ),
    );
  });
});
