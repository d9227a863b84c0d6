import type { DispatchManner, HandlerRole, Manner, Origin, Outcome, Stage } from '../procedure/complaint.ts';
import type { DeadlineKind } from '../procedure/deadlines.ts';
import type { Message } from '../register/message.ts';

/** Herkomst (Art. 4). */
export const originWords: Record<Origin, string> = {
  client: 'Cliënt',
  principal: 'Opdrachtgever',
  employee: 'Medewerker',
  partner: 'Samenwerkingspartner',
  other: 'Anders',
};

/** Wijze van ontvangst (Art. 4). */
export const mannerWords: Record<Manner, string> = { oral: 'Mondeling', written: 'Schriftelijk' };

/** Wijze van verzending. */
export const dispatchWords: Record<DispatchManner, string> = {
  email: 'E-mail',
  post: 'Post',
  handed: 'Overhandigd',
};

export const stageWords: Record<Stage, string> = {
  registered: 'Geregistreerd, ontvangst nog niet bevestigd',
  acknowledged: 'In behandeling, ontvangst is bevestigd',
  closed: 'Gesloten',
};

export const outcomeWords: Record<Outcome, string> = {
  remedied: 'meteen verholpen (artikel 1)',
  withdrawn: 'ingetrokken door de klager',
};

export const roleWords: Record<HandlerRole, string> = {
  officer: 'klachtenfunctionaris',
  substitute: 'vervanger',
  board: 'directie',
};

/** What is due, in the fewest words. */
export const deadlineWords: Record<DeadlineKind, string> = {
  forward: 'Doorgeven aan de klachtenfunctionaris',
  acknowledge: 'Ontvangst bevestigen',
  answer: 'Schriftelijk antwoord geven',
  objection: 'Klager laat weten dat hij het niet eens is',
  hearing: 'Klager laten toelichten',
  decision: 'Definitieve beslissing van de directie',
};

/** What the article demands of the handler. */
export const demandWords: Record<DeadlineKind, string> = {
  forward: 'Geef de klacht vandaag nog door aan de klachtenfunctionaris.',
  acknowledge: 'Bevestig de klager schriftelijk dat de klacht ontvangen is.',
  answer: 'Zorg dat de klager een schriftelijk antwoord heeft.',
  objection: 'Wacht af of de klager het eens is met het antwoord.',
  hearing: 'Geef de klager de kans om de klacht mondeling toe te lichten.',
  decision: 'Zorg dat de klager de beslissing van de directie heeft.',
};

export const messageStatusWords: Record<Message['status'], string> = {
  queued: 'wacht op bezorging',
  sent: 'bezorgd',
  'gave-up': 'niet bezorgd',
  withheld: 'niet verstuurd: niet meer voor deze persoon',
};

/** How urgent a deadline is: a container style of a card. */
export type Urgency = 'attention' | 'warning' | 'emphasis';

/** How far off a last day to act is; `workingDaysLeft` is negative, or 0 and `late`, when it has passed. */
export type Remaining = { workingDaysLeft: number; late: boolean };

/** 'nog 3 werkdagen', 'vandaag', '2 werkdagen te laat'; just 'te laat' in the weekend right after the last day. */
export function daysLeftWords({ workingDaysLeft, late }: Remaining): string {
  const count = Math.abs(workingDaysLeft);
  if (count === 0) return late ? 'te laat' : 'vandaag';
  const days = `${count} ${count === 1 ? 'werkdag' : 'werkdagen'}`;
  return late ? `${days} te laat` : `nog ${days}`;
}

/** Late is alarming; today and tomorrow ask for attention. */
export function urgencyOf({ workingDaysLeft, late }: Remaining): Urgency {
  if (late) return 'attention';
  return workingDaysLeft <= 1 ? 'warning' : 'emphasis';
}

/** '1 dag', '3 dagen'. */
export const calendarDays = (count: number): string => `${count} ${count === 1 ? 'dag' : 'dagen'}`;
