import assert from 'node:assert/strict';
import type { Judgement } from '../../../src/procedure/model/answer.ts';
import type { AnyStage, Complaint, Person } from '../../../src/procedure/model/complaint.ts';
import type { Event, EventOf } from '../../../src/procedure/model/events.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { fatima, ingrid, lars, sanne, willem } from '../../procedure/people.ts';
import { moved, weeksAfter } from '../../procedure/reference-days.ts';
import { cast } from '../../procedure/walk.ts';
import { dayOf, inLetter, long } from './dutch-days.ts';
import {
  acknowledgement,
  answer,
  answeredOn,
  arrivesOn,
  decision,
  decisionFrom,
  hearing,
  objection,
  objectUntil,
  past,
} from './duties.ts';
import { daysOf } from './known-days.ts';
import { dutyOf, whoseDays } from './lateness.ts';
import { assertKnown, assertSays } from './what-it-says.ts';

type Letter =
  | EventOf<'letter-sent'>
  | EventOf<'letter-queued'>
  | (EventOf<'letter-renewed'> & Pick<EventOf<'letter-queued'>, 'kind' | 'again'>);

/**
 * Lists the letters that were written in those events; also one that had waited, where it was made anew when it was sent or before the
 * mail server took it.
 */
export function lettersIn(
  events: readonly Event[],
  waiting: ReadonlySet<string>,
  { letters }: Complaint,
): Letter[] {
  return events.flatMap((event): Letter[] => {
    if (event.type === 'letter-queued') return [event];
    if (event.type === 'letter-renewed') {
      const letter = letters.find(({ id }) => id === event.letter);
      return letter ? [{ ...event, kind: letter.kind, again: letter.again }] : [];
    }
    if (event.type !== 'letter-sent') return [];
    return event.letter !== undefined && waiting.has(event.personal.text) ? [] : [event];
  });
}

const judged: Record<Judgement, string> = {
  founded: 'uw klacht is gegrond.',
  'partly-founded': 'uw klacht is deels gegrond.',
  unfounded: 'uw klacht is ongegrond.',
  none: 'Wij geven geen oordeel over uw klacht.',
};

const forms = { phone: 'telefonisch', office: 'op kantoor' };

/**
 * Asserts that a letter, as it was written when it was sent or given to the mail server, says what the register held at that
 * moment: `after` is the complaint with it, `all` that was recorded together with it.
 */
export function assertLetterTrue(
  letter: Letter,
  after: Complaint,
  all: readonly Event[],
  by: Person | undefined,
): void {
  const on = letter.type === 'letter-sent' ? letter.sentOn : letter.on;
  const manner = letter.type === 'letter-sent' ? letter.manner : 'email';
  const { text } = letter.personal;
  // What went out once more is as late as the first was, and says when that was.
  const first = letter.again && after.letters.find(({ id }) => id === letter.again?.letter);
  const firstOn = first?.sentOn ?? on;
  const lines = text.split('\n');
  const where = `${letter.kind} of ${on}`;
  const duty = dutyOf(letter.kind, after);
  const answerDue = answer(after.receivedOn).dueOn;
  const arrivesAgain =
    letter.kind === 'answer' || !answeredOn(after) ? [objection(arrivesOn(manner, on))] : [];
  const before = { ...after, letters: after.letters.filter((one) => one.text !== text) };
  const until =
    [objectUntil(before) ?? [], arrivesAgain]
      .flat()
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? on;
  const decide = decisionFrom({ ...after, waivedOn: undefined });
  // What the complainant read last of the receipt, in a letter that went out before this one.
  const read = letter.again
    ? undefined
    : before.letters.flatMap((one) => (one.sentOn ? (receiptIn(one.text) ?? []) : [])).at(-1);
  const receipt = receiptIn(text);

  assert.ok(lines.includes(inLetter(on)), `${where} has another date: ${text}`);
  assert.doesNotMatch(text, /\[/, where);
  const days = new Set<string>([
    on,
    arrivesOn(manner, on),
    firstOn,
    ...(read ? [dayOf(`op ${read}`)] : []),
    ...[answeredOn(after), duty?.dueOn, decide && decision(decide).dueOn].filter((day) => day !== undefined),
    past(acknowledgement(after.receivedOn), after).dueOn,
    past(answer(after.receivedOn), after).dueOn,
    answerDue,
    until,
    moved(until, 7),
    ...(letter.kind === 'court-route' ? [weeksAfter(arrivesOn(manner, on), 2, 'wide')] : []),
    ...('objection' in after && after.objection ? [hearing(after.objection.receivedOn).dueOn] : []),
    ...daysOf({ ...after, letters: [] }),
    ...daysOf(all),
    ...after.letters.flatMap(({ promised, sentOn }) => [promised?.on ?? [], sentOn ?? []].flat()),
    ...[decisionFrom(after)].flatMap((from) => (from ? decision(from).dueOn : [])),
    ...momentsIn(before).map(({ on }) => on),
  ]);
  assertKnown(lines, { days, letters: '' }, where);
  assertNames(text, after, all, where);
  // What the board decided keeps its signature; one that had waited that of who wrote it, or of who handles the complaint now.
  if (first && isOfTheBoard(first)) assert.deepEqual(signature(text), signature(first.text), where);
  else if (!('letter' in letter && letter.letter !== undefined))
    assertSigned(text, isAutomatic(letter) ? after.handler?.person : by, where);

  const resent = `Daarom ${manner === 'handed' ? 'geven' : 'sturen'} wij hem opnieuw.`;
  assert.equal(text.includes(resent), !!letter.again, `${where}: ${text}`);
  if (first) {
    const sendings = before.letters
      .filter(({ id, again }) => id === first.id || again?.letter === first.id)
      .flatMap(({ sentOn }) => (sentOn ? inLetter(sentOn) : []));
    const days = new Intl.ListFormat('nl').format(new Set(sendings));
    assertSays(lines, `Op ${days} hebben wij u deze brief al gestuurd.`, where);
  }
  const says = (words: string) => assertSays(lines, words, where);
  if (receipt) assert.equal(receipt, inLetter(after.receivedOn), `${where}: ${text}`);
  if (receipt && !letter.again)
    assert.equal(
      /In een eerdere brief schreven wij (.+?)\. Die dag klopte niet\./.exec(text)?.[1],
      read === receipt ? undefined : read,
      `${where}: ${text}`,
    );
  const arrives = letter.kind === 'acknowledgement' ? firstOn : arrivesOn(first?.manner ?? manner, firstOn);
  const { wished = 0, own = 0, agreed } = duty ? whoseDays(duty, arrives, after) : {};
  assert.equal(
    /(?:bevestiging|antwoord|beslissing|brief) is te laat\./i.test(text),
    own > 0,
    `${where}: ${text}`,
  );
  if (duty && arrives > duty.dueOn) says(long(duty.dueOn));
  assert.equal(text.includes('Op uw verzoek h'), own === 0 && wished > 0, `${where}: ${text}`);
  if (agreed && own === 0) says(`uiterlijk ${long(agreed)} zou krijgen`);
  const shared = / werd het (\d+) dag\S* later op uw verzoek, en (\d+) dag\S* later door ons\./.exec(text);
  assert.deepEqual(
    shared?.slice(1).map(Number),
    own > 0 && wished > 0 ? [wished, own] : undefined,
    `${where}: ${text}`,
  );
  for (const { dueOn } of after.measures)
    assert.ok(dueOn >= on || !text.includes(`, uiterlijk ${long(dueOn)})`), `${where} promises ${dueOn}`);
  const {
    appointment,
    judgement,
    hearings,
    objection: objected,
    closed,
  } = after as Complaint & Partial<AnyStage>;
  switch (letter.kind) {
    case 'acknowledgement': {
      const promised = after.letters.flatMap((one) =>
        one.kind === letter.kind && one.promised && (one === first || one.again) ? one.promised.on : [],
      );
      const [promise = answerDue] = [answerDue, ...promised].sort();
      assert.equal(text.includes(`Uiterlijk ${long(promise)}`), promise >= on, text);
      const later = after.letters.at(-1)?.promised;
      if (later?.wish) says(`- Uiterlijk ${long(later.on)} krijgt u`);
      break;
    }
    case 'answer':
      says(judged[after.answer?.judgement ?? 'none']);
      if (letter.again && objected)
        says(`Uw bericht daarover kregen wij op ${inLetter(objected.receivedOn)}`);
      else says(`tot en met ${long(until)}`);
      assert.equal(
        text.includes(
          `uiterlijk ${long(until)} verstuurt, en wij die uiterlijk ${long(moved(until, 7))} hebben.`,
        ),
        !(letter.again && objected),
        text,
      );
      assert.equal(
        text.includes('Wij sluiten uw klacht dan af.'),
        !objected && !(closed && closed.on <= on),
        text,
      );
      break;
    case 'hearing-invitation':
      assert.ok(appointment);
      says(`Op ${long(appointment.on)} om ${appointment.time} uur.`);
      assert.equal(text.includes('Dat hebben wij zo met u afgesproken.'), appointment.agreed, text);
      if (!letter.again && letter.type !== 'letter-renewed') {
        const stood = momentThatStood(before, all)?.words;
        const isSame = stood === `${long(appointment.on)} om ${appointment.time} uur`;
        assert.equal(
          /komt in de plaats van die van (.+? uur)\./.exec(text)?.[1],
          isSame ? undefined : stood,
          text,
        );
        assert.equal(text.includes('dezelfde als in onze vorige uitnodiging.'), isSame, text);
      }
      says(`Het gesprek is ${forms[appointment.form]}.`);
      says(appointment.form === 'office' ? (appointment.branch ?? '?') : '');
      says(appointment.secondRepresentative?.name ?? 'Wilt u dat er nog een tweede persoon');
      if (text.includes('definitieve beslissing van de directie') && decide) {
        says('binnen twee weken nadat u dat laat weten een definitieve beslissing');
        const { on: decidedBy, insteadOf } = promisedIn(letter, after, all, decision(decide).dueOn);
        says(`in elk geval uiterlijk ${long(decidedBy)}`);
        assert.equal(text.includes('Dat lukt niet, omdat het gesprek nu later is.'), !!insteadOf, text);
        if (insteadOf) says(`Eerder schreven wij dat u die uiterlijk ${long(insteadOf)} zou krijgen.`);
      }
      break;
    case 'settlement':
    case 'court-route': {
      const hearing = hearings.at(-1) ?? assert.fail(where);
      says(`Het gesprek was op ${long(hearing.on)}, ${forms[hearing.form]}.`);
      if (hearing.settlement) says(hearing.settlement);
      if (letter.kind === 'court-route' && !(closed && closed.on <= on))
        says(`Laat ons uiterlijk ${long(weeksAfter(arrivesOn(manner, on), 2, 'wide'))} weten wat u wilt.`);
      break;
    }
    case 'mediation': {
      const talk = after.talks?.at(-1) ?? assert.fail(where);
      const what = talk.form === 'mediation' ? 'De bemiddeling' : 'Het gesprek';
      says(`${what} was op ${long(talk.on)}, met ${talk.partner}.`);
      says(talk.agreements ?? '?');
      break;
    }
    case 'merger': {
      const isOfAnother = all.some((event) => event.type === 'closed' && event.personal.other?.ofAnother);
      assert.ok(!isOfAnother, text);
      says(`samen met een klacht die wij al hadden, onder nummer ${closed?.into}.`);
      says(`Noem daarbij het nummer ${closed?.into}.`);
      break;
    }
    case 'delay':
      for (const event of all) if (event.type === 'delayed') says(`uiterlijk ${long(event.until)}.`);
      break;
    case 'withdrawal':
      says(`Op ${inLetter(closed?.on ?? on)} hebt u uw klacht ingetrokken.`);
      break;
    case 'closure':
      if (closed?.outcome === 'agreed')
        says(`Op ${inLetter(closed.on)} hebt u ons laten weten dat u het daarmee eens bent.`);
      if (closed?.outcome === 'agreed' && until >= on) says(`Dat kan nog tot en met ${long(until)}`);
      if (closed?.outcome === 'lapsed') says(`U kon tot en met ${long(until)} laten weten`);
      assert.equal(text.includes('naar de rechter'), closed?.outcome !== 'agreed', text);
      for (const { what } of after.measures) says(what);
      break;
    case 'late-objection-refused':
      says(`tot en met ${long(until)}`);
      break;
    case 'final-decision':
      for (const { what, promisedIn } of after.measures) if (promisedIn === 'decision') says(what);
      says(`Op ${inLetter(objected?.receivedOn ?? on)} kregen wij uw bericht`);
      says(
        judgement === 'none' ? 'De directie geeft geen oordeel' : judged[judgement ?? 'none'].slice(0, -1),
      );
      break;
  }
}

/** The day of receipt that a letter names. */
const receiptIn = (text: string): string | undefined =>
  /^Op (\d+ \S+ \d{4}) hebben wij uw (?:klacht|bericht) (?:K-\S+ )?ontvangen/m.exec(text)?.[1];

/** The letters after which no invitation stands. */
const ends: readonly string[] = ['court-route', 'settlement', 'final-decision'];

/** Lists the moments that the invitations so far name, as their texts say them. */
const momentsIn = ({ letters }: Pick<Complaint, 'letters'>) =>
  letters.flatMap(({ id, kind, sentOn, text }) => {
    const [, words = '', day = ''] = /^Op ((\S+ \d+ \S+ \d{4}) om \d\d:\d\d uur)\./m.exec(text) ?? [];
    return kind === 'hearing-invitation' && sentOn && words ? [{ id, words, on: dayOf(day) }] : [];
  });

/** Finds the moment of the last invitation, where no hearing, waiver or decision came after it. */
function momentThatStood(before: Complaint, all: readonly Event[]) {
  const last = before.letters.findLast(
    ({ kind, sentOn }) => sentOn && (kind === 'hearing-invitation' || ends.includes(kind)),
  );
  const isWaived = all.some(({ type }) => type === 'waiver-taken-back');
  return isWaived ? undefined : momentsIn(before).find(({ id }) => id === last?.id);
}

/**
 * Until when an invitation promises the decision: the day of the article, or that which the invitation before it names, as its text says
 * it, unless the complainant wished the later day; one before the new appointment is not kept.
 */
function promisedIn(
  { again, personal }: Letter,
  { letters, ...after }: Complaint & Partial<AnyStage>,
  all: readonly Event[],
  article: LocalDate,
): { on: LocalDate; insteadOf?: LocalDate } {
  const { appointment } = after;
  const own = letters.findLastIndex(({ text }) => text === personal.text);
  const past = letters.slice(0, own).filter(({ sentOn }) => sentOn);
  const last = past.findLast(
    ({ kind, again }) => !again && (kind === 'hearing-invitation' || ends.includes(kind)),
  );
  const isMoved =
    last?.kind === 'hearing-invitation' && !all.some(({ type }) => type === 'waiver-taken-back');
  if (!appointment || !isMoved || (!again && appointment.laterWish === 'complainant')) return { on: article };
  const known = past
    .filter(({ id, again }) => id === last.id || again?.letter === last.id)
    .flatMap(({ text }) => /in elk geval uiterlijk (\S+ \d+ \S+ \d{4}),/.exec(text)?.[1] ?? [])
    .map(dayOf)
    .sort()[0];
  if (!known || known >= article) return { on: article };
  return again || known > appointment.on ? { on: known } : { on: article, insteadOf: known };
}

const roles = new Map([
  [lars.id, 'klachtenfunctionaris'],
  [fatima.id, 'vervangend klachtenfunctionaris'],
  [willem.id, 'lid van de directie'],
  [ingrid.id, 'lid van de directie'],
  [sanne.id, 'medewerker'],
]);

const isOfTheBoard = ({ kind, promised }: Complaint['letters'][number]): boolean =>
  kind === 'final-decision' || (kind === 'delay' && promised?.of === 'decision');

const signature = (text: string): string[] => text.trimEnd().split('\n').slice(-3);

/** Tells whether nobody wrote it: then its handler signs. */
const isAutomatic = (letter: Letter): boolean => 'automatic' in letter && letter.automatic === true;

/** Asserts that a letter is signed by who wrote it, who may stand in for the handler, in their own role. */
function assertSigned(text: string, by: Person | undefined, where: string): void {
  assert.ok(by);
  assert.deepEqual(signature(text), [by.name, roles.get(by.id), 'Ballance'], where);
}

/** Asserts that a letter names its handler, and of the others only who has a part in what it tells. */
function assertNames(text: string, after: Complaint, all: readonly Event[], where: string): void {
  const { handler, measures } = after;
  if (handler) assert.ok(text.includes(handler.person.name), `${where} does not name ${handler.person.name}`);
  const told = JSON.stringify([all, handler, (after as Partial<AnyStage>).appointment, measures]);
  const signs = text.trimEnd().split('\n').at(-3);
  for (const { name } of cast)
    if (name !== signs && !told.includes(name))
      assert.ok(!text.includes(name), `${where} names ${name}: ${text}`);
}
