import type { Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling, isAbsent, isAmong } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { mayCommand } from '../../procedure/open-steps.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import {
  type Content,
  personIn,
  type Recipient,
  readerOf,
  recipientRules,
} from '../../register/model/message.ts';
import { forwardingAlarmCard } from '../cards/channel.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { roleWords } from '../cards/words.ts';
import type { Office } from '../office/office.ts';
import { recipientOf } from './undelivered.ts';

type Stuck = Extract<Content, { kind: 'undelivered' | 'forwarding-alarm' }>;
type Told = { card: Card; summary: string };

/** Makes the alarm about one complaint: for the channel without a name, for somebody at the desk with whom to call. */
export const stuckMessage = (content: Stuck, dossier: Dossier, to: Recipient, office: Office): Told =>
  stuckMessages(
    [dossier],
    content.kind === 'forwarding-alarm' || content.what === 'case',
    recipientRules[to.kind].hearsNames ? recipientOf(content.message, dossier, office) : undefined,
    isForHandler(content.message, dossier) ? orElse([dossier], to, office) : undefined,
  );

/** Makes the alarm about several complaints. `isNew`: their handler does not know yet that they are theirs. */
export const stuckMessages = (
  dossiers: readonly Dossier[],
  isNew: boolean,
  name?: string,
  elseDo?: string,
): Told => ({
  card: forwardingAlarmCard({
    complaints: dossiers.map(({ id, nextDayToAct }) => ({ number: id, dueOn: nextDayToAct })),
    isNew,
    name,
    orElse: elseDo,
  }),
  summary:
    dossiers.length === 1
      ? `Klacht ${dossiers[0]?.id} is niet aangekomen`
      : `${dossiers.length} klachten zijn niet aangekomen`,
});

/** Tells whether that message is for the handler of the complaint. */
const isForHandler = (messageId: string, { outbox, complaint: { handler } }: Dossier): boolean =>
  outbox.some(
    ({ id, to }) => id === messageId && handler !== undefined && personIn(to) === handler.person.id,
  );

/** Words what to do when the handler cannot be called either: have it handed over by who may, or tell the board. */
export function orElse(dossiers: readonly Dossier[], to: Recipient, { register }: Office): string {
  const context = register.context();
  const isOutside = ({ id }: Person): boolean =>
    dossiers.some(
      ({ complaint }) =>
        id === complaint.handler?.person.id || isAmong({ id, name: '' }, complaint.respondents),
    );
  const present = inOrderOfHandling(context.desk)
    .map(({ person }) => person)
    .filter((person) => !isOutside(person) && !isAbsent(person, context.desk, context.today));
  const may = present.filter((person) =>
    dossiers.every(({ complaint }) => mayCommand(person, 'hand-over', complaint, context)),
  );
  const reader = readerOf(to);
  const complaints = dossiers.length === 1 ? 'de klacht' : 'de klachten';
  if (isAmong(reader, may)) return `Lukt dat niet, draag ${complaints} dan zelf over.`;
  if (may.length > 0) return `Lukt dat niet, vraag dan ${oneOf(may)} om ${complaints} over te dragen.`;
  // Not by name: a board member who is not named would be known to be a respondent.
  if (isAmong(reader, context.desk.board)) return 'Lukt dat niet, overleg dan met de andere directieleden.';
  const hasBoard = present.some((person) => isAmong(person, context.desk.board));
  return hasBoard ? 'Lukt dat niet, meld het dan vandaag nog bij de directie.' : '';
}

const oneOf = (people: readonly Person[]): string => people.map(({ name }) => name).join(' of ');

/** Tells the receiver that nobody has the complaint, and whom to call; does not name a person it is about. */
export function notForwarded({ id, complaint }: Dossier, { register }: Office): Told {
  const { desk, today } = register.context();
  const candidates = inOrderOfHandling(desk)
    .filter(({ person }) => !isAmong(person, [...complaint.respondents, complaint.receiver]))
    .sort((one, other) => Number(isHandler(other.person.id)) - Number(isHandler(one.person.id)));
  const present = candidates.filter(({ person }) => !isAbsent(person, desk, today));
  const [first, ...others] = (present.length > 0 ? present : candidates).map(
    ({ person, role }) => `${person.name} (${roleWords[role]})`,
  );
  const call = first
    ? `Bel vandaag nog ${first}.${others.length > 0 ? ` Lukt dat niet, bel dan ${others.join(', of ')}.` : ''} Geef het nummer door: in de chat met Klachtenbot opent “zaak ${id}” de klacht, voor wie haar behandelt.`
    : 'Niemand binnen Ballance kan haar behandelen. Wijs de klager op de rechter (artikel 10).';
  return {
    card: noticeCard({
      title: `Klacht ${id} is nog niet doorgegeven`,
      text: `De klacht is geregistreerd, maar ik heb in Teams nog niemand bereikt die haar kan behandelen. Artikel 5 vraagt dat ze op de dag van ontvangst wordt doorgegeven. ${call} Ik blijf het intussen proberen.`,
      tone: 'attention',
      buttons: [{ title: 'Mijn klachten', verb: 'my-complaints' }],
    }),
    summary: `Klacht ${id} is nog niet doorgegeven`,
  };

  function isHandler(personId: PersonId): boolean {
    return personId === complaint.handler?.person.id;
  }
}
