import { broughtUpToDate } from '../../src/register/integrity/at-start.ts';
import { linkChannel } from '../../src/register/model/linked-channel.ts';
import { registration } from '../procedure/asked.ts';
import { sanne } from '../procedure/people.ts';
import { anOffice } from './an-office.ts';
import { everyStep, sixComplaints } from './frozen.ts';
import { nothingArrives, rarely } from './rarely.ts';

/**
 * Plays the register that `npm run freeze` keeps, and returns its last office: the six complaints of the spring of 2026, after lives of the
 * years before with every event and every kind of message in them.
 */
export async function everyLife(): Promise<ReturnType<typeof anOffice>> {
  const byMail = anOffice({ now: '2021-04-13T10:00', mail: true });
  const { path: file } = byMail;
  await broughtUpToDate(byMail);
  const address = { serviceUrl: 'https://teams', conversationId: 'channel', botId: '28:bot' };
  await linkChannel(byMail.store, { address, linkedAt: byMail.clock.now() });
  // In the spring of 2026 its five years are over, and the two weeks of warning are not.
  await byMail.file({ ...registration, receivedOn: '2021-04-13', remedied: true }, 'years ago', sanne);
  // The board is told that the quarter is over.
  await byMail.sweepAt('2021-07-01T10:00');
  await rarely(byMail, '2022-06-07');
  for await (const _ of everyStep(byMail, 2, '2022-09-01'));
  for await (const _ of everyStep(anOffice({ file }), 10, '2023-01-02'));
  await nothingArrives(anOffice({ file, now: '2025-12-01T10:00', undeliverable: () => true }), '2025-12-01');
  const spring = anOffice({ file, now: '2026-03-02T10:00' });
  await sixComplaints(spring);
  return spring;
}
