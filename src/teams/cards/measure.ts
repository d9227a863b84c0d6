import { isFirstDayPromised, toldIn } from '../../procedure/articles/art06-measures.ts';
import type { Measure } from '../../procedure/model/answer.ts';
import { withoutComplainant } from '../../procedure/model/complainant-in-text.ts';
import type { Complaint, Handler, Person } from '../../procedure/model/complaint.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { shortened } from '../form/text.ts';
import { noticeCard } from './notice.ts';
import type { Card } from './template.ts';

export const reportMeasureTitle = 'Klaar';

/** The most characters of a measure on its card. */
const mostShown = 400;

/** Words a measure for who sees to it, who does not learn who complains. */
const whatOf = ({ what }: Measure, { complainant }: Complaint): string =>
  `“${shortened(withoutComplainant(what, complainant), mostShown)}”`;

/** Words whom to ask, and who can record a later day. */
const questionsTo = (handler: Handler | undefined): string =>
  handler
    ? ` Lukt het niet op tijd, of heb je vragen? Neem dan contact op met ${handler.person.name}, die een nieuwe dag kan vastleggen.`
    : '';

/** Words, for a respondent, who records in their place that it is done. */
const recordedBy = (handler: Handler | undefined): string =>
  handler ? `Is het klaar? Laat het dan weten aan ${handler.person.name}, die het vastlegt.` : whoRecords;

/** Says who records it of every obstacle the same, and so that it is true where nobody does: it tells nothing of whom the complaint is about. */
const whoRecords = 'Vastleggen dat het klaar is, doet wie de klacht behandelt.';

/**
 * Draws a measure for who sees to it (Art. 6): what, until when, and the button that records it as done, under that form id. Without one
 * for a respondent, who takes no step in a complaint about themselves, and reads who records it. `handler`: who handles it today.
 */
export function measureCard(
  measure: Measure,
  complaint: Complaint,
  {
    form,
    reminds,
    today,
    handler,
  }: { form: string | undefined; reminds: boolean; today: LocalDate; handler: Handler | undefined },
): Card {
  const { number } = complaint;
  const done = form ? 'Is het klaar? Druk dan op “Klaar”: dat komt in het dossier.' : recordedBy(handler);
  const day = longDate(measure.dueOn);
  const moved = measure.firstDueOn !== undefined;
  const until =
    today > measure.dueOn
      ? `Het had uiterlijk ${day} klaar moeten zijn.`
      : `Het moet ${moved ? 'nu ' : ''}uiterlijk ${day} klaar zijn.`;
  const promised = toldIn(measure, complaint) ? 'beloofd' : 'vastgelegd';
  const first = isFirstDayPromised(measure, complaint) ? 'beloofd' : 'vastgelegd';
  const before = measure.firstDueOn ? ` Eerder was het ${first} voor ${longDate(measure.firstDueOn)}.` : '';
  const promise = `Ballance heeft na een klacht ${promised} dat dit gebeurt, en jij zorgt ervoor: ${whatOf(measure, complaint)}. ${until}${before}`;
  const later = ' Zolang het niet klaar is, herinner ik je eraan.';
  return noticeCard({
    title: reminds
      ? `Klacht ${number}: herinnering aan jouw maatregel`
      : `Klacht ${number}: ${moved ? 'een nieuwe dag voor jouw maatregel' : 'een maatregel voor jou'}`,
    text: `${promise} ${done}${later}${questionsTo(handler)} De klacht zelf is vertrouwelijk.`,
    tone: reminds ? 'warning' : 'accent',
    buttons: form
      ? [
          {
            title: reportMeasureTitle,
            verb: 'report-measure',
            data: { number, form },
            filledIn: { measure: measure.id },
            main: true,
          },
        ]
      : [],
  });
}

/** Draws, for who pressed the button, that their measure is recorded as done; `before`: somebody had recorded it already. */
export const measureReported = (measure: Measure | undefined, complaint: Complaint, before: boolean): Card =>
  noticeCard({
    title: before ? 'Dit was al vastgelegd' : 'Vastgelegd: het is klaar',
    text: `${measure ? `${whatOf(measure, complaint)} staat als klaar in het dossier. ` : ''}Je hoeft hiervoor niets meer te doen.`,
    tone: 'good',
  });

/** Says of every obstacle the same, so that it tells nothing of the handling, nor that somebody became a respondent. */
export const measureNotReported = noticeCard({
  title: 'Dit kun je hier niet vastleggen',
  text: `Er is niets vastgelegd. ${whoRecords}`,
  tone: 'warning',
});

/** Draws that a measure is done, for who sees to it and for the handler, of whom the other recorded it. */
export function measureDone(id: string, complaint: Complaint, { id: reader }: Person) {
  const measure = complaint.measures.find((one) => one.id === id);
  const isHandler = measure?.ownerId !== reader;
  const title = `Klacht ${complaint.number}: een maatregel is klaar`;
  const what = measure ? whatOf(measure, complaint) : 'De maatregel';
  const text = isHandler
    ? `${measure?.owner ?? 'Een collega'} meldt dat dit klaar is: ${what}. De maatregel is afgevinkt, en de herinneringen stoppen.`
    : `${what} staat nu als klaar in het dossier. Je hoeft hiervoor niets meer te doen.`;
  return {
    card: noticeCard({
      title,
      text,
      tone: 'good',
      buttons: isHandler
        ? [{ title: 'Klacht openen', verb: 'case', data: { number: complaint.number } }]
        : [],
    }),
    summary: title,
  };
}
