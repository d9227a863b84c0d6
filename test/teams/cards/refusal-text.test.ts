import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { RefusalCode } from '../../../src/procedure/model/refusal.ts';
import { oldListCard, refusedCard } from '../../../src/teams/cards/notice.ts';
import { refusalText } from '../../../src/teams/cards/refusal-text.ts';
import { searchCard } from '../../../src/teams/cards/search.ts';
import { stepForms } from '../../../src/teams/steps/all-steps.ts';
import { buttonsOf, shownBy } from '../card-parts.ts';

const [, listed = ''] =
  /^export type RefusalCode =\n([^;]*);/m.exec(readFileSync('src/procedure/model/refusal.ts', 'utf8')) ?? [];

/** Every code, as its type lists them. */
const refusalCodes = Array.from(listed.matchAll(/'([\w-]+)'/g), ([, code]) => code as RefusalCode);

describe('a refusal', () => {
  it('reads the same for a dossier that is not yours and one that does not exist', () => {
    const unknown = refusalText({ code: 'unknown-complaint', article: undefined });
    assert.equal(refusalText({ code: 'not-the-handler', article: 5 }), unknown);
    assert.match(unknown, /klachtverantwoordelijke.*artikel 5.*klachtenfunctionaris/);
    assert.match(unknown, /Viel je in, of gaf je de klacht door\? Dan ligt ze bij wie haar nu behandelt\./);
  });

  it('has the button of every command that it names', () => {
    const buttons = { '“mijn klachten”': 'Mijn klachten', '“zaken”': 'Mijn zaken' };
    const cards = refusalCodes.map((code) => refusedCard(refusalText({ code, article: undefined })));
    for (const card of [...cards, oldListCard(), searchCard({ asked: 'haan', hits: [] })])
      for (const [command, title] of Object.entries(buttons))
        assert.equal(buttonsOf(card).includes(title), shownBy(card).includes(command), shownBy(card));
  });

  it('says which article stands in the way', () => {
    assert.match(refusalText({ code: 'in-the-future', article: 4 }), /^Artikel 4\. .*toekomst/);
  });

  it('says why a letter with the number cannot be from before the registration, and what to do with one without', () => {
    const days = {
      earlier: { what: 'registration', on: '2026-04-08' },
      later: { what: 'acknowledgement', on: '2026-04-07' },
    } as const;
    assert.match(
      refusalText({ code: 'out-of-order', article: undefined, days }),
      /Ontvangstbevestiging \(dinsdag 7 april 2026\) kan niet eerder zijn dan de registratie van de klacht \(woensdag 8 april 2026\)\. In de brief staat het nummer.*Zet dan de tekst daarvan bij “Brief”/,
    );
  });

  it('says what to do', () => {
    assert.match(refusalText({ code: 'text-missing', article: undefined }), /Vul het veld in/);
  });

  it('points to a form from another one, and never from that form itself', () => {
    const early = { code: 'before-the-answer', article: 7 } as const;
    const pointer = /Verbeter die eerst met “Datum corrigeren”\. Ga daarvoor eerst terug naar de klacht\.$/;
    assert.match(refusalText(early, 'Klager is het niet eens'), pointer);
    assert.match(refusalText(early, 'Datum corrigeren'), /Kies een latere dag\.$/);
    assert.ok(refusalCodes.includes('nothing-changed'));
    for (const code of refusalCodes)
      for (const { title } of Object.values(stepForms))
        assert.ok(
          !refusalText({ code, article: undefined }, title).includes(`“${title}”`),
          `${code}: ${title}`,
        );
  });
});
