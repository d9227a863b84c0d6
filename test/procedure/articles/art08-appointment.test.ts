import assert from 'node:assert/strict';
import { hearingParty, invitationOf } from '../../../src/procedure/articles/art08-appointment.ts';
import type { Absence } from '../../../src/procedure/model/desk.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { complaintAfter, contextOf, registered } from '../given.ts';
import { heard, invited, objected, takenBack, waived, withdrawn } from '../happened.ts';
import { awayAtEaster, desk, fatima, ingrid, joris, lars } from '../people.ts';

const disputed = [registered({ respondents: [joris] }), objected()];

const after = (...more: Event[][]) => {
  const found = invitationOf([...disputed, ...more].flat());
  return found && [found.after, found.version, found.state, found.firstLetter, found.lastLetter];
};

const reopened = (to: 'hearing-offered' | 'heard'): Event[] => [
  { type: 'reopened', on: '2026-04-01', to, personal: { reason: 'Per ongeluk gesloten.' } },
];

/** Art. 8: "in de gelegenheid gesteld mondeling (d.w.z. telefonisch of op kantoor van de betreffende vestiging) de klacht toe te lichten". */
describe('the appointment for a hearing', () => {
  it('is none before it is offered, and stands from then on', () => {
    assert.equal(after(), undefined);
    assert.deepEqual(after(invited('2026-04-08')), [0, 0, 'stands', 3, 3]);
  });

  it('is the same in a later version where another moment is offered', () =>
    assert.deepEqual(after(invited('2026-04-08'), invited('2026-04-09')), [0, 1, 'stands', 3, 4]));

  it('is called off, in a later version, where it is waived, or the complaint closed without a hearing', () => {
    for (const end of [waived(), withdrawn()])
      assert.deepEqual(after(invited('2026-04-08'), end), [0, 1, 'called-off', 3, 3], end[0]?.type);
    assert.deepEqual(after(invited('2026-04-08'), waived(), withdrawn()), [0, 1, 'called-off', 3, 3]);
  });

  it('is held, and never called off, where the hearing is recorded, on its day or, in a later version, on another', () => {
    for (const on of ['2026-04-01', '2026-04-08', '2026-04-09'] as const)
      for (const end of [[], withdrawn()])
        assert.deepEqual(
          after(invited('2026-04-08'), heard(on), end),
          [0, on === '2026-04-08' ? 0 : 1, 'held', 3, 3],
          on,
        );
  });

  it('stands again, in a later version, where the waiver is taken back or the complaint reopened with it', () => {
    assert.deepEqual(after(invited('2026-04-08'), waived(), takenBack(), invited('2026-04-08')), [
      0,
      2,
      'stands',
      3,
      4,
    ]);
    assert.deepEqual(after(invited('2026-04-08'), withdrawn(), reopened('hearing-offered')), [
      0,
      2,
      'stands',
      3,
      3,
    ]);
  });

  it('does not stand again where it is reopened to another stage', () =>
    assert.deepEqual(after(invited('2026-04-08'), heard('2026-04-08'), withdrawn(), reopened('heard')), [
      0,
      0,
      'held',
      3,
      3,
    ]));

  it('is another one after a hearing that settled nothing (Art. 10)', () =>
    assert.deepEqual(after(invited('2026-04-08'), heard('2026-04-08'), invited('2026-04-15'))?.slice(0, 3), [
      1,
      0,
      'stands',
    ]));

  it('never has a version twice, whatever happens', () => {
    const versions = new Set<string>();
    const course = [
      ...disputed,
      invited('2026-04-08'),
      invited('2026-04-09'),
      waived(),
      takenBack(),
      invited('2026-04-10'),
    ];
    let states = 0;
    for (let last = ''; course.length > 2; course.pop()) {
      const { version = -1, state, appointment } = invitationOf(course.flat()) ?? {};
      const now = `${state} ${appointment?.on}`;
      if (now !== last) states++;
      versions.add(`${version}`);
      last = now;
    }
    assert.equal(versions.size, states);
  });

  it('is of the handler, or who stands in on its day, the second representative, and the employee where both sides find that useful', () => {
    const offered = (employeePresent: boolean): Event[] => [
      {
        type: 'hearing-offered',
        on: '2026-04-01',
        appointment: { on: '2026-04-08', time: '10:00', form: 'phone', employeePresent, agreed: false },
        personal: { secondRepresentative: ingrid },
      },
    ];
    const party = (employeePresent: boolean, away?: Partial<Absence>) =>
      hearingParty(
        complaintAfter(...disputed, offered(employeePresent)),
        contextOf({ desk: { ...desk, absences: away ? [{ ...awayAtEaster(lars), ...away }] : [] } }),
      ).map(({ name }) => name);
    assert.deepEqual(party(false), [lars.name, ingrid.name]);
    assert.deepEqual(party(true), [lars.name, ingrid.name, joris.name]);
    assert.deepEqual(party(true, {}), [fatima.name, ingrid.name, joris.name]);
    assert.deepEqual(party(true, { until: '2026-04-07' }), [lars.name, ingrid.name, joris.name]);
    assert.deepEqual(party(false, { person: fatima }), [lars.name, ingrid.name]);
    assert.deepEqual(hearingParty(complaintAfter(...disputed), contextOf()), []);
  });
});
