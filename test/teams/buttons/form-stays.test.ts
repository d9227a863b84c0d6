import assert from 'node:assert/strict';
import { type Activity, TurnContext } from 'botbuilder';
import type { ConversationAddress } from '../../../src/register/model/shown-messages.ts';
import type { Connector } from '../../../src/teams/adapter/connector.ts';
import { type Bot, bot } from '../../../src/teams/bot.ts';
import { asideIn } from '../../../src/teams/buttons/form-stays.ts';
import { rateLimited } from '../../../src/teams/guards/rate-limit.ts';
import type { Office } from '../../../src/teams/office/office.ts';
import { textOf } from '../../e2e/a-card.ts';
import { sanne } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat } from '../a-chat.ts';

const from = { id: '29:sanne', name: sanne.name, aadObjectId: sanne.id };
const ownChat = { id: 'a:sanne', conversationType: 'personal' };

/** The places of a dialog: the chat with the bot, or for a message action anywhere. */
const dialogs: Record<string, Partial<Activity>> = {
  'a dialog of the chat': { name: 'task/submit', conversation: ownChat as never },
  'a message action in a channel': {
    name: 'composeExtension/submitAction',
    conversation: { id: '19:team@thread.tacv2', conversationType: 'channel' } as never,
  },
  'a message action in a chat of two': {
    name: 'composeExtension/submitAction',
    conversation: { id: '19:two@unq.gbl.spaces', conversationType: 'personal' } as never,
  },
};

const emoji = (length: number): string => '😀'.repeat(length);
type Way = { typed: Record<string, unknown>; says: RegExp; broken?: true; hurried?: true };

/** The ways in which a form stays as it is, and the text of each. */
const ways: Record<string, Way> = {
  'Teams left out the fields': { typed: {}, says: /Teams stuurde niet mee/ },
  'it is longer than is read': { typed: { summary: emoji(40_000) }, says: /samen te lang/ },
  'it is larger than a card can show': {
    typed: { summary: emoji(9000) },
    says: /“Korte inhoud”: Maak dit korter/,
  },
  'something fails': { typed: { summary: emoji(9000) }, says: /Ik weet niet zeker/, broken: true },
  'it goes too fast': { typed: { summary: emoji(9000) }, says: /te snel/, hurried: true },
};

describe('a form that stays in its dialog', () => {
  afterEach(closeOffices);

  /** Returns what Sanne reads in her own chat, and the response to Teams. */
  async function told(dialog: Partial<Activity>, { typed, broken, hurried }: Way, hasChat = true) {
    const chat = await aChat();
    const warned: string[] = [];
    const log = { ...chat.office.log, warn: (text: string) => void warned.push(text) };
    const { clock } = chat.office;
    const today = () => (broken ? assert.fail('the clock broke') : clock.today());
    const office: Office = { ...chat.office, log, clock: { ...clock, today } };
    const address: ConversationAddress = {
      serviceUrl: 'https://teams.example/',
      conversationId: ownChat.id,
      botId: '28:bot',
      tenantId: 'ballance',
    };
    if (hasChat) await office.addresses.meet({ person: sanne, personal: true, address });
    const read: { chat: string; text: string }[] = [];
    const answers: unknown[] = [];
    const connector = {
      send: async ({ conversationId }: ConversationAddress, activity: Partial<Activity>) => {
        read.push({ chat: conversationId, text: textOf(activity.attachments?.[0]?.content) });
        return 'id';
      },
    } as unknown as Connector;
    const activity = {
      type: 'invoke',
      channelId: 'msteams',
      serviceUrl: 'https://teams.example/',
      recipient: { id: '28:bot' },
      from,
      value: { commandId: 'registerComplaint', data: { verb: 'register', form: 'f', ...typed } },
      ...dialog,
    } as unknown as Activity;
    const turn = async (answer: Bot) => {
      const context = new TurnContext({} as never, activity);
      context.sendActivity = async (one) => {
        const { type, value, attachments } = one as Partial<Activity>;
        if (type === 'invokeResponse') answers.push(value);
        else read.push({ chat: activity.conversation.id, text: textOf(attachments?.[0]?.content) });
        return undefined;
      };
      await answer(context);
    };
    const ours = bot({ office, connector, anyClient: false });
    if (!hurried) await turn(ours);
    else {
      const limited = rateLimited(async () => {}, { turns: 1, seconds: 10 }, asideIn(office, connector));
      for (let times = 0; times < 4; times++) await turn(limited);
    }
    return { read, answers, warned };
  }

  for (const [where, dialog] of Object.entries(dialogs))
    for (const [why, way] of Object.entries(ways))
      it(`says so once, in the own chat of who filled it in: ${where}, ${why}`, async () => {
        const { read, answers } = await told(dialog, way);
        assert.deepEqual(
          read.map(({ chat }) => chat),
          [ownChat.id],
          JSON.stringify(answers).slice(0, 300),
        );
        assert.match(read[0]?.text ?? '', way.says);
        assert.match(read[0]?.text ?? '', /Je formulier staat er nog/);
        assert.doesNotMatch(read[0]?.text ?? '', /😀/);
        assert.ok(answers.length > 0);
        for (const answer of answers)
          assert.ok((answer as { status: number }).status >= 400, 'the form is replaced');
      });

  it('is written in the log where there is no chat to say it in', async () => {
    const way = ways['Teams left out the fields'] ?? assert.fail();
    const { read, warned } = await told(dialogs['a message action in a channel'] ?? {}, way, false);
    assert.deepEqual([read, warned], [[], ['not said why a form stays: there is no chat to say it in']]);
  });
});
