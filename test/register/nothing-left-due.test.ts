import assert from 'node:assert/strict';
import type { Registration } from '../../src/procedure/model/complaint.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { acknowledge, announceNoHandler, answer, object, registration } from '../procedure/asked.ts';
import { everybodyAtTheDesk, joris, lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

type Office = ReturnType<typeof anOffice>;

const aboutEverybody = { ...registration, respondents: everybodyAtTheDesk };

/** Complaints with deadlines that pass, and who they are about. */
const complaints: Record<
  string,
  { filed: Registration; by?: typeof sanne; played?: (office: Office) => Promise<unknown> }
> = {
  'of which nothing comes': { filed: registration },
  'registered weeks after receipt': { filed: { ...registration, receivedOn: '2026-03-02' } },
  'of nobody that is known': {
    filed: { ...registration, complainant: { name: 'Anoniem', unnamed: 'anonymous' } },
  },
  'that nobody may handle': { filed: aboutEverybody },
  'that nobody may handle, of which the complainant has the letter': {
    filed: aboutEverybody,
    played: (office) => office.execute(announceNoHandler({ by: sanne })),
  },
  'that nobody may handle, its receiver no more than others': { filed: aboutEverybody, by: lars },
  'that nobody may handle any more, once it was answered': {
    filed: { ...registration, respondents: everybodyAtTheDesk.filter(({ id }) => id !== lars.id) },
    played: async (office) => {
      await office.execute(answer({ notHeardBecause: 'Spoed.' }));
      const added = {
        type: 'add-respondent',
        number: 'K-2026-0001',
        by: lars,
        respondent: lars,
        reason: 'Ook hij.',
        about: { text: 'Er werd niet teruggebeld.', mayIdentify: false },
      };
      await office.execute(added as Parameters<typeof office.execute>[0]);
      await office.execute(announceNoHandler({ by: sanne }));
    },
  },
  'that was answered, and objected to': {
    filed: { ...registration, respondents: [joris] },
    played: async (office) => {
      await office.execute(acknowledge());
      await office.execute(answer({ notHeardBecause: 'Spoed.' }));
      await office.execute(object({ receivedOn: '2026-04-01' }));
    },
  },
};

/** The sweep runs each minute: a dossier that is due again at once is read and written each minute for nothing. */
describe('a dossier after a sweep', () => {
  afterEach(closeOffices);

  for (const [name, { filed, by = sanne, played }] of Object.entries(complaints))
    it(`is not due until something comes: ${name}`, async () => {
      const office = anOffice();
      await office.file(filed, 'form', by);
      await played?.(office);
      for (let day: LocalDate = '2026-04-01'; day < '2026-06-01'; day = addDays(day, 1))
        for (const time of ['09:00', '16:00', '23:59']) {
          if (`${day}T${time}` < '2026-04-01T10:00') continue;
          await office.sweepAt(`${day}T${time}`);
          assert.deepEqual(await office.store.due(office.clock.now(), 10), [], `${day} ${time}`);
        }
    });
});
