import assert from 'node:assert/strict';
import { headings } from '../../src/letters/draft-letter.ts';
import { guardedNow } from '../../src/procedure/articles/art06-delay.ts';
import { isOver, objectionDaysLate, objectUntil } from '../../src/procedure/articles/art07-objection.ts';
import { mayChooseUntil } from '../../src/procedure/articles/art10-court.ts';
import { deadline } from '../../src/procedure/deadlines.ts';
import { decide } from '../../src/procedure/decide.ts';
import type { LetterKind } from '../../src/procedure/model/letter.ts';
import { letterDate, longDate } from '../../src/time/dutch-date.ts';
import { addDays, type LocalDate, localDate } from '../../src/time/local-date.ts';
import { calendar, contextOf } from '../procedure/given.ts';
import { lars } from '../procedure/people.ts';
import { courses } from './courses/courses.ts';
import { played, type Sent } from './courses/played.ts';

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** The day in a text, as a letter writes it: 'vrijdag 24 april 2026'. */
function dayIn(text: string | undefined): LocalDate {
  const [, date = '', month = '', year] =
    /(\d{1,2}) (\p{L}+) (\d{4})/u.exec(text ?? '') ?? assert.fail(`no day in ${text}`);
  return localDate(`${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`);
}

const found = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1];

describe('what a letter says, beside what the register holds', () => {
  let sent: { course: string; sent: Sent }[];
  before(async () => {
    sent = (
      await Promise.all(
        Object.entries(courses).map(async ([course, one]) =>
          (await played(one)).map((letter) => ({ course, sent: letter })),
        ),
      )
    ).flat();
  });

  const each = (kind: LetterKind, check: (one: Sent, text: string, why: string) => void): void => {
    const some = sent.filter((one) => one.sent.letter.kind === kind);
    assert.ok(some.length > 0, kind);
    for (const one of some) check(one.sent, one.sent.letter.text, `${one.course}:\n${one.sent.letter.text}`);
  };

  it('an answer says whom Ballance heard, and whom it did not (Algemeen)', () => {
    const seen = new Set<string>();
    each('answer', ({ before, letter }, text, why) => {
      if (letter.again) return;
      const heard = found(/Voor dit antwoord hebben wij (.*) gehoord\./, text);
      const not = found(/Wij hebben (.*) niet apart gehoord\./, text);
      const spoke = before.talks?.length;
      const isSilent = !before.statements.some(({ of }) => !of) && !spoke;
      const others = before.respondents.filter(
        ({ id }) => !before.statements.some(({ of }) => of?.id === id),
      );
      assert.equal(/^u\b/.test(not ?? ''), isSilent, why);
      assert.equal(/over wie u klaagt/.test(not ?? ''), others.length > 0, why);
      const isHeard = before.statements.some(({ of }) => !of);
      assert.equal(/^u\b/.test(heard ?? ''), isHeard, why);
      const spoken = before.respondents.length > others.length;
      assert.equal(/over wie u klaagt/.test(heard ?? ''), spoken, why);
      seen.add(heard ?? `niet ${not}`);
    });
    assert.ok(seen.size > 4, [...seen].join('; '));
  });

  it('an answer names the last day to send an objection and the last on which it can come in (Art. 7)', () =>
    each('answer', ({ after, letter }, text, why) => {
      if (after.objection) return;
      const pattern = /uiterlijk ([^,]*) verstuurt, en wij die uiterlijk (.*?) hebben\./.exec(text);
      const [until, here] = [dayIn(pattern?.[1]), dayIn(pattern?.[2])];
      const late = (sentOn: LocalDate, receivedOn: LocalDate) =>
        objectionDaysLate(letter.promised?.on ?? until, { sentOn, receivedOn });
      assert.equal(late(until, here), 0, why);
      assert.ok(late(addDays(until, 1), here) > 0, why);
      assert.ok(late(until, addDays(here, 1)) > 0, why);
      if (after.stage !== 'answered') return;
      const closesAfter = dayIn(found(/Hebben wij na (.*?) niets van u gekregen/, text));
      assert.equal(isOver(after, { today: closesAfter, calendar }), false, why);
      const next = addDays(closesAfter, 1);
      assert.equal(isOver(after, { today: next, calendar }), true, why);
      assert.doesNotThrow(() =>
        decide(
          after,
          { type: 'close', by: after.handler?.person ?? lars, number: after.number, on: next },
          contextOf({ today: next }),
        ),
      );
    }));

  it('an answer that goes again after an objection says what follows on it, and until when (Art. 6, 8, 10)', () => {
    const stages = new Set<string>();
    each('answer', ({ after, letter }, text, why) => {
      const { objection, stage } = after;
      if (!objection) return;
      stages.add(stage);
      const hearBy = deadline('hearing', objection.receivedOn, calendar).dueOn;
      const decideBy = longDate(guardedNow({ ...after, stage: 'waived' } as typeof after, calendar));
      const said = {
        objected: `Dat kan tot en met ${longDate(hearBy)}. Wilt u dat niet? Laat het ons dan weten. U krijgt dan uiterlijk ${decideBy}`,
        'hearing-offered': `Het gesprek daarover is op ${longDate(after.appointment?.on ?? hearBy)} om `,
        heard: `Op ${letterDate(after.hearings.at(-1)?.on ?? hearBy)} hebben wij daarover met u gesproken`,
        waived: `U krijgt uiterlijk ${decideBy} een definitieve beslissing`,
        closed: `Wij hebben uw klacht gesloten op ${letterDate(after.closed?.on ?? hearBy)}. Meer leest u in onze brief van`,
      }[stage as 'objected'];
      assert.ok(text.includes(said), `${said} not in ${why}`);
      assert.equal(letter.promised?.of, stage === 'objected' ? 'decision' : undefined, why);
    });
    assert.deepEqual([...stages].sort(), ['closed', 'heard', 'hearing-offered', 'objected', 'waived']);
  });

  it('a letter that goes again names every day on which it went out before', () => {
    const again = sent.filter(({ sent: { letter } }) => letter.again);
    for (const {
      sent: { letter, before },
    } of again) {
      const days = before.letters
        .filter(({ id, again }) => [id, again?.letter].includes(letter.again?.letter))
        .map(({ sentOn = '2026-01-01' }) => letterDate(sentOn));
      const named = found(/^Op (.*) hebben wij u deze brief al gestuurd\./m, letter.text);
      assert.equal(named, days.join(' en '), letter.text);
    }
    assert.ok(again.length > 8);
  });

  it('a report without a solution says until when the complainant can say what they want, and so does who closes it (Art. 10)', () =>
    each('court-route', ({ after }, text, why) => {
      const until = dayIn(found(/Laat ons uiterlijk (.*?) weten wat u wilt/, text));
      assert.equal(mayChooseUntil(after, calendar), until, why);
    }));

  it('what was promised before and is not done yet stays, in words, where a hearing or the board ends it (Art. 6)', () => {
    let stays = 0;
    for (const kind of ['settlement', 'court-route', 'final-decision'] as const)
      each(kind, ({ before, letter }, text, why) => {
        if (letter.again) return;
        const open = before.measures.filter(({ doneOn }) => !doneOn);
        stays += open.length;
        assert.equal(text.includes('Wat wij al hebben beloofd, blijft staan:'), open.length > 0, why);
        for (const { what } of open) assert.ok(text.includes(what), why);
      });
    assert.ok(stays > 0);
  });

  it('what becomes of the solution of the answer is said where a hearing or the board ends it, as it was recorded', () => {
    const said = new Set<string | undefined>();
    for (const kind of ['settlement', 'court-route', 'final-decision'] as const)
      each(kind, ({ before, after, letter }, text, why) => {
        if (letter.again) return;
        const offer = kind === 'final-decision' ? after.decision?.offer : after.hearings.at(-1)?.offer;
        assert.equal(offer !== undefined, !!before.answer?.proposal, why);
        const stays = `De oplossing die wij in ons antwoord voorstelden, blijft staan:\n${before.answer?.proposal}`;
        assert.equal(text.includes(stays), offer === 'stays', why);
        assert.equal(/in ons antwoord voorstelden, vervalt/.test(text), offer === 'lapses', why);
        said.add(offer);
      });
    assert.deepEqual(said, new Set(['stays', 'lapses', undefined]));
  });

  it('an invitation says of an objection that came too late that it is treated all the same, and of no other (Art. 7)', () => {
    let late = 0;
    each('hearing-invitation', ({ before, letter }, text, why) => {
      if (letter.again || before.hearings.length > 0) return;
      const until = objectUntil(before, calendar)?.dueOn ?? assert.fail(why);
      const isLate = !!before.objection && objectionDaysLate(until, before.objection) > 0;
      const said = `U kon dat laten weten tot en met ${longDate(until)} (artikel 7).`;
      assert.equal(text.includes(said), isLate, why);
      assert.equal(text.includes('Wij behandelen het toch.'), isLate, why);
      late += Number(isLate);
    });
    assert.ok(late > 0);
  });

  it('a decision says the same, where no hearing was held (Art. 7)', () => {
    let late = 0;
    each('final-decision', ({ before, letter }, text, why) => {
      if (letter.again || before.hearings.length > 0) return;
      const until = objectUntil(before, calendar)?.dueOn ?? assert.fail(why);
      const isLate = !!before.objection && objectionDaysLate(until, before.objection) > 0;
      const said = 'Dat bericht kwam te laat (artikel 7), maar wij behandelden het toch.';
      assert.equal(text.includes(said), isLate, why);
      late += Number(isLate);
    });
    assert.ok(late > 0);
  });

  it('measures that are not done are guarded, and where they end it the letter says so and what one can do', () => {
    let guarded = 0;
    for (const kind of ['settlement', 'court-route', 'final-decision'] as const)
      each(kind, ({ after, letter }, text, why) => {
        if (letter.again) return;
        const isGuarded = after.measures.some(({ doneOn }) => !doneOn);
        assert.equal(text.includes('Wij letten erop dat deze maatregelen worden uitgevoerd'), isGuarded, why);
        if (isGuarded) assert.match(text, /Laat het ons dan (?:meteen )?weten\./, why);
        guarded += Number(isGuarded);
      });
    assert.ok(guarded > 1, `${guarded}`);
  });

  it('a decision says on which day the complainant waived the hearing (Art. 8)', () =>
    each('final-decision', ({ before, letter }, text, why) => {
      if (letter.again || before.hearings.length > 0) return;
      assert.ok(
        before.waivedOn && text.includes(`Op ${letterDate(before.waivedOn)} zag u af van een gesprek`),
        why,
      );
    }));

  it('a merger keeps the day of the answer, and claims nothing of the other complaint (Art. 4)', () =>
    each('merger', ({ before }, text, why) => {
      const day = longDate(guardedNow(before, calendar));
      assert.ok(text.includes(`ons antwoord op allebei samen, uiterlijk ${day}.`), why);
      assert.doesNotMatch(text, /Uw klachten|eerder, of op dezelfde dag|wacht dus niet langer/, why);
    }));

  it('an answer says so where it proposes nothing (Art. 6)', () =>
    each('answer', ({ after }, text, why) => {
      const promises = !!after.answer?.proposal || after.measures.length > 0;
      assert.equal(/stellen (?:wij|ook) geen oplossing of maatregelen voor\./.test(text), !promises, why);
    }));

  it('an invitation says whether the moment was agreed, and asks nothing for a day that is over when it arrives (Art. 8)', () =>
    each('hearing-invitation', ({ after }, text, why) => {
      assert.equal(text.includes('Dat hebben wij zo met u afgesproken.'), after.appointment?.agreed, why);
      assert.doesNotMatch(text, /vóór \p{L}+dag \d/u, why);
    }));

  it('an invitation says what is at stake: a proposal, court, or the board, which decides only without a hearing (Art. 8-10)', () =>
    each('hearing-invitation', (_, text, why) => {
      const [, stake = ''] = text.split('Wat kan er uit het gesprek komen?\n');
      assert.match(stake, /voorstel.*\(artikel 9\).*rechter/, why);
      assert.equal(/geen beslissing van de directie/.test(stake), !/hele directie/.test(text), why);
    }));

  it('what is not taken up takes back in words the answer that was promised, and says that the dossier closes (Art. 1)', () =>
    each('dismissal', ({ before, after }, text, why) => {
      assert.equal(after.stage, 'closed');
      assert.match(text, /sluiten het dossier/, why);
      const { promised } = before.letters.find((letter) => letter.promised?.of === 'answer') ?? {};
      const said = /dat u uiterlijk (.*?) een antwoord zou krijgen.*Dat antwoord komt er/.exec(text)?.[1];
      assert.equal(said, promised && longDate(promised.on), why);
    }));

  it('a confirmation of receipt names the day on which the register guards the answer, with one excuse at most', () => {
    let later = 0;
    each('acknowledgement', ({ after, letter }, text, why) => {
      const said = found(/- Uiterlijk (.*?) krijgt u van ons een schriftelijk antwoord/, text);
      if (after.stage === 'acknowledged' && said) assert.equal(dayIn(said), guardedNow(after, calendar), why);
      if (letter.promised?.wish) later += 1;
      assert.ok((text.match(/excuses/g)?.length ?? 0) <= 1, why);
    });
    assert.ok(later > 0);
  });

  it('a letter that the post brings after the last day says so, and not that a day has passed which has not', () => {
    let brought = 0;
    for (const kind of ['answer', 'final-decision'] as const)
      each(kind, ({ letter }, text, why) => {
        const due = found(/te laat\. U moet (?:het|die) uiterlijk (.*?) hebben, maar de post brengt/, text);
        const passed = found(/is te laat\. U had (?:het|die) uiterlijk (.*?) moeten hebben/, text);
        if (due) assert.ok(dayIn(due) >= (letter.sentOn ?? ''), why);
        if (passed) assert.ok(dayIn(passed) < (letter.sentOn ?? ''), why);
        if (due) brought += 1;
      });
    assert.ok(brought > 0);
  });

  it('every letter names articles and days in plain words', () => {
    for (const { sent: one } of sent) {
      const { text, kind } = one.letter;
      assert.doesNotMatch(text, /\(artikel \d+ en \d/, text);
      assert.doesNotMatch(text, /namens:|Het was een bemiddeling|Wij sluiten die af/, text);
      if (kind === 'delay') assert.doesNotMatch(text, /krijgt u het|wij erover/, text);
    }
  });

  it('every line that stands as a heading is one on the letterhead', () => {
    const lines = sent.flatMap(({ sent: { letter } }) =>
      [...letter.text.matchAll(/(?<=\n\n)(\p{Lu}[^\n]{3,80}\?)(?=\n\S)/gu)].map(([line]) => line),
    );
    assert.ok(lines.length > 100);
    assert.deepEqual(
      [...new Set(lines)].filter((line) => !headings.has(line)),
      [],
    );
    const told = sent.flatMap(({ sent: { letter } }) => letter.text.split('\n'));
    for (const line of ['Bent u het eens met ons antwoord?', 'Is uw klacht al gesloten?'])
      assert.ok(headings.has(line) && told.includes(line), line);
  });
});
