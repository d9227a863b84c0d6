import assert from 'node:assert/strict';
import { undelivered } from '../../src/mail/undelivered.ts';

const fault = (facts: object) => Object.assign(new Error('all rejected: vandam@example.nl'), facts);

describe('a mail that failed', () => {
  for (const code of ['ETIMEDOUT', 'ECONNECTION', 'EDNS', 'ETLS', 'ESOCKET', 'EPROTOCOL', 'EAUTH']) {
    it(`is tried again after ${code}, whatever the number beside it`, () => {
      assert.equal(undelivered(fault({ code })).retry, true);
      assert.equal(undelivered(fault({ code, responseCode: 554 })).retry, true);
    });
  }

  it('is given up when its recipient or its text is refused for good, or is no address at all', () => {
    const refused = (facts: object) => undelivered(fault(facts)).retry === false;
    assert(refused({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }));
    assert(refused({ code: 'EMESSAGE', responseCode: 552, command: 'DATA' }));
    assert(refused({ code: 'EENVELOPE', command: 'API' }));
    assert(!refused({ code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }));
    assert(!refused({ code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' }));
  });

  it('says why without the address', () => {
    assert.equal(undelivered(fault({ code: 'EENVELOPE', responseCode: 550 })).message, '550 EENVELOPE');
    assert.equal(undelivered('?').message, 'no answer');
  });
});
