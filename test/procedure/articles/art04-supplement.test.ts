import { acknowledge, supplement } from '../asked.ts';
import { given, registered } from '../given.ts';
import { acknowledged } from '../happened.ts';
import { joris, lars, sanne } from '../people.ts';

const bySanne = (over: Parameters<typeof supplement>[0] = {}) => supplement({ by: sanne, ...over });

describe('Art. 4, “Aanvullen”', () => {
  it('is by who registered it, and keeps what was there', () => {
    given(registered({ complainant: { name: 'Van Dam', email: 'vandam@example.nl' } }))
      .when(bySanne({ to: { phone: '026 1234567' } }))
      .leadsTo(
        ({ complainant }) => complainant.phone === '026 1234567' && complainant.email === 'vandam@example.nl',
      );
    for (const by of [lars, joris])
      given(registered()).when(supplement({ by })).refused('not-the-handler', 5);
  });

  it('is possible until receipt is confirmed, and not for who the complaint is about', () => {
    given(registered(), acknowledged()).when(bySanne()).refused('not-now');
    given(registered({ respondents: [sanne] }))
      .when(bySanne())
      .refused('not-the-handler', 5);
    given(registered())
      .when(bySanne())
      .leadsTo(({ stage }) => stage === 'registered');
    given(registered())
      .when(acknowledge())
      .leadsTo(({ stage }) => stage === 'acknowledged');
  });

  it('refuses an empty summary, what changes nothing, and a new name of which nobody said whether it is about them', () => {
    given(registered())
      .when(bySanne({ to: { summary: ' ' } }))
      .refused('text-missing', 4);
    given(registered())
      .when(bySanne({ to: {} }))
      .refused('nothing-changed', 4);
    const to = { summary: 'Lars Brouwer belde niet.' };
    given(registered()).when(bySanne({ to })).refused('named-in-text', 5);
    given(registered())
      .when(bySanne({ to, notAbout: [lars] }))
      .leadsTo(({ handler }) => handler?.person.id === lars.id);
    given(registered())
      .when(bySanne({ to, about: [lars] }))
      .leadsTo(
        ({ handler, respondents }) => handler?.person.id !== lars.id && respondents[0]?.id === lars.id,
      );
  });
});
