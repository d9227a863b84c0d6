import assert from 'node:assert/strict';
import { judgements } from '../../src/procedure/model/answer.ts';
import { hearingForms, manners, origins, stages } from '../../src/procedure/model/complaint.ts';
import { documentKinds, documentSources } from '../../src/procedure/model/document.ts';
import { dispatchManners, letterKinds } from '../../src/procedure/model/letter.ts';
import { outcomes } from '../../src/procedure/model/outcome.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { broughtUpToDate } from '../../src/register/integrity/at-start.ts';
import type { Document } from '../../src/register/model/dossier.ts';
import { eventTypes } from '../../src/register/model/event-check.ts';
import { linkChannel } from '../../src/register/model/linked-channel.ts';
import { messageKinds } from '../../src/register/model/message-check.ts';
import { schema } from '../../src/register/model/upcast.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { type Ask, asking, registration } from '../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { isExit, leadsOn, type OpenStep, openTo } from '../procedure/walk.ts';
import { wellFilled } from '../procedure/well-filled.ts';
import { contentOf } from './a-register.ts';
import { anOffice } from './an-office.ts';
import { nothingArrives, rarely } from './rarely.ts';

type OfOurs = ReturnType<typeof anOffice>;

/** Plays what the register of each release under `test/fixtures` holds: six complaints of the spring of 2026, in all stages, one erased. */
export async function sixComplaints(office: OfOurs): Promise<void> {
  const on = async (time: string): Promise<void> => office.sweepAt(time);
  const take = async (number: string, day: LocalDate, by: typeof lars, ask: Ask): Promise<void> => {
    await office.execute({ ...ask(asking(day, by)), number } as Parameters<OfOurs['execute']>[0]);
    await office.deliver(number);
  };
  const file = async (form: string, over: Partial<typeof registration>): Promise<void> => {
    const { id } = await office.file({ ...registration, ...over }, form, sanne);
    await office.deliver(id);
  };
  const [k1, k2, k3, k4, k6] = [
    'K-2026-0001',
    'K-2026-0002',
    'K-2026-0003',
    'K-2026-0004',
    'K-2026-0006',
  ] as const;

  await on('2026-03-02T10:00');
  const monday = { receivedOn: '2026-03-02' } as const;
  await file('1', { ...monday, branch: 'Utrecht', respondents: [joris] });
  await file('2', {
    ...monday,
    complainant: { name: 'De heer Yılmaz', phone: '030 123 45 67', email: 'yilmaz@example.nl' },
    origin: 'principal',
    noReply: true,
    summary: 'De factuur klopt niet.',
  });
  await file('3', { ...monday, manner: 'written', summary: 'Er is niemand.' });
  await file('4', {
    ...monday,
    complainant: { name: 'De heer Jansma', email: 'jansma@example.nl' },
    summary: 'Lars belde niet terug.',
    respondents: [lars],
  });
  await file('5', { ...monday, summary: 'De deur zat op slot.', remedied: true });
  await on('2026-03-04T10:00');
  for (const number of [k1, k2]) await take(number, '2026-03-04', lars, (step) => step.acknowledge());
  await take(k1, '2026-03-04', lars, (step) => step.requestStatement());
  await take(k3, '2026-03-04', lars, (step) => step.withdraw());
  await take(k4, '2026-03-04', fatima, (step) => step.acknowledge());
  await on('2026-03-09T10:00');
  await take(k1, '2026-03-09', joris, (step) => step.giveStatement());
  await take(k1, '2026-03-09', lars, (step) => step.addNote());
  await take(k2, '2026-03-09', lars, (step) => step.correctFacts());
  await on('2026-03-16T10:00');
  const measures = [
    {
      what: 'Terugbellen binnen een dag',
      owner: joris.name,
      ownerId: joris.id,
      dueOn: '2026-04-13',
    } as const,
  ];
  await take(k1, '2026-03-16', lars, (step) => step.recordStatement());
  await take(k1, '2026-03-16', lars, (step) => step.answer({ judgement: 'partly-founded', measures }));
  await take(k2, '2026-03-16', lars, (step) => step.answer({ judgement: 'unfounded' }));
  await on('2026-03-23T10:00');
  // The complainant knows Lars by the letters, and agreed on Friday.
  await take(k2, '2026-03-23', lars, (step) => step.handOver({ to: fatima.id }));
  await take(k2, '2026-03-23', fatima, (step) =>
    step.agree({ on: '2026-03-20', learned: { subject: 'Kosten', lesson: 'Wij leggen de rekening uit.' } }),
  );
  await take(k2, '2026-03-23', fatima, (step) => step.recordSatisfaction());
  await take(k4, '2026-03-23', fatima, (step) => step.answer());
  await on('2026-04-02T10:00');
  await take(k1, '2026-04-02', lars, (step) => step.object());
  await take(k1, '2026-04-02', lars, (step) => step.correctDate({ to: '2026-02-27' }));
  await take(k1, '2026-04-02', lars, (step) =>
    step.correctDate({ field: 'objectionSentOn', to: '2026-04-01' }),
  );
  await on('2026-04-07T10:00');
  await take(k1, '2026-04-07', lars, (step) => step.waiveHearing());
  await on('2026-04-10T10:00');
  await take(k1, '2026-04-10', willem, (step) => step.decide({ judgement: 'partly-founded' }));
  await on('2026-04-13T10:00');
  await take(k3, '2026-04-13', lars, (step) => step.requestErasure());
  await take(k3, '2026-04-13', ingrid, (step) => step.answerErasure());
  await take(k4, '2026-04-13', fatima, (step) => step.object());
  await take(k4, '2026-04-13', fatima, (step) => step.offerHearing({ on: '2026-04-15' }));
  await file('6', {
    receivedOn: '2026-04-12',
    complainant: { name: 'Anoniem', unnamed: 'anonymous' },
    summary: 'Er wordt niet opgenomen, zei Willem Jansen.',
    respondents: [joris],
    notAbout: [willem],
  });
  const open = { letter: undefined, agreements: undefined };
  await take(k6, '2026-04-13', lars, (step) =>
    step.mediate({ ...open, time: '11:00', solved: undefined, result: '' }),
  );
  await office.setAbsence(fatima, { from: '2026-05-01', until: '2026-05-08' });
  await on('2026-04-14T09:30');
  await take(k6, '2026-04-14', lars, (step) =>
    step.mediate({ ...open, calledOff: true, solved: undefined, result: 'Joris was ziek.' }),
  );
  await take(k6, '2026-04-14', lars, (step) => step.mediate({ ...open, solved: false }));
  await take(k6, '2026-04-14', lars, (step) => step.addNote());
  await take(k6, '2026-04-14', lars, (step) => step.requestRedaction());
  await take(k6, '2026-04-14', fatima, (step) => step.answerRedaction());
  if ((await office.dossier(k6))?.complaint.handler?.person.id !== lars.id)
    throw new Error(`${k6} is not with Lars`);
}

/**
 * Takes every step, also the other way where there are two, as soon as it is open to anybody; a day passes with each. Yields each
 * dossier as it is stored after every step.
 */
export async function* everyStep(
  office: OfOurs,
  complaints: number,
  from: LocalDate = '2026-04-01',
): AsyncGenerator<Document> {
  const taken = new Map<string, number>();
  let day = from;
  office.moveTo(`${day}T09:00`);
  const whole = { ...registration, receivedOn: day, respondents: [joris] };
  const goesOn = await office.file(whole, `${from} goes on`, sanne);
  for (let form = 1; form <= complaints; form += 1) {
    const otherwise = form % 2 === 0;
    const filled = { ...registration, branch: 'Utrecht', experts: 'mr. Vos', remedied: form === 7 };
    const respondents = form === 8 ? [lars, fatima, willem, ingrid] : [joris];
    office.moveTo(`${day}T10:00`);
    const { id } = await office.file({ ...filled, receivedOn: day, respondents }, `${from} ${form}`, sanne);
    for (let turn = 0; turn < 20; turn += 1) {
      await office.deliver(id);
      const { complaint } = (await office.dossier(id)) ?? assert.fail(`${id} is gone`);
      const nameOf = ({ step }: OpenStep): string => `${step} ${otherwise}`;
      const isLate = form > 4 && complaint.stage === 'answered';
      const rank = (open: OpenStep): number =>
        (taken.get(nameOf(open)) ?? 0) +
        (isExit(open.step) || (form < 7 && !leadsOn(open.step, complaint.stage)) ? 9 : 0) +
        (open.step === 'move-measure' ? 99 : 0) -
        (isLate && open.step === 'object' ? 2 : 0) -
        (form === complaints && open.step === 'merge' ? 99 : 0);
      day = addDays(day, isLate ? 32 : 1);
      office.moveTo(`${day}T10:00`);
      const [next] = openTo(complaint, office.context())
        .filter(({ step }) => step !== 'add-document' && step !== 'export-dossier')
        .sort((one, other) => rank(one) - rank(other));
      if (!next) break;
      taken.set(nameOf(next), (taken.get(nameOf(next)) ?? 0) + 1);
      const into = (await office.dossier(goesOn.id))?.complaint;
      const command = wellFilled(next.step, next.by, complaint, office.context(), { otherwise, into });
      await office.execute({ ...command, number: id }).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
      const stored = await office.bare.read(id);
      if (stored) yield stored.document;
      const other = (next.step === 'merge' || next.step === 'reopen') && (await office.bare.read(goesOn.id));
      if (other) yield other.document;
    }
  }
}

/** Collects the schema version, the shape of what every step stores, and every word that it may hold. */
export async function currentShape() {
  const spring = anOffice({ now: '2026-03-02T10:00' });
  await broughtUpToDate(spring);
  await sixComplaints(spring);
  const documents: Document[] = await contentOf(spring.bare);
  for (const [circumstances, play] of [
    [{ mail: true }, rarely],
    [{ undeliverable: () => true }, nothingArrives],
  ] as const) {
    const office = anOffice(circumstances);
    await broughtUpToDate(office);
    await play(office);
    documents.push(...(await contentOf(office.bare)));
  }
  for (const { mail, complaints } of [
    { mail: false, complaints: 10 },
    { mail: true, complaints: 2 },
  ]) {
    const office = anOffice({ mail });
    await broughtUpToDate(office);
    const address = { serviceUrl: 'https://teams', conversationId: 'channel', botId: '28:bot' };
    await linkChannel(office.store, { address, linkedAt: office.clock.now() });
    for await (const document of everyStep(office, complaints)) documents.push(document);
    // Successive reminders, and at last erasure after the years of retention.
    for (const time of [
      '2027-12-01T10:00',
      '2027-12-02T10:00',
      '2027-12-03T10:00',
      '2033-06-01T10:00',
      '2033-07-01T10:00',
    ]) {
      await office.sweepAt(time);
      documents.push(...(await contentOf(office.bare)));
    }
  }
  const words = {
    stages,
    outcomes,
    judgements,
    origins,
    manners,
    hearingForms,
    dispatchManners,
    letterKinds,
    documentKinds,
    documentSources,
  };
  return {
    schema,
    shape: shapeOf(documents),
    words: { ...words, eventTypes, messageKinds },
  };
}

/** Lists every path to a value in documents, with the kind of that value: the shape of what is stored. */
export function shapeOf(documents: readonly Document[]): string[] {
  const paths = new Set<string>();
  for (const document of documents)
    if (document.kind !== 'memo' || document.id === 'front-desk') describe(document, document.kind, paths);
  return [...paths].sort();
}

function describe(value: unknown, path: string, paths: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) describe(item, `${path}[]`, paths);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) {
      const key = /^\d{4}$/.test(name) ? '<year>' : name;
      describe(field, `${path}${variantOf(value, path)}.${key}`, paths);
    }
  } else if (value !== undefined) paths.add(`${path}: ${value === null ? 'null' : typeof value}`);
}

/** Names the kind of an event or a message, which decides its other fields. */
function variantOf(value: object, path: string): string {
  if ('type' in value) return `(${value.type})`;
  return 'kind' in value && path.endsWith('.content') ? `(${value.kind})` : '';
}
