import assert from 'node:assert/strict';
import { headings } from '../../src/letters/draft-letter.ts';
import { blocksOf } from '../../src/letters/letter-blocks.ts';
import { lastReceipt } from '../../src/procedure/articles/art07-objection.ts';
import { mayChooseUntil } from '../../src/procedure/articles/art10-court.ts';
import { deadline, decisionDeadline } from '../../src/procedure/deadlines.ts';
import { judgements } from '../../src/procedure/model/answer.ts';
import { dispatchManners, letterKinds } from '../../src/procedure/model/letter.ts';
import { isLocalDate, type LocalDate, localDate } from '../../src/time/local-date.ts';
import { calendar } from '../procedure/given.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { ballance } from './an-organisation.ts';
import { courses } from './courses/courses.ts';
import { played, type Sent } from './courses/played.ts';

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const weekdays = 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(' ');

/** Every day that is written in a text, with the weekday before it. */
const daysIn = (text: string) =>
  [...text.matchAll(/(?:(\p{L}+dag) )?\b(\d{1,2}) (\p{L}+) (\d{4})\b/gu)]
    .filter(([, , , month = '']) => months.includes(month))
    .map(([, weekday, date = '', month = '', year]) => ({
      weekday,
      day: localDate(
        `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`,
      ),
    }));

/** Every day that a complaint holds, wherever it stands. */
function daysOf(value: unknown): LocalDate[] {
  if (typeof value === 'string') return isLocalDate(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysOf) : [];
}

/** The days on which the deadlines end that a letter can speak of. */
function deadlinesOf({ before, after }: Sent): LocalDate[] {
  const { receivedOn, letters, appointment } = after;
  const answers = letters
    .filter(({ kind }) => kind === 'answer')
    .flatMap(({ countsAsReceivedOn }) => countsAsReceivedOn ?? []);
  return [
    ...[mayChooseUntil(after, calendar) ?? []].flat(),
    deadline('acknowledge', receivedOn, calendar).dueOn,
    deadline('answer', receivedOn, calendar).dueOn,
    ...answers.flatMap((day) => {
      const { dueOn } = deadline('objection', day, calendar);
      return [dueOn, lastReceipt(dueOn)];
    }),
    ...(after.objection ? [deadline('hearing', after.objection.receivedOn, calendar).dueOn] : []),
    ...(appointment ? [deadline('decision', appointment.on, calendar).dueOn] : []),
    ...[before, after].flatMap((one) => decisionDeadline(one, calendar)?.dueOn ?? []),
  ];
}

const colleagues = [lars, fatima, willem, ingrid, sanne, joris];

/** Who may be named: who handles it, who signs, who led the talk, who comes to the hearing, and whom the writer named in what they typed. */
const mayBeNamed = (name: string, { typed, by, before, after }: Sent): boolean =>
  [before.handler?.person, after.handler?.person, by, after.appointment?.secondRepresentative].some(
    (one) => one?.name === name,
  ) ||
  after.talks?.at(-1)?.ledBy === name ||
  after.measures.some(({ owner }) => owner === name) ||
  Object.values(typed).some((text) => text.includes(name));

describe('whole courses, as the complainant reads them', () => {
  it('have every kind of letter, each manner of sending and each judgement in them', async () => {
    const sent = (await Promise.all(Object.values(courses).map(played))).flat();
    const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();
    assert.ok(Object.keys(courses).length >= 30);
    assert.deepEqual(sorted(sent.map(({ letter }) => letter.kind)), sorted(letterKinds));
    // Here the bot mails nothing itself, so that 'email' is from a mailbox of one's own.
    const manners = dispatchManners.filter((one) => one !== 'own-email');
    assert.deepEqual(sorted(sent.map(({ letter }) => letter.manner)), sorted(manners));
    assert.deepEqual(sorted(sent.flatMap(({ after }) => after.answer?.judgement ?? [])), sorted(judgements));
  });

  for (const [name, course] of Object.entries(courses)) {
    it(name, async () => {
      for (const sent of await played(course)) {
        const { letter, after } = sent;
        const { text, kind } = letter;
        const why = `${kind}:\n${text}`;

        assert.doesNotMatch(text, /[[\]{}]|undefined|null/, `a gap in ${why}`);
        assert.doesNotMatch(
          text,
          /\S {2,}\S| [.,;:?)]|\( |\(\)|\.\.|,,|\?\.|:\.|\n{3}|[^\S\n]\n/,
          `spaces or signs in ${why}`,
        );
        assert.doesNotMatch(text, /\b(?:je|jij|jou|jouw|jullie)\b/i, `no u in ${why}`);
        assert.doesNotMatch(text, /kopie aan/i, why);

        const blocks = blocksOf(text, headings);
        for (const [at, { kind }] of blocks.entries())
          if (kind === 'heading')
            assert.notEqual(blocks[at + 1]?.kind ?? 'heading', 'heading', `an empty section in ${why}`);

        const held = [...daysOf(after), ...deadlinesOf(sent)];
        for (const { day, weekday } of daysIn(text)) {
          assert.ok(held.includes(day), `${day} in ${why}`);
          if (weekday) assert.equal(weekday, weekdays[new Date(day).getUTCDay()], `${day} in ${why}`);
        }

        for (const way of [ballance.phone, ballance.email, ballance.address])
          assert.ok(text.includes(way), `${way} not in ${why}`);

        for (const { name } of colleagues)
          if (text.includes(name)) assert.ok(mayBeNamed(name, sent), `${name} in ${why}`);
        const about = /(?:degene|degenen|medewerker|medewerkers) over wie (?:u klaagt|uw klacht gaat)/i.exec(
          text,
        )?.[0];
        if (about) assert.equal(/^(?:degenen|medewerkers)/i.test(about), after.respondents.length > 1, why);
        if (about) assert.ok(after.respondents.length > 0, why);

        assert.match(text, /\n\nGeachte [\p{L}’' /,.-]+,\n\n/u, `no salutation in ${why}`);
        assert.match(text, /\n\nMet vriendelijke groet,\n\n\S.*\n\S.*\nBallance$/, `no signature in ${why}`);
      }
    });
  }
});
