import assert from 'node:assert/strict';
import { website } from '../../src/procedure/articles/art04-website.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { personIn } from '../../src/register/model/message.ts';
import type { Store } from '../../src/register/model/store.ts';
import { noteUnreached } from '../../src/register/notify/unreached.ts';
import { type Feedback, FeedbackRefused, readFeedback } from '../../src/register/website-form.ts';
import { websiteIntake } from '../../src/register/website-intake.ts';
import { asking, wednesday } from '../procedure/asked.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const feedback: Feedback = {
  naam: 'Mevrouw Van Dam',
  email: 'vandam@example.nl',
  telefoon: '030 1234567',
  inhoud: 'Er is drie weken niet teruggebeld.',
};

/** An office with a website. */
function onTheWebsite(circumstances: Parameters<typeof anOffice>[0] = { mail: true }) {
  const office = anOffice(circumstances);
  const sent = websiteIntake(office);
  const stored = async (number: CaseNumber = 'K-2026-0001') =>
    (await office.dossier(number)) ?? assert.fail(`no ${number}`);
  return { ...office, sent, stored };
}

const judge = (respondent: typeof lars, isAbout: boolean, by = fatima) =>
  asking(wednesday, by).judgeName({ respondent: respondent.id, isAbout });

describe('a complaint from the website', () => {
  afterEach(closeOffices);

  it('Art. 4: “geregistreerd naar herkomst, korte inhoud, datum en wijze van ontvangst”', async () => {
    const office = onTheWebsite();
    assert.deepEqual(await office.sent({ ...feedback, namens: 'mijn moeder', vestiging: 'Utrecht' }, 'key'), {
      outcome: 'registered',
      number: 'K-2026-0001',
      acknowledged: true,
    });
    const { complaint } = await office.stored();
    const { origin, manner, receivedOn, receiver, summary, complainant, branch } = complaint;
    assert.deepEqual(
      { origin, manner, receivedOn, receiver, summary, branch, complainant },
      {
        origin: 'client',
        manner: 'written',
        receivedOn: '2026-04-01',
        receiver: website,
        summary: feedback.inhoud,
        branch: 'Utrecht',
        complainant: {
          name: 'Mevrouw Van Dam',
          representing: 'mijn moeder',
          email: 'vandam@example.nl',
          phone: '030 1234567',
        },
      },
    );
  });

  it('is received on the day on which it came in Amsterdam, also just after midnight', async () => {
    const office = onTheWebsite({ now: '2026-04-02T00:30' });
    await office.sent(feedback, 'key');
    assert.equal((await office.stored()).complaint.receivedOn, '2026-04-02');
  });

  it('goes past whom the name of a document names, in letters of any kind, also where the rest was sent before', async () => {
    const office = onTheWebsite();
    await office.sent(feedback, 'first key');
    for (const [at, name] of ['Over ＬＡＲＳ Ｂｒｏｕｗｅｒ.pdf', 'klacht_lars_brouwer.docx'].entries()) {
      const { number } = await office.sent({ ...feedback, inhoud: `Zie ${at}.` }, `key ${at}`, {
        documents: [name],
      });
      const { complaint } = await office.stored(number);
      assert.deepEqual([complaint.handler?.person, complaint.supposed], [fatima, [lars.id]], name);
    }
    const { outcome, number } = await office.sent(feedback, 'other key', { documents: ['Lars.pdf'] });
    assert.deepEqual([outcome, number], ['registered', 'K-2026-0004']);
    assert.equal(
      (await office.sent(feedback, 'last key', { documents: ['Brief.pdf'] })).outcome,
      'same-text',
    );
  });

  it('Art. 5: “op de dag van ontvangst doorgegeven aan de klachtenfunctionaris”, at once', async () => {
    const office = onTheWebsite();
    await office.sent(feedback, 'key');
    assert.deepEqual(office.saved, ['K-2026-0001']);
    await office.deliver('K-2026-0001');
    const [first] = office.news();
    assert.equal(first, `K-2026-0001/2-forwarded/${lars.id}`);
  });

  it('is forwarded to who stands in while Lars is away, who signs', async () => {
    const office = onTheWebsite();
    await office.setAbsence(lars, { from: '2026-04-01', until: '2026-04-10' });
    await office.sent(feedback, 'key');
    const { complaint } = await office.stored();
    assert.equal(complaint.handler?.person.id, fatima.id);
    assert.match(complaint.letters[0]?.text ?? '', /Fatima el Amrani\nvervangend klachtenfunctionaris/);
  });

  describe('Art. 5: “Ontvangst ervan wordt zo spoedig mogelijk [...] schriftelijk bevestigd”', () => {
    it('by itself, in the words of the ordinary letter, with the handler and the further procedure', async () => {
      const office = onTheWebsite();
      await office.sent(feedback, 'key');
      const { complaint, journal } = await office.stored();
      const [letter] = complaint.letters;
      assert.deepEqual(
        [letter?.kind, letter?.automatic, letter?.to, letter?.manner],
        ['acknowledgement', true, 'vandam@example.nl', 'email'],
      );
      const text = letter?.text ?? '';
      for (const part of [
        /Geachte mevrouw Van Dam/,
        /1 april 2026/,
        /nummer K-2026-0001/,
        /Er is drie weken niet teruggebeld\./,
        /Lars Brouwer, klachtenfunctionaris van Ballance, behandelt uw klacht/,
        /Uiterlijk woensdag 22 april 2026 krijgt u van ons een schriftelijk antwoord/,
        /binnen een maand/,
      ])
        assert.match(text, part);
      assert.equal(complaint.stage, 'registered', 'nothing counts as sent before the mail server has it');
      assert.equal(journal.at(-1)?.erasable?.by.name, 'Klachtenbot');
    });

    it('and counts as sent once the mail server has it', async () => {
      const office = onTheWebsite();
      await office.sent(feedback, 'key');
      await office.deliver('K-2026-0001');
      const { complaint, journal } = await office.stored();
      assert.equal(complaint.stage, 'acknowledged');
      const sent = journal.map(({ facts }) => facts).at(-1);
      assert.equal(JSON.stringify(sent).includes('"automatic":true'), true);
    });

    it('is made anew by its handler’s name when it waited until the next day', async () => {
      let isDown = true;
      const office = onTheWebsite({ mail: true, undeliverable: (id) => isDown && id.endsWith('/mail') });
      await office.sent(feedback, 'key');
      isDown = false;
      office.moveTo('2026-04-02T10:00');
      await office.deliver('K-2026-0001');
      const text = (await office.stored()).complaint.letters[0]?.text ?? '';
      assert.match(text, /2 april 2026/);
      assert.match(text, /Lars Brouwer\nklachtenfunctionaris\nBallance/);
    });

    it('is the handler’s to send again where it is refused', async () => {
      const office = onTheWebsite({ mail: true, undeliverable: (id) => id.endsWith('/mail') });
      await office.sent(feedback, 'key');
      await office.deliver('K-2026-0001');
      const { outbox, complaint } = await office.stored();
      assert.equal(complaint.stage, 'registered');
      const told = outbox.filter(({ content }) => content.kind === 'undelivered');
      assert.deepEqual(
        told.map(({ to }) => personIn(to)),
        [lars.id],
      );
    });

    it('is not said to go while mail is known to be refused, and is once it went', async () => {
      const office = onTheWebsite();
      const missed = { reason: 'refused', setUp: true, now: office.clock.now() };
      await noteUnreached(office.store, { kind: 'mail' }, missed);
      assert.equal((await office.sent(feedback, 'key')).acknowledged, false);
      await office.deliver('K-2026-0001');
      assert.equal((await office.sent(feedback, 'key')).acknowledged, true);
    });

    const leftToTheHandler: [string, Partial<Feedback>, Parameters<typeof anOffice>[0]][] = [
      ['without an e-mail address', { email: '' }, { mail: true }],
      ['without a mail set-up', {}, { mail: false }],
      ['with a gap in the letter', { inhoud: 'U schreef mij [naam] en dat klopt niet.' }, { mail: true }],
      ['about who handles complaints', { overWie: 'Lars' }, { mail: true }],
      [
        'with a link that it would carry to an address of a stranger',
        { inhoud: 'Kijk op www.kwaad.example' },
        { mail: true },
      ],
    ];
    for (const [what, filled, circumstances] of leftToTheHandler)
      it(`is left to the handler ${what}`, async () => {
        const office = onTheWebsite(circumstances);
        const { acknowledged } = await office.sent({ ...feedback, ...filled }, 'key');
        const { complaint, outbox } = await office.stored();
        assert.equal(acknowledged, false);
        assert.deepEqual(complaint.letters, []);
        assert.deepEqual(
          outbox.map(({ content }) => content.kind),
          ['case'],
        );
      });
  });

  describe('reading 10: a name of anybody at the desk in any field', () => {
    const fields: [keyof Feedback, string][] = [
      ['naam', 'L. Brouwer'],
      ['namens', 'mevrouw Brouwer'],
      ['email', 'lbrouwer@example.nl'],
      ['telefoon', '030 1 (bij Brouwer)'],
      ['postadres', 'Brouwer\nDorpsstraat 1'],
      ['vestiging', 'Brouwer, Utrecht'],
      ['overWie', 'Lars'],
      ['inhoud', 'Ik ken Lars al jaren.'],
    ];
    for (const [field, text] of fields)
      it(`in ${field} goes as if the complaint were about them`, async () => {
        const office = onTheWebsite();
        await office.sent({ ...feedback, [field]: text }, 'key');
        const { complaint, outbox } = await office.stored();
        assert.equal(complaint.handler?.person.id, fatima.id);
        assert(!JSON.stringify(outbox).includes(lars.id));
        assert.deepEqual(await office.casesOf(lars), []);
        await assert.rejects(office.view('K-2026-0001', lars), { code: 'unknown-complaint' });
      });

    it('of a first name only says nothing of who complains: many people share one', async () => {
      const office = onTheWebsite();
      await office.sent({ ...feedback, naam: 'Lars Jansma' }, 'key');
      assert.equal((await office.stored()).complaint.handler?.person.id, lars.id);
    });

    it('writes to nobody until somebody free of conflict has looked', async () => {
      const office = onTheWebsite();
      await office.sent({ ...feedback, overWie: 'Lars' }, 'key');
      await assert.rejects(office.execute(asking(wednesday, fatima).acknowledge()), {
        code: 'name-not-judged',
        article: 5,
      });
      await assert.rejects(
        office.execute(asking(wednesday, fatima).requestStatement({ respondent: lars.id })),
        { code: 'name-not-judged' },
      );
      await assert.rejects(office.execute(judge(lars, false, lars)), { code: 'unknown-complaint' });
    });

    it('yes: they are a respondent, and the typed name is chosen', async () => {
      const office = onTheWebsite();
      await office.sent({ ...feedback, overWie: 'Lars' }, 'key');
      const { complaint, journal } = await office.execute(judge(lars, true));
      assert.deepEqual(
        [complaint.respondents, complaint.supposed, complaint.unresolvedName, complaint.handler?.person.id],
        [[lars], undefined, undefined, fatima.id],
      );
      assert.equal(journal.at(-1)?.type, 'name-confirmed');
      await office.execute(asking(wednesday, fatima).acknowledge());
    });

    it('no: recorded, and Lars handles it under Art. 5', async () => {
      const office = onTheWebsite();
      await office.sent(
        { ...feedback, inhoud: 'Lars Brouwer was juist vriendelijk; de rekening niet.' },
        'key',
      );
      const { complaint, journal } = await office.execute(judge(lars, false));
      assert.deepEqual(
        [complaint.respondents, complaint.supposed, complaint.handler?.person.id],
        [[], undefined, lars.id],
      );
      assert.deepEqual(
        journal.slice(-2).map(({ type }) => type),
        ['respondent-removed', 'handed-over'],
      );
      await office.deliver('K-2026-0001');
      assert(office.news().includes(`K-2026-0001/4-handed-over/${lars.id}`));
    });

    it('no: it stays with who got it by hand', async () => {
      const office = onTheWebsite();
      await office.sent({ ...feedback, inhoud: 'Lars Brouwer was juist vriendelijk.' }, 'key');
      await office.execute(asking(wednesday, fatima).handOver({ to: ingrid.id }));
      const { complaint } = await office.execute(judge(lars, false, ingrid));
      assert.equal(complaint.handler?.person.id, ingrid.id);
    });

    it('of several is looked at one by one; who handles it gets it back after the last', async () => {
      const office = onTheWebsite();
      await office.sent({ ...feedback, inhoud: 'Lars Brouwer en Willem Jansen weten ervan.' }, 'key');
      assert.equal((await office.execute(judge(lars, false))).complaint.handler?.person.id, fatima.id);
      const { complaint } = await office.execute(judge(willem, true));
      assert.deepEqual([complaint.respondents, complaint.handler?.person.id], [[willem], lars.id]);
    });

    it('stays out of the channel', async () => {
      const office = onTheWebsite();
      await office.sent({ ...feedback, overWie: 'Lars' }, 'key');
      await office.sweepAt('2026-04-08T09:00');
      const { outbox } = await office.stored();
      assert(outbox.every(({ to }) => to.kind !== 'channel'));
    });

    it('of everybody leaves nobody to look: operators hear it, and who comes to the desk gets it', async () => {
      const office = onTheWebsite();
      const everybody = everybodyAtTheDesk.map(({ name }) => name).join(', ');
      const { acknowledged } = await office.sent({ ...feedback, overWie: everybody }, 'key');
      const { complaint, outbox } = await office.stored();
      assert.deepEqual([acknowledged, complaint.handler, outbox], [false, undefined, []]);
      assert.match(JSON.stringify(office.logged), /name a further substitute/);
      office.logged.splice(0);
      for (const time of ['09:00', '09:01', '15:00']) await office.sweepAt(`2026-04-02T${time}`);
      assert.equal(office.logged.filter((line) => line.includes('name a further substitute')).length, 1);
      const later = anOffice({
        file: office.path,
        now: '2026-04-02T09:30',
        people: { ...desk, substitutes: [fatima, joris] },
      });
      await later.sweepAt('2026-04-02T09:30');
      assert.equal((await later.dossier('K-2026-0001'))?.complaint.handler?.person.id, joris.id);
    });
  });

  it('waits for no receiver: nothing is sent to the website, whatever happens', async () => {
    const office = onTheWebsite({ mail: true, undeliverable: (id) => !id.endsWith('/mail') });
    await office.sent(feedback, 'one');
    await office.sent({ ...feedback, overWie: 'Lars', inhoud: 'Iets anders.' }, 'two');
    await office.deliver('K-2026-0001');
    await office.execute(asking(wednesday).withdraw());
    await office.execute(asking(wednesday).reopen());
    for (const day of ['01', '02', '08', '09', '15']) await office.sweepAt(`2026-04-${day}T17:00`);
    for (const number of ['K-2026-0001', 'K-2026-0002'] as const) {
      const { outbox } = await office.stored(number);
      assert(outbox.every(({ to }) => personIn(to) !== website.id));
    }
    assert.deepEqual(await office.registeredBy(website), []);
    assert.deepEqual(await office.casesOf(website), []);
    await assert.rejects(office.view('K-2026-0001', website), { code: 'unknown-complaint' });
  });

  describe('is one complaint', () => {
    it('for the same key and content', async () => {
      const office = onTheWebsite();
      const first = await office.sent(feedback, 'key');
      assert.deepEqual(await office.sent({ ...feedback }, 'key'), { ...first, outcome: 'repeated' });
      await office.deliver('K-2026-0001');
      assert.deepEqual(await office.sent(feedback, 'key'), { ...first, outcome: 'repeated' });
    });

    it('not for the same key and another content, which is in no dossier', async () => {
      const office = onTheWebsite();
      await office.sent(feedback, 'key');
      assert.deepEqual(await office.sent({ ...feedback, inhoud: 'Iets anders.' }, 'key'), {
        outcome: 'conflict',
        acknowledged: false,
      });
      assert.equal(await office.dossier('K-2026-0002'), undefined);
    });

    const alike: [string, Partial<Feedback>, Partial<Feedback>][] = [
      ['an e-mail address', {}, { email: 'VanDam@example.nl' }],
      ['a name and a telephone', { email: '' }, { email: '' }],
      [
        'a name and a postal address',
        { email: '', telefoon: '', postadres: 'Dorpsstraat 1' },
        { email: '', telefoon: '', postadres: 'Dorpsstraat 1' },
      ],
    ];
    for (const [what, one, other] of alike)
      it(`for the same form from ${what} within a day`, async () => {
        const office = onTheWebsite();
        const { acknowledged } = await office.sent({ ...feedback, ...one }, 'one');
        office.moveTo('2026-04-02T09:59');
        const again = { ...feedback, ...other, inhoud: ` ${feedback.inhoud.replace(' ', '\n')}` };
        assert.deepEqual(await office.sent(again, 'two'), {
          outcome: 'same-text',
          number: 'K-2026-0001',
          acknowledged,
        });
      });

    const more: [string, Partial<Feedback>][] = [
      ['another name', { naam: 'M. van Dam' }],
      ['for whom it is', { namens: 'mijn moeder' }],
      ['another telephone', { telefoon: '030 7654321' }],
      ['a postal address', { postadres: 'Dorpsstraat 1' }],
      ['the branch', { vestiging: 'Utrecht' }],
      ['whom it is about', { overWie: 'Lars Brouwer' }],
    ];
    for (const [what, filled] of more)
      it(`not for the same text with ${what}, which is in no dossier yet`, async () => {
        const office = onTheWebsite();
        await office.sent(feedback, 'one');
        const { outcome, number } = await office.sent({ ...feedback, ...filled }, 'two');
        assert.deepEqual([outcome, number], ['registered', 'K-2026-0002']);
      });

    it('not for the same text that names Lars the second time: that one goes past him', async () => {
      const office = onTheWebsite();
      await office.sent(feedback, 'one');
      await office.sent({ ...feedback, overWie: 'Lars Brouwer' }, 'two');
      assert.equal((await office.stored('K-2026-0002')).complaint.handler?.person.id, fatima.id);
      await assert.rejects(office.view('K-2026-0002', lars), { code: 'unknown-complaint' });
    });

    it('not for the same form after the first was closed, however often; its own key still finds it', async () => {
      const office = onTheWebsite();
      for (const number of ['K-2026-0001', 'K-2026-0002', 'K-2026-0003'] as const) {
        const { outcome, number: given } = await office.sent(feedback, number);
        assert.deepEqual([outcome, given], ['registered', number]);
        assert.equal((await office.sent(feedback, `${number} again`)).outcome, 'same-text');
        await office.execute({ ...asking(wednesday).withdraw(), number });
      }
      const { outcome, number } = await office.sent(feedback, 'K-2026-0002');
      assert.deepEqual([outcome, number], ['repeated', 'K-2026-0002']);
    });

    it('not for the same form after the first was erased', async () => {
      const office = onTheWebsite();
      await office.sent(feedback, 'one');
      await office.execute(asking(wednesday).withdraw());
      await office.execute(asking(wednesday).requestErasure());
      await office.execute(asking(wednesday, fatima).answerErasure());
      assert.notEqual((await office.stored()).complaint.erased, undefined);
      const { outcome, number } = await office.sent(feedback, 'two');
      assert.deepEqual([outcome, number], ['registered', 'K-2026-0002']);
    });

    it('not for the same text after a day, nor from another address', async () => {
      const office = onTheWebsite();
      await office.sent(feedback, 'one');
      assert.equal((await office.sent({ ...feedback, email: 'x@example.nl' }, 'two')).number, 'K-2026-0002');
      office.moveTo('2026-04-02T10:01');
      assert.equal((await office.sent(feedback, 'three')).number, 'K-2026-0003');
    });

    it('however many forms of others come in between', async () => {
      const office = onTheWebsite();
      await office.sent(feedback, 'key');
      for (let n = 0; n < 60; n += 1) await office.sent({ ...feedback, inhoud: `Klacht ${n}` }, `key ${n}`);
      assert.equal((await office.sent(feedback, 'key')).outcome, 'repeated');
    });

    it('of ten at the same time, in two instances', async () => {
      const one = onTheWebsite();
      const two = onTheWebsite({ file: one.path, mail: true });
      const all = await Promise.all(
        Array.from({ length: 10 }, (_, n) => (n % 2 ? one : two).sent(feedback, n < 5 ? 'key' : `key ${n}`)),
      );
      assert.deepEqual([...new Set(all.map(({ number }) => number))], ['K-2026-0001']);
      assert.equal(all.filter(({ outcome }) => outcome === 'registered').length, 1);
    });

    it('of which the bot stopped before the dossier was written: whoever comes next writes it', async () => {
      let isBroken = true;
      const inTwo = (store: Store): Store => ({
        ...store,
        writeTogether: undefined,
        async write(document, etag) {
          if (isBroken && document.kind === 'dossier') throw new Error('the power fails');
          return store.write(document, etag);
        },
      });
      const office = onTheWebsite({ mail: true, between: inTwo });
      await assert.rejects(office.sent(feedback, 'one'), /the power fails/);
      isBroken = false;
      assert.equal((await office.sent(feedback, 'two')).number, 'K-2026-0001');
      assert.deepEqual(await office.sent(feedback, 'one'), {
        outcome: 'repeated',
        number: 'K-2026-0001',
        acknowledged: true,
      });
    });

    it('of two with one text of which one overtakes the other between its number and its dossier', async () => {
      let overtaking: (() => Promise<unknown>) | undefined;
      const inTwo = (store: Store): Store => ({
        ...store,
        writeTogether: undefined,
        async write(document, etag) {
          const first = document.kind === 'dossier' ? overtaking : undefined;
          if (first) overtaking = undefined;
          await first?.();
          return store.write(document, etag);
        },
      });
      const office = onTheWebsite({ mail: true, between: inTwo });
      overtaking = () => office.sent(feedback, 'two');
      const { number } = await office.sent(feedback, 'one');
      assert.equal(number, 'K-2026-0001');
      assert.equal(await office.dossier('K-2026-0002'), undefined);
    });
  });

  it('is registered for people beside those of the website, whose forms do not push theirs out', async () => {
    const office = onTheWebsite();
    const registration = { ...(await import('../procedure/asked.ts')).registration };
    await office.file(registration, 'form', joris);
    for (let n = 0; n < 60; n += 1) await office.sent({ ...feedback, inhoud: `Klacht ${n}` }, `key ${n}`);
    assert.equal((await office.file(registration, 'form', joris)).id, 'K-2026-0001');
  });
});

describe('the fields of the feedback form', () => {
  const faults: [string, Partial<Record<keyof Feedback, unknown>>, (keyof Feedback)[]][] = [
    ['nothing', { naam: '', inhoud: ' \u200b ' }, ['naam', 'inhoud']],
    ['long lines', { naam: 'x'.repeat(201), overWie: 'x'.repeat(201) }, ['naam', 'overWie']],
    ['a long text', { inhoud: 'x'.repeat(2001) }, ['inhoud']],
    ['many lines', { inhoud: 'x\n'.repeat(500), postadres: '1\n2\n3\n4\n5\n6\n7' }, ['postadres', 'inhoud']],
    ['no address', { email: 'vandam' }, ['email']],
    ['an address that looks like another', { email: 'v\u0430ndam@example.nl' }, ['email']],
    ['no texts', { naam: 7, inhoud: ['x'] }, ['naam', 'inhoud']],
  ];
  for (const [what, filled, wrong] of faults)
    it(`refuses ${what}, and says so of each field in Dutch`, () => {
      const read = readFeedback({ ...feedback, ...filled });
      assert('errors' in read);
      assert.deepEqual(Object.keys(read.errors), wrong);
      for (const text of Object.values(read.errors)) assert.match(text, /^[A-Z].*\.$/);
    });

  for (const other of [undefined, null, 'x', 7, []])
    it(`refuses ${JSON.stringify(other)}`, () => assert('errors' in readFeedback(other)));

  it('keeps markup and links to the letter, and leaves out what cannot be seen', () => {
    const inhoud = '<b>vet</b> [klik](https://kwaad.example) \u202eשלום\u0000 🙃';
    const read = readFeedback({ ...feedback, inhoud });
    assert('value' in read);
    assert.equal(read.value.inhoud, '<b>vet</b> [klik](https://kwaad.example) שלום 🙃');
  });

  it('is refused before anything is registered', async () => {
    const office = onTheWebsite();
    await assert.rejects(office.sent({ ...feedback, naam: '' }, 'key'), FeedbackRefused);
    assert.equal(await office.dossier('K-2026-0001'), undefined);
    await closeOffices();
  });
});
