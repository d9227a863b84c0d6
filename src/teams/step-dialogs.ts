import { acknowledgementDraft } from '../letters/letter.ts';
import { successors } from '../procedure/articles/art05-handler.ts';
import type { Person } from '../procedure/complaint.ts';
import { deadline } from '../procedure/deadlines.ts';
import type { Desk } from '../procedure/desk.ts';
import type { Step } from '../procedure/open-steps.ts';
import type { StepCommand } from '../register/register.ts';
import type { Card } from './card.ts';
import { acknowledgeForm } from './cards/acknowledge-form.ts';
import { handOverForm } from './cards/hand-over-form.ts';
import { noteForm } from './cards/note-form.ts';
import type { StepFormData } from './cards/step-form.ts';
import { withdrawForm } from './cards/withdraw-form.ts';
import { type Parsed, parseAcknowledgement, parseHandOver, parseNote, parseWithdrawal } from './forms.ts';
import type { Office } from './office.ts';

/** What was filled in, what is wrong with it, and a word on top. */
export type Typed = Pick<StepFormData, 'values' | 'errors' | 'notice'>;

/** What a form and its command are made from besides what was typed. */
type Setting = Pick<Office, 'calendar' | 'clock'> & { desk: Desk };

type StepDialog = {
  form(data: StepFormData, setting: Setting): Card;
  /** What the command needs besides who gives it and on which dossier, or what is wrong field by field. */
  command(input: unknown, of: { number: string; by: Person }, setting: Setting): Parsed<StepCommand>;
  /** The field that says when it happened. */
  day?: string;
  /** What the handler reads when it is done. */
  done: string;
};

const commanding = <T>(parsed: Parsed<T>, command: (value: T) => StepCommand): Parsed<StepCommand> =>
  'errors' in parsed ? parsed : { value: command(parsed.value) };

/** The dialog of each step: a button of the handler's card (surface: "The handler's card"). */
export const stepDialogs: Record<Step, StepDialog> = {
  acknowledge: {
    form(data, { calendar, clock }) {
      const { complaint } = data;
      const letter = acknowledgementDraft(complaint, {
        handlerName: complaint.handler?.person.name ?? '',
        answerDueOn: deadline('answer', complaint.receivedOn, calendar).dueOn,
        today: clock.today(),
      });
      return acknowledgeForm({ ...data, values: { letter, sentOn: clock.today(), ...data.values } });
    },
    command: (input, of, { clock }) =>
      commanding(parseAcknowledgement(input, clock.today()), (value) => ({
        type: 'acknowledge',
        ...of,
        ...value,
      })),
    day: 'sentOn',
    done: 'De ontvangst is bevestigd. De brief staat in het dossier zoals je hem hebt verstuurd.',
  },
  'add-note': {
    form: (data) => noteForm(data),
    command: (input, of) => commanding(parseNote(input), (value) => ({ type: 'add-note', ...of, ...value })),
    done: 'De notitie staat in het logboek.',
  },
  'hand-over': {
    form: (data, { clock, desk }) =>
      handOverForm({ ...data, successors: successors(data.complaint, { desk, today: clock.today() }) }),
    command: (input, of) =>
      commanding(parseHandOver(input), (value) => ({ type: 'hand-over', ...of, ...value })),
    done: 'De zaak is overgedragen.',
  },
  withdraw: {
    form: (data, { clock }) => withdrawForm({ ...data, values: { on: clock.today(), ...data.values } }),
    command: (input, of, { clock }) =>
      commanding(parseWithdrawal(input, clock.today()), (value) => ({ type: 'withdraw', ...of, ...value })),
    day: 'on',
    done: 'De klacht is ingetrokken en het dossier is gesloten.',
  },
};
