import assert from 'node:assert/strict';
import { answerRedaction, requestRedaction, setHold } from '../asked.ts';
import { complaintAfter, given, registered } from '../given.ts';
import { erased, erasureAsked, held, redactionAsked, withdrawn } from '../happened.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

const asked = [registered(), redactionAsked(lars)].flat();

describe('AVG, making a text illegible', () => {
  it('is asked in every stage, with a reason that does not hold the text', () => {
    for (const past of [registered(), [registered(), withdrawn()].flat()])
      given(past)
        .when(requestRedaction())
        .happened({
          type: 'redaction-requested',
          on: '2026-04-01',
          personal: { by: lars, value: 'geen gehoor', reason: 'Hoort er niet in.' },
        });
    for (const reason of [' ', 'Er staat: geen  GEHOOR'])
      given(registered()).when(requestRedaction({ reason })).refused('text-missing');
    given(registered())
      .when(requestRedaction({ value: ' ' }))
      .refused('text-missing');
  });

  it('is not for a name, an address or the number, nor for what stands everywhere', () => {
    const { complainant } = complaintAfter(registered());
    for (const value of ['ab', 'gemaakt', complainant.name, 'Lars', 'K-2026-0001'])
      given(registered()).when(requestRedaction({ value })).refused('not-now');
  });

  it('is not for a date, or a part of one by which a letter would lose its day', () => {
    for (const value of ['november', 'Maandag', '28 november', 'vrijdag 4 december 2026', '2026'])
      given(registered()).when(requestRedaction({ value })).refused('not-now');
    for (const value of ['maandagochtend', '123456782', 'op 28 november viel zij'])
      given(registered())
        .when(requestRedaction({ value }))
        .happened({
          type: 'redaction-requested',
          on: '2026-04-01',
          personal: { by: lars, value, reason: 'Hoort er niet in.' },
        });
  });

  it('needs two: who asks cannot agree, but can take it back', () => {
    given(asked).when(answerRedaction()).refused('two-must-agree');
    given(asked)
      .when(answerRedaction({ agrees: false }))
      .happened({ type: 'redaction-declined', on: '2026-04-01', entries: [], personal: { by: lars } });
    for (const by of [fatima, willem, ingrid])
      given(asked)
        .when(answerRedaction({ by }))
        .happened({ type: 'redacted', on: '2026-04-01', entries: [], places: 0 });
    for (const by of [joris, sanne]) given(asked).when(answerRedaction({ by })).refused('not-the-handler', 5);
  });

  it('is not for a respondent, not twice at once, not during a hold, and not once it is erased', () => {
    given(registered({ respondents: [fatima] }), redactionAsked(lars))
      .when(answerRedaction({ by: fatima }))
      .refused('not-the-handler', 5);
    given(asked).when(requestRedaction()).refused('not-now');
    given(registered())
      .when(answerRedaction({ by: fatima }))
      .refused('not-the-handler', 5);
    given(registered(), held()).when(requestRedaction()).refused('on-hold');
    given(asked, held())
      .when(answerRedaction({ by: fatima }))
      .refused('on-hold');
    given(asked)
      .when(setHold())
      .happened({ type: 'hold-set', on: '2026-04-01', personal: { reason: setHold().reason } });
    given(registered(), withdrawn(), erasureAsked(lars), erased())
      .when(requestRedaction())
      .refused('not-the-handler', 5);
    assert.equal(complaintAfter(asked).redactionRequest?.value, 'teruggebeld');
  });
});
