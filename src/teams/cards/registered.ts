import { hasContact } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import { knowsOfNoHandler } from '../../procedure/articles/art05-handler.ts';
import {
  isKnownToNobodyElse,
  isLeftToRespondent,
  isToTellThemselves,
  mustHearAfterPost,
  mustHearOfNoHandler,
} from '../../procedure/articles/art05-no-handler.ts';
import type { Running } from '../../procedure/deadlines.ts';
import type { Complaint, Handler, Person } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import { obstacleTo } from '../../procedure/open-steps.ts';
import { eventOf, type JournalEntry } from '../../register/model/journal.ts';
import { longDate } from '../../time/dutch-date.ts';
import { type Action, type Button, buttons } from './button.ts';
import { type Fact, notedFacts } from './case-facts.ts';
import { type DeadlineLine, deadlineLine } from './deadlines.ts';
import type { Notice } from './notice.ts';
import { addDocumentTitle } from './sent-files.ts';
import { supplementTitle } from './supplement.ts';
import { type Card, follows, template } from './template.ts';
import { calendarDays, roleWords } from './words.ts';

export type Registered = {
  complaint: Complaint;
  /** The deadlines that the receiver must know: acknowledge and answer; none when it is closed. */
  deadlines: readonly Running[];
  journal: readonly JournalEntry[];
  /** Who has received the card: the handler, or an earlier one; undefined while none has arrived. */
  passedOnTo: Person | undefined;
  /** The complaint as its receiver wrote it; absent where they may not read that (any more). */
  noted?: Complaint | undefined;
  /** What the receiver can tell who complains; empty where there is nothing to tell. */
  told?: string;
  notice?: Notice | undefined;
};

type Data = {
  title: string;
  passedOn: string;
  /** The day in words, so that a wrong one shows. */
  receivedOn: string;
  banners: Notice[];
  noted: Fact[];
  deadlines: DeadlineLine[];
  told: string[];
  next: string;
  actions: Action[];
};

const fill = template<Data>('registered');

/** Draws the answer to a registration: the number, to whom it is forwarded, and what is due until when. */
export const registeredCard = ({
  complaint,
  journal,
  deadlines,
  passedOnTo,
  noted,
  told = '',
  notice,
}: Registered): Card => {
  const card = fill({
    title: `Klacht ${complaint.number} is geregistreerd`,
    passedOn: passedOn(complaint, passedOnTo),
    receivedOn: longDate(complaint.receivedOn),
    banners: [...(notice ? [notice] : []), ...lateBanner(daysLateOf(journal)), ...contactBanner(complaint)],
    noted: noted ? notedFacts(noted) : [],
    deadlines:
      isKnownToNobodyElse(complaint) && !isToTellThemselves(complaint)
        ? []
        : deadlines.map((one) => dueLine(one, complaint)),
    told: told ? [told] : [],
    next: next(complaint, passedOnTo, notice?.tone === 'warning' ? ready.warned : ready.done),
    actions: buttons([
      ...informing(complaint, journal.length),
      ...supplementing(complaint),
      ...adding(complaint),
      { title: 'Nog een klacht registreren', verb: 'register-another' },
      { title: 'Mijn klachten', verb: 'my-complaints', data: { leaves: complaint.number } },
    ]),
  });
  return follows(card, {
    shows: 'receipt',
    number: complaint.number,
    version: journal.length,
    ...(notice && { notice }),
  });
};

/** Words what is due; of a complaint that nobody may handle, what confirms receipt of it in place of its handler. */
const dueLine = (deadline: Running, { handler }: Complaint): DeadlineLine => ({
  ...deadlineLine(deadline),
  ...(!handler &&
    deadline.kind === 'acknowledge' && {
      what: 'De klager laten weten dat niemand de klacht mag behandelen',
    }),
});

/** Makes the button of a receiver who does not see the dossier to tell the complainant that nobody may handle it. */
const informing = (complaint: Complaint, version?: number): Button[] =>
  isLeftToRespondent(complaint) && !obstacleTo('announce-no-handler', complaint)
    ? [
        {
          title: informTitle,
          verb: 'ask-announce-no-handler',
          data: { number: complaint.number, version },
          main: true,
        },
      ]
    : [];

const informTitle = 'Klager informeren';

/** Makes the button of the receiver to add what they still hear. */
const supplementing = (complaint: Complaint): Button[] =>
  isAmong(complaint.receiver, complaint.respondents) || obstacleTo('supplement', complaint)
    ? []
    : [{ title: supplementTitle, verb: 'ask-supplement', data: { number: complaint.number } }];

/** Makes the button of the receiver to add a letter or a picture that they have of it. */
const adding = ({ erased, number, receiver, respondents }: Complaint): Button[] =>
  erased || isAmong(receiver, respondents)
    ? []
    : [{ title: addDocumentTitle, verb: 'ask-add-document', data: { number } }];

function passedOn(complaint: Complaint, to: Person | undefined): string {
  const { closed, handler } = complaint;
  if (closed?.outcome === 'remedied') return remedied(complaint, to);
  if (to && (closed || to.id !== handler?.person.id))
    return `Doorgegeven aan ${to.name}. ${since(complaint)}`;
  if (closed) return since(complaint);
  if (!handler) return 'Niemand kan deze klacht behandelen, want ze gaat over iedereen die dat zou mogen.';
  return `${to ? 'Doorgegeven' : 'Wordt doorgegeven'} aan ${titled(handler)}.`;
}

/** Words that it was remedied on the spot (Art. 1), and who hears of it for information. */
function remedied({ handler }: Complaint, to: Person | undefined): string {
  const closed = 'De klacht is meteen verholpen en daarom gesloten (artikel 1).';
  if (!handler) return closed;
  return `${closed} ${titled(handler)} ${to ? 'heeft bericht gekregen' : 'krijgt bericht'}, ter informatie.`;
}

/** Words what happened after it was forwarded. */
function since({ closed, handler }: Complaint): string {
  if (closed) return 'De klacht is intussen gesloten.';
  return handler
    ? `Intussen behandelt ${titled(handler)} de klacht.`
    : 'Intussen kan niemand de klacht behandelen, want ze gaat over iedereen die dat zou mogen.';
}

const titled = ({ person, role }: Handler): string => `${person.name} (${roleWords[role]})`;

/** Counts the calendar days between receipt and forwarding (Art. 5); 0 on the same day, or when it was not forwarded. */
const daysLateOf = (journal: readonly JournalEntry[]): number =>
  journal.map(eventOf).find((event) => event.type === 'forwarded')?.daysLate ?? 0;

const lateBanner = (daysLate: number): Notice[] =>
  daysLate <= 0
    ? []
    : [
        {
          text: `Dit is ${calendarDays(daysLate)} te laat doorgegeven: artikel 5 vraagt dat op de dag van ontvangst zelf. Het logboek vermeldt dit.`,
          tone: 'warning',
        },
      ];

/** Words which articles cannot be met without a way to reach the complainant. */
const contactBanner = (complaint: Complaint): Notice[] =>
  complaint.closed || hasContact(complaint.complainant)
    ? []
    : [
        {
          text: `Er is geen e-mailadres, telefoonnummer of postadres van de klager. Zonder een daarvan kan Ballance niet bevestigen en niet antwoorden (artikel 5 en 6). Krijg je het nog te horen? ${toAdd(complaint)}`,
          tone: 'warning',
        },
      ];

/** Words where the receiver leaves what they hear later. */
function toAdd(complaint: Complaint): string {
  if (supplementing(complaint).length > 0)
    return complaint.handler
      ? 'Kies dan “Aanvullen”, of geef het later door aan wie de klacht behandelt.'
      : 'Kies dan “Aanvullen”.';
  if (complaint.handler) return 'Geef het dan door aan wie de klacht behandelt.';
  if (informing(complaint).length > 0) return `Vul het dan in bij “${informTitle}”.`;
  return isAmong(complaint.receiver, complaint.respondents)
    ? 'Geef het dan door aan een collega over wie de klacht niet gaat.'
    : `Open dan de klacht met “zaak ${complaint.number}”, en leg het vast met “Notitie toevoegen”.`;
}

/** Art. 5 and 10: nobody may handle it, so the complainant hears of the way to court from who registered it. */
function forReceiver(complaint: Complaint): string {
  const later = 'Mag iemand haar later toch behandelen, dan gaat ze vanzelf daarheen.';
  if (knowsOfNoHandler(complaint))
    return `De klager heeft een brief dat niemand binnen Ballance de klacht mag behandelen. Je hoeft nu niets te doen. ${later}`;
  if (mustHearAfterPost(complaint))
    return `De klager moet horen dat niemand binnen Ballance de klacht mag behandelen (artikel 5). Er wacht een brief aan de klager op de mailserver: die gaat eerst. Ik herinner je er elke werkdag aan tot de klager het weet. ${later}`;
  const open = `Met “zaak ${complaint.number}” open jij de klacht`;
  return mustHearOfNoHandler(complaint)
    ? `Vertel de klager dat niemand binnen Ballance de klacht mag behandelen (artikel 5), en dat de klager ermee naar de rechter kan (artikel 10). ${open}: verstuur de brief met “Klager informeren”. Ik herinner je er elke werkdag aan tot hij weg is. ${later}`
    : `Een brief aan de klager kan nog niet: die is onbekend of anoniem. Hoor je hoe we de klager bereiken? ${supplementing(complaint).length > 0 ? 'Kies dan “Aanvullen”' : `${open}: leg het vast met “Notitie toevoegen”`}. Bij “mijn klachten” staat wat je de klager kunt vertellen. ${later}`;
}

/** Art. 5 and 10: to a receiver whom it is about as well, and who knows that: they send one letter, and see nothing. */
function forRespondent(complaint: Complaint): string {
  const neither =
    'Ook jij mag dat niet, want ze gaat ook over jou: je ziet het dossier niet en kunt er niets aan veranderen.';
  const later = 'Mag iemand haar later toch behandelen, dan gaat ze vanzelf daarheen.';
  if (knowsOfNoHandler(complaint))
    return `${neither} De klager heeft een brief dat niemand binnen Ballance de klacht mag behandelen. Je hoeft nu niets te doen. ${later}`;
  if (mustHearAfterPost(complaint))
    return `${neither} De brief aan de klager dat niemand binnen Ballance de klacht mag behandelen, wacht op de mailserver. Ik herinner je er elke werkdag aan tot hij weg is. ${later}`;
  return mustHearOfNoHandler(complaint)
    ? `${neither} Eén ding doe je wel: stuur de klager met “Klager informeren” de brief dat niemand binnen Ballance de klacht mag behandelen (artikel 5), en dat de weg naar de rechter openstaat (artikel 10). De tekst staat vast. Ik herinner je er elke werkdag aan tot hij weg is. Wie de bot beheert, hoort dat de klacht er is. ${later}`
    : `${neither} Een brief aan de klager kan nog niet: die is onbekend of anoniem. Hoor je wie het is of hoe we die bereiken? Vraag dan een collega over wie de klacht niet gaat om haar ook te registreren, met de dag waarop jij haar ontving. Wie de bot beheert, hoort dat de klacht er is. ${later}`;
}

/** Art. 5 and 10: to a receiver whom it turned out to be about as well, so that nobody may handle it any more. */
export const forAnother =
  'Ook jij mag dat niet, want ze gaat ook over jou. Vraag vandaag nog een collega over wie ze niet gaat om haar ook te registreren, met de dag waarop jij haar ontving. Die collega kan de klager per brief laten weten dat niemand binnen Ballance de klacht mag behandelen, en dat de weg naar de rechter openstaat (artikel 10).';

/** Words that nothing is left to the receiver; below a warning, that nothing else is. */
const ready = { done: 'Je hoeft niets meer te doen.', warned: 'Verder hoef je niets te doen.' };

function next(complaint: Complaint, to: Person | undefined, nothingLeft: string): string {
  const { closed, handler, receiver, respondents } = complaint;
  if (closed) return `${nothingLeft} De klacht telt wel mee in het jaaroverzicht.`;
  if (isLeftToRespondent(complaint)) return forRespondent(complaint);
  if (!handler) return isAmong(receiver, respondents) ? forAnother : forReceiver(complaint);
  const todo = to
    ? nothingLeft
    : `Zodra ${handler.person.name} de klacht heeft, lees je dat in deze chat; lukt het niet, dan hoor je hier wie je kunt bellen.`;
  return `${todo} Komt de klager bij je terug? Verwijs dan door naar ${handler.person.name}. Bij “mijn klachten” zie je hoe ver het is.`;
}
