import { personId } from '../src/procedure/model/person-id.ts';
import { messageActivity, type Origin, pressActivity } from '../src/tryout/activities.ts';
import { type BotAnswer, tellBot } from '../src/tryout/bot.ts';
import { type TryoutPerson, tryoutPeople } from '../src/tryout/people.ts';
import type { Sink } from './sink.ts';

/** A bot that is measured, and the answers by which it shows that it did its work. */
export type Contender = {
  name: string;
  url: string;
  answers: { help: string; form: string; registered: string; list: string; dossier(number: string): string };
};

/** Somebody in the chat with a bot. Both refuse what is not HTTP 200. */
export type Colleague = {
  /** Types a text; returns the message that the bot sent back, as JSON. */
  says(text: string): Promise<string>;
  /** Presses a button; returns the card that replaces the pressed one, as JSON. */
  presses(verb: string, data: Record<string, string>): Promise<string>;
};

/** Somebody in the personal chat with that bot; every number is another person, unless it is the officer. */
export function colleague(number: number, { name, url }: Contender, sink: Sink, role?: 'officer'): Colleague {
  const digits = String(number).padStart(12, '0');
  const numbered: TryoutPerson = {
    id: personId(`0b0e7c52-3d1f-4a86-9c24-${digits}`),
    name: `Collega ${number}`,
    mail: `collega${number}@ballance.example`,
    role: 'colleague',
  };
  const person = tryoutPeople.find((one) => one.role === role) ?? numbered;
  const chat = { id: `${name} ${role ?? number}`, kind: 'personal' as const, title: person.name, person };
  const origin = (): Origin => ({ person, chat, at: new Date().toISOString(), serviceUrl: sink.url });

  async function tell(activity: Parameters<typeof tellBot>[1]): Promise<BotAnswer> {
    const answer = await tellBot(`${url}/api/messages`, activity);
    if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
    return answer;
  }

  return {
    async says(text) {
      const activity = messageActivity(origin(), text);
      await tell(activity);
      return sink.take(String(activity.id));
    },
    async presses(verb, data) {
      const action = { type: 'Action.Execute', verb, data: { verb, ...data } };
      return JSON.stringify((await tell(pressActivity(origin(), action, 'the card'))).body);
    },
  };
}
