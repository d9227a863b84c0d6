import assert from 'node:assert/strict';
import { help } from '../../src/teams/office/pages.ts';
import { buttonsOf, textOf } from '../e2e/a-card.ts';
import { everybodyAtTheDesk, fatima, lars, sanne, willem } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat } from './a-chat.ts';

describe('what somebody new at the desk does first', () => {
  afterEach(closeOffices);

  it('stands in “help” as long as no dossier is theirs, and in “begin” always; never for a colleague', async () => {
    const { office } = await aChat();
    const begins = async (by: typeof lars, typed?: 'begin') =>
      textOf(await help(by, office, typed === 'begin')).includes('Begin met deze vijf dingen');
    assert.equal(await begins(lars), false);
    for (const by of [fatima, willem]) assert.equal(await begins(by), true, by.name);
    for (const by of everybodyAtTheDesk) assert.equal(await begins(by, 'begin'), true, by.name);
    assert.equal(await begins(sanne), false);
    assert.equal(await begins(sanne, 'begin'), false);
  });

  it('is five things, of which each button that it names is there', async () => {
    const { office } = await aChat();
    for (const by of everybodyAtTheDesk) {
      const card = await help(by, office, true);
      const lines = textOf(card)
        .split('\n')
        .filter((line) => /^[1-9]\. /.test(line));
      assert.equal(lines.length, 5);
      const named = lines.join(' ').match(/(?<=[Mm]et “)[A-Z][^”]+(?=”)/g) ?? [];
      assert.ok(named.length > 2);
      for (const title of named)
        if (title !== 'Klacht ingetrokken') assert.ok(buttonsOf(card).includes(title), title);
    }
  });

  it('tells nobody that a complaint is about them', async () => {
    const about = await aChat({ respondents: [fatima] });
    const without = await aChat();
    assert.deepEqual(await help(fatima, about.office), await help(fatima, without.office));
  });
});
