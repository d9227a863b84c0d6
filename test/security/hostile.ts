import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { stepForms } from '../../src/teams/steps/all-steps.ts';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { hostileJson, hostileTexts, mark } from './corpus.ts';

type Json = Record<string, unknown>;

/** Any character there is, half ones too. */
const codePoint = fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code));

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...hostileTexts), fc.constantFrom(...hostileTexts))
      .map(([a, b]) => a + b),
  },
  { weight: 1, arbitrary: fc.string({ unit: codePoint, maxLength: 60 }).map((one) => one + mark) },
);

const keys = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'data',
  'verb',
  'id',
  'then',
  '$ref',
  'length',
);

/** Anything of any kind, small; prototype keys among its own. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(keys, fc.oneof(text, fc.jsonValue({ maxDepth: 1 })), { noNullPrototype: true }),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 2 ** 60, [], {}, [[]], [null], ''),
);

const person = fc.constantFrom(...tryoutPeople);

/** A good activity of somebody of the try-out, at that service. */
const activity = (serviceUrl: string, other: Json): fc.Arbitrary<Json> =>
  fc.record({ who: person, channel: fc.nat({ max: 9 }).map((n) => n === 0) }).map(({ who, channel }) => ({
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${who.id}`, name: who.name, aadObjectId: who.id },
    recipient: { id: '28:klachtenbot', name: 'Klachtenbot' },
    conversation: channel
      ? { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true }
      : { id: `a:${who.id}`, conversationType: 'personal' },
    channelData: { tenant: { id: '7d1c2a54-9a3e-4f0b-8f6d-2f6c1b0e9a10' } },
    ...other,
  }));

/** Every verb that the bot knows, and some that it does not. */
const verbs = fc.constantFrom(
  ...Object.keys(stepForms).flatMap((step) => [step, step, `ask-${step}`, `draft-${step}`]),
  ...'register ask-register my-complaints cases case deadlines help absence-form absence end-absence'.split(
    ' ',
  ),
  ...'give-statement add-to-statement ask-supplement supplement ask-answer-erasure answer-erasure ask-answer-redaction answer-redaction disclose ask-download download'.split(
    ' ',
  ),
  ...['constructor', '__proto__', 'toString', 'ask-', 'draft-toString', ''],
);

const number = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: 30 }).map((n) => `K-2026-${String(n).padStart(4, '0')}`) },
  { weight: 1, arbitrary: anything },
);

/** The fields of every form there is, each with what fits, something hostile, or nothing. */
const field = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 1, arbitrary: anything },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'client',
      'oral',
      'email',
      'founded',
      'phone',
      'true',
      '2026-11-23',
      '2026-11-20',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02',
      'c41e7f3a-2b6d-4a89-8e05-1d2c3b4a5f03',
    ),
  },
);
const fields = fc.record(
  Object.fromEntries(
    'text summary complainantName representing email phone address branch origin manner receivedOn respondents colleague isNamed meant experts remedied '
      .concat(
        'letter sentOn on to reason field respondent statement from until measure measures owner by judgement position ',
      )
      .concat('proposed notHeardBecause accept at time appointment hearingForm laterBecause employeePresent ')
      .concat(
        'secondRepresentative present report proposal reaction settlement decision reasons agrees form version number',
      )
      .split(' ')
      .map((id) => [id, field]),
  ),
  { requiredKeys: [] },
);

/** Ids of forms that come again and again: of the same person with another verb, and of others. */
export const usedForms: readonly string[] = Array.from(
  { length: 8 },
  (_, n) => `f0000000-0000-4000-8000-00000000000${n}`,
);
const form = fc.oneof(
  { weight: 3, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom(...usedForms) },
);

const press = (
  serviceUrl: string,
  verb: fc.Arbitrary<unknown>,
  data: fc.Arbitrary<Json>,
): fc.Arbitrary<Json> =>
  fc
    .record({
      verb,
      data,
      base: activity(serviceUrl, { name: 'adaptiveCard/action' }),
      submitted: fc.nat({ max: 9 }),
    })
    .map(({ verb: pressed, data: given, base, submitted }) =>
      submitted === 0
        ? { ...base, value: { verb: pressed, ...given } }
        : {
            ...base,
            type: 'invoke',
            value: { action: { type: 'Action.Execute', verb: pressed, data: given } },
          },
    );

/** The message of a message action, with something hostile in each part of it. */
const payload = fc.record(
  {
    createdDateTime: fc.oneof(fc.constant('2026-11-20T10:00:00Z'), text, anything),
    subject: fc.oneof(text, anything),
    from: fc.oneof(fc.record({ user: fc.record({ displayName: text }) }), anything),
    body: fc.oneof(
      fc.record({ contentType: fc.constantFrom('html', 'text'), content: fc.oneof(text, anything) }),
      anything,
    ),
  },
  { requiredKeys: [] },
);

const windowInvokes = fc.constantFrom(
  'task/fetch',
  'task/submit',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
);

/** Whatever opens a dialog or is sent from inside one, wrapped in every way, with what a button carries and fields. */
const inWindow = (serviceUrl: string): fc.Arbitrary<Json> =>
  fc
    .record({
      name: windowInvokes,
      base: activity(serviceUrl, { type: 'invoke' }),
      verb: fc.oneof({ weight: 9, arbitrary: verbs }, anything),
      stamp: fc.record({ number, version: fc.oneof(fc.nat({ max: 9 }), anything), form }),
      filled: fields,
      opener: fc.oneof(text, anything),
      commandId: fc.oneof({ weight: 9, arbitrary: fc.constant('registerComplaint') }, anything),
      messagePayload: fc.oneof({ weight: 9, arbitrary: payload }, anything),
      wrapped: fc.boolean(),
      replyToId: fc.option(fc.uuid(), { nil: undefined }),
    })
    .map(({ base, name, verb, stamp, filled, opener, commandId, messagePayload, wrapped, replyToId }) => {
      const carried = { verb, ...stamp, opener, msteams: { type: 'task/fetch' } };
      const data = wrapped ? { ...filled, data: carried } : { ...filled, ...carried };
      return { ...base, name, replyToId, value: { data, commandId, messagePayload } };
    });

/** A registration that is right but for what was typed: those texts must end up in the register, to the letter. */
const registration = (serviceUrl: string): fc.Arbitrary<Json> =>
  press(
    serviceUrl,
    fc.constant('register'),
    fc
      .record({ complainantName: text, summary: text, branch: text, phone: text, used: form })
      .map(({ used, ...typed }) => ({
        ...Object.fromEntries(Object.entries(typed).map(([id, typedText]) => [id, typedText.slice(-190)])),
        form: used,
        origin: 'client',
        manner: 'oral',
        receivedOn: '2026-11-23',
      })),
  );

const step = (serviceUrl: string): fc.Arbitrary<Json> =>
  press(
    serviceUrl,
    fc.oneof({ weight: 9, arbitrary: verbs }, anything),
    fc
      .record({ number, version: fc.oneof(fc.nat({ max: 9 }), anything), form, fields })
      .map(({ fields: filled, ...stamp }) => ({ ...filled, ...stamp })),
  );

/** Invokes that are no press on a card; answers to the offer of a file among them, which would go to that service. */
const otherInvoke = (serviceUrl: string): fc.Arbitrary<Json> => {
  const offer = fc.record({
    number,
    letter: fc.oneof(fc.nat({ max: 3 }), fc.constant('disclosure'), anything),
  });
  const place = fc.record({
    uploadUrl: fc.oneof(fc.constant(serviceUrl), text),
    contentUrl: fc.oneof(fc.constant(serviceUrl), text),
    ...{ name: text, uniqueId: text, fileType: text },
  });
  const consent = fc.record({
    type: fc.constant('fileUpload'),
    action: fc.constantFrom<unknown>('accept', 'decline', null),
    context: offer,
    uploadInfo: fc.oneof(place, anything),
  });
  const name = fc.constantFrom(
    'fileConsent/invoke',
    'task/fetch',
    'task/submit',
    'composeExtension/query',
    'x',
  );
  return fc
    .record({ base: activity(serviceUrl, { type: 'invoke' }), name, value: fc.oneof(consent, anything) })
    .map(({ base, name: invoked, value }) => ({ ...base, name: invoked, value }));
};

const command = (serviceUrl: string): fc.Arbitrary<Json> =>
  fc
    .record({
      base: activity(serviceUrl, {}),
      word: fc.constantFrom(
        '',
        'zaak ',
        'termijnen ',
        'klacht',
        'mijn klachten',
        'zaken',
        'zoek ',
        'afwezig',
        '/',
        '<at>x</at> ',
      ),
      text,
    })
    .map(({ base, word, text: typed }) => ({ ...base, text: word + typed }));

const places = [
  ...[
    'type',
    'id',
    'channelId',
    'serviceUrl',
    'from',
    'recipient',
    'conversation',
    'channelData',
    'text',
    'value',
  ],
  ...[
    'name',
    'replyToId',
    'entities',
    'attachments',
    'deliveryMode',
    'timestamp',
    'locale',
    'callerId',
    'membersAdded',
  ],
  ...['from.id', 'from.name', 'from.aadObjectId', 'recipient.id', 'conversation.id', 'conversation.tenantId'],
  ...[
    'conversation.isGroup',
    'conversation.conversationType',
    'channelData.tenant',
    'value.action',
    'value.action.data',
    'value.data',
    'value.commandId',
    'value.messagePayload',
    'value.messagePayload.body',
  ],
];

/** An activity with something of another kind in a few places. */
const misshapen = (serviceUrl: string): fc.Arbitrary<Json> =>
  fc
    .record({
      base: fc.oneof(
        { weight: 1, arbitrary: command(serviceUrl) },
        { weight: 3, arbitrary: step(serviceUrl) },
        { weight: 2, arbitrary: inWindow(serviceUrl) },
      ),
      wrong: fc.array(fc.tuple(fc.constantFrom(...places), anything), { minLength: 1, maxLength: 3 }),
    })
    .map(({ base, wrong }) => wrong.reduce((one, [path, value]) => put(one, path.split('.'), value), base));

function put(into: Json, [first = '', ...rest]: string[], value: unknown): Json {
  const inner = into[first];
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return { ...into, [first]: rest.length === 0 ? value : put(isObject ? (inner as Json) : {}, rest, value) };
}

const json = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  arbitrary.map((value) => JSON.stringify(value) ?? '');

/** Bodies of requests to the bot, whose service is there. */
export const hostileBodies = (serviceUrl: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 28, arbitrary: json(misshapen(serviceUrl)) },
    { weight: 24, arbitrary: json(step(serviceUrl)) },
    { weight: 16, arbitrary: json(inWindow(serviceUrl)) },
    { weight: 2, arbitrary: json(otherInvoke(serviceUrl)) },
    { weight: 3, arbitrary: json(command(serviceUrl)) },
    { weight: 30, arbitrary: json(anything) },
    { weight: 1, arbitrary: json(registration(serviceUrl)) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileJson) },
    { weight: 12, arbitrary: broken(json(command(serviceUrl)), serviceUrl) },
  );

/** JSON with a piece cut out of it; never out of the address, for then the bot would wait for a service that is not there. */
const broken = (whole: fc.Arbitrary<string>, serviceUrl: string): fc.Arbitrary<string> =>
  fc
    .tuple(whole, fc.nat(), fc.nat({ max: 20 }))
    .map(([one, at, length]) => {
      const place = at % one.length;
      return one.slice(0, place) + one.slice(place + length);
    })
    .filter((one) => one.includes(`"${serviceUrl}"`));
