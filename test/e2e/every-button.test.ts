import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { stepNames } from '../../src/procedure/steps.ts';
import { verbs } from '../../src/teams/buttons/actions.ts';
import { type FormStep, isFormStep, stepForms, titleOf } from '../../src/teams/steps/all-steps.ts';
import { story } from '../story.ts';
import { type ABot, aBot, channel, fatima, idOf, ingrid, joris, lars, sanne, willem } from './a-bot.ts';
import { parts, textOf } from './a-card.ts';
import { type APage, aPage } from './a-page.ts';
import { byHand, filledOn, fills, type Typed } from './forms-filled.ts';
import { writesOnTheWebsite } from './on-the-website.ts';
import { type Presser, presserIn } from './pressing.ts';
import { sendFile } from './sends-files.ts';
import { complaints, numberOf, seesOnlyTheirs, seesTheSame } from './what-all-see.ts';

/** The verbs of all buttons that people can be offered: of a letter only those of forms in which one is made. */
const offered = [...new Set([...verbs, ...stepNames])].filter((verb) => {
  const step = /^(?:draft|download)-(.*)$/.exec(verb)?.[1] ?? '';
  return !isFormStep(step) || stepForms[step].draft !== undefined;
});

describe('every button that anybody is offered, pressed in the page', () => {
  let bot: ABot;
  let room: APage;
  let presser: Presser;

  before(async () => {
    // Nothing listens there: what goes by e-mail waits, as when a mail server is down.
    bot = await aBot({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'klachten@ballance.example' });
    room = await aPage(bot.url());
    await room.page.setViewportSize({ width: 3000, height: 1200 });
    presser = presserIn(room, () => seesOnlyTheirs(bot));
    await room.shows('Sanne', 'Lars', 'Fatima', 'Willem', 'Ingrid', 'Joris', channel);
    await bot.say(lars, 'koppel', channel);
  });
  after(async () => {
    await room?.close();
    await bot?.end();
  });

  const latest = async (who: string) =>
    (await bot.said(who)).at(-1)?.id ?? assert.fail(`${who} hears nothing`);

  /** Types that, and gives the id of the message that answers. */
  async function asks(who: string, words: string): Promise<string> {
    await bot.say(who, words);
    return latest(who);
  }

  /** Presses all on what answers those words. */
  const all = (who: string, words: string) => presser.pressesAll(who, () => asks(who, words));
  const allOf = (who: string, nth: number) => all(who, `zaak ${numberOf(nth)}`);

  const cardOf = async (who: string, id: string) => (await bot.said(who)).find((one) => one.id === id)?.card;

  /** Finds the newest message with a button of that verb, once it has come: its id, and what the button is called. */
  async function having(who: string, verb: string): Promise<{ id: string; title: string }> {
    for (let tries = 0; tries < 600; tries++) {
      for (const { id, card } of (await bot.said(who)).reverse()) {
        const button = parts(card).find((part) => part.verb === verb);
        if (button) return { id, title: String(button.title) };
      }
      await pause(50);
    }
    return assert.fail(`${who} has no button to ${verb}`);
  }

  /** Presses that button where it stands. */
  async function presses(who: string, verb: string): Promise<void> {
    const { id, title } = await having(who, verb);
    await presser.presses(id, title);
    assert(presser.met.has(verb), `${who}: ${title} did not ${verb}`);
  }

  /** Fills in the latest form with that verb, makes and downloads its letter where no form did yet, and sends it. */
  async function sends(who: string, verb: string, typed: Typed = {}): Promise<void> {
    const { id } = await having(who, verb);
    for (const one of [`draft-${verb}`, `download-${verb}`, verb]) {
      const card = await cardOf(who, id);
      if (!card || !parts(card).some((part) => part.verb === one)) continue;
      if (one !== verb && presser.met.has(one)) continue;
      await fills(room.page, id, filledOn(card, verb, typed));
      await presses(who, one);
    }
  }

  /** Takes a step of a dossier in the page: opens its form, fills it in and sends it; then everybody sees the same. */
  async function takes(who: string, nth: number, step: FormStep, typed: Typed = {}): Promise<void> {
    const number = numberOf(nth);
    const { length } = (await bot.dossier(number)).journal;
    const id = await asks(who, `zaak ${number}`);
    await presser.presses(id, titleOf(step));
    await sends(who, step, typed);
    for (let tries = 0; (await bot.dossier(number)).journal.length === length; tries++) {
      assert(tries < 600, `${step} by ${who} on ${number}:\n${textOf(await cardOf(who, id))}`);
      await pause(50);
    }
    await seesTheSame(bot, number);
  }

  /** Sanne registers that complaint. */
  async function registers(nth: number, typed: Typed = {}): Promise<void> {
    const { name, about } = complaints[nth - 1] ?? assert.fail();
    await asks(sanne, 'klacht');
    await sends(sanne, 'register', {
      complainantName: name,
      summary: `${name} werd niet teruggebeld.`,
      respondents: about.map(idOf).join(','),
      ...typed,
    });
    assert.equal((await bot.dossier(numberOf(nth))).complaint.complainant.name, name);
  }

  const step = story('presses what stands on the cards, and plays every step');

  step('what everybody is offered without a complaint', async () => {
    for (const who of [sanne, lars, fatima, willem]) await all(who, 'help');
    await asks(lars, 'afwezig');
    await sends(lars, 'absence', { from: '2027-03-01', until: '2027-03-05' });
    await all(lars, 'afwezig');
    await all(lars, 'Adelaar belde vandaag');
    await all(sanne, 'klacht');
  });

  step('the first: registered, added to, and all that its handler may note', async () => {
    await registers(1, { email: 'adelaar@voorbeeld.nl' });
    await presses(sanne, 'ask-supplement');
    await sends(sanne, 'supplement', { phone: '06 12345678' });
    await presser.pressesAll(sanne, async () => (await having(sanne, 'register-another')).id);
    await all(sanne, 'mijn klachten');
    await all(lars, 'zaken');
    await all(lars, 'zoek Adelaar');
    await allOf(lars, 1);
    for (const one of [
      'add-note',
      'record-experts',
      'correct-facts',
      'add-respondent',
      'remove-respondent',
      'set-hold',
      'lift-hold',
      'request-statement',
    ] as const)
      await takes(lars, 1, one);
    // What Lars records of Joris makes what Joris sends an addition.
    await takes(lars, 1, 'record-statement', { of: idOf(joris) });
    await sends(joris, 'give-statement');
    await sends(joris, 'add-to-statement');
    await takes(lars, 1, 'mediate');
    await takes(lars, 1, 'correct-date');
  });

  step('its letters: one that the mail server does not take, then by hand; later, and answered', async () => {
    await takes(lars, 1, 'acknowledge', { manner: 'email' });
    await takes(lars, 1, 'send-by-hand');
    await takes(lars, 1, 'delay', byHand);
    await takes(lars, 1, 'answer', { measure1: 'Belrooster', owner1: idOf(ingrid), until1: '2026-12-10' });
    await allOf(lars, 1);
    await sends(ingrid, 'report-measure');
  });

  step('its objection, and the board', async () => {
    await takes(lars, 1, 'object');
    await takes(lars, 1, 'waive-hearing');
    await allOf(willem, 1);
    await takes(willem, 1, 'decide', byHand);
    await allOf(lars, 1);
    await takes(willem, 1, 'reopen');
    await asks(lars, `zaak ${numberOf(1)}`);
    await presses(lars, 'ask-download');
    await sends(lars, 'download');
  });

  step('the second: to another handler, agreed, and erasure asked', async () => {
    await registers(2, { phone: '06 12345678' });
    await takes(lars, 2, 'acknowledge', byHand);
    await takes(lars, 2, 'hand-over');
    await takes(fatima, 2, 'announce-handler', byHand);
    await takes(fatima, 2, 'answer', { measure1: 'Belrooster', owner1: idOf(sanne), until1: '2026-12-10' });
    await takes(fatima, 2, 'move-measure', { to: '2026-12-20' });
    await takes(fatima, 2, 'complete-measure');
    await takes(fatima, 2, 'agree');
    await takes(fatima, 2, 'record-satisfaction');
    await takes(fatima, 2, 'request-redaction', { blanked: 'Belrooster' });
    await allOf(fatima, 2);
    await sends(ingrid, 'answer-redaction', { agrees: 'no' });
    await takes(fatima, 2, 'request-erasure');
    await allOf(fatima, 2);
    await sends(ingrid, 'answer-erasure', { agrees: 'no' });
  });

  step('the third: a hearing that settles nothing', async () => {
    await registers(3);
    await takes(lars, 3, 'acknowledge', byHand);
    await takes(lars, 3, 'answer');
    await takes(lars, 3, 'send-again', byHand);
    await takes(lars, 3, 'object');
    await takes(lars, 3, 'offer-hearing', byHand);
    await allOf(lars, 3);
    // One file is accepted and opened, the other declined.
    for (let files = 0; files < 2; files++) {
      await presses(joris, 'calendar');
      for (let times = 0; times < 2; times++) await presser.pressesAll(joris, () => latest(joris));
    }
    await bot.clock('2026-11-26T16:00');
    await takes(lars, 3, 'record-hearing', byHand);
    await takes(lars, 3, 'close');
  });

  step('three that end early, and one that nobody may handle', async () => {
    await registers(4);
    await takes(lars, 4, 'dismiss');
    await registers(5);
    await takes(lars, 5, 'withdraw');
    await registers(6);
    await registers(7);
    await takes(lars, 6, 'merge', { into: numberOf(7) });
    await registers(8);
    await allOf(sanne, 8);
    await takes(sanne, 8, 'announce-no-handler', byHand);
  });

  step('one that came by the website, which names Lars: Fatima looks, and it is not about him', async () => {
    const { name } = complaints[8] ?? assert.fail();
    const feedback = { naam: name, inhoud: `${name} vond Lars Brouwer vriendelijk.` };
    assert.equal(await writesOnTheWebsite(bot, feedback), numberOf(9));
    await bot.arrives(fatima, /Naam nakijken/);
    assert(!(await bot.everythingIn(lars)).includes(numberOf(9)));
    await takes(fatima, 9, 'judge-name', { isAbout: 'no' });
    await bot.arrives(lars, /Mevrouw IJsvogel/);
  });

  step('one that was remedied on the spot, of which its handler may say what was learned', async () => {
    await registers(10, { remedied: 'true' });
    await takes(lars, 10, 'record-lesson');
  });

  step('one that the complainant disagrees with after the month', async () => {
    await takes(lars, 7, 'acknowledge', byHand);
    await takes(lars, 7, 'answer');
    await bot.clock('2027-01-05T09:00');
    await takes(lars, 7, 'object', { late: 'refuse', reason: 'Het bericht kwam te laat.', ...byHand });
  });

  step('files, for nothing, for a new complaint and for one that is there', async () => {
    const file = { name: 'brief.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n') };
    await sendFile(bot, lars, file);
    await presses(lars, 'drop-files');
    await sendFile(bot, lars, file);
    await presses(lars, 'new-with-files');
    await asks(lars, `zaak ${numberOf(7)}`);
    await presses(lars, 'ask-add-document');
    await sendFile(bot, lars, file);
    await sends(lars, 'add-document');
    await bot.arrives(lars, /Bewaard bij klacht/);
    await asks(lars, `zaak ${numberOf(7)}`);
    await presses(lars, 'ask-document');
    await sends(lars, 'document');
    await takes(lars, 7, 'remove-document');
  });

  step('the list of the register, by a command with a mistake in it', async () => {
    await asks(lars, 'registerlijts 2026');
    await presses(lars, 'row-list');
  });

  step('and no verb of a button was left out', async () => {
    await seesOnlyTheirs(bot);
    assert.deepEqual(room.faults, []);
    assert.deepEqual(
      offered.filter((verb) => !presser.met.has(verb)),
      [],
    );
  });
});
