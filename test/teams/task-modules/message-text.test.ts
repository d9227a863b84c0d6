import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMessage } from '../../../src/teams/task-modules/message-text.ts';
import { clockOf } from '../../../src/time/clock.ts';

/** Thursday 26 November 2026, 10:00 in Amsterdam. */
const clock = clockOf(() => Date.parse('2026-11-26T09:00:00Z'));

const message = (over: Record<string, unknown> = {}) =>
  fromMessage(
    {
      createdDateTime: '2026-11-23T09:30:00Z',
      from: { user: { displayName: 'Joris Bakker' } },
      body: { contentType: 'html', content: '<p>Mevrouw Pietersen is boos.</p>' },
      ...over,
    },
    clock,
  );

describe('a message as a complaint', () => {
  it('came in writing, on the day it was sent, and says who wrote it', () => {
    const { values, notice } = message();
    assert.deepEqual(values, {
      manner: 'written',
      receivedOn: '2026-11-23',
      summary: 'Bericht van Joris Bakker op 23-11-2026:\nMevrouw Pietersen is boos.',
    });
    assert.match(notice?.text ?? '', /Het bericht staat bij “Korte inhoud”/);
  });

  it('takes nobody for the complainant', () => assert.ok(!('complainantName' in message().values)));

  it('has the day of Amsterdam, also around midnight', () =>
    assert.equal(message({ createdDateTime: '2026-11-23T23:30:00Z' }).values.receivedOn, '2026-11-24'));

  it('never came in tomorrow', () => {
    assert.equal(message({ createdDateTime: '2026-12-01T09:00:00Z' }).values.receivedOn, '2026-11-26');
  });

  for (const nonsense of [undefined, null, 7, '', 'gisteren', '+275760-09-13T00:00:00Z', {}])
    it(`came in today when nobody knows when: ${JSON.stringify(nonsense)}`, () => {
      const { values } = message({ createdDateTime: nonsense });
      assert.equal(values.receivedOn, '2026-11-26');
      assert.match(values.summary ?? '', /^Bericht van Joris Bakker:\n/);
    });

  it('keeps the subject of a post', () =>
    assert.match(
      message({ subject: 'Boze klant' }).values.summary ?? '',
      /:\nBoze klant\nMevrouw Pietersen/,
    ));

  it('is taken to the letter when it is plain text', () => {
    const body = { contentType: 'text', content: 'a < b & **c**' };
    assert.match(message({ body }).values.summary ?? '', /\na < b & \*\*c\*\*$/);
  });

  it('may come from an app, or from nobody', () => {
    const ofApp = message({ from: { user: null, application: { displayName: 'Formulieren' } } });
    assert.match(ofApp.values.summary ?? '', /^Bericht van Formulieren op/);
    assert.match(message({ from: null }).values.summary ?? '', /^Bericht op 23-11-2026:/);
  });

  it('keeps of a long one what fits, and says so', () => {
    const { values, notice } = message({ body: { contentType: 'text', content: '😀'.repeat(3_000) } });
    assert.equal([...(values.summary ?? '')].length, 2_000);
    assert.match(values.summary ?? '', /^Bericht van .*😀…$/s);
    assert.match(notice?.text ?? '', /te lang: alleen het begin \(2000 tekens\)/);
  });

  it('says so as well when there is more markup than is read', () => {
    const content = `<p>kort</p>${'<i></i>'.repeat(20_000)}<p>en nog iets</p>`;
    assert.match(message({ body: { contentType: 'html', content } }).notice?.text ?? '', /te lang/);
  });

  it('without a text leaves the summary empty, and asks for it', () => {
    const { values, notice } = message({
      body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
    });
    assert.equal(values.summary, '');
    assert.match(notice?.text ?? '', /staat geen tekst/);
  });

  it('is a blank form when there is none', () => {
    for (const none of [undefined, null, 'x', []]) assert.deepEqual(fromMessage(none, clock), { values: {} });
  });

  it('never throws, whatever comes in', () => {
    const payload = fc.record(
      {
        createdDateTime: fc.oneof(fc.anything(), fc.string()),
        from: fc.oneof(fc.anything(), fc.record({ user: fc.anything(), application: fc.anything() })),
        subject: fc.anything(),
        body: fc.oneof(
          fc.anything(),
          fc.record({ content: fc.oneof(fc.string(), fc.anything()), contentType: fc.anything() }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(payload, fc.anything()), (given) => {
        for (const value of Object.values(fromMessage(given, clock).values))
          assert.equal(typeof value, 'string');
      }),
      { numRuns: 300 },
    );
  });
});
