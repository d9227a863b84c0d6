import { maySeeDossier, maySeeStage } from '../../procedure/access.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { obstacleTo, openSteps } from '../../procedure/open-steps.ts';
import { type Dossier, isWaitingLetterSent } from '../../register/model/dossier.ts';
import type { JournalEntry } from '../../register/model/journal.ts';
import { personIn } from '../../register/model/message.ts';
import type { ShownCard } from '../../register/model/shown-messages.ts';
import { decidedInstead } from '../../register/model/sight.ts';
import { itself } from '../../register/with-events.ts';
import { decidedBy, happened } from '../cards/meanwhile.ts';
import { type NoticeView, noticeCard, openButton } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import { isFormStep, stepForms } from '../steps/all-steps.ts';

/** What an open form cannot say: nobody can edit a message in which somebody types without wiping what was typed. */

/**
 * Draws the message below an open form, or below a card with what somebody typed: who did what since it was drawn, and what becomes of
 * what was typed. Undefined where nobody else did anything that its reader should know, or another message in that chat says so.
 */
export function changedBelow(
  form: ShownCard,
  dossier: Dossier,
  { register, clock }: Office,
): Card | undefined {
  const { who, version } = form;
  const reader = { id: who, name: '' };
  const entries = version > 0 ? dossier.journal.slice(version) : [];
  const news = entries.filter((entry) => isByAnother(entry, reader) && !isTold(entry, reader, dossier));
  if (news.length === 0) return undefined;
  const { complaint, id } = dossier;
  const context = register.context();
  if (form.form === 'supplement')
    return maySeeStage(reader, complaint, context) && obstacleTo('supplement', complaint)
      ? draw(tooLateToAdd(id))
      : undefined;
  if (!maySeeDossier(reader, complaint, context)) {
    const decision = decidedInstead(reader, dossier, version, context);
    return draw(outOfSight(id, decision && decidedBy(decision, clock)));
  }
  const text = [happened(news, clock), becomes(form, openSteps(reader, complaint, context))].join(' ');
  return draw({ title: `Klacht ${id} is intussen veranderd`, text, buttons: [openButton(id)] });
}

const draw = (view: Omit<NoticeView, 'tone'>): Card => noticeCard({ ...view, tone: 'accent' });

const isByAnother = (entry: JournalEntry, { id }: Person): boolean => {
  const by = entry.erasable?.by.id;
  return by !== undefined && by !== id && by !== itself.id && !isWaitingLetterSent(entry);
};

/** Tells whether a message to its reader followed from an entry, or from another of that step; also one that is summed up since. */
const isTold = (entry: JournalEntry, { id }: Person, { id: number, journal, outbox }: Dossier): boolean => {
  const step = journal.filter(
    ({ at, erasable }) => at === entry.at && erasable?.by.id === entry.erasable?.by.id,
  );
  return outbox.some(
    ({ id: message, to, status, queuedAt, earlier }) =>
      personIn(to) === id &&
      status !== 'withheld' &&
      (step.some(({ seq, type }) => message.startsWith(`${number}/${seq}-${type}/`)) ||
        (earlier !== undefined && earlier.since <= entry.at && entry.at < queuedAt)),
  );
};

/** Says what becomes of what was typed, and what to do. */
function becomes({ form }: ShownCard, open: readonly string[]): string {
  if (form === undefined || !isFormStep(form))
    return 'De kaart hierboven met wat je typte, laat ik staan zoals ze was.';
  const { title, asks } = stepForms[form];
  const kept = asks ? ' Wat je typte staat er nog.' : '';
  return open.includes(form)
    ? `Je formulier “${title}” staat hierboven nog open.${kept} Verstuur het gerust: ik leg dan nog niets vast, en laat je eerst zien wat er veranderd is.`
    : `Je formulier “${title}” staat hierboven nog open, maar dit kan nu niet meer.${kept} Druk je toch op de knop, dan leg ik niets vast: je ziet dan hoe de klacht er nu voor staat${asks ? ', met je tekst erbij' : ''}.`;
}

const tooLateToAdd = (number: string) => ({
  title: `Aanvullen van klacht ${number} kan niet meer`,
  text: 'Aanvullen kan totdat de ontvangst aan de klager is bevestigd, en zo ver is deze klacht intussen. Wat je in het formulier hierboven typte, staat er nog, maar ik leg het niet meer vast. Weet je nog iets? Geef het door aan wie de klacht behandelt.',
});

/** Says no more than that: why it is so may be about its reader. */
const outOfSight = (number: string, decided?: string) => ({
  title: `Klacht ${number} is niet meer bij jou`,
  text: [
    decided,
    'Wat je hierboven typte, kun je niet meer versturen. Het staat er nog: kopieer wat je wilt bewaren.',
  ]
    .filter(Boolean)
    .join(' '),
});
