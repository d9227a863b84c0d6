import assert from 'node:assert/strict';
import { standings } from '../../../src/procedure/access.ts';
import { isByWebsite, supposedIn, website } from '../../../src/procedure/articles/art04-website.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { steps } from '../../../src/procedure/steps.ts';
import { acknowledge, asking, requestStatement, wednesday } from '../asked.ts';
import { complaintAfter, contextOf, given, registered } from '../given.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

const byWebsite = (supposed = [lars], unresolvedName?: string) =>
  registered({
    by: website,
    respondents: supposed,
    supposed: supposed.map(({ id }) => id),
    unresolvedName,
  });
const judge = (respondent = lars, isAbout = true, by = fatima) =>
  asking(wednesday, by).judgeName({ respondent: respondent.id, isAbout });
const confirmed = (respondent = lars, named?: string): Event => ({
  type: 'name-confirmed',
  on: wednesday,
  personal: { respondent, named },
});
const removed = (respondent = lars): Event => ({
  type: 'respondent-removed',
  on: wednesday,
  personal: {
    respondent,
    reason:
      'De naam of de functie stond in het bericht van de website. Er is gekeken: de klacht gaat niet over deze collega.',
  },
});
const back: Event = {
  type: 'handed-over',
  on: wednesday,
  role: 'officer',
  personal: {
    to: lars,
    reason:
      'De naam of de functie stond in het bericht van de website. Er is gekeken: de klacht gaat niet over wie haar volgens artikel 5 behandelt.',
  },
};

/**
 * Art. 4: "Voor uw schriftelijke klacht kunt u gebruikmaken van het daarvoor bestemde feedbackformulier op de website van Ballance."
 * Art. 5: "tenzij hij degene is tot wie de klacht zich in persoon richt".
 */
describe('Art. 4 and 5, what the website names', () => {
  const found = (about: string, self = '', email = '') =>
    supposedIn({ about, self: [self], email }, desk).map(({ name }) => name);

  const named: [string, string[]][] = [
    ['Lars belde niet', ['Lars Brouwer']],
    ['meneer BROUWER', ['Lars Brouwer']],
    ['Fátima el Amrani en Willem', ['Fatima el Amrani', 'Willem Jansen']],
    ['iemand van el Amrani', ['Fatima el Amrani']],
    ['Brouwerij de Larsen', []],
    ['de el', []],
    ['', []],
  ];
  for (const [text, names] of named)
    it(`finds ${names.join(' and ') || 'nobody'} in “${text}”`, () => assert.deepEqual(found(text), names));

  it('finds by role who is meant where it is asked whom it is about', () => {
    const whom = (text: string) => supposedIn({ whom: text, about: '', self: [] }, desk);
    assert.deepEqual(whom('de directeur'), [willem, ingrid]);
    assert.deepEqual(whom('uw klachtenfunctionaris'), [lars]);
    assert.deepEqual(whom('de plaatsvervangend  klachtenfunctionaris'), [fatima]);
    assert.deepEqual(whom('de klachtfunctionaris en de vervanger'), [lars, fatima]);
  });

  it('finds in the text by function who would be the first to read it, however it is spelled, and nobody else', () => {
    for (const text of [
      'klachtenfunctionaris',
      'Klachten-functionaris',
      'klacht functionaris',
      'klachtefunctionaris',
    ])
      assert.deepEqual(found(`De ${text} was onbeleefd.`), ['Lars Brouwer'], text);
    assert.deepEqual(found('The complaints officer was rude.'), ['Lars Brouwer']);
    assert.deepEqual(found('De ｋｌａｃｈｔｅｎｆｕｎｃｔｉｏｎａｒｉｓ.'), ['Lars Brouwer']);
    for (const text of [
      'plaatsvervangend klachtenfunctionaris',
      'vervangende klachten functionaris',
      'deputy complaints officer',
    ])
      assert.deepEqual(found(`Lars en de ${text}.`), ['Lars Brouwer', 'Fatima el Amrani'], text);
    assert.deepEqual(found('De directie weet dit, en mijn vervanger belde.'), []);
  });

  it('finds a surname, and no first name, in who complains', () => {
    assert.deepEqual(found('', 'Lars de Boer'), []);
    assert.deepEqual(found('', 'I. Smit'), ['Ingrid Smit']);
  });

  it('finds a surname in an e-mail address, written together or not', () => {
    for (const address of ['f.el-amrani@x.nl', 'fatimaelamrani@x.nl', 'elamrani1980@x.nl'])
      assert.deepEqual(found('', '', address), ['Fatima el Amrani']);
    assert.deepEqual(found('', '', 'info@brouwer.nl'), []);
  });

  it('goes to who comes after them, as if it were about them', () => {
    const complaint = complaintAfter(byWebsite());
    assert.equal(complaint.handler?.person, fatima);
    assert.deepEqual(standings(lars, complaint, contextOf()), ['respondent']);
    assert(isByWebsite(complaint));
  });

  it('gives the website no capacity but that of bringing documents with what it brought', () => {
    for (const respondents of [[], everybodyAtTheDesk])
      assert.deepEqual(
        standings(website, complaintAfter(registered({ by: website, respondents })), contextOf()),
        ['website'],
      );
    const open = Object.entries(steps).filter(([, { by }]) => by.includes('website'));
    assert.deepEqual(
      open.map(([step]) => step),
      ['add-document'],
    );
    assert.deepEqual(standings(website, complaintAfter(registered({})), contextOf()), []);
  });

  it('lets nobody write or ask anything before it is known whom it is about', () => {
    given(byWebsite())
      .when(acknowledge({ by: fatima }))
      .refused('name-not-judged', 5);
    given(byWebsite())
      .when(requestStatement({ by: fatima, respondent: lars.id }))
      .refused('name-not-judged', 5);
    assert.deepEqual(openSteps(fatima, complaintAfter(byWebsite()), contextOf()), [
      'judge-name',
      'hand-over',
      'add-document',
      'export-dossier',
      'add-note',
      'add-respondent',
      'record-experts',
      'correct-date',
      'correct-facts',
      'set-hold',
      'request-redaction',
    ]);
  });

  it('about them: they stay a respondent, and their typed name is chosen', () => {
    given(byWebsite([lars], 'Lars'))
      .when(judge())
      .happened(confirmed(lars, 'Lars'));
    given(byWebsite([lars], 'Lars en Truus'))
      .when(judge())
      .happened(confirmed());
    given(byWebsite([lars, willem], 'Lars, Willem'))
      .when(judge())
      .happened(confirmed());
  });

  it('not about them: recorded, and it goes to who handles it under Art. 5', () => {
    given(byWebsite()).when(judge(lars, false)).happened(removed(), back);
  });

  it('not about them, while they are away: who stands in keeps it', () => {
    const away = { person: lars, from: wednesday, until: wednesday };
    given(byWebsite())
      .with({ absences: [away] })
      .when(judge(lars, false))
      .happened(removed());
  });

  it('not about them, while it is not known of another: it waits for that', () => {
    const both = byWebsite([lars, willem]);
    given(both).when(judge(lars, false)).happened(removed());
    given(both, [removed()]).when(judge(willem, true)).happened(confirmed(willem), back);
  });

  it('not about them, after it was handed over by hand: it stays there', () => {
    const handed: Event = {
      type: 'handed-over',
      on: wednesday,
      role: 'board',
      personal: { to: ingrid, reason: 'Druk' },
    };
    given(byWebsite(), [handed])
      .when(judge(lars, false, ingrid))
      .happened(removed());
  });

  it('is not for the named one, nor for who need not be looked at', () => {
    given(byWebsite())
      .when(judge(lars, false, lars))
      .refused('not-the-handler', 5);
    given(byWebsite()).when(judge(joris)).refused('not-a-respondent', 5);
    given(registered({ respondents: [lars] }))
      .when(judge())
      .refused('not-a-respondent');
    given(byWebsite())
      .when(judge(lars, true, sanne))
      .refused('not-the-handler', 5);
  });
});
