import assert from 'node:assert/strict';
import { refusalText } from '../../../src/teams/cards/refusal-text.ts';

describe('a refusal', () => {
  it('reads the same for a dossier that is not yours and one that does not exist', () => {
    const unknown = refusalText({ code: 'unknown-complaint', article: undefined });
    assert.equal(refusalText({ code: 'not-the-handler', article: 5 }), unknown);
    assert.match(unknown, /klachtverantwoordelijke.*artikel 5.*klachtenfunctionaris/);
  });

  it('says which article stands in the way', () => {
    assert.match(refusalText({ code: 'in-the-future', article: 4 }), /^Artikel 4\. .*toekomst/);
  });

  it('says what to do', () => {
    assert.match(refusalText({ code: 'text-missing', article: undefined }), /Vul het veld in/);
  });
});
