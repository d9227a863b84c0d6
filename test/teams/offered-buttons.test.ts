import assert from 'node:assert/strict';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import { type Person, stages } from '../../src/procedure/model/complaint.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { type Dossier, versionOf } from '../../src/register/model/dossier.ts';
import { personIn } from '../../src/register/model/message.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { withEvents } from '../../src/register/with-events.ts';
import { act } from '../../src/teams/buttons/actions.ts';
import { pressedOf } from '../../src/teams/buttons/button-press.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import { absence, cases, help, myComplaints, search, viewCase } from '../../src/teams/office/pages.ts';
import { isFormStep } from '../../src/teams/steps/all-steps.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { type Button, parts, textOf } from '../e2e/a-card.ts';
import { plain } from '../procedure/given.ts';
import { letterSent } from '../procedure/happened.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { situations } from '../procedure/situations.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat } from './a-chat.ts';

const cast = [lars, fatima, willem, ingrid, sanne, joris];

/** What nobody reads who pressed a button that they were offered. */
const refusal =
  /Dit kan niet|Het lukte niet|Er ging iets mis|is verouderd|kan nu niet|ken ik niet|begrijp ik niet/;

/** What somebody reads whose form is not sent, at the field that is to be filled in otherwise. */
const unsent = /Nog niet verstuurd/;

/** When it is pressed, and who is away then. */
const moments: Record<string, { at: string; away?: Person }> = {
  'the same day': { at: '2026-04-01T11:00' },
  'while Lars is away': { at: '2026-04-02T11:00', away: lars },
  'long after it': { at: '2026-07-10T11:00' },
};

const everySituation: Record<string, readonly Event[]> = {
  ...situations,
  'about everybody at the desk, who complained knows': [
    ...(situations['about everybody at the desk'] ?? []),
    letterSent('no-handler'),
  ],
};

type Values = Record<string, string>;

/** The values of fields for which today, any text or the first choice is wrong, on that day. */
const special: Record<string, (today: LocalDate) => Values> = {
  answer: () => ({ judgement: 'unfounded', notHeardBecause: 'De klager vroeg om spoed.' }),
  'correct-date': () => ({ to: '2026-03-31' }),
  'correct-facts': () => ({ phone: '06 87654321' }),
  delay: (today) => ({ until: addDays(today, 60) }),
  mediate: (today) => ({ on: addDays(today, 1), time: '10:00', solved: 'to-come' }),
  'move-measure': (today) => ({ to: addDays(today, 60) }),
  'offer-hearing': () => ({ laterWish: 'complainant' }),
  'record-hearing': () => ({ settled: 'not-yet' }),
  'record-lesson': () => ({ lesson: 'Zeg het er voortaan bij.' }),
  merge: () => ({ into: 'K-2025-0001' }),
  'request-redaction': () => ({ blanked: 'drie weken' }),
};

/** Fills in a form as somebody does who fills in what must be. */
function filledIn(card: Card, today: LocalDate, step = ''): Values {
  const inputs = parts(card).filter(({ type }) => String(type).startsWith('Input.'));
  const own = special[step]?.(today) ?? {};
  const any: Record<string, string> = { 'Input.Date': today, 'Input.Time': '14:30' };
  return Object.fromEntries(
    inputs.map(({ id, type, value, choices, isRequired }) => {
      const first = (choices as { value: string }[] | undefined)?.[0]?.value;
      const must = isRequired ? (first ?? any[String(type)] ?? 'Zo is het gegaan.') : '';
      return [String(id), own[String(id)] ?? (String(value || '') || must)];
    }),
  );
}

describe('a button that somebody is offered', () => {
  let chat: Chat;
  let given: number;
  const taken = new Set<string>();
  const offered = new Set<string>();

  beforeEach(async () => {
    chat = await aChat({}, { mail: true });
    given = 0;
  });
  afterEach(closeOffices);

  /** Writes a dossier with those events, and the messages that follow from them, under a number of its own. */
  async function dossierOf(events: readonly Event[]): Promise<Dossier> {
    given += 1;
    const id: CaseNumber = caseNumber(numberOf('2025', given));
    const context = chat.ours.context();
    const own = events.map((event) => (event.type === 'registered' ? { ...event, number: id } : event));
    const blank = { kind: 'dossier', id, forms: [], journal: [], outbox: [] } as const;
    const [first, ...rest] = own;
    const begun = withEvents({ ...blank, forms: [], journal: [], outbox: [] }, [first ?? assert.fail()], {
      by: sanne,
      context,
    });
    const dossier = plain(
      rest.reduce((all, event) => withEvents(all, [event], { by: lars, context }), begun),
    );
    await chat.ours.store.write(dossier);
    return dossier;
  }

  /** Lists the cards about a dossier that somebody can have: what they open, and what came by itself. */
  async function cardsOf(by: Person, { id }: Dossier): Promise<Card[]> {
    const { office } = chat;
    const dossier = (await chat.ours.dossier(id)) ?? assert.fail();
    const opened = await viewCase(id, by, office).catch((error: unknown) => {
      assert(error instanceof Refusal, String(error));
      return undefined;
    });
    const messages = dossier.outbox.filter(
      (one) => personIn(one.to) === by.id && mayReceive(one, dossier, office.register.context()),
    );
    const came = await Promise.all(messages.map((one) => outgoing(one, dossier, office)));
    return [...(opened ? [opened] : []), ...came.map(({ card }) => card)];
  }

  const buttonsIn = (card: Card): Button[] =>
    parts(card).filter(
      ({ type, verb }) => /^Action\.(Execute|Submit)$/.test(String(type)) && verb !== undefined,
    ) as Button[];

  /** Presses a button with those fields; returns the card that answers it, or undefined where the card stays and all is said. */
  async function press(by: Person, button: Button, input: Record<string, string>, where: string) {
    const { verb = '', data = {} } = button;
    const found = pressedOf({ verb, data: { ...data, ...input } }) ?? assert.fail(`${where}: no button`);
    const sendToChat = async () => undefined;
    const outcome = await act(
      { ...found, by, locale: 'nl-NL', names: chat.office.names, sendToChat },
      chat.office,
    );
    if ('card' in outcome) {
      assert.doesNotMatch(textOf(outcome.card), refusal, where);
      return outcome.card;
    }
    assert.doesNotMatch(outcome.stays, refusal, where);
    return undefined;
  }

  const today = () => chat.ours.clock.today();

  /** Opens the form that a button opens, presses all that is offered there, and sends it. */
  async function form(by: Person, step: string, events: readonly Event[], where: string): Promise<void> {
    const fresh = await dossierOf(events);
    const ask = (await cardsOf(by, fresh)).flatMap(buttonsIn).find(({ verb }) => verb === `ask-${step}`);
    const card = await press(by, ask ?? assert.fail(where), {}, where);
    const all = buttonsIn(card ?? assert.fail(where));
    const send = all.find(({ verb }) => verb === step) ?? assert.fail(`${where}: no form, ${textOf(card)}`);
    const filled = filledIn(card ?? assert.fail(), today(), step);
    for (const button of all.filter((one) => one !== send))
      await press(by, button, filled, `${where} > ${button.title}`);
    const before = versionOf((await chat.ours.dossier(fresh.id)) ?? assert.fail());
    const answer = await press(by, send, filled, `${where} > ${send.title}`);
    const after = await chat.ours.dossier(fresh.id);
    if (after && versionOf(after) > before) return void taken.add(step);
    assert.match(textOf(answer), unsent, `${where} > ${send.title}`);
  }

  for (const [moment, { at, away }] of Object.entries(moments))
    for (const [situation, events] of Object.entries(everySituation))
      it(`does what it says, ${moment}, of a complaint that is ${situation}`, async () => {
        const dossier = await dossierOf(events);
        if (away) await chat.ours.setAbsence(away, { from: '2026-04-02', until: '2026-04-03' });
        chat.ours.moveTo(at);
        const wrong: string[] = [];
        const noting = (one: Promise<unknown>) =>
          one.catch(
            (error: unknown) => void wrong.push(error instanceof Error ? error.message : String(error)),
          );
        for (const by of cast) {
          const pressed = new Set<string>();
          for (const card of await cardsOf(by, dossier))
            for (const button of buttonsIn(card)) {
              const { verb = '', title } = button;
              const where = `${by.name}, ${title} (${verb})`;
              const step = /^ask-(.*)$/.exec(verb)?.[1] ?? '';
              if (pressed.has(`${verb} ${title}`)) continue;
              pressed.add(`${verb} ${title}`);
              if (isFormStep(step)) {
                offered.add(step);
                await noting(form(by, step, events, where));
              } else await noting(press(by, button, filledIn(card, today()), where));
            }
        }
        assert.deepEqual(wrong, []);
      });

  it('does what it says in a list, and in what answers a command', async () => {
    const { office } = chat;
    const dossiers = [];
    for (const events of Object.values(everySituation)) dossiers.push(await dossierOf(events));
    for (const by of cast) {
      const answers = [
        await help(by, office),
        await myComplaints(by, office),
        await cases(by, office),
        await cases(by, office, { filter: 'late' }),
        await cases(by, office, { filter: 'closed' }),
        await search('Dam', by, office),
        await absence(by, office),
      ];
      for (const card of answers)
        for (const button of buttonsIn(card))
          await press(by, button, filledIn(card, today()), `${by.name}, ${button.title} (${button.verb})`);
    }
    assert.deepEqual(
      [...new Set(dossiers.map(({ complaint }) => complaint.stage))].sort(),
      [...stages].sort(),
    );
  });

  after(() => {
    // Their letters are one line of text, which its writer must look at before it goes again.
    const shownFirst = ['send-again'];
    assert.deepEqual([...offered].filter((step) => !taken.has(step)).sort(), shownFirst);
  });
});
