import {
  nextWorkingDayAfter,
  workingDaysAfter,
  workingDaysBefore,
} from '../../procedure/articles/art02-periods.ts';
import { guardedNow } from '../../procedure/articles/art06-delay.ts';
import type { ForRespondent } from '../../procedure/model/commands.ts';
import { withoutComplainant } from '../../procedure/model/complainant-in-text.ts';
import { type Complaint, isIn } from '../../procedure/model/complaint.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { day, text, toggle } from '../form/fields.ts';
import { limits } from '../form/text.ts';
import { from } from './ranges-and-choices.ts';
import type { Setting } from './step.ts';

const multiline = { multiline: true };

export const wordingLabels = { wording: 'Uw klacht, zoals de klager die leest' };

/** Finds what was merged into a complaint of the same complainant, and is not worded under its number yet. */
const unworded = ({ joined = [], wording = '' }: Complaint) =>
  joined.filter(({ number, ofAnother }) => !ofAnother && !wording.includes(number));

const asksWording = (complaint: Complaint): boolean =>
  complaint.wording === undefined || unworded(complaint).length > 0;

/** Proposes the complaint in words, and each that was merged into it under its number: the answer is to all of them (Art. 6). */
const wordingOf = (complaint: Complaint): string =>
  [
    complaint.wording ?? complaint.summary,
    ...unworded(complaint).map(({ number, summary }) => `Nummer ${number}: ${summary}`),
  ].join('\n\n');

/** Counts the most characters that the complaint has in letters: what was merged into it has its own, and what is proposed is taken. */
const mostWorded = (complaint: Complaint): number =>
  Math.max(limits.text * (1 + unworded(complaint).length), [...wordingOf(complaint)].length);

/** Counts the most characters of a letter, which may quote a complaint that is longer than a text because others were merged into it. */
export const mostOfLetter = (complaint: Complaint): number =>
  limits.letter + mostWorded(complaint) - limits.text;

/**
 * Asks how letters word the complaint to the complainant, before the first letter that quotes it: the summary is internal, so
 * it is proposed here and never quoted unseen.
 */
export const wordingBlock = ({ complaint }: Setting) => ({
  ...(asksWording(complaint) && {
    wording: text(
      wordingLabels.wording,
      `Schrijf op waar de klacht over gaat, zoals de klager dat in onze brieven leest (hoogstens ${mostWorded(complaint)} tekens).`,
      {
        ...multiline,
        most: mostWorded(complaint),
        proposed: wordingOf(complaint),
        hint: 'Dit staat in onze brieven aan de klager. Nu staat hier de korte inhoud uit het dossier. Staat daar iets in dat niet voor de klager is? Haal het hier weg.',
      },
    ),
  }),
});

/** What the form proposes as the complaint in letters, for its first draft; nothing where they word it already. */
export const wordingProposed = ({ complaint }: Setting) =>
  asksWording(complaint) ? { wording: wordingOf(complaint) } : {};

/** Asks to confirm that a text for a respondent may tell who complains. */
export const mayIdentify = () =>
  toggle('Naam of gegevens van de klager', 'Ja, de beklaagde mag dit lezen', {
    hint: 'Alleen nodig als die in de tekst voor de beklaagde staan.',
  });

export const aboutLabels = { text: 'Waar gaat de klacht over?' };

/** The werkdagen that a respondent has for a statement, unless its handler chooses another day. */
const daysForStatement = 5;

/**
 * Proposes until when a respondent is to give a statement: five werkdagen ahead, but while the answer is to come not after the werkdag
 * before the day on which that is guarded (Art. 6), as far as that leaves a werkdag.
 */
function statementDay({ complaint, today, calendar }: Setting): LocalDate {
  const usual = workingDaysAfter(today, daysForStatement, calendar.wide).dueOn;
  if (!isIn(complaint, ['registered', 'acknowledged'])) return usual;
  const last = workingDaysBefore(guardedNow(complaint, calendar), 1, calendar.wide);
  const first = nextWorkingDayAfter(today, calendar.wide);
  return last >= usual ? usual : last < first ? first : last;
}

/**
 * Asks what a respondent reads who is asked for a statement, proposed without who complains because the summary is internal; and until
 * when they are to give it.
 */
export const aboutBlock = (setting: Setting) => ({
  text: text(
    aboutLabels.text,
    'Schrijf op waar de klacht over gaat, zoals de beklaagde het leest (hoogstens 2000 tekens).',
    {
      ...multiline,
      proposed: withoutComplainant(setting.complaint.summary, setting.complaint.complainant),
      hint: 'Dit leest de beklaagde over de klacht. Wie de klager is, heb ik weggelaten: kijk na of dat klopt.',
    },
  ),
  mayIdentify: mayIdentify(),
  until: day('Tot wanneer?', 'Kies een dag vanaf morgen.', from(addDays(setting.today, 1), setting), {
    proposed: statementDay(setting),
    hint: 'Tot en met deze dag kan de beklaagde rustig een verklaring geven. Een werkdag eerder herinner ik daar één keer aan. Daarna kan het nog steeds.',
  }),
});

/** Reads a text for a respondent. */
export const forRespondent = (text: string, mayIdentify: boolean | undefined): ForRespondent => ({
  text,
  mayIdentify: mayIdentify ?? false,
});
