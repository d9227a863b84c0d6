import assert from 'node:assert/strict';
import { digest } from '../../../src/register/notify/digest.ts';
import { channelReminderCard, digestCard } from '../../../src/teams/cards/channel.ts';
import { type LocalDate, localDate } from '../../../src/time/local-date.ts';
import { acknowledge, answer, letter, registration, withdraw } from '../../procedure/asked.ts';
import { desk, everybodyAtTheDesk, joris, lars, sanne } from '../../procedure/people.ts';
import { anOffice, closeOffices, config } from '../an-office.ts';

const none = { rows: [], withoutDeadline: 0 };

describe('the digest', () => {
  afterEach(closeOffices);

  it('has one row a complaint, of its nearest deadline, the late ones first', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await office.file({ ...registration, receivedOn: '2026-03-20' }, '2', sanne);
    await office.file(registration, '3', sanne);
    await office.execute(acknowledge({ number: 'K-2026-0003' }));
    assert.deepEqual(await digest(office.store, desk, '2026-04-01', config), {
      day: '2026-04-01',
      closed: none,
      open: {
        rows: [
          {
            number: 'K-2026-0002',
            article: 5,
            owedBy: 'ballance',
            deadline: 'acknowledge',
            dueOn: '2026-03-27',
            lastDayToAct: '2026-03-27',
            workingDaysLeft: -3,
            late: true,
          },
          {
            number: 'K-2026-0001',
            article: 5,
            owedBy: 'ballance',
            deadline: 'acknowledge',
            dueOn: '2026-04-09',
            lastDayToAct: '2026-04-09',
            workingDaysLeft: 4,
            late: false,
          },
          {
            number: 'K-2026-0003',
            article: 6,
            owedBy: 'ballance',
            deadline: 'answer',
            dueOn: '2026-04-22',
            lastDayToAct: '2026-04-22',
            lastDayByPost: '2026-04-17',
            workingDaysLeft: 13,
            late: false,
          },
        ],
        withoutDeadline: 0,
      },
      piles: [
        { stage: 'registered', open: 2, oldest: '2026-03-20' },
        { stage: 'acknowledged', open: 1, oldest: '2026-04-01' },
      ],
    });
  });

  it('counts the month of the complainant that lapsed as no lateness of Ballance, and puts it after what is late', async () => {
    const office = anOffice();
    await office.file({ ...registration, receivedOn: '2026-02-02' }, '1', sanne);
    await office.execute(acknowledge({ number: 'K-2026-0001', letter: letter('Tekst', '2026-02-03') }));
    await office.execute(answer({ number: 'K-2026-0001', letter: letter('Tekst', '2026-02-16') }));
    await office.file({ ...registration, receivedOn: '2026-03-20' }, '2', sanne);
    const {
      open: { rows },
    } = await digest(office.store, desk, '2026-04-01', config);
    assert.deepEqual(
      rows.map(({ number, deadline, dueOn, lastDayToAct, late }) => [
        number,
        deadline,
        dueOn,
        lastDayToAct,
        late,
      ]),
      [
        ['K-2026-0002', 'acknowledge', '2026-03-27', '2026-03-27', true],
        ['K-2026-0001', 'objection', '2026-03-16', undefined, false],
      ],
    );
  });

  it('knows no names and no content', async () => {
    const office = anOffice();
    await office.file({ ...registration, respondents: [joris], branch: 'Utrecht' }, '1', sanne);
    const text = JSON.stringify(await digest(office.store, desk, '2026-04-01', config));
    for (const secret of ['Dam', 'Lars', 'Joris', 'Sanne', lars.id, 'Utrecht', 'teruggebeld', 'client']) {
      assert(!text.includes(secret), secret);
    }
  });

  it('does not count, let alone name, a complaint about anybody at the desk', async () => {
    const office = anOffice();
    for (const person of everybodyAtTheDesk) {
      await office.file({ ...registration, respondents: [person] }, person.id, sanne);
    }
    const nothing = { day: '2026-04-01', open: none, closed: none };
    assert.deepEqual(await digest(office.store, desk, '2026-04-01', config), nothing);
  });

  it('claims nothing of what it does not count: its totals are of itself, and it always says what is not in it', async () => {
    const office = anOffice();
    for (const person of everybodyAtTheDesk) {
      await office.file(
        { ...registration, receivedOn: '2026-02-02', respondents: [person] },
        person.id,
        sanne,
      );
    }
    const cards = [digestCard(await digest(office.store, desk, '2026-04-01', config))];
    await office.file({ ...registration, receivedOn: '2026-03-31' }, 'another', sanne);
    cards.push(digestCard(await digest(office.store, desk, '2026-04-01', config)));
    for (const card of cards) {
      assert.match(
        String(card.speak),
        /\. (Er zijn geen .* in dit overzicht|In dit overzicht: 1 open klacht, geen te laat)\.$/,
      );
      assert.match(
        JSON.stringify(card.body),
        /Klachten over wie klachten behandelt, staan niet in dit overzicht\./,
      );
    }
  });

  it('has nothing to say of what is closed', async () => {
    const office = anOffice();
    await office.file({ ...registration, remedied: true }, '1', sanne);
    await office.file(registration, '2', sanne);
    await office.execute(withdraw({ number: 'K-2026-0002' }));
    assert.deepEqual((await digest(office.store, desk, '2026-04-01', config)).open, none);
  });

  it('counts what is closed apart, as long as a measure of it is to be done', async () => {
    const office = anOffice();
    await office.file({ ...registration, receivedOn: '2026-02-02' }, '1', sanne);
    await office.execute(acknowledge({ number: 'K-2026-0001', letter: letter('Tekst', '2026-02-03') }));
    const measures = (['2026-03-30', '2026-05-01'] as const).map((dueOn) => ({
      what: 'Bellen',
      owner: 'Fatima el Amrani',
      dueOn,
    }));
    await office.execute(answer({ number: 'K-2026-0001', letter: letter('Tekst', '2026-02-16'), measures }));
    await office.execute(withdraw({ number: 'K-2026-0001' }));
    await office.file({ ...registration, receivedOn: '2026-03-31' }, '2', sanne);
    const { open, closed } = await digest(office.store, desk, '2026-04-01', config);
    assert.deepEqual(
      [open, closed].map(({ rows }) => rows.map(({ number, late }) => [number, late])),
      [[['K-2026-0002', false]], [['K-2026-0001', true]]],
    );
    const text = JSON.stringify(digestCard({ day: '2026-04-01', open, closed }));
    assert.match(
      text,
      /1 open klacht, geen te laat\..*K-2026-0002.*Bij 1 gesloten klacht is nog iets te doen, 1 te laat\..*K-2026-0001/,
    );
  });

  it('says of each stage how many wait in it, and how long ago the oldest came in: in days, weeks or months', () => {
    const said = (oldest: LocalDate): string | undefined =>
      /Beantwoord: ([^"]*)/.exec(
        JSON.stringify(
          digestCard({
            ...{ day: '2026-04-01', open: none, closed: none },
            piles: [{ stage: 'answered', open: 3, oldest }],
          }),
        ),
      )?.[1];
    const ages = {
      '2026-04-01': 'vandaag',
      '2026-03-31': '1 dag',
      '2026-03-19': '13 dagen',
      '2026-03-18': '2 weken',
      '2026-01-02': '12 weken',
      '2026-01-01': '3 maanden',
      '2025-04-02': '11 maanden',
      '2025-04-01': '12 maanden',
    };
    assert.deepEqual(
      Object.keys(ages).map((oldest) => said(localDate(oldest))),
      Object.values(ages).map((age) => `3, oudste: ${age}`),
    );
  });

  it('leads to the own chat of who reads it; not in the try-out, where the bot has no registration', () => {
    const nothing = { day: '2026-04-01', open: none, closed: none } as const;
    const row = {
      number: 'K-2026-0001',
      owedBy: 'ballance',
      deadline: 'answer',
      article: 6,
      dueOn: '2026-04-02',
      lastDayToAct: '2026-04-02',
      workingDaysLeft: 1,
      late: false,
    } as const;
    for (const card of [digestCard(nothing, 'the-id'), channelReminderCard(row, '2026-04-01', 'the-id')])
      assert.deepEqual(card.actions, [
        {
          type: 'Action.OpenUrl',
          title: 'Open de chat met Klachtenbot',
          url: 'https://teams.microsoft.com/l/chat/0/0?users=28:the-id',
        },
      ]);
    for (const card of [digestCard(nothing), channelReminderCard(row, '2026-04-01')])
      assert.deepEqual(card.actions, []);
  });
});
