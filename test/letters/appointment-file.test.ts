import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appointmentFile, type CalendarEntry, placeOf } from '../../src/letters/appointment-file.ts';
import { instantOf } from '../../src/time/clock.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { ballance } from './an-organisation.ts';
import { readAppointment as read } from './read-appointment.ts';

const entry: CalendarEntry = {
  method: 'REQUEST',
  key: 'K-2026-0001/0/salt',
  version: 0,
  appointment: { on: '2026-04-08', time: '10:00', form: 'phone' },
  now: '2026-04-01T08:00:00.000Z',
  organisation: ballance,
};

const times = fc
  .tuple(fc.integer({ min: 7, max: 21 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => [hour, hour === 21 ? 0 : minute].map((n) => String(n).padStart(2, '0')).join(':'));

describe('the file of a hearing for a calendar', () => {
  it('tells on every day of the year, when the clocks change too, the same time as the clock in Amsterdam', () => {
    const hours = Array.from({ length: 15 }, (_, hour) => `${String(hour + 7).padStart(2, '0')}:00`);
    for (let day: LocalDate = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
      for (const time of ['2026-03-29', '2026-10-25'].includes(day)
        ? hours
        : [hours[Number(day.at(-1))] ?? '07:00', '21:00']) {
        const { start, end, local } = read(
          appointmentFile({ ...entry, appointment: { on: day, time, form: 'phone' } }),
        );
        assert.equal(start, instantOf(`${day}T${time}`), `${day} ${time}`);
        assert.equal(Date.parse(end) - Date.parse(start), 3600_000, `${day} ${time}`);
        assert.equal(local, `${day}T${time} Europe/Amsterdam`);
      }
  });

  it('brings the rules of its time zone along, under the name that it uses', () => {
    const file = appointmentFile(entry);
    assert.deepEqual(read(file).zones, ['Europe/Amsterdam']);
    assert.equal(/Brussels/.test(file), false);
  });

  it('is read back as it was written, whatever is in the place, the version and the address', () => {
    const long = 'Vergaderzaal de Waterlelie; tweede verdieping, links na de receptie (bel aan bij "Zorg") ';
    const places = fc.oneof(
      fc.constantFrom(
        `${long.repeat(3)}👩‍👩‍👧 café`,
        'Regel een\nRegel twee\\n; drie, vier',
        'BEGIN:VEVENT\r\nSUMMARY:Vals\r\nEND:VEVENT',
        'Utrecht',
        'ünïcödé '.repeat(30),
        '👍'.repeat(60),
      ),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(
        places,
        times,
        fc.nat(1e6),
        fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
        (branch, time, version, method) => {
          const appointment = { on: '2026-12-07' as const, time, form: 'office' as const, branch };
          const file = appointmentFile({
            ...entry,
            method,
            version,
            appointment,
            attendee: 'vandam@example.nl',
          });
          for (const line of file.split('\r\n')) {
            assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets: ${line}`);
            assert.doesNotMatch(line, /[\r\n]/);
          }
          const { location, ...found } = read(file);
          assert.equal(file.match(/^BEGIN:VEVENT/gm)?.length, 1);
          assert.deepEqual(
            [found.method, found.sequence, found.title, found.organizer, found.attendees, found.status],
            [
              method,
              version,
              'Gesprek bij Ballance',
              `mailto:${ballance.email}`,
              ['mailto:vandam@example.nl'],
              method === 'REQUEST' ? 'CONFIRMED' : 'CANCELLED',
            ],
          );
          assert.equal(found.stamp, '2026-04-01T08:00:00Z');
          assert.equal(found.start, instantOf(`2026-12-07T${time}`));
          assert.equal(location ?? '', placeOf(appointment, ballance));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has no address by telephone, and that of the branch at the office', () => {
    const branch = 'Utrecht';
    const at = (form: 'phone' | 'office') =>
      read(appointmentFile({ ...entry, appointment: { ...entry.appointment, form, branch } })).location;
    assert.equal(at('phone'), 'Telefonisch');
    const address = ballance.branches.find(({ name }) => name === branch)?.address ?? assert.fail();
    assert.equal(at('office'), `Utrecht, ${address}`);
  });

  it('has one name in every version of an appointment, another for another, and none of them tells the number', () => {
    const uid = (over: Partial<CalendarEntry>) => read(appointmentFile({ ...entry, ...over })).uid;
    assert.equal(uid({ version: 3, method: 'CANCEL', now: '2026-04-03T08:00:00.000Z' }), uid({}));
    assert.notEqual(uid({ key: 'K-2026-0001/1/salt' }), uid({}));
    assert.doesNotMatch(appointmentFile(entry), /2026-0001|salt/);
  });

  it('names nobody for a colleague', () => assert.deepEqual(read(appointmentFile(entry)).attendees, []));
});
