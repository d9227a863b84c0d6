import assert from 'node:assert/strict';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import { viewCase } from '../../../src/teams/office/pages.ts';
import { textOf } from '../../e2e/a-card.ts';
import { registration } from '../../procedure/asked.ts';
import { lars, sanne } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat } from '../a-chat.ts';

/** People type the count alone, also of a complaint of last year. */
describe('“zaak 2”', () => {
  afterEach(closeOffices);

  it('opens that of the newest year that has it for its reader, and says of none the same as ever', async () => {
    const chat = await aChat();
    const { ours, office } = chat;
    await ours.file({ ...registration, summary: 'Van vorig jaar.' }, 'last year', sanne);
    ours.moveTo('2027-01-05T09:00');
    const opened = async (typed: string) => textOf(await viewCase(typed, lars, office));
    assert.match(await opened('2'), /K-2026-0002/);
    await ours.file({ ...registration, receivedOn: '2027-01-05', respondents: [lars] }, 'about him', sanne);
    await ours.file({ ...registration, receivedOn: '2027-01-05' }, 'this year', sanne);
    assert.match(await opened('1'), /K-2026-0001/, 'the one of this year is about him');
    assert.match(await opened('2'), /K-2027-0002/);
    assert.match(await opened('2026-2'), /K-2026-0002/);
    const unknown = (error: unknown) => error instanceof Refusal && error.code === 'unknown-complaint';
    for (const typed of ['9', '2027-1', '2025-2'])
      await assert.rejects(viewCase(typed, lars, office), unknown, typed);
  });
});
