import type { TurnContext } from 'botbuilder';
import type { Person } from '../../procedure/model/complaint.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import type { Visitor } from '../adapter/visitor.ts';
import { askYearReport } from '../buttons/downloads.ts';
import { helpButton } from '../cards/button.ts';
import { noticeCard, refusedCard } from '../cards/notice.ts';
import { refusalText } from '../cards/refusal-text.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import * as answers from '../office/pages.ts';
import type { Command } from './command.ts';

/** Answers a command in somebody's own chat. */
export async function inChat(
  command: Command,
  { person, locale }: Visitor,
  office: Office,
  context: TurnContext,
): Promise<Card> {
  switch (command.name) {
    case 'register':
      return answers.blankForm(office);
    case 'my-complaints':
      return answers.myComplaints(person, office);
    case 'cases':
      return answers.cases(person, office);
    case 'case':
      return viewCase(command.argument, { person }, office);
    case 'deadlines':
      return answers.deadlines(command.argument, office, locale);
    case 'absence':
      return answers.absence(person, office);
    case 'year-report':
      return yearReport(command.argument, person, office, context);
    case 'help':
      return answers.help(person, office);
    case 'link':
    case 'unlink':
    case 'overview':
      return noticeCard({
        title: 'Dat hoort in een kanaal',
        text: 'Typ het daar na @Klachtenbot. Hier in de chat doe ik andere dingen voor je.',
        tone: 'accent',
        buttons: [helpButton],
      });
    case 'unknown':
      return answers.help(person, office, command.argument);
    default:
      return command.name satisfies never;
  }
}

async function viewCase(number: string, { person }: Pick<Visitor, 'person'>, office: Office): Promise<Card> {
  if (!number) return answers.cases(person, office);
  return orRefused(answers.viewCase(number, person, office));
}

const yearReport = (year: string, by: Person, office: Office, context: TurnContext): Promise<Card> =>
  orRefused(askYearReport(year, { by, sendToChat: (activity) => context.sendActivity(activity) }, office));

/** Shows a refusal, in Dutch, instead of the card. */
async function orRefused(card: Promise<Card>): Promise<Card> {
  try {
    return await card;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedCard(refusalText(error));
  }
}
