import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonical } from '../../../src/register/model/chain.ts';

describe('the canonical text of a value', () => {
  it('does not depend on the order of fields', () => {
    assert.equal(canonical({ b: 1, a: { d: 2, c: 3 } }), '{"a":{"c":3,"d":2},"b":1}');
    assert.equal(canonical({ a: { c: 3, d: 2 }, b: 1 }), canonical({ b: 1, a: { d: 2, c: 3 } }));
  });

  it('does depend on the order of a list, and on every value', () => {
    assert.notEqual(canonical([1, 2]), canonical([2, 1]));
    assert.notEqual(canonical({ a: '1' }), canonical({ a: 1 }));
    assert.notEqual(canonical({ a: null }), canonical({}));
  });

  it('leaves absent fields out', () =>
    assert.equal(canonical({ a: undefined, b: [{ c: undefined }] }), '{"b":[{}]}'));

  it('survives being stored, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(canonical(JSON.parse(JSON.stringify(value))), canonical(value));
        assert.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
