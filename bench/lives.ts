import type { Registration } from '../src/procedure/model/complaint.ts';
import type { Dossier } from '../src/register/model/dossier.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import type { LocalDate } from '../src/time/local-date.ts';
import { tryoutPeople } from '../src/tryout/people.ts';
import { office, people } from './office.ts';

/** The course of a complaint, day by day. */
type Life = {
  receivedOn: LocalDate;
  remedied?: boolean;
  acknowledgedOn?: LocalDate;
};

/** The moment of the sweep. */
export const sweptAt = '2026-03-10T10:00';

/** Art. 5: to be acknowledged on 12 March at the latest, so that its handler is reminded on 10 March at nine. */
const due: Life = { receivedOn: '2026-03-05' };

/** Open that day, with a reminder on a later day. */
const open: Life[] = [
  { receivedOn: '2026-03-09' },
  { receivedOn: '2026-03-02', acknowledgedOn: '2026-03-03' },
];

/** A closed complaint, which demands nothing any more. */
const closed: Life = { receivedOn: '2026-02-16', remedied: true };

/** Dossiers of each kind, made by the register itself. */
export type Exemplars = { due: Dossier; open: Dossier[]; closed: Dossier };

export async function exemplars(): Promise<Exemplars> {
  const store = sqliteStore(':memory:');
  const bureau = office(store);
  const [receiver = people.officer] = tryoutPeople;

  /** Plays a complaint with every message delivered: the card of its handler, and the receipt that follows it. */
  async function live({ receivedOn, remedied = false, acknowledgedOn }: Life): Promise<Dossier> {
    bureau.moveTo(`${receivedOn}T10:00`);
    const { id: number } = await bureau.file({ ...registration, receivedOn, remedied }, receivedOn, receiver);
    await bureau.deliver(number);
    bureau.moveTo(`${receivedOn}T10:01`);
    await bureau.deliver(number);
    const by = people.officer;
    if (acknowledgedOn) {
      bureau.moveTo(`${acknowledgedOn}T10:00`);
      await bureau.execute({
        type: 'acknowledge',
        by,
        number,
        letter: { text, manner: 'email', sentOn: acknowledgedOn },
      });
    }
    return bureau.view(number, by);
  }

  const answer: Exemplars = { due: await live(due), open: [], closed: await live(closed) };
  for (const life of open) answer.open.push(await live(life));
  await store.close();
  return answer;
}

/** What a colleague fills in. */
export const registration: Omit<Registration, 'receivedOn' | 'remedied'> = {
  complainant: { name: 'Mevrouw A. van den Berg', email: 'vandenberg@example.nl', phone: '06 12345678' },
  origin: 'client',
  branch: 'Utrecht',
  summary: 'Mevrouw is drie weken niet teruggebeld over de voortgang van haar traject. '.repeat(4),
  manner: 'oral',
  respondents: [],
};

const text = 'Wij hebben uw klacht ontvangen. Dit is hoe het verder gaat. '.repeat(20);
