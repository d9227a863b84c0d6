import assert from 'node:assert/strict';
import { systemClock } from '../../src/calendar/clock.ts';
import type { Message } from '../../src/register/message.ts';
import { messageLine } from '../../src/teams/cards/message-lines.ts';
import { bare, desk, lars } from './a-dossier.ts';

const queued: Message = {
  id: 'K-2026-0002/1/case',
  to: { kind: 'person', id: lars.id },
  content: { kind: 'case' },
  queuedAt: '2026-11-23T08:12:00.000Z',
  status: 'queued',
  attempts: [],
  tryAt: '2026-11-23T08:12:00.000Z',
};
const refused = { at: '2026-11-23T08:13:00.000Z', fault: '503' };
const { tryAt: _, ...settled } = queued;
const line = (over: Partial<Message>, of = settled) =>
  messageLine({ ...of, ...over }, bare(), desk, systemClock());

describe('the ledger on the card', () => {
  it('says what is for whom, and since when it waits', () => {
    assert.deepEqual(line({}, queued), {
      what: 'De kaart van deze klacht voor Lars Brouwer',
      status: 'wacht op bezorging · maandag 23 november 2026 om 09:12',
    });
  });

  it('says how often it was tried, why that failed, and when it is tried again', () => {
    assert.equal(
      line({ attempts: [refused, refused], tryAt: '2026-11-23T08:20:00.000Z' }).status,
      'wacht op bezorging · 2 keer geprobeerd, het laatst maandag 23 november 2026 om 09:13 (503) · opnieuw maandag 23 november 2026 om 09:20',
    );
  });

  it('says when it was delivered, at which try, and under which id of the platform', () => {
    const sent = { status: 'sent', sentAt: '2026-11-23T08:14:00.000Z', activityId: '1:abc' } as const;
    assert.equal(
      line({ ...sent, attempts: [{ at: sent.sentAt }] }).status,
      'bezorgd · maandag 23 november 2026 om 09:14 · kenmerk 1:abc',
    );
    assert.equal(
      line({ ...sent, attempts: [refused, { at: sent.sentAt }] }).status,
      'bezorgd · maandag 23 november 2026 om 09:14 · 2 keer geprobeerd · kenmerk 1:abc',
    );
  });

  it('says that it was given up, when, and why', () => {
    const blocked = { at: '2026-11-23T08:13:00.000Z', fault: '403 ConversationBlockedByUser' };
    assert.equal(
      line({ status: 'gave-up', attempts: [blocked] }).status,
      'niet bezorgd · 1 keer geprobeerd, het laatst maandag 23 november 2026 om 09:13 (403 ConversationBlockedByUser)',
    );
  });

  it('says that it was withheld', () => {
    assert.equal(
      line({ status: 'withheld' }).status,
      'niet verstuurd: niet meer voor deze persoon · maandag 23 november 2026 om 09:12',
    );
  });
});
