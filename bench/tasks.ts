import { randomUUID } from 'node:crypto';
import { systemClock } from '../src/time/clock.ts';
import type { Colleague, Contender } from './people.ts';

/** A task that somebody does with a bot; throws if the bot did not do its work. */
export type Task = {
  name: 'help' | 'registration' | 'list' | 'dossier';
  /** Who does it: a colleague, unless it is said. */
  by?: 'officer';
  /** Requests to the bot. */
  turns: number;
  perform(who: Colleague, contender: Contender): Promise<void>;
};

export const help: Task = {
  name: 'help',
  turns: 1,
  async perform(who, { answers }) {
    expect(await who.says('help'), answers.help);
  },
};

/** Art. 4: `klacht`, the form, and "Klacht registreren" on that form. */
export const registration: Task = {
  name: 'registration',
  turns: 2,
  async perform(who, { answers }) {
    const form = await who.says('klacht');
    expect(form, answers.form);
    expect(await who.presses('register', filledIn(form)), answers.registered);
  },
};

/** A button that reads the register: the complaints that somebody registered. */
export const myComplaints: Task = {
  name: 'list',
  turns: 1,
  async perform(who, { answers }) {
    expect(await who.presses('my-complaints', {}), answers.list);
  },
};

/** A button that reads the register and shows all of a dossier: the officer opens the first dossier of this year. */
export const openDossier: Task = {
  name: 'dossier',
  by: 'officer',
  turns: 1,
  async perform(who, { answers }) {
    const number = `K-${today().slice(0, 4)}-0001`;
    expect(await who.presses('case', { number }), answers.dossier(number));
  },
};

function expect(answer: string, part: string): void {
  if (!answer.includes(part)) throw new Error(`expected '${part}' in the answer: ${answer.slice(0, 500)}`);
}

const { today } = systemClock();

/** Fills in the form that came; a bot that sends none gets as much to read. */
function filledIn(form: string): Record<string, string> {
  const [, formId = randomUUID()] = /"form":"([^"]+)"/.exec(form) ?? [];
  return {
    form: formId,
    complainantName: 'Mevrouw A. van den Berg-Öztürk',
    email: 'vandenberg@example.nl',
    phone: '06 12345678',
    origin: 'client',
    branch: 'Utrecht',
    summary: 'Mevrouw is drie weken niet teruggebeld over de voortgang van haar traject. '.repeat(4),
    receivedOn: today(),
    manner: 'oral',
    respondents: '',
    remedied: 'false',
  };
}
