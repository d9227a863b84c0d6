import type { Stretch } from '../../procedure/articles/art05-handler.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Absence } from '../../procedure/model/desk.ts';
import { dayMonth, longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { FieldErrors } from '../form/form-reader.ts';
import { type Action, buttons } from './button.ts';
import { shownFields } from './form-parts.ts';
import { formBanners, type Notice } from './notice.ts';
import { type Card, template } from './template.ts';

const ids = ['from', 'until'] as const;
type Id = (typeof ids)[number];

export type AbsenceView = {
  /** The person whose absence it is. */
  by: Person;
  /** Who of the desk is absent now or later. */
  absences: readonly Absence[];
  /** Who gets new complaints while `by` is absent, from today on; none when they are not. */
  instead?: readonly Stretch[];
  /** Who gets them when everybody is absent. */
  officer: Person;
  today: LocalDate;
  values: Record<string, string>;
  errors: FieldErrors;
  /** The locale of the client, such as 'nl-NL'. */
  locale?: string;
  notice?: Notice;
};

type Data = {
  banners: Notice[];
  absences: { who: string; when: string }[];
  none: string[];
  standIn: string;
  today: LocalDate;
  values: Record<Id, string>;
  errors: Record<Id, string>;
  actions: Action[];
};

const fill = template<Data>('absence');
const date = { type: 'Input.Date' };

/** Draws the form of an absence: from when until when, and who takes over. */
export function absenceCard({ by, absences, instead = [], officer, today, ...form }: AbsenceView): Card {
  const own = absences.filter(({ person }) => person.id === by.id);
  const values = { from: own.length > 0 ? '' : today, until: '', ...form.values };
  return fill({
    banners: formBanners(form.errors, form.notice),
    absences: absences.map(({ person, from, until }) => ({
      who: person.id === by.id ? 'Jij' : person.name,
      when: `${longDate(from)} t/m ${longDate(until)}`,
    })),
    none: absences.length > 0 ? [] : ['Er is nu niemand afwezig gemeld.'],
    standIn:
      instead.length > 0 ? `${standInWords(instead, by, officer)} ${asNow(today)} ${another}` : beforehand,
    today,
    ...shownFields(ids, { ...form, values }, { from: date, until: date }),
    actions: buttons([
      { title: 'Afwezigheid doorgeven', verb: 'absence', main: true },
      ...own.map(
        ({ from }) =>
          ({
            title: own.length === 1 ? 'Afwezigheid wissen' : `Wissen: vanaf ${dayMonth(from)}`,
            verb: 'end-absence',
            filledIn: { begins: from },
            withoutInputs: true,
          }) as const,
      ),
    ]),
  });
}

const beforehand =
  'Geef door wanneer je weg bent: dan zie je hier naar wie nieuwe klachten gaan op de dagen dat je er niet bent.';

/** Says of what day this is: the card stays as it is when a colleague is away too. */
const asNow = (today: LocalDate): string =>
  `Zo staat het er ${longDate(today)} voor. Is ook een collega weg, dan kan dat veranderen: typ “afwezig” om te zien hoe het dan is.`;

const another =
  'Ben je later nog eens weg? Geef dat hieronder ook door. Wat overlapt, wordt één afwezigheid; dezelfde eerste dag met een andere laatste dag verandert haar.';

const ownCases =
  'De zaken die je al hebt, blijven van jou; wie invalt, kan er zolang in werken. Ben je langer weg? Draag ze dan over.';

/** Words to whom new complaints go during an absence (Art. 5), by days where that changes. */
function standInWords(instead: readonly Stretch[], by: Person, officer: Person): string {
  const everyDay = instead.length === 1;
  const where = instead.map(({ from, until, person }) => {
    const days = from === until ? `op ${longDate(from)}` : `van ${longDate(from)} t/m ${longDate(until)}`;
    return `${everyDay ? '' : `${days} `}naar ${person?.name ?? nobodyIn(by, officer)}`;
  });
  const alone = instead.some(({ person }) => !person);
  return [
    `Zolang je weg bent, gaan nieuwe klachten ${where.join('; ')}.`,
    alone
      ? 'Spreek met de directie af wie er dan toch is: een klacht moet nog dezelfde dag worden gelezen.'
      : '',
    instead.some(({ person }) => person) ? ownCases : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const nobodyIn = (by: Person, officer: Person): string =>
  officer.id === by.id ? 'jou, want er is dan niemand' : `${officer.name}, want er is dan niemand`;
