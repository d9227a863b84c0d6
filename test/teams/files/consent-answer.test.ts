import assert from 'node:assert/strict';
import { consentAnswerOf } from '../../../src/teams/files/consent-card.ts';

const context = { number: 'K-2026-0001', letter: 2 };
const place = {
  uploadUrl: 'https://example.nl/upload',
  contentUrl: 'https://example.nl/file',
  name: 'K-2026-0001-antwoord.docx',
  uniqueId: '1',
  fileType: 'docx',
};
const accepted = { type: 'fileUpload', action: 'accept', context, uploadInfo: place };

describe('the answer to the offer of a file', () => {
  it('says which letter is wanted and where it goes', () => {
    assert.deepEqual(consentAnswerOf(accepted), { context, upload: place });
  });

  it('says that it is all that a dossier holds about the complainant', () => {
    const everything = { number: 'K-2026-0001', letter: 'disclosure' };
    assert.deepEqual(consentAnswerOf({ ...accepted, context: everything })?.context, everything);
  });

  it('says that it is the hearing, to put in a calendar or to take out of it', () => {
    for (const letter of ['hearing', 'hearing-off']) {
      const hearing = { number: 'K-2026-0001', letter };
      assert.deepEqual(consentAnswerOf({ ...accepted, context: hearing })?.context, hearing);
    }
  });

  it('says that it is a letter that stands in a form', () => {
    const draft = {
      number: 'K-2026-0001',
      letter: 'draft',
      draft: { step: 'answer', text: 'Geachte heer,' },
    };
    assert.deepEqual(consentAnswerOf({ ...accepted, context: draft })?.context, draft);
  });

  it('says that it is the report of a year', () => {
    assert.deepEqual(consentAnswerOf({ ...accepted, context: { year: '2026' } })?.context, { year: '2026' });
  });

  it('says that it is not wanted', () => {
    assert.deepEqual(consentAnswerOf({ ...accepted, action: 'decline', uploadInfo: undefined }), { context });
  });

  for (const [what, value] of Object.entries({
    'no value': undefined,
    'another type': { ...accepted, type: 'other' },
    'an unknown action': { ...accepted, action: 'ACCEPT' },
    'no context': { ...accepted, context: undefined },
    'a letter that is no number': { ...accepted, context: { ...context, letter: '2' } },
    'a draft without its text': { ...accepted, context: { ...context, letter: 'draft' } },
    'a draft of no form': {
      ...accepted,
      context: { ...context, letter: 'draft', draft: { step: 'constructor', text: 'Geachte heer,' } },
    },
    'a draft that is no letter': {
      ...accepted,
      context: { ...context, letter: 'draft', draft: { step: 'answer', text: 'a'.repeat(24_001) } },
    },
    'a year that is none': { ...accepted, context: { year: '2026-01' } },
    'no place to put it': { ...accepted, uploadInfo: undefined },
    'a place that is half': { ...accepted, uploadInfo: { ...place, contentUrl: 7 } },
  })) {
    it(`is none with ${what}`, () => assert.equal(consentAnswerOf(value), undefined));
  }
});
