import type { Complaint } from '../../procedure/model/complaint.ts';
import { longDate } from '../../time/dutch-date.ts';
import { type Action, buttons } from './button.ts';
import { type Card, template } from './template.ts';

type Data = { title: string; text: string; next: string; actions: Action[] };

const fill = template<Data>('unassigned');

/** Draws for the board that nobody may handle this complaint. */
export const unassignedCard = ({ complaint: { number, receivedOn } }: { complaint: Complaint }): Card =>
  fill({
    title: `Klacht ${number} heeft geen behandelaar`,
    text: `Deze klacht is ontvangen op ${longDate(receivedOn)}. Niemand kan haar behandelen, want ze gaat over iedereen die dat zou mogen (artikel 5).`,
    next: 'Open de klacht en zorg vandaag voor een behandelaar. De termijnen lopen door.',
    actions: buttons([
      { title: 'Klacht openen', verb: 'case', data: { number }, main: true },
      { title: 'Mijn zaken', verb: 'cases' },
    ]),
  });
