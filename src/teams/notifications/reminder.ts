import { hash } from 'node:crypto';
import { maySeeDossier } from '../../procedure/access.ts';
import { handlerOn } from '../../procedure/articles/art05-handler.ts';
import {
  isLeftToRespondent,
  mustHearAfterPost,
  mustHearOfNoHandler,
} from '../../procedure/articles/art05-no-handler.ts';
import { isFirstDayPromised } from '../../procedure/articles/art06-measures.ts';
import { lastReceipt } from '../../procedure/articles/art07-objection.ts';
import type { Running } from '../../procedure/deadlines.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { isAbsent, isAmong } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { type Content, type Recipient, readerOf } from '../../register/model/message.ts';
import { channelRow, digest } from '../../register/notify/digest.ts';
import { remindable } from '../../register/notify/reminders.ts';
import { longDate } from '../../time/dutch-date.ts';
import { receiptCard } from '../buttons/registration.ts';
import { channelReminderCard, digestCard, watchingCard } from '../cards/channel.ts';
import { measureCard } from '../cards/measure.ts';
import type { Notice } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';

type Reminder = Extract<Content, { kind: 'reminder' }>;

/** Draws a reminder: the dossier for who may see it; one line for the channel; and for a board member who only watches, with whom they ask. */
export async function reminderCard({
  id,
  content: reminder,
  dossier,
  to,
  office,
  caseWith,
}: {
  id: string;
  content: Reminder;
  dossier: Dossier;
  to: Recipient;
  office: Office;
  caseWith(notice: Notice): Promise<Card>;
}): Promise<Card> {
  const running = runningOf(reminder, dossier, office);
  const today = office.clock.today();
  const row = channelRow(dossier.id, running, today, office.config);
  const reader = readerOf(to);
  const tone: Notice['tone'] = row.late ? 'attention' : 'warning';
  if (isLeftToRespondent(dossier.complaint) && reader.id === dossier.complaint.receiver.id)
    return receiptCard(dossier, office, { text: remindsToTell, tone });
  if (to.kind === 'channel') return channelReminderCard(row, today, office.botId);
  const { complaint } = dossier;
  if (!maySeeDossier(reader, complaint, office.register.context())) {
    if (isTheirs(reader, reminder.measure, complaint))
      return measureFor(reader, reminder.measure, dossier, office, { id, reminds: true });
    const handler = handlerOn(today, complaint, office.register.desk()) ?? complaint.handler;
    return handler ? watchingCard(row, today, handler.person) : channelReminderCard(row, today);
  }
  const text = [
    standingIn(reader.id, dossier.complaint, office),
    demand(reminder, dossier.complaint, reader.id, office),
  ];
  return caseWith({ text: text.filter(Boolean).join(' '), tone });
}

const isTheirs = (reader: Person, measure: string | undefined, { measures }: Complaint): measure is string =>
  measures.some(({ id, ownerId }) => id === measure && ownerId === reader.id);

/** Draws a measure for who sees to it. That message has one form, however often it is drawn. */
function measureFor(
  reader: Person,
  id: string,
  { complaint }: Dossier,
  { clock, register }: Office,
  { id: message, reminds }: { id: string; reminds: boolean },
): Card {
  const measure = complaint.measures.find((one) => one.id === id);
  if (!measure) throw new Error(`No measure '${id}' of ${complaint.number}.`);
  const form = isAmong(reader, complaint.respondents) ? undefined : hash('sha256', message, 'base64url');
  const today = clock.today();
  const handler = handlerOn(today, complaint, register.desk());
  return measureCard(measure, complaint, { form, reminds, today, handler });
}

function runningOf(
  { deadline, measure, dueOn }: Reminder,
  { id, complaint }: Dossier,
  office: Office,
): Running {
  const running = remindable(complaint, office.calendar, office.register.desk()).find(
    (one) => one.kind === deadline && one.measure === measure && one.dueOn === dueOn,
  );
  if (!running) throw new Error(`No deadline '${deadline}' runs for ${id}.`);
  return running;
}

/** Words, for another reader than the handler, that they stand in while the handler is absent. */
function standingIn(readerId: PersonId, { handler }: Complaint, { register, clock }: Office): string {
  if (!handler || handler.person.id === readerId) return '';
  const { name } = handler.person;
  return isAbsent(handler.person, register.desk(), clock.today())
    ? `${name} is afwezig en heeft deze zaak.`
    : '';
}

const remindsToTell =
  'Dit is een herinnering: de klager heeft nog geen brief dat niemand binnen Ballance de klacht mag behandelen (artikel 5 en 10).';

/** For who registered a complaint that nobody may handle (Art. 10). */
function leftToReceiver(complaint: Complaint): string {
  if (mustHearAfterPost(complaint))
    return 'Niemand binnen Ballance mag deze klacht behandelen (artikel 5), en de klager moet dat nog horen. Er wacht een brief aan de klager op de mailserver: die gaat eerst. Ik herinner je er elke werkdag aan tot de klager het weet.';
  return mustHearOfNoHandler(complaint)
    ? 'Niemand binnen Ballance mag deze klacht behandelen (artikel 5). De klager moet dat van jou horen, en dat de weg naar de rechter openstaat (artikel 10). Verstuur de brief met “Klager informeren”. Ik herinner je er elke werkdag aan tot hij weg is.'
    : 'Niemand binnen Ballance mag deze klacht behandelen (artikel 5), en een brief kan niet: de klager is onbekend of anoniem. Hoor je nog hoe we die bereiken? Leg dat dan vast met “Aanvullen” of “Notitie toevoegen”.';
}

/** Words, before a complaint is closed by the month of Art. 7, where an objection may be: complainants answer to a letter by e-mail. */
const toTheMailbox = ({ organisation: { email } }: Office): string =>
  `in de mailbox (${email}): ligt er een bericht van de klager, leg het dan vast met “Klager is het niet eens”.`;

function demand(
  { deadline, measure, dueOn }: Reminder,
  complaint: Complaint,
  readerId: PersonId,
  office: Office,
): string {
  const { measures, handler, receiver } = complaint;
  if (!handler && receiver.id === readerId) return leftToReceiver(complaint);
  if (deadline === 'objection') {
    if (office.clock.today() <= lastReceipt(dueOn))
      return (
        `De klager kan tot en met ${longDate(dueOn)} laten weten dat hij het niet eens is (artikel 7). ` +
        `Kijk vandaag ${toTheMailbox(office)}`
      );
    return (
      'De maand van artikel 7 is voorbij en er is geen bezwaar vastgelegd. ' +
      `Wat de klager op tijd verstuurde, kon er tot en met ${longDate(lastReceipt(dueOn))} nog komen. ` +
      `Kijk eerst ${toTheMailbox(office)} Is er niets? Sluit het dossier dan, of leg een laat bezwaar vast.`
    );
  }
  const promised = measures.find(({ id }) => id === measure);
  if (!promised) return 'Dit is een herinnering.';
  const said = isFirstDayPromised(promised, complaint) ? 'beloofd' : 'vastgelegd';
  const before = promised.firstDueOn ? ` Eerder ${said} voor ${longDate(promised.firstDueOn)}.` : '';
  return `Dit is een herinnering aan een maatregel: “${promised.what}” (${promised.owner}).${before} Is de maatregel uitgevoerd? Vink die dan af.`;
}

/** Draws the overview of the day for the channel. */
export async function digestOf({ store, register, clock, config, botId }: Office) {
  const card = digestCard(await digest(store, register.desk(), clock.today(), config), botId);
  return { card, summary: 'Overzicht van de open klachten' };
}

/** Tells somebody of a measure that they see to. */
export const measureTold = (
  reader: Person,
  measure: string,
  dossier: Dossier,
  office: Office,
  id: string,
) => ({
  card: measureFor(reader, measure, dossier, office, { id, reminds: false }),
  summary: `Klacht ${dossier.id}: een maatregel voor jou`,
});
