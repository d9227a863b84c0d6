import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Message } from '../../src/register/model/message.ts';
import { messageLine, olderMessages } from '../../src/teams/cards/case-messages.ts';
import { caseSections } from '../../src/teams/cards/case-sections.ts';
import { standing } from '../../src/teams/cards/case-status.ts';
import { systemClock } from '../../src/time/clock.ts';
import { calendar } from '../procedure/given.ts';
import { bare, desk, lars, seesOnly } from './a-dossier.ts';

const source = new URL('../../src/', import.meta.url);

const sourceFiles = (): string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, source), 'utf8'));

const queued: Message = {
  id: 'K-2026-0002/1/case',
  to: { kind: 'person', id: lars.id },
  content: { kind: 'case' },
  queuedAt: '2026-11-23T08:12:00.000Z',
  status: 'queued',
  attempts: [],
  tryAt: '2026-11-23T08:12:00.000Z',
};
const refused = { at: '2026-11-23T08:13:00.000Z', fault: '503' } as const;
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

  it('says how many it leaves out, and that there is none only where there is none', () => {
    const many = Array.from({ length: 12 }, () => queued);
    assert.deepEqual(olderMessages(10, many), [
      '2 oudere regels staan hier niet; het register bewaart ze wel.',
    ]);
    assert.match(olderMessages(0, [queued]).join(), /^1 oudere regel staat hier niet/);
    assert.deepEqual(olderMessages(12, many), []);
    assert.deepEqual(olderMessages(0, []), ['Er is over deze klacht nog geen bericht verstuurd.']);
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
      'bezorgd · maandag 23 november 2026 om 09:14',
    );
    assert.equal(
      line({ ...sent, attempts: [refused, { at: sent.sentAt }] }).status,
      'bezorgd · maandag 23 november 2026 om 09:14 · 2 keer geprobeerd',
    );
  });

  it('says that it was given up, when, and why', () => {
    const blocked = { at: '2026-11-23T08:13:00.000Z', fault: '403 ConversationBlockedByUser' } as const;
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

  /** Every wording that is thrown as the reason of a failure, or written down as one. */
  const wordings = sourceFiles().flatMap((text) =>
    [
      ...text.matchAll(
        /(?:new (?:Undelivered|Unanswered)\(|fault: |\bfault === |no(?:Id|tAColleague) = )\s*'([^']+)'/g,
      ),
      ...text.matchAll(/(?:new Undelivered\(|\|\| ?)[^'\n]*'(no [^']+|[a-z]+ fault)'/g),
      ...text.matchAll(/const various = '([^']+)'/g),
    ].map(([, wording = '']) => wording),
  );

  it('says every failure that we word ourselves in Dutch', () => {
    assert(wordings.length >= 10, wordings.join());
    for (const fault of new Set(wordings)) {
      const { status } = line({ status: 'gave-up', attempts: [{ at: refused.at, fault }] });
      assert.match(status, /\([a-zA-Z0-9 ]+\)$/, `${fault} has no words`);
      assert(!status.includes(`(${fault})`), fault);
      assert.doesNotMatch(status, /\b(no|not|the|while|answer|fault|letter|sending)\b/, fault);
    }
  });

  for (const fault of ['Cannot read properties of undefined', 'fetch failed', 'database is locked', '{}', ''])
    it(`leaves out what the machine says: '${fault}'`, () => {
      assert.match(line({ status: 'gave-up', attempts: [{ at: refused.at, fault }] }).status, /om 09:13$/);
    });

  for (const fault of ['503', '403 ConversationBlockedByUser', '535 5.7.8 EAUTH', 'ETIMEDOUT'])
    it(`gives the code that somebody can look up: ${fault}`, () => {
      assert(
        line({ status: 'gave-up', attempts: [{ at: refused.at, fault }] }).status.endsWith(`(${fault})`),
      );
    });
});

describe('a letter of which the sending was broken off', () => {
  const letter = { id: 1, kind: 'acknowledgement', text: 'Beste', manner: 'email', to: 'a@b.nl' } as const;
  const mail = (status: Message['status']): Message => ({
    ...settled,
    id: `K-2026-0002/${status}/mail`,
    to: { kind: 'mail' },
    content: { kind: 'letter', letter: 1 },
    status,
  });
  const said = (...outbox: Message[]): string => {
    const dossier = { complaint: { ...bare(), letters: [letter] }, outbox };
    return JSON.stringify([
      standing(dossier, { today: '2026-04-01', calendar, desk, reader: { ...seesOnly, can: () => true } }),
      caseSections(dossier, 400),
    ]);
  };

  it('was not taken by the mail server, and who handles it sends it by hand', () => {
    const text = said(mail('gave-up'));
    assert.match(text, /is niet door de mailserver aangenomen.*“Brief zelf verstuurd”/);
    assert.doesNotMatch(text, /wacht op de mailserver/i);
  });

  it('is perhaps sent, and who handles it asks the complainant before anything else', () => {
    const text = said(mail('uncertain'));
    assert.match(
      text,
      /is mogelijk al verstuurd.*Verstuur hem nu niet nog eens\. Vraag de klager.*“Brief zelf verstuurd”/,
    );
    assert.doesNotMatch(text, /acht op de mailserver|vanzelf opnieuw/);
  });

  it('waits for the mail server again once its handler has it mailed again', () => {
    const text = said(mail('uncertain'), mail('queued'));
    assert.match(text, /wacht op de mailserver.*probeer ik het vanzelf opnieuw/);
    assert.doesNotMatch(text, /ogelijk al verstuurd/);
  });
});
