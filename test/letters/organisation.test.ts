import assert from 'node:assert/strict';
import { disclosure } from '../../src/letters/access-report.ts';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import type { DocumentId, KeptDocument } from '../../src/procedure/model/document.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import type { PersonId } from '../../src/procedure/model/person-id.ts';
import { desk, fatima, joris, lars } from '../procedure/people.ts';
import { full } from '../teams/a-dossier.ts';
import { aComplaint, anObjection, facts } from './a-complaint.ts';
import { ballance } from './an-organisation.ts';

const { privacyUrl: _, regulationUrl: __, ...withoutPages } = ballance;

const aDocument = (sharedWith: PersonId[]): KeptDocument => ({
  ...{ id: '11111111-1111-4111-8111-111111111111' as DocumentId, name: 'brief.pdf', kind: 'pdf', size: 9 },
  ...{ sha256: 'a'.repeat(64), addedOn: '2026-04-01', from: 'complainant', sharedWith },
});

describe('a letter to the complainant', () => {
  for (const kind of letterKinds)
    it(`(${kind}) says how to reach Ballance: by telephone, e-mail and post`, () => {
      const organisation = {
        ...ballance,
        phone: '030 765 4321',
        email: 'hier@ballance.example',
        address: 'Laan 7, 1234 AB Ede',
      };
      const letter = draftLetter(kind, full('tekst'), facts({ organisation }));
      assert.match(
        letter,
        /\nNeem dan contact op met Lars Brouwer\..*\n- Telefoon: 030 765 4321\n- E-mail: hier@ballance\.example\n- Post: Laan 7, 1234 AB Ede\n/,
      );
    });

  it('says who sees the complaint and how long it is kept', () => {
    for (const kind of ['acknowledgement', 'answer'] as const) {
      const letter = draftLetter(
        kind,
        aComplaint(),
        facts({ organisation: { ...ballance, retentionYears: 7 } }),
      );
      assert.match(letter, /Alleen wie uw klacht behandelt, .* kan het lezen\./);
      assert.match(letter, /bewaren uw gegevens tot 7 jaar na het afsluiten van uw klacht/);
    }
  });

  it('says so in "Inzage" too, of the document itself and of who sees the dossier', () => {
    const { calendar } = facts();
    const words = (sharedWith: PersonId[]) =>
      disclosure({
        complaint: aComplaint({ respondents: [lars], documents: [aDocument(sharedWith)] }),
        ...{ course: [], today: '2026-04-21', calendar, desk, couldDecide: true, retentionYears: 5 },
      })
        .flatMap(({ lines }) => lines)
        .join('\n');
    assert.match(
      words([lars.id]),
      /ziet het dossier\. Voor een reactie lieten wij degene .* lezen\. De gegevens/,
    );
    assert.match(
      words([lars.id]),
      /brief\.pdf, .*\), voor een reactie ook gegeven aan degene over wie u klaagt/,
    );
    assert.doesNotMatch(words([]), /voor een reactie/i);
  });

  it('says that a respondent was given a document, wherever it says who can read the dossier, and only then', () => {
    for (const kind of letterKinds) {
      const letter = (sharedWith: Person[]) =>
        draftLetter(
          kind,
          aComplaint({ respondents: [lars], documents: [aDocument(sharedWith.map(({ id }) => id))] }),
          facts({ desk }),
        );
      assert.doesNotMatch(letter([]), /lieten wij/, kind);
      if (!letter([]).includes('kan het lezen.')) continue;
      assert.match(
        letter([lars]),
        /kan het lezen\. Voor een reactie lieten wij degene over wie u klaagt wel één document uit het dossier lezen\. /,
        kind,
      );
      assert.doesNotMatch(letter([lars]), /(?:klaagt|maar laten) het dossier niet lezen/, kind);
    }
  });

  it('says so of a colleague too who is no respondent any more', () => {
    const letter = (respondents: Person[]) =>
      draftLetter(
        'answer',
        aComplaint({ respondents, documents: [aDocument([lars.id, joris.id])] }),
        facts({ desk }),
      );
    const not = 'een collega over wie uw klacht toch niet gaat';
    assert(letter([lars]).includes(`lieten wij degene over wie u klaagt en ${not} wel één document`));
    assert(letter([]).includes('lieten wij collega’s over wie uw klacht toch niet gaat wel één document'));
  });

  it('says that who is at the desk does not read a complaint about themselves, and how a reply stays with its handler', () => {
    const about = (respondents: Person[]) =>
      aComplaint({ respondents, handler: { person: fatima, role: 'substitute' } });
    for (const kind of letterKinds) {
      const letter = (respondents: Person[]) => draftLetter(kind, about(respondents), facts({ desk }));
      if (!/klachtenregister bijhoudt/.test(letter([lars]))) continue;
      assert.doesNotMatch(letter([joris]), /klachten behandelt|persoonlijk/, kind);
      assert.match(
        letter([lars]),
        /bijhoudt, kan het lezen\. Degene over wie u klaagt, kan het niet lezen, ook niet als die bij ons klachten behandelt\. Schrijft u ons\? Zet daar dan boven: persoonlijk, voor Fatima el Amrani\.\s/,
        kind,
      );
      assert.match(letter([lars, joris]), /Degenen over wie u klaagt, kunnen het niet lezen/, kind);
    }
  });

  it('after which nothing may follow says how long it is kept, and who sees it', () => {
    const mayBeTheLast = letterKinds.filter(
      (kind) => !['delay', 'hearing-invitation', 'new-handler', 'no-handler'].includes(kind),
    );
    const organisation = { ...ballance, retentionYears: 7 };
    for (const kind of mayBeTheLast) {
      const letter = draftLetter(kind, full('tekst'), facts({ organisation }));
      assert.match(letter, /bewaren uw gegevens tot 7 jaar na (het afsluiten|vandaag)/, kind);
      assert.match(letter, /dossier (van uw klacht )?is vertrouwelijk/, kind);
    }
  });

  it('says where the privacy statement and the regulation stand, when it is known', () => {
    for (const kind of ['acknowledgement', 'answer'] as const) {
      const letter = draftLetter(kind, aComplaint(), facts());
      assert.match(letter, /https:\/\/www\.ballance\.example\/privacy\./);
      assert.match(letter, /https:\/\/www\.ballance\.example\/klachtenregeling\./);
      const without = draftLetter(kind, aComplaint(), facts({ organisation: withoutPages }));
      assert.doesNotMatch(without, /https:|leest u op|staat op/);
    }
  });

  it('that answers says how to object: where to, in writing, until when, what counts; and what silence does (Art. 7)', () => {
    const letter = draftLetter('answer', aComplaint(), facts());
    assert.match(letter, /tot en met \w+ \d+ \w+ 2026 \(artikel 7\)/);
    assert.match(
      letter,
      /Stuur ons een brief of een e-mail.*:\n- E-mail: klachten@ballance\.example\n- Post: Ballance, Voorbeeldkade 1/,
    );
    assert.match(
      letter,
      /op tijd als u uw brief of e-mail uiterlijk donderdag 21 mei 2026 verstuurt, en wij die uiterlijk donderdag 28 mei 2026 hebben\./,
    );
    assert.match(
      letter,
      /Hebben wij na donderdag 28 mei 2026 niets van u gekregen\? Dan sluiten wij uw klacht ook af\./,
    );
  });

  it('promises no decision of a board that it is all about, and shows the way to court instead (Art. 8, 10)', () => {
    for (const kind of ['acknowledgement', 'answer', 'hearing-invitation'] as const) {
      const letter = draftLetter(kind, anObjection(), facts({ boardIsRespondent: true }));
      assert.doesNotMatch(letter, /definitieve beslissing/);
      assert.match(letter, /naar de rechter gaan \(artikel 10\)\. Uw klacht gaat over de hele directie, /);
      const toCourt = letter.match(/naar de rechter gaan \(artikel 10\)/g);
      assert.equal(toCourt?.length, 1, 'the way to court is told once');
      assert.doesNotMatch(draftLetter(kind, anObjection(), facts()), /de hele directie/);
    }
    assert.match(
      draftLetter('hearing-invitation', anObjection(), facts({ boardIsRespondent: true })),
      /Hoe gaat u naar de rechter\?\n- .*kantonrechter/,
    );
  });

  it('that leads to court says which judge, what it costs, not to wait, and where to get help (Art. 10)', () => {
    for (const kind of ['court-route', 'final-decision', 'late-objection-refused'] as const) {
      const letter = draftLetter(kind, anObjection(), facts());
      assert.match(
        letter,
        /Tot en met 25\.000 euro is dat de kantonrechter\. Daar hebt u geen advocaat nodig\./,
      );
      assert.match(letter, /Een rechtszaak kost geld\..*Wacht niet te lang: .*\(verjaring\)/);
      assert.match(letter, /www\.juridischloket\.nl/);
    }
  });
});
