import { randomUUID } from 'node:crypto';
import { mayDisclose, maySeePiles, standings } from '../../procedure/access.ts';
import { newComplaintsGoTo } from '../../procedure/articles/art05-handler.ts';
import { isReckonable } from '../../procedure/deadline-notes.ts';
import { whatIf } from '../../procedure/deadlines.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { deskRole } from '../../procedure/model/desk.ts';
import { openSteps } from '../../procedure/open-steps.ts';
import type { Found } from '../../register/alike.ts';
import { asCorrected } from '../../register/model/as-corrected.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { wordsAskedIn } from '../../register/model/search-words.ts';
import { erasureDay } from '../../register/notify/retention.ts';
import { letterDate } from '../../time/dutch-date.ts';
import { absenceCard } from '../cards/absence.ts';
import { type Button, helpButton } from '../cards/button.ts';
import { type CaseNotice, caseCard } from '../cards/case.ts';
import type { FilledIn } from '../cards/form-parts.ts';
import { helpCard } from '../cards/help.ts';
import { casesCard, casesFilters, noCasesCard, noNumberCard } from '../cards/lists.ts';
import { myComplaintsCard } from '../cards/my-complaints.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import { registrationForm } from '../cards/registration-form.ts';
import { closedCard, searchCard } from '../cards/search.ts';
import type { Card } from '../cards/template.ts';
import { whatIfCard } from '../cards/what-if.ts';
import { whichDay } from '../form/read-day.ts';
import { nearDay, readSaidDay } from '../form/said-day.ts';
import { limits, shortened } from '../form/text.ts';
import { stepButtons } from '../steps/all-steps.ts';
import { branchChoices } from '../steps/ranges-and-choices.ts';
import { dueFor, isShown, leadingOf, leadingSteps } from './due.ts';
import { withNames } from './names.ts';
import type { Office } from './office.ts';
import { dossierTyped } from './typed-number.ts';

/** The pages of the personal chat, asked for by typing or by a button; each is a card. */

/** Shows what the bot does; to who is at the desk, and has no dossier yet, or `begins`, also what to do first. */
export async function help(by: Person, { register }: Office, begins = false): Promise<Card> {
  const desk = register.desk();
  const role = deskRole(by, desk);
  const isNew = async () => {
    if ((await register.casesOf(by)).length > 0) return false;
    const closed = await register.closedOf(by, '');
    return closed !== 'vague' && closed.hits.length === 0;
  };
  return helpCard({ role, ...(role !== 'colleague' && (begins || (await isNew())) && { desk }) });
}

/** Shows the form of Art. 4 with what was typed behind the command as its Korte inhoud. */
export async function newForm(
  { register, clock, organisation }: Office,
  { argument, isCut }: { argument: string; isCut?: boolean },
): Promise<Card> {
  return registrationForm({
    formId: randomUUID(),
    today: clock.today(),
    desk: register.desk(),
    branches: branchChoices(organisation.branches),
    values: argument ? { summary: argument } : {},
    errors: {},
    ...(isCut && { notice: tooLongToKeep }),
  });
}

const tooLongToKeep: Notice = {
  text: `Je bericht is te lang: alleen het begin (${limits.text} tekens) staat bij “Korte inhoud”. Vat samen wat je mist.`,
  tone: 'warning',
};

/** Shows what somebody registered, from the newest, or from the one after that number. */
export async function myComplaints(
  by: Person,
  { register, calendar, clock }: Office,
  after?: CaseNumber,
): Promise<Card> {
  const dossiers = await register.registeredBy(by);
  return myComplaintsCard({
    complaints: dossiers.map(({ complaint }) => complaint),
    today: clock.today(),
    calendar,
    desk: register.desk(),
    after,
    unreadable: register.unreadable(by, 'receiver'),
    mayLackSome: register.mayLackSome(),
  });
}

/** Shows the dossiers of somebody, or a part of them; `from`: the first row of the page; of closed ones its position. */
export async function cases(
  by: Person,
  office: Office,
  { filter = '', from = '' }: Record<string, string> = {},
): Promise<Card> {
  if (filter === 'closed') return closedCases(by, office, from);
  const today = office.clock.today();
  const shown = casesFilters.find((one) => one === filter) ?? 'all';
  const dossiers = (await office.register.casesOf(by)).filter(({ complaint }) =>
    isShown(complaint, shown, office),
  );
  const unreadable = office.register.unreadable(by, 'desk');
  const isColleague = deskRole(by, office.register.desk()) === 'colleague';
  if (isColleague && dossiers.length + unreadable.length === 0) return noCasesCard;
  return casesCard(
    dossiers.map(({ complaint }) => ({ complaint, next: leadingOf(complaint, office) })),
    today,
    unreadable,
    {
      ...{ by: by.id, filter: shown, from: Math.max(0, Math.trunc(Number(from)) || 0) },
      piles: maySeePiles(by, office.register.context()),
    },
  );
}

async function closedCases(by: Person, { register }: Office, from: string): Promise<Card> {
  const found = await register.closedOf(by, from);
  const { hits, next } = found === 'vague' ? { hits: [] } : found;
  return closedCard({ hits: hits.map(({ complaint }) => complaint), ...(next && { next }) });
}

/**
 * "zoek": shows what somebody may see and finds by words; the next page with its position. The same to who may
 * see nothing as to who finds nothing.
 */
export async function search(typed: string, by: Person, office: Office, from = ''): Promise<Card> {
  const asked = shortened(typed.trim(), mostAsked);
  if (wordsAskedIn(asked).length === 0) return whatToSearch;
  const found = await office.register.search(asked, by, from);
  if (found === 'vague') return tooManyFound(asked);
  const { hits, next } = found;
  return searchCard({ asked, hits: hits.map(({ complaint }) => complaint), ...(next && { next }) });
}

/** The most characters of a search. */
const mostAsked = 200;

const whatToSearch = noticeCard({
  title: 'Waar zoek je naar?',
  text: 'Typ “zoek” en daarachter een naam, een nummer, een vestiging of een woord uit de klacht. Bijvoorbeeld: zoek jansen utrecht.',
  tone: 'accent',
  buttons: [helpButton],
});

const tooManyFound = (asked: string): Card =>
  noticeCard({
    title: 'Dat zijn er te veel',
    text: `Er zijn te veel woorden die met “${asked}” beginnen. Typ er een woord bij, of typ het verder uit.`,
    tone: 'accent',
    buttons: [helpButton],
  });

/** Draws a dossier with the buttons of the steps that this person may take now. */
export async function caseOf(
  stored: Dossier,
  by: Person,
  office: Office,
  notice?: CaseNotice,
): Promise<Card> {
  const context = office.register.context();
  const dossier = await withNames(stored, office);
  const { complaint } = dossier;
  const open = openSteps(by, complaint, context);
  const deadlines = dueFor(complaint, open, office);
  return caseCard({
    dossier: { ...dossier, journal: asCorrected(dossier.journal, complaint, office.calendar) },
    deadlines,
    reader: { id: by.id, handles: standings(by, complaint, context).includes('handler') },
    steps: stepButtons(open, complaint, leadingSteps(dossier, deadlines, context)),
    today: office.clock.today(),
    clock: office.clock,
    calendar: office.calendar,
    desk: context.desk,
    notice,
    erasesOn: erasureDay(dossier, context, office.config),
    discloses: mayDisclose(by, complaint, context),
    exports: open.includes('export-dossier'),
    ...(open.includes('merge') && (await alikeTo(dossier, by, office))),
  });
}

/** Finds complaints that may belong with this one; none where the search fails, because it is only a hint. */
export const alikeTo = (dossier: Dossier, by: Person, { register, log }: Office): Promise<Found> =>
  register.alike(dossier, by).catch((error: unknown) => {
    log.fault('complaints that are alike could not be found', error);
    return { alike: [] };
  });

export async function viewCase(typed: string, by: Person, office: Office): Promise<Card> {
  const dossier = await dossierTyped(typed, by, office);
  if (!dossier) return noNumberCard(shortened(typed, mostAsked), deskRole(by, office.register.desk()));
  return caseOf(dossier, by, office);
}

const deadlinesButton = (day = ''): Button => ({
  title: `Termijnen ${day || 'van vandaag'}`,
  verb: 'deadlines',
  filledIn: { day },
});

/** Computes the deadlines as if a complaint came in that day; without a day: today. `locale` is that of the client. */
export function deadlines(text: string, { calendar, clock }: Office, locale?: string): Card {
  const today = clock.today();
  const { day, or } = text ? readSaidDay(text, today, locale) : { day: today };
  if (day && or)
    return noticeCard({
      title: whichDay(day, or),
      text: `“${text}” kan allebei zijn. Typ de maand in letters, bijvoorbeeld: termijnen ${letterDate(day)}.`,
      tone: 'warning',
      buttons: [helpButton],
    });
  if (day && isReckonable(day)) return whatIfCard({ day, deadlines: whatIf(day, calendar), calendar, today });
  return noticeCard({
    title: 'Die datum ken ik niet',
    text: `“${text}” ken ik niet als datum. Typ bijvoorbeeld: termijnen 24-12-2026.`,
    tone: 'warning',
    buttons: [deadlinesButton(nearDay(text)), helpButton],
  });
}

export async function absence(
  by: Person,
  office: Office,
  typed: FilledIn = { values: {}, errors: {} },
): Promise<Card> {
  const desk = office.register.desk();
  if (['board', 'colleague'].includes(deskRole(by, desk))) {
    return noticeCard({
      title: 'Dit is voor de klachtenfunctionaris en de vervangers',
      text: 'Zij geven hier door wanneer ze er niet zijn: dan gaan nieuwe klachten naar een ander. Voor jou is dat niet nodig.',
      tone: 'accent',
      buttons: [helpButton],
    });
  }
  office.register.assertAbsencesKnown();
  const today = office.clock.today();
  const absences = desk.absences
    .filter(({ until }) => until >= today)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const own = absences.filter(({ person }) => person.id === by.id);
  return absenceCard({
    by,
    absences,
    instead: own.flatMap(({ from, until }) => newComplaintsGoTo(desk, from > today ? from : today, until)),
    officer: desk.officer,
    today,
    ...typed,
  });
}
