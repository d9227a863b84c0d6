import { longDate } from '../../letters/dutch-date.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Person } from '../../procedure/complaint.ts';
import type { Absence } from '../../procedure/desk.ts';
import { type Card, template } from '../card.ts';
import type { FieldErrors } from '../forms/form-reader.ts';
import { formBanners, type Notice } from './banner.ts';
import { type Action, buttons } from './button.ts';
import { shownErrors, shownValues } from './fields.ts';

const ids = ['from', 'until'] as const;
type Id = (typeof ids)[number];

export type AbsenceView = {
  /** Whose absence it is. */
  by: Person;
  /** Who of the desk is away now or later. */
  absences: readonly Absence[];
  /** Who takes over from `by` as things are now. */
  standIn?: Person;
  today: LocalDate;
  values: Record<string, string>;
  errors: FieldErrors;
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

/** From when until when somebody of the desk is away, and who takes over. */
export function absenceCard({ by, absences, standIn, today, ...form }: AbsenceView): Card {
  const own = absences.find(({ person }) => person.id === by.id);
  const values = { from: own?.from ?? today, until: own?.until ?? '', ...form.values };
  return fill({
    banners: formBanners(form.errors, form.notice),
    absences: absences.map(({ person, from, until }) => ({
      who: person.id === by.id ? 'Jij' : person.name,
      when: `${longDate(from)} t/m ${longDate(until)}`,
    })),
    none: absences.length > 0 ? [] : ['Er is nu niemand afwezig gemeld.'],
    standIn: standIn
      ? `Zolang je weg bent, gaan nieuwe klachten naar ${standIn.name}. Voor de zaken die je al hebt, valt je vervanger zolang in. Ben je langer weg? Draag ze dan over.`
      : 'Er is nu niemand die voor je kan invallen: nieuwe klachten blijven bij jou. Overleg met de directie.',
    today,
    values: shownValues(ids, values),
    errors: shownErrors(ids, form.errors),
    actions: buttons([
      { title: 'Afwezigheid doorgeven', verb: 'absence', main: true },
      ...(own ? [{ title: 'Afwezigheid wissen', verb: 'end-absence', withoutInputs: true } as const] : []),
    ]),
  });
}
