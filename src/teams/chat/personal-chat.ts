import type { Activity, TurnContext } from 'botbuilder';
import { deskRole } from '../../procedure/model/desk.ts';
import type { Visitor } from '../adapter/visitor.ts';
import { orRefused } from '../buttons/actions.ts';
import { askBoardReport, askRowList, askYearReport } from '../buttons/reports.ts';
import { helpButton } from '../cards/button.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import * as answers from '../office/pages.ts';
import type { Command } from './command.ts';
import { notUnderstood } from './not-understood.ts';

/** Answers a command in somebody's own chat. */
export async function inChat(
  command: Command,
  { person, locale }: Visitor,
  office: Office,
  context: TurnContext,
): Promise<Card> {
  const sendToChat = (activity: Partial<Activity>) => context.sendActivity(activity);
  switch (command.name) {
    case 'register':
      return answers.newForm(office, command);
    case 'my-complaints':
      return answers.myComplaints(person, office);
    case 'cases':
      return answers.cases(person, office, { filter: command.argument });
    case 'case':
      return command.argument
        ? refusable(() => answers.viewCase(command.argument, person, office))
        : answers.cases(person, office);
    case 'search':
      return answers.search(command.argument, person, office);
    case 'deadlines':
      return answers.deadlines(command.argument, office, locale);
    case 'absence':
      return refusable(() => answers.absence(person, office));
    case 'year-report':
      return refusable(() => askYearReport(command.argument, { by: person, sendToChat }, office));
    case 'board-report':
      return refusable(() => askBoardReport(command.argument, { by: person, sendToChat }, office));
    case 'row-list':
      return refusable(() => askRowList(command.argument, { by: person, sendToChat }, office));
    case 'help':
      return answers.help(person, office);
    case 'begin':
      return answers.help(person, office, true);
    case 'link':
    case 'unlink':
    case 'overview':
      return noticeCard({
        title: 'Dat hoort in een kanaal',
        text: 'Typ het daar na @Klachtenbot. Hier in de chat doe ik andere dingen voor je.',
        tone: 'accent',
        buttons: [helpButton],
      });
    case 'thanks':
      return noticeCard({
        title: 'Graag gedaan',
        text: 'Ik ben er als je me weer nodig hebt. Typ “klacht” of “help”.',
        tone: 'good',
      });
    case 'unknown':
      return notUnderstood(command, {
        role: deskRole(person, office.register.desk()),
        year: office.clock.today().slice(0, 4),
      });
    default:
      return command.name satisfies never;
  }
}

/** Shows a refusal instead of the card. */
const refusable = async (card: () => Promise<Card>): Promise<Card> =>
  (await orRefused(async () => ({ card: await card() }))).card;
