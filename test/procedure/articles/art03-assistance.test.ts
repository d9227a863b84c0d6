import { recordExperts } from '../asked.ts';
import { given, registered } from '../given.ts';
import { answered, withdrawn } from '../happened.ts';
import { fatima, sanne } from '../people.ts';

describe('Art. 3: "laten bijstaan door een of meerdere door hem aan te wijzen deskundige(n)"', () => {
  it('can be so from the beginning', () => {
    given(registered({ experts: 'mr. De Boer' }))
      .when(recordExperts({ experts: 'mr. De Boer en drs. Vos' }))
      .leadsTo(({ experts }) => experts === 'mr. De Boer en drs. Vos');
  });

  it('can be so later, at any time, also after closing', () => {
    given(registered(), answered())
      .when(recordExperts())
      .happened({ type: 'experts-recorded', on: '2026-04-01', personal: { experts: 'mr. De Boer' } });
    given(registered(), withdrawn())
      .when(recordExperts())
      .happened({ type: 'experts-recorded', on: '2026-04-01', personal: { experts: 'mr. De Boer' } });
  });

  it('is written down by the handler, who says whom', () => {
    for (const by of [sanne, fatima])
      given(registered()).when(recordExperts({ by })).refused('not-the-handler', 5);
    given(registered())
      .when(recordExperts({ experts: ' ' }))
      .refused('text-missing', 3);
  });
});
