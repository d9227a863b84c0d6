import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Handler } from '../../procedure/model/complaint.ts';
import { type NoticeView, noticeCard, openButton } from './notice.ts';
import { handledBy } from './respondent.ts';
import type { Card } from './template.ts';

/** The messages below an open form, which nobody can edit without wiping what was typed in it. */

const draw = (view: Omit<NoticeView, 'tone'>): Card => noticeCard({ ...view, tone: 'accent' });

/** The form above: its title, whether anything is typed in it, and whether it can still be sent. */
type Above = { title: string; asks: boolean; isOpen: boolean };

/** Draws what somebody else did since, what becomes of what was typed, and what to do; without a form above it is a card with what was typed. */
export const changedCard = (number: CaseNumber, happened: string, above: Above | undefined): Card =>
  draw({
    title: `Klacht ${number} is intussen veranderd`,
    text: `${happened}\n${above ? becomes(above) : 'De kaart hierboven met wat je typte, laat ik staan zoals ze was.'}`,
    buttons: [openButton(number)],
  });

function becomes({ title, asks, isOpen }: Above): string {
  const kept = asks ? ' Wat je typte staat er nog.' : '';
  return isOpen
    ? `Je formulier “${title}” staat hierboven nog open.${kept} Verstuur het gerust: ik leg dan nog niets vast, en laat je eerst zien wat er veranderd is.`
    : `Je formulier “${title}” staat hierboven nog open, maar dit kan nu niet meer.${kept} Druk je toch op de knop, dan leg ik niets vast: je ziet dan hoe de klacht er nu voor staat${asks ? ', met je tekst erbij' : ''}.`;
}

/** Draws, for a respondent who is asked for a statement in the form above, who handles the complaint by now. */
export const handlerChangedCard = (number: CaseNumber, handler: Handler | undefined): Card =>
  draw({
    title: `Klacht ${number}: wie haar nu behandelt`,
    text: `${handledBy(handler)} Je formulier staat hierboven nog open. Wat je typte staat er nog, en je kunt het gewoon versturen.`,
  });

/** Draws, for the receiver, that nothing can be added any more. */
export const tooLateToAddCard = (number: CaseNumber): Card =>
  draw({
    title: `Aanvullen van klacht ${number} kan niet meer`,
    text: 'Aanvullen kan totdat de ontvangst aan de klager is bevestigd, en zo ver is deze klacht intussen. Wat je in het formulier hierboven typte, staat er nog, maar ik leg het niet meer vast. Weet je nog iets? Geef het door aan wie de klacht behandelt.',
  });

/** Draws, for who has the dossier no more, that what they typed cannot be sent. Does not say why: that may be about them. */
export const leftFormCard = (number: CaseNumber, what = ''): Card =>
  draw({
    title: `Klacht ${number} is niet meer bij jou`,
    text: `${what} Wat je hierboven typte, kun je niet meer versturen. Meer kan ik je er niet over zeggen.`.trim(),
  });
