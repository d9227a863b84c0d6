import assert from 'node:assert/strict';
import { registration } from '../procedure/asked.ts';
import { desk, joris, lars } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

describe('who is named in a dossier', () => {
  afterEach(closeOffices);

  it('is named by id and name, whatever else a setting says of the desk', async () => {
    const withMail = <P extends object>(person: P) => ({ ...person, mail: 'iemand@ballance.example' });
    const people = {
      officer: withMail(desk.officer),
      substitutes: desk.substitutes.map(withMail),
      board: desk.board.map(withMail),
    };
    const office = anOffice({ people });
    for (const [form, respondents] of [[], [joris], [lars]].entries())
      await office.file({ ...registration, respondents }, `form ${form}`, joris);
    for await (const { document } of office.store.all())
      assert.doesNotMatch(JSON.stringify(document), /iemand@/);
  });
});
