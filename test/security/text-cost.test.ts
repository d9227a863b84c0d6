import assert from 'node:assert/strict';
import { request } from 'node:http';
import { stepForms } from '../../src/teams/steps/all-steps.ts';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { aGuardedBot, type GuardedBot } from './a-guarded-bot.ts';
import { aTeamsService, type TeamsService } from './a-teams-service.ts';
import { bombs, longest, longTexts, someLongTexts, twoRuns } from './long-texts.ts';

/** Milliseconds of processor that the answer to any request may cost. */
const most = 100;

/** How often a text is tried before it counts as too expensive, because other work on the machine costs time as well. */
const tries = 4;

const [sanne, lars] = ['Sanne de Vries', 'Lars Brouwer'].map((name) =>
  tryoutPeople.find((person) => person.name === name),
);

type Json = Record<string, unknown>;

/** The fields whose text is parsed, and not only kept, shown or dropped. */
const read = [
  'a message',
  'the registration form, email',
  'the measures of an answer',
  'the markup of a message',
];

/** Makes a request with that text in one place. */
type Place = (text: string) => Json;

describe('a text of 256 KB, wherever it comes in', function () {
  this.timeout(300_000);
  let bot: GuardedBot;
  let teams: TeamsService;

  before(async () => {
    teams = await aTeamsService(() => undefined);
    bot = await aGuardedBot(
      { LOG_LEVEL: 'error', CLOCK: '2026-11-23T10:00' },
      { inboundRate: { turns: 1_000_000, seconds: 1 } },
    );
    const { status, body } = await post(press('register', { ...registration, form: 'first' }, sanne));
    assert.equal(status, 200);
    assert.match(body, /K-2026-0001 is geregistreerd/);
  });
  after(async () => {
    await bot?.stop();
    await teams?.close();
  });

  const activity = (other: Json, who = lars): Json => ({
    type: 'message',
    id: crypto.randomUUID(),
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: `29:${who?.id}`, name: who?.name, aadObjectId: who?.id },
    recipient: { id: '28:klachtenbot', name: 'Klachtenbot' },
    conversation: { id: `a:${who?.id}`, conversationType: 'personal' },
    ...other,
  });
  const press = (verb: string, data: Json, who = lars): Json =>
    activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data } } }, who);
  const onCase = (verb: string, data: Json): Json =>
    press(verb, { number: 'K-2026-0001', version: 1, form: crypto.randomUUID(), ...data });
  const inMessage = (payload: Json): Json =>
    activity({
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'registerComplaint', messagePayload: payload },
    });

  const registration = {
    complainantName: 'Mevrouw Pietersen',
    origin: 'client',
    summary: 'Er werd drie keer niet teruggebeld.',
    receivedOn: '2026-11-23',
    manner: 'oral',
  };
  const ids = [
    ...Object.keys(registration),
    ...'representing email phone address branch respondents colleague experts remedied'.split(' '),
  ];
  const letters = { letter: 'Brief', manner: 'post', sentOn: '2026-11-23' };
  const answered =
    'position judgement proposal measure1 ownerName1 until1 notHeardBecause letter manner sentOn'.split(' ');
  const corrected = 'complainantName representing email phone address branch summary reason'.split(' ');
  const inAll = (fields: string[], text: string): Json =>
    Object.fromEntries(fields.map((id) => [id, text.slice(0, Math.floor(text.length / fields.length))]));

  /** Every place where a text of any length comes in. */
  const places: Record<string, Place> = {
    'a message': (text) => activity({ text }),
    'a message in a channel': (text) =>
      activity({
        text,
        conversation: { id: '19:a@thread.tacv2', conversationType: 'channel', isGroup: true },
      }),
    'a message with attachments': (text) =>
      activity({
        text: 'help',
        attachments: [{ contentType: 'text/html', content: text, name: text.slice(0, 9) }],
      }),
    'the name of a chat': (text) =>
      activity({ text: 'help', conversation: { id: 'a:x', conversationType: 'personal', name: text } }),
    'the name of a person': (text) =>
      activity({ text: 'help', from: { id: '29:x', name: text.slice(0, 1000), aadObjectId: lars?.id } }),
    'the locale of a client': (text) => activity({ text: 'termijnen 3/6/2026', locale: text }),
    ...Object.fromEntries(
      ids.map((id) => [
        `the registration form, ${id}`,
        (text: string) => press('register', { ...registration, form: 'x', [id]: text }),
      ]),
    ),
    'every field of the registration form': (text) => press('register', { form: 'x', ...inAll(ids, text) }),
    'every field of the answer': (text) => onCase('answer', inAll(answered, text)),
    'the letter of an answer': (text) =>
      onCase('answer', { position: 'Ja', judgement: 'founded', ...letters, letter: text }),
    'the measures of an answer': (text) => onCase('draft-answer', { position: 'Ja', measures: text }),
    'the draft of an answer': (text) => onCase('draft-answer', inAll(answered, text)),
    'the download of a letter': (text) => onCase('download-answer', { position: 'Ja', letter: text }),
    'every field of the facts': (text) => onCase('correct-facts', inAll(corrected, text)),
    'a step that is out of date': (text) => onCase('add-note', { text, version: 7 }),
    'a step on a case that is not there': (text) => onCase('add-note', { text, number: 'K-2026-9999' }),
    'the opening of a form': (text) => onCase('ask-answer', { position: text }),
    ...Object.fromEntries(
      Object.keys(stepForms).map((step) => [
        `a step with a field of another, ${step}`,
        (text: string) =>
          onCase(step, { on: text, to: text.slice(0, 9), reason: '', experts: text.slice(0, 9) }),
      ]),
    ),
    'an absence': (text) => press('absence', { from: text, until: '2026-12-01' }),
    'a statement': (text) => press('give-statement', { number: 'K-2026-0001', form: 'x', statement: text }),
    'a year': (text) => press('year-report', { year: text }),
    'a period': (text) => press('board-report', { period: text }),
    'the year of a list': (text) => press('row-list', { year: text }),
    'a verb': (text) => press(text, {}),
    'a number': (text) => press('case', { number: text }),
    'a form': (text) => press('register', { ...registration, form: text, summary: '' }),
    'a field that no form has': (text) =>
      press('register', { ...registration, form: 'x', summary: '', [text]: text }),
    'a dialog': (text) =>
      activity({
        type: 'invoke',
        name: 'task/submit',
        value: { data: { verb: 'register', form: 'x', summary: text } },
      }),
    'the markup of a message': (text) => inMessage({ body: { contentType: 'html', content: text } }),
    'the text of a message': (text) => inMessage({ body: { contentType: 'text', content: text } }),
    'the subject of a message': (text) =>
      inMessage({ subject: text, body: { contentType: 'text', content: 'x' } }),
    'the writer of a message': (text) =>
      inMessage({ from: { user: { displayName: text } }, body: { content: 'x' } }),
    'the moment of a message': (text) => inMessage({ createdDateTime: text, body: { content: 'x' } }),
    'the answer to the offer of a file': (text) =>
      activity({
        type: 'invoke',
        name: 'fileConsent/invoke',
        value: {
          type: 'fileUpload',
          action: 'decline',
          context: { number: 'K-2026-0001', letter: 'draft', draft: { step: 'answer', text } },
        },
      }),
    'the number in the offer of a file': (text) =>
      activity({
        type: 'invoke',
        name: 'fileConsent/invoke',
        value: { type: 'fileUpload', action: 'decline', context: { number: text, letter: 1 } },
      }),
  };

  function post(json: Json): Promise<{ status: number; body: string }> {
    const sent = JSON.stringify(json);
    assert.ok(Buffer.byteLength(sent) <= longest, `${Buffer.byteLength(sent)}`);
    return new Promise((resolve, reject) => {
      const asking = request(
        `${bot.url}/api/messages`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) },
        },
        (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (part) => {
            body += part;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        },
      );
      asking.on('error', reject).end(sent);
    });
  }

  /** Milliseconds of processor that the answer costs at its best. */
  async function costOf(json: Json): Promise<number> {
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < tries && best > most; attempt++) {
      const before = await bot.cpu();
      const { status } = await post(json);
      assert.ok(status < 500, `${status}`);
      best = Math.min(best, ((await bot.cpu()) - before) / 1000);
    }
    return best;
  }

  /** Lengthens a text until it fills a request, as JSON writes it. */
  const filling = (text: string, place: Place): string => {
    const room = longest - 2500;
    const bytes = Buffer.byteLength(JSON.stringify(place(text)));
    return bytes <= room ? text : text.slice(0, Math.floor((text.length * room) / bytes));
  };

  for (const [name, place] of Object.entries(places))
    it(`is answered in less than ${most} ms of processor: ${name}`, async () => {
      const texts = read.includes(name)
        ? [...longTexts(longest), ...twoRuns(longest), ...bombs]
        : [...someLongTexts(longest), ...twoRuns(longest).slice(0, 2)];
      const dear: string[] = [];
      for (const [what, text] of texts) {
        const cost = await costOf(place(filling(text, place)));
        if (cost > most) dear.push(`${what}: ${Math.round(cost)} ms`);
      }
      assert.deepEqual(dear, []);
    });

  it('for one cell that says it is 100,000 wide and high, the bot still runs', () => assert.ok(bot.runs()));
});
