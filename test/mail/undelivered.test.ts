import assert from 'node:assert/strict';
import { undelivered } from '../../src/mail/smtp.ts';

const fault = (facts: object) => Object.assign(new Error('all rejected: vandam@example.nl'), facts);
const now = '2026-04-01T09:00:00.000Z';
const said = (facts: object) => undelivered(fault(facts), now);

describe('a mail that failed', () => {
  for (const code of ['ETIMEDOUT', 'ECONNECTION', 'EDNS', 'ETLS', 'ESOCKET', 'EPROTOCOL', 'EAUTH']) {
    it(`is tried again after ${code}, whatever the number beside it`, () => {
      assert.equal(said({ code }).retry, true);
      assert.equal(said({ code, responseCode: 554 }).retry, true);
    });
  }

  it('is given up when its recipient or its text is refused for good, or is no address at all', () => {
    const refused = (facts: object) => said(facts).retry === false;
    assert(refused({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }));
    assert(refused({ code: 'EMESSAGE', responseCode: 552, command: 'DATA' }));
    assert(refused({ code: 'EENVELOPE', command: 'API' }));
    assert(!refused({ code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }));
    assert(!refused({ code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' }));
  });

  const wrongly: [string, object][] = [
    [
      '535 5.7.8 EAUTH',
      { code: 'EAUTH', responseCode: 535, response: '535 5.7.8 Bad credentials: bot@example.nl' },
    ],
    ['534 EAUTH', { code: 'EAUTH', responseCode: 534, response: '534 application password required' }],
    [
      '530 5.7.0 EENVELOPE',
      {
        code: 'EENVELOPE',
        responseCode: 530,
        command: 'MAIL FROM',
        response: '530 5.7.0 Authentication required',
      },
    ],
    [
      '550 5.7.60 EMESSAGE',
      { code: 'EMESSAGE', responseCode: 550, command: 'DATA', response: '550 5.7.60 SendAsDenied' },
    ],
    [
      '550 5.7.1 EENVELOPE',
      { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO', response: '550 5.7.1 Unable to relay' },
    ],
    [
      '553 EENVELOPE',
      { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM', response: '553 sender rejected' },
    ],
    [
      '554 EPROTOCOL',
      { code: 'EPROTOCOL', responseCode: 554, command: 'CONN', response: '554 no service for you' },
    ],
    ['EAUTH', { code: 'EAUTH', command: 'API' }],
  ];
  for (const [reason, facts] of wrongly) {
    it(`is a fault of set-up after ${reason}: told at once, and asked again in an hour`, () => {
      const { message, retry, unreachable, setUp, notBefore } = said(facts);
      assert.deepEqual(
        { message, retry, unreachable, setUp, notBefore },
        {
          message: reason,
          retry: true,
          unreachable: true,
          setUp: true,
          notBefore: '2026-04-01T10:00:00.000Z',
        },
      );
    });
  }

  it('may pass by itself when the server says so, also about the login', () => {
    assert.equal(said({ code: 'EAUTH', responseCode: 454, response: '454 4.7.0 Try later' }).setUp, false);
    assert.equal(said({ code: 'EENVELOPE', responseCode: 451, command: 'MAIL FROM' }).setUp, false);
  });

  it('says why without the address, to the ledger and to the log', () => {
    assert.equal(said({ code: 'EENVELOPE', responseCode: 550 }).message, '550 EENVELOPE');
    assert.equal(undelivered('?', now).message, 'no answer');
    const { facts } = said({
      code: 'EAUTH',
      responseCode: 535,
      response: '535 5.7.8 no such user bot@example.nl',
    });
    assert.deepEqual(facts, { status: 535, code: '5.7.8/EAUTH' });
  });
});
