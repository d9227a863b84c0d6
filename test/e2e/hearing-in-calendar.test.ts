import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { readAppointment } from '../letters/read-appointment.ts';
import { story } from '../story.ts';
import {
  type ABot,
  aBot,
  aComplaint,
  channel,
  fatima,
  idOf,
  ingrid,
  joris,
  lars,
  sanne,
  willem,
} from './a-bot.ts';
import { buttonsOf, textOf } from './a-card.ts';

type WithFile = { id: string; offer?: { name: string }; file?: { name: string; url: string } };

describe('a hearing in the calendars of who must be there', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': idOf(joris) });
    await bot.arrives(lars, /K-2026-0001/);
    await bot.press(lars, 'Antwoord versturen');
    await bot.press(lars, 'Antwoord versturen', {
      Standpunt: 'Wij hadden moeten bellen.',
      Oordeel: 'Gegrond',
      'Voorgestelde oplossing': 'Excuses.',
      'Waarom zijn niet beide kanten gehoord?': 'Spoed.',
    });
    await bot.press(lars, 'Klager is het niet eens');
    await bot.press(lars, 'Klager is het niet eens', { Inhoud: 'Ik wil het uitleggen.' });
  });
  after(() => bot?.end());

  /** Takes the file that the button on somebody's last card offers. */
  async function taken(person: string, button: string) {
    const { text } = await bot.press(person, button);
    const files = (await bot.said(person)) as WithFile[];
    const offer = files.findLast((one) => one.offer);
    assert.equal(offer?.offer?.name, 'K-2026-0001-gesprek.ics');
    const conversationId = (await bot.state()).conversations.find(({ title }) => title === person)?.id;
    const answer = { personId: idOf(person), conversationId, activityId: offer.id, accept: true };
    await bot.post('/tryout/api/consent', answer);
    const { url = '' } = ((await bot.said(person)) as WithFile[]).at(-1)?.file ?? {};
    return { text, ...readAppointment(await (await fetch(url)).text()) };
  }

  /** Declines the file that the button on somebody's last card offers, and returns what stands in place of the offer. */
  async function declined(person: string, button: string) {
    await bot.press(person, button);
    const offer = ((await bot.said(person)) as WithFile[]).findLast((one) => one.offer);
    const conversationId = (await bot.state()).conversations.find(({ title }) => title === person)?.id;
    await bot.post('/tryout/api/consent', {
      personId: idOf(person),
      conversationId,
      activityId: offer?.id,
      accept: false,
    });
    return (await bot.said(person)).find(({ id }) => id === offer?.id) ?? assert.fail('no answer');
  }

  const step = story('from its offer to its end');

  step('Joris hears that the complainant objects, and not of a hearing yet', async () => {
    const { card } = await bot.arrives(joris, /niet eens met ons antwoord/);
    assert.match(textOf(card), /Je hoort het als je bij het gesprek nodig bent\./);
    assert.ok(!buttonsOf(card).includes('In agenda zetten'));
  });

  step('Lars, Joris and Willem hear when it is, where, and with whom; nobody else does', async () => {
    await bot.press(lars, 'Hoorgesprek aanbieden');
    await bot.press(lars, 'Hoorgesprek aanbieden', {
      Datum: '2026-11-27',
      Tijd: '10:00',
      Vorm: 'Op kantoor',
      Vestiging: 'Utrecht',
      'Medewerker aanwezig': 'true',
      'Tweede vertegenwoordiger': idOf(willem),
    });
    for (const person of [lars, joris, willem]) {
      const { card } = await bot.arrives(person, /er is een gesprek gepland/);
      assert.match(
        textOf(card),
        /vrijdag 27 november 2026 om 10:00 uur[\s\S]*Utrecht, Voorbeeldplein 2/,
        person,
      );
      assert.match(textOf(card), /Lars Brouwer, Willem Jansen/, person);
      assert.equal(buttonsOf(card).includes('Klacht openen'), person === lars, person);
    }
    await bot.delivered('K-2026-0001');
    for (const person of [joris, willem])
      assert.doesNotMatch(await bot.everythingIn(person), /Pietersen|drie keer/, person);
    for (const place of [sanne, fatima, ingrid, channel])
      assert.doesNotMatch(await bot.everythingIn(place), /gesprek gepland|27 november/, place);
  });

  step('each puts it in their own calendar, by a file that names nobody', async () => {
    const files = [];
    for (const person of [lars, joris, willem]) files.push(await taken(person, 'In agenda zetten'));
    for (const one of files) {
      assert.match(one.text, /De afspraak staat klaar als bestand/);
      assert.deepEqual(
        [one.method, one.title, one.local, one.attendees, one.uid],
        ['REQUEST', 'Gesprek bij Ballance', '2026-11-27T10:00 Europe/Amsterdam', [], files[0]?.uid],
      );
    }
  });

  step('nobody else gets that file, not even by the button of another', async () => {
    const of = (await bot.said(willem)).findLast(({ card }) => buttonsOf(card).includes('In agenda zetten'));
    for (const person of [sanne, fatima, ingrid]) {
      const action = {
        type: 'Action.Execute',
        verb: 'calendar',
        data: { verb: 'calendar', number: 'K-2026-0001' },
      };
      const { text } = await bot.pressAs(person, of?.id ?? '', action, {});
      assert.match(text, /alleen de klachtverantwoordelijke/, person);
    }
  });

  step('they are reminded once, the werkdag before', async () => {
    await bot.clock('2026-11-26T09:30');
    for (const person of [lars, joris, willem]) await bot.arrives(person, /het gesprek is binnenkort/);
  });

  step('they hear that it is called off, and take it out of their calendars', async () => {
    await bot.say(lars, 'zaak 1');
    await bot.press(lars, 'Klager ziet af van gesprek');
    await bot.press(lars, 'Klager ziet af van gesprek');
    for (const person of [joris, willem]) {
      await bot.arrives(person, /vrijdag 27 november 2026 om 10:00 uur gaat niet door/);
      const { method, status, sequence } = await taken(person, 'Uit agenda halen');
      assert.deepEqual([method, status, sequence], ['CANCEL', 'CANCELLED', 1]);
      const { card } = await declined(person, 'Uit agenda halen');
      assert.deepEqual(buttonsOf(card), ['Uit agenda halen'], person);
    }
    await bot.delivered('K-2026-0001');
    const isGone = async () => !(await bot.everythingIn(joris)).includes('In agenda zetten');
    for (let tries = 0; tries < 100 && !(await isGone()); tries++) await pause(50);
    assert.ok(await isGone(), 'an older card still invites');
  });
});
