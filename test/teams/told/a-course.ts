import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Step } from '../../../src/procedure/model/commands.ts';
import type { Complainant } from '../../../src/procedure/model/complainant.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { versionOf } from '../../../src/register/model/dossier.ts';
import { linkChannel } from '../../../src/register/model/linked-channel.ts';
import { websiteIntake } from '../../../src/register/website-intake.ts';
import { addressBook } from '../../../src/teams/adapter/address-book.ts';
import { everybody } from '../../../src/teams/adapter/colleagues.ts';
import type { Press } from '../../../src/teams/buttons/button-press.ts';
import { askStep, draftStep, takeStep } from '../../../src/teams/buttons/submit-step.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import type { Office } from '../../../src/teams/office/office.ts';
import { type FormStep, isFormStep } from '../../../src/teams/steps/all-steps.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { registration } from '../../procedure/asked.ts';
import { calendar } from '../../procedure/given.ts';
import { everybodyAtTheDesk, fatima, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { moved } from '../../procedure/reference-days.ts';
import { atMost, cast, leadsOn, type OpenStep, openTo } from '../../procedure/walk.ts';
import { wellFilled } from '../../procedure/well-filled.ts';
import { anOffice, config } from '../../register/an-office.ts';
import { partsOf } from '../card-parts.ts';
import { filledIn } from './filled-in.ts';

/** One turn of a course: days pass, somebody opens a form, and sends it then or days later. */
export type Turn = {
  days: number;
  /** Which of the open steps (a fraction), and whether it is one that leads on. */
  which: number;
  onward: boolean;
  /** For how many days the form stays open. */
  open: number;
  /** "Brief maken" is pressed first, and after that the fields are filled in otherwise. */
  draftFirst: boolean;
  /** What is filled in, a number for each field. */
  answers: number[];
  /** Who of the officer and the substitute is away from that day on, and for how many days more. */
  away?: { who: Person; days: number };
  /** Whether the mail server takes what waits for it before the day is over. */
  mailWorks: boolean;
};

export type Beginning = {
  today: LocalDate;
  /** How many days before it is registered it was received. */
  before: number;
  respondents: Person[];
  /** How the complainant can be reached: by e-mail, only otherwise, or not at all because nobody knows who it is. */
  reached: 'by e-mail' | 'otherwise' | 'not at all';
  /** Whether an older complaint is open with which this one can be merged. */
  another: boolean;
  mail: boolean;
  /** Whether it came by the website, where whoever of the desk it is about is named. */
  byWebsite: boolean;
};

const answers = fc.array(fc.nat({ max: 997 }), { minLength: 20, maxLength: 20 });

export const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    days: fc.oneof(
      { weight: 8, arbitrary: fc.nat({ max: 3 }) },
      { weight: 2, arbitrary: fc.nat({ max: 12 }) },
      { weight: 1, arbitrary: fc.nat({ max: 45 }) },
    ),
    which: fc.nat({ max: 999 }).map((n) => n / 1000),
    onward: fc.nat({ max: 3 }).map((n) => n > 0),
    open: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 4 })),
    draftFirst: fc.boolean(),
    answers,
    away: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      fc.record({ who: fc.constantFrom(lars, fatima), days: fc.nat({ max: 14 }) }),
    ),
    mailWorks: fc.nat({ max: 3 }).map((n) => n > 0),
  }),
  { minLength: 6, maxLength: atMost(14), size: 'max' },
);

const registrations = fc.record({
  today: fc.nat({ max: 300 }).map((n) => moved('2026-02-16', n)),
  before: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 6 })),
  respondents: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Person[]>([]) },
    { weight: 3, arbitrary: fc.subarray([joris, fatima, willem, lars], { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant(everybodyAtTheDesk) },
  ),
  reached: fc.constantFrom('by e-mail', 'otherwise', 'by e-mail', 'otherwise', 'not at all'),
  another: fc.boolean(),
  mail: fc.boolean(),
});

/** One in four that is registered on the day on which it was received came by the website. */
export const beginnings: fc.Arbitrary<Beginning> = registrations.map((one) => ({
  ...one,
  byWebsite: one.before === 0 && Number(one.today.slice(-2)) % 4 === 0,
}));

/** Somebody of whom nobody but who handles the complaint may read the name or how to reach them. */
export const klager = {
  name: 'Mevrouw Zeldenrust',
  email: 'zeldenrust@example.org',
  phone: '06-12345678',
  address: 'Zoutstraat 7, 3511 AA Utrecht',
};

const reaches: Record<Beginning['reached'], Complainant> = {
  'by e-mail': klager,
  otherwise: { ...klager, email: undefined },
  'not at all': { name: 'Anoniem', unnamed: 'anonymous' },
};

/** The parts of an office in which forms are opened and sent. */
export function anOfficeOf(now: string, mail: boolean) {
  const ours = anOffice({ file: ':memory:', now, mail });
  const log = { ...ours.log, fault: (msg: string, error: unknown) => assert.fail(`${msg}: ${error}`) };
  const office: Office = {
    ...ours,
    register: ours.register,
    calendar,
    config,
    addresses: addressBook(ours.store, async () => undefined),
    colleagues: everybody,
    names: async (ids) => ids.map((id) => cast.find((one) => one.id === id) ?? { id, name: 'Noor Visser' }),
    log,
  };
  return { ...ours, office };
}

export type TheOffice = ReturnType<typeof anOfficeOf>;

/** The number of the older complaint, and of no other. */
export const theOther = 'K-2025-0001';

/**
 * Registers the complaint of that beginning, as its receiver does, in an office with a linked channel; and before it, where there is
 * one, an older complaint about the same people, from the same complainant.
 */
export async function registerIn(ours: TheOffice, beginning: Beginning) {
  const { today, respondents } = beginning;
  const address = { serviceUrl: 'https://teams.example/', conversationId: '19:channel', botId: '28:bot' };
  await linkChannel(ours.store, { address, linkedAt: ours.clock.now() });
  if (beginning.another) {
    ours.moveTo('2025-12-15T10:00');
    const complainant = reaches[beginning.reached];
    await ours.file({ ...registration, complainant, respondents, receivedOn: '2025-12-15' }, 'form-0', sanne);
    ours.moveTo(`${today}T09:30`);
  }
  return fileIn(ours, beginning, 'form-1');
}

/** Registers the complaint of that beginning by that form. */
export const fileIn = (ours: TheOffice, beginning: Beginning, form: string): Promise<Dossier> =>
  beginning.byWebsite ? writtenIn(ours, beginning, form) : registeredIn(ours, beginning, form);

/** Writes it on the website, where whom it is about is typed. */
async function writtenIn(ours: TheOffice, { respondents, reached }: Beginning, form: string) {
  const { name, email, phone, address } = reaches[reached];
  const { number = assert.fail() } = await websiteIntake(ours)(
    {
      naam: name,
      ...(email && { email }),
      ...(phone && { telefoon: phone }),
      ...(address && { postadres: address }),
      overWie: respondents.map((one) => one.name).join(', '),
      inhoud: registration.summary,
    },
    form,
  );
  return (await ours.dossier(number)) ?? assert.fail();
}

const registeredIn = (
  ours: TheOffice,
  { today, before, respondents, reached }: Beginning,
  form: string,
): Promise<Dossier> =>
  ours.file(
    { ...registration, complainant: reaches[reached], respondents, receivedOn: moved(today, -before) },
    form,
    sanne,
  );

/**
 * Takes one turn: the form of an open step, one of `only` where that is given, as its reader fills it in and sends it. Nothing happens
 * where it is refused.
 */
export async function take(
  turn: Turn,
  dossier: Dossier,
  ours: TheOffice,
  only?: readonly Step[],
): Promise<void> {
  const { complaint } = dossier;
  const context = ours.context();
  const all = openTo(complaint, context).filter(({ step }) => only?.includes(step) ?? true);
  const onward = all.filter(({ step }) => leadsOn(step, complaint.stage));
  const rare = seldomTaken(turn, all, await ours.dossier(theOther));
  const among = [rare, turn.onward ? onward : [], all].find((some) => some.length > 0) ?? all;
  const chosen = among[Math.floor(turn.which * among.length)];
  if (!chosen) return;
  const { step, by } = chosen;
  if (isFormStep(step)) return byForm(step, by, turn, dossier, ours);
  const command = wellFilled(step, by, complaint, context, { otherwise: (turn.answers[0] ?? 0) % 2 === 0 });
  await ours.execute(command).catch(refusedOnly);
}

/** The steps to which a course would seldom come, because they move nothing on, and are one among many: one turn in eight takes those. */
const seldom: readonly Step[] = ['delay', 'merge'];

/** Lists those that are open where it is such a turn; merging only where there is an older complaint to merge into. */
function seldomTaken({ answers }: Turn, all: readonly OpenStep[], other: Dossier | undefined): OpenStep[] {
  if ((answers.at(-1) ?? 0) % 8 > 0) return [];
  return all.filter(({ step }) => seldom.includes(step) && (step !== 'merge' || other?.open));
}

/** Lets a refusal pass, and nothing else that goes wrong. */
export function refusedOnly(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

/** How often somebody tries again to fill a form in, when it comes back with errors. */
const patience = 3;

async function byForm(step: FormStep, by: Person, turn: Turn, { id }: Dossier, ours: TheOffice) {
  const { office } = ours;
  const dossier = await ours.register.view(id, by);
  const press = (card: Card | undefined, input: Record<string, unknown>): Press => ({
    verb: step,
    by,
    names: office.names,
    locale: 'nl-NL',
    sendToChat: async () => undefined,
    pressed: { number: id, version: versionOf(dossier), form: '', ...(card && dataOf(step, card)), input },
  });
  let { card } = await askStep(step, press(undefined, {}), office);
  const drafts = partsOf(card).some(({ verb }) => verb === `draft-${step}`);
  const opened = ours.clock.today();
  if (turn.draftFirst && drafts)
    ({ card } = await draftStep(
      step,
      press(card, filledIn(card, turn.answers.toReversed(), opened)),
      office,
    ));
  if (turn.open > 0) ours.moveTo(`${moved(opened, turn.open)}T11:00`);
  for (let tries = 0; tries < patience; tries += 1) {
    const typed = filledIn(card, turn.answers, ours.clock.today(), tries);
    const sent = await takeStep(step, press(card, typed), office).catch(refusedOnly);
    if (!sent || !('card' in sent) || !partsOf(sent.card).some(({ verb }) => verb === step)) return;
    ({ card } = sent);
    if (drafts && JSON.stringify(card).includes('De gegevens zijn veranderd'))
      ({ card } = await draftStep(step, press(card, typed), office));
  }
}

/** What the button under a form carries. */
function dataOf(step: FormStep, card: Card): { form: string; made?: string } {
  const { data } = partsOf(card).find(({ verb }) => verb === step) ?? {};
  return data as { form: string; made?: string };
}
