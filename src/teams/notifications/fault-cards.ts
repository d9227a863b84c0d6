import type { ContentOf } from '../../register/model/message.ts';
import { momentWords } from '../cards/case-journal.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { faultWords } from '../cards/words.ts';
import type { Office } from '../office/office.ts';

type Told = { card: Card; summary: string };

/** Tells the officer what is set up wrongly, since when, and what to do. */
export function setUpFault({ of, since, reason }: ContentOf<'set-up-fault'>, { clock }: Office): Told {
  const when = `Sinds ${momentWords(since, clock)}`;
  const words = faultWords(reason);
  const answered = words ? ` (${/^[A-Z\d]/.test(words) ? `antwoord: ${words}` : words})` : '';
  if (of === 'mail') {
    return {
      card: noticeCard({
        title: 'Brieven per e-mail gaan niet weg',
        text: `${when} neemt de mailserver niets aan${answered}. Wie een brief heeft die wacht, krijgt daarvan bericht en verstuurt hem zelf. Vraag de beheerder vandaag om MAIL, SMTP_URL en MAIL_FROM na te kijken: “npm run -s mail -- probe” met een eigen e-mailadres zegt wat er mis is. Ik blijf het proberen; zodra het weer kan, gaat wat dan nog wacht vanzelf weg.`,
        tone: 'attention',
      }),
      summary: 'Brieven per e-mail gaan niet weg',
    };
  }
  return {
    card: noticeCard({
      title: 'Het gekoppelde kanaal is niet bereikbaar',
      text: `${when} komt er niets aan in het kanaal${answered}: geen herinneringen en geen overzicht. Is het kanaal verwijderd, of is Klachtenbot daar weggehaald? Koppel dan opnieuw: typ in het kanaal “@Klachtenbot koppel”. Herinneringen in jullie eigen chats gaan gewoon door.`,
      tone: 'attention',
    }),
    summary: 'Het gekoppelde kanaal is niet bereikbaar',
  };
}

/** Tells the officer how much is missing, that no number is given twice, and what to have done. */
export function registerBehind({ complaints, since }: ContentOf<'register-behind'>, { clock }: Office): Told {
  const title = 'In het klachtenregister ontbreekt iets';
  const what =
    complaints === 0
      ? 'ontbreekt er in het register iets dat eerder is vastgelegd. De klachten zelf zijn er allemaal'
      : `ontbreekt er in het register iets van ${complaints === 1 ? '1 klacht' : `${complaints} klachten`}: een deel, of de hele klacht`;
  return {
    card: noticeCard({
      title,
      text: `Bij de start van Klachtenbot, ${momentWords(since, clock)}, ${what}. Dat komt doordat een oude kopie is teruggezet, een bestand weg is, of iemand het register heeft veranderd. Klachtenbot werkt door, en geen nummer wordt twee keer gegeven. Vraag de beheerder vandaag om “npm run -s register -- verify --against” met een eerdere export of het log: dat zegt wat er ontbreekt. Is er een nieuwere kopie, laat die dan vandaag terugzetten. Wat jij en je collega’s tot dan vastleggen, ook nieuwe klachten, staat niet in die kopie: noteer het zelf, en leg het daarna opnieuw vast.`,
      tone: 'attention',
    }),
    summary: title,
  };
}
