import { randomUUID } from 'node:crypto';
import { positionText } from '../../letters/draft-letter.ts';
import { maySeeDossier } from '../../procedure/access.ts';
import { decisionTrigger } from '../../procedure/articles/art08-decision.ts';
import { deadline } from '../../procedure/deadlines.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { Message } from '../../register/model/message.ts';
import { digest } from '../../register/notify/digest.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { question } from '../buttons/erasure.ts';
import { receiptCard } from '../buttons/registration.ts';
import { digestCard } from '../cards/channel.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import { positionCard, statementRequestCard } from '../cards/respondent.ts';
import type { Card } from '../cards/template.ts';
import { unassignedCard } from '../cards/unassigned.ts';
import { withNames } from '../office/names.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import { notForwarded, registerBehind, setUpFault, stuckMessage } from './forwarding-alarm.ts';
import { reminderCard } from './reminder.ts';
import { undeliveredText } from './undelivered.ts';

type ErasureMessage = { card: Card; summary: string };

/** To a second person: does he agree to erasure? */
const erasureRequest = async (dossier: Dossier, reader: Person, office: Office): Promise<ErasureMessage> => ({
  card: await question(dossier, reader, office),
  summary: `Klacht ${dossier.id}: ga je akkoord met wissen?`,
});

/** Two weeks before erasure: the dossier for who may see it and put it on hold; to who may not, one line. */
async function erasureWarning(
  dossier: Dossier,
  reader: Person,
  on: LocalDate,
  office: Office,
): Promise<ErasureMessage> {
  const { id, complaint } = dossier;
  const sees = maySeeDossier(reader, complaint, office.register.context());
  const text = `Op ${longDate(on)} worden de persoonsgegevens in dossier ${id} gewist: de bewaartermijn is dan voorbij. ${sees ? toStopIt : toHaveItStopped}`;
  return {
    card: sees
      ? await caseOf(dossier, reader, office, { text, tone: 'warning' })
      : noticeCard({ title: `Klacht ${id} wordt gewist`, text, tone: 'warning' }),
    summary: `Klacht ${id}: gegevens worden over twee weken gewist`,
  };
}

const toStopIt =
  'Zijn ze nog nodig voor een procedure? Druk dan voor die dag op “Bewaren voor procedure”. Anders hoef je niets te doen.';

const toHaveItStopped =
  'Zijn ze nog nodig voor een procedure? Vraag dan de klachtenfunctionaris om het dossier te bewaren. Anders hoef je niets te doen.';

/** A card to send by itself; `summary` shows in a notification, so it holds no name and no content. */
export type Outgoing = { card: Card; summary: string };

/**
 * The card of a message, made from the dossier as it is at the moment of sending. Everybody has the dossier with the
 * buttons that are open to them; a respondent only what is put to them.
 */
export async function outgoing(
  message: Message,
  stored: Dossier | undefined,
  office: Office,
): Promise<Outgoing> {
  const { content, to } = message;
  if (content.kind === 'digest') return digestOf(office);
  if (content.kind === 'set-up-fault') return setUpFault(content, office);
  if (content.kind === 'register-behind') return registerBehind(content, office);
  if (!stored) throw new Error(`A message of kind '${content.kind}' needs its dossier.`);
  const dossier = await withNames(stored, office);
  const { id, complaint } = dossier;
  const reader = { id: to.kind === 'person' ? to.id : '', name: '' };
  const caseWith = (notice: Notice): Promise<Card> => caseOf(dossier, reader, office, notice);
  switch (content.kind) {
    case 'case':
      return {
        card: await caseWith({
          text: `Zaak ${id} is nu bij jou. Hieronder staat wat de regeling van je vraagt.`,
          tone: 'accent',
        }),
        summary: `Klacht ${id} is bij jou`,
      };
    case 'unassigned':
      return {
        card: unassignedCard({ complaint }),
        summary: `Klacht ${id} heeft niemand die haar behandelt`,
      };
    case 'forwarding-alarm':
      return stuckMessage(content, dossier, to, office);
    case 'not-forwarded':
      return notForwarded(dossier, office);
    case 'receipt':
      return { card: receiptCard(dossier, office), summary: `Klacht ${id} is doorgegeven` };
    case 'statement-request':
      return {
        card: statementRequestCard({ complaint, formId: randomUUID() }),
        summary: `Klacht ${id}: we vragen om jouw verklaring`,
      };
    case 'statement-given':
      return {
        card: await caseWith({ text: statementGiven(complaint), tone: 'accent' }),
        summary: `Klacht ${id}: er is een verklaring`,
      };
    case 'position':
      return {
        card: positionCard({ number: id, text: positionText(complaint, office.calendar) }),
        summary: `Klacht ${id}: het standpunt van Ballance`,
      };
    case 'decision-request':
      return {
        card: await caseWith({ text: decisionAsked(complaint, office), tone: 'warning' }),
        summary: `Klacht ${id} vraagt een beslissing van de directie`,
      };
    case 'undelivered':
      if (reader.id !== complaint.handler?.person.id) return stuckMessage(content, dossier, to, office);
      return {
        card: await caseWith({ text: undeliveredText(content, dossier, office), tone: 'attention' }),
        summary: `Klacht ${id}: een bericht is niet aangekomen`,
      };
    case 'reminder':
      return {
        card: await reminderCard(content, dossier, to, office),
        summary: `Herinnering: klacht ${id}, artikel ${content.article}`,
      };
    case 'erasure-request':
      return erasureRequest(dossier, reader, office);
    case 'erasure-warning':
      return erasureWarning(dossier, reader, content.on, office);
    case 'letter':
      throw new Error('A letter goes by e-mail, not through Teams.');
    default:
      return content satisfies never;
  }
}

function statementGiven({ statements }: Complaint): string {
  const who = statements.at(-1)?.of?.name ?? 'De klager';
  return `${who} heeft een verklaring gegeven. Ze staat in het dossier.`;
}

/** Art. 8: what is asked of the board, and until when. */
function decisionAsked(complaint: Complaint, { calendar }: Office): string {
  const { dueOn } = deadline('decision', decisionTrigger(complaint), calendar);
  return (
    'De klager ziet af van een gesprek. Daarom vraagt artikel 8 een definitieve beslissing van de directie: ' +
    `de klager moet die uiterlijk ${longDate(dueOn)} hebben. Gebruik de knop “Definitieve beslissing”.`
  );
}

async function digestOf({ store, register, clock, config }: Office): Promise<Outgoing> {
  const card = digestCard(await digest(store, register.desk(), clock.today(), config));
  return { card, summary: 'Overzicht van de open klachten' };
}
