import assert from 'node:assert/strict';
import { noteUnreached } from '../../src/register/notify/unreached.ts';
import { setUpFaults } from '../../src/register/set-up-faults.ts';
import { websiteIntake } from '../../src/register/website-intake.ts';
import { withDecreed } from '../../src/time/dutch-calendar.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { type Ask, aDocument, asking, registration, wednesday } from '../procedure/asked.ts';
import { calendar } from '../procedure/given.ts';
import { everybodyAtTheDesk, fatima, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice } from './an-office.ts';

type OfOurs = ReturnType<typeof anOffice>;

/**
 * Plays what a walk through the steps seldom meets: letters by e-mail that wait, are mailed again, made anew and taken out of the post; a
 * delay; a document that is shared, and removed; what comes by the website; who turns out to be no respondent; talks; a measure that gets a later day; a waiver that is taken back; a decision that is
 * to be taken anew; a talk to come with a colleague whose name was typed; a complaint that nobody may handle; and somebody who is absent;
 * a complainant who is asked afterwards.
 */
export async function rarely(office: OfOurs, from: LocalDate = '2026-06-01'): Promise<void> {
  let day = from;
  const next = (days = 1): void => {
    day = addDays(day, days);
    office.moveTo(`${day}T10:00`);
  };
  const file = async (form: string, over: Partial<typeof registration> = {}) => {
    const { id } = await office.file({ ...registration, receivedOn: day, ...over }, form, sanne);
    const take = async (ask: Ask, by = lars): Promise<void> => {
      await office.execute({ ...ask(asking(day, by)), number: id } as Parameters<OfOurs['execute']>[0]);
    };
    return { deliver: () => office.deliver(id), take };
  };

  next();
  const letters = await file('letters that wait', { respondents: [joris] });
  await letters.take((ask) => ask.acknowledge());
  await letters.take((ask) => ask.sendByHand({ manner: 'again', text: 'Wij hebben uw klacht ontvangen.' }));
  next();
  await letters.deliver();
  await letters.take((ask) => ask.addDocument());
  await letters.take((ask) => ask.exportDossier());
  await letters.take((ask) => ask.requestStatement({ documents: [aDocument().id] }));
  await letters.take((ask) => ask.removeDocument());
  await letters.take((ask) => ask.removeRespondent());
  await letters.take((ask) => ask.delay());
  await letters.take((ask) => ask.withdraw());
  await letters.deliver();

  const talks = await file('talks', { respondents: [joris] });
  const time = { time: '11:00', solved: undefined, result: '', agreements: '', letter: undefined };
  await talks.take((ask) => ask.mediate({ ...time, on: day }));
  await talks.take((ask) =>
    ask.requestStatement({
      about: { text: 'Over het bellen.', mayIdentify: false, dueOn: addDays(day, 2) },
    }),
  );
  await talks.deliver();
  next();
  await office.sweepAt(`${day}T10:00`);
  await talks.take((ask) =>
    ask.mediate({ calledOff: true, result: 'Ziek.', agreements: '', letter: undefined }),
  );
  await talks.take((ask) => ask.mediate());
  await talks.deliver();

  const measures = [{ what: 'Belrooster', owner: sanne.name, ownerId: sanne.id, dueOn: addDays(day, 7) }];
  const waived = await file('waived and taken back');
  for (const ask of [
    (ask) => ask.acknowledge({ letter: { text: 'Ontvangen', manner: 'handed', sentOn: day } }),
    (ask) => ask.answer({ measures, letter: { text: 'Antwoord', manner: 'handed', sentOn: day } }),
    (ask) => ask.moveMeasure(),
    (ask) => ask.object({ how: 'letter' }),
    (ask) => ask.waiveHearing(),
  ] satisfies Ask[])
    await waived.take(ask);
  await waived.deliver();
  next();
  await waived.take((ask) => ask.offerHearing());
  await waived.deliver();

  const decided = await file('decided, and to be decided anew');
  const handed = (text: string) => ({ letter: { text, manner: 'handed', sentOn: day } }) as const;
  await decided.take((ask) => ask.acknowledge(handed('Ontvangen')));
  await decided.take((ask) => ask.answer(handed('Antwoord')));
  next();
  await decided.take((ask) => ask.correctDate({ field: 'answerReceivedOn', to: day }));
  await decided.take((ask) => ask.object());
  await decided.take((ask) => ask.waiveHearing());
  await decided.take((ask) => ask.decide({ ...handed('Beslissing'), offer: 'stays' }), willem);
  await decided.take((ask) => ask.reopen(), willem);
  await decided.deliver();

  const typed = await file('about a typed name', { unresolvedName: 'Joris' });
  await typed.take((ask) => ask.mediate({ ...time, on: addDays(day, 9) }));
  await typed.deliver();

  const fromWebsite = async (overWie: string) => {
    const written = {
      naam: 'Mevrouw Van Dam',
      email: 'vandam@example.nl',
      inhoud: `Niet gebeld: ${day} ${overWie}`,
    };
    return (
      (await websiteIntake(office)({ ...written, overWie }, `${day} ${overWie}`)).number ?? assert.fail()
    );
  };
  const named = await fromWebsite('Lars');
  await office.execute({ ...asking(day, fatima).judgeName(), number: named });
  await office.deliver(named);
  await office.deliver(await fromWebsite('de directie'));
  await office.deliver(await fromWebsite('de balie'));

  const nobody = await file('about everybody', { respondents: everybodyAtTheDesk });
  await nobody.deliver();

  await office.setAbsence(lars, { from: addDays(day, 1), until: addDays(day, 2) });
  for (let days = 0; days < 5; days++) {
    next();
    await office.sweepAt(`${day}T10:00`);
  }

  const asked = await file('of which the complainant is asked how satisfied they are');
  await asked.take((ask) => ask.answer(handed('Antwoord')));
  await asked.take((ask) => ask.agree());
  next(27);
  for (let days = 0; days < 5; days++) {
    next();
    await office.sweepAt(`${day}T10:00`);
  }
}

/** Plays what follows where nothing is delivered for days, the mail server refuses, and the register is behind at the start. */
export async function nothingArrives(office: OfOurs, receivedOn: LocalDate = wednesday): Promise<void> {
  const whole = { ...registration, receivedOn, respondents: [joris] };
  const { id } = await office.file(whole, 'never delivered', sanne);
  await office.deliver(id);
  for (let days = 1; days < 6; days++) await office.sweepAt(`${addDays(receivedOn, days)}T10:00`);
  const { store, register, log, clock } = office;
  const now = clock.now();
  await noteUnreached(store, { kind: 'mail' }, { reason: 'EAUTH', setUp: true, now });
  await setUpFaults({ store, register, log, condition: () => ({ since: now, behind: [id] }) })(now);
  // The day on which the answer is due is equated by decree, and is not any more.
  const days = withDecreed(calendar, [...calendar.decreed, addDays(receivedOn, 21)]);
  for (const circumstances of [{ days }, {}])
    await anOffice({ file: office.path, ...circumstances, undeliverable: () => true }).sweepAt(
      `${addDays(receivedOn, 5)}T10:30`,
    );
}
