import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { searchCard } from '../../src/teams/cards/search.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { desk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const ask = asking(wednesday);

describe('who searches the register', () => {
  afterEach(closeOffices);

  type Office = ReturnType<typeof anOffice>;

  const found = async (office: Office, words: string, by: Person): Promise<string[]> => {
    const answer = await office.search(words, by);
    return answer === 'vague' ? ['vague'] : answer.hits.map(({ id }) => id);
  };

  const about = (summary: string, respondents: Person[] = []) => ({ ...registration, summary, respondents });

  it('finds what they may see, open and closed, and nothing that is about them', async () => {
    const office = anOffice();
    await office.file(about('De roerdomp is niet teruggebeld.'), '1', sanne);
    await office.file(about('De roerdomp kwam te laat.', [lars]), '2', sanne);
    await office.execute(ask.withdraw());
    assert.deepEqual(await found(office, 'ROERDOMP', lars), ['K-2026-0001']);
    assert.deepEqual(await found(office, 'roerdomp', fatima), ['K-2026-0002']);
    for (const one of [ingrid, willem, joris, sanne])
      assert.deepEqual(await found(office, 'roerdomp', one), []);
    for (const words of ['K-2026-0002', 'lars', '', '?!'])
      assert.deepEqual(await found(office, words, lars), []);
  });

  it('hears of nothing that they registered and may not see, and finds what nobody else may handle', async () => {
    const office = anOffice();
    const everybody = [desk.officer, ...desk.substitutes, ...desk.board];
    await office.file(about('De roerdomp zweeg.'), '1', sanne);
    await office.file(about('De roerdomp floot.', everybody), '2', sanne);
    assert.deepEqual(await found(office, 'roerdomp', sanne), ['K-2026-0002']);
    assert.deepEqual(await found(office, 'roerdomp', joris), []);
  });

  it('lists the closed ones that they handled, and nobody else, until erasure', async () => {
    const office = anOffice();
    for (const n of [1, 2]) await office.file(about('De roerdomp zweeg.'), `${n}`, sanne);
    await office.execute(ask.withdraw());
    const closedOf = async (by: Person) => {
      const answer = await office.closedOf(by);
      return answer === 'vague' ? ['vague'] : answer.hits.map(({ id }) => id);
    };
    assert.deepEqual(await closedOf(lars), ['K-2026-0001']);
    for (const one of [fatima, ingrid, sanne]) assert.deepEqual(await closedOf(one), []);
    assert.deepEqual(await found(office, `#${lars.id}`, lars), []);
    await office.execute(ask.requestErasure());
    await office.execute(ask.answerErasure({ by: fatima }));
    assert.deepEqual(await closedOf(lars), []);
  });

  it('lists what they closed as stand-in, as long as they may see it', async () => {
    const office = anOffice();
    const closedOf = async (by: Person) => {
      const answer = await office.closedOf(by);
      return answer === 'vague' ? ['vague'] : answer.hits.map(({ id }) => id);
    };
    await office.file(about('De roerdomp zweeg.'), '1', sanne);
    await office.setAbsence(lars, { from: wednesday, until: wednesday });
    await office.execute(ask.withdraw({ by: fatima }));
    for (const one of [lars, fatima]) assert.deepEqual(await closedOf(one), ['K-2026-0001']);
    for (const one of [ingrid, sanne]) assert.deepEqual(await closedOf(one), []);
    office.moveTo('2026-04-02T09:00');
    assert.deepEqual(await closedOf(lars), ['K-2026-0001']);
    assert.deepEqual(await closedOf(fatima), []);
  });

  it('turns pages, without one that is empty', async () => {
    const office = anOffice();
    for (let n = 1; n <= 20; n += 1) await office.file(about('De roerdomp floot.'), `${n}`, sanne);
    await office.file(about('De roerdomp floot.', [lars]), '21', sanne);
    const first = await office.search('roerdomp', lars);
    assert.ok(first !== 'vague');
    assert.deepEqual([first.hits.length, first.hits[0]?.id, first.next], [10, 'K-2026-0020', 'K-2026-0011']);
    const second = await office.search('roerdomp', lars, first.next);
    assert.ok(second !== 'vague');
    assert.deepEqual([second.hits.length, second.hits[0]?.id, second.next], [10, 'K-2026-0010', undefined]);
  });

  it('goes on past any number of dossiers that they may not see, and no page names one of those', async () => {
    const office = anOffice();
    const filed = async (count: number, respondents: Person[]): Promise<string[]> => {
      const numbers: string[] = [];
      for (let n = 0; n < count; n += 1) {
        const form = `${count} ${respondents.length} ${numbers.length} ${office.path}`;
        numbers.push((await office.file(about('De roerdomp floot.', respondents), form, sanne)).id);
      }
      return numbers;
    };
    const seen = await filed(12, []);
    const hidden = await filed(160, [lars]);
    seen.push(...(await filed(3, [])));
    const found: string[] = [];
    const pages: string[] = [];
    let from: string | undefined;
    do {
      const page = await office.search('roerdomp', lars, from);
      assert(page !== 'vague' && page.next !== from, 'each page begins further on');
      found.push(...page.hits.map(({ id }) => id));
      const hits = page.hits.map(({ complaint }) => complaint);
      pages.push(
        JSON.stringify(searchCard({ asked: 'roerdomp', hits, ...(page.next && { next: page.next }) })),
      );
      from = page.next;
    } while (from);
    assert.deepEqual(found, seen.toReversed());
    assert(pages.length > 2, `${pages.length} pages`);
    for (const number of hidden)
      assert(!pages.some((page) => page.includes(number) || page.includes(number.slice(2))), number);
    const nothing = await office.search('roerdomp', lars, 'anything else');
    assert(nothing !== 'vague' && nothing.hits[0]?.id === seen.at(-1), 'made up: the first page');
  });

  it('is shown nothing by an index that somebody changed', async () => {
    const office = anOffice();
    await office.file(about('De roerdomp zweeg.'), '1', sanne);
    await office.file(about('De kiekendief zweeg.', [lars]), '2', sanne);
    await office.store.indexMore();
    await office.file(about('De karekiet zweeg.', [lars]), '3', sanne);
    const db = new DatabaseSync(office.path);
    db.exec(`UPDATE unindexed SET words = words || ' putter'; INSERT INTO words SELECT 'putter', place FROM word_lists;
      UPDATE word_lists SET words = words || ' putter'`);
    db.close();
    for (const one of [lars, fatima, sanne]) assert.deepEqual(await found(office, 'putter', one), []);
    assert.deepEqual(await found(office, 'kiekendief', lars), []);
    assert.deepEqual(await found(office, 'roerdomp', lars), ['K-2026-0001']);
  });

  it('finds nothing of an erased complaint', async () => {
    const office = anOffice();
    await office.file(about('De roerdomp zweeg.'), '1', sanne);
    await office.execute(ask.withdraw());
    await office.execute(ask.requestErasure());
    await office.execute(ask.answerErasure({ by: fatima }));
    for (const words of ['roerdomp', 'K-2026-0001', 'gewist'])
      assert.deepEqual(await found(office, words, lars), []);
  });
});
