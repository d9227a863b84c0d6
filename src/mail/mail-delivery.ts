import type { Organisation } from '../letters/organisation.ts';
import { type Delivery, Undelivered } from '../register/model/delivery.ts';
import { graphWay } from './graph.ts';
import { mailOf } from './letter-mail.ts';
import type { MailPlace, MailWay, WayParts } from './mail-way.ts';
import { smtpWay } from './smtp.ts';

export type MailDelivery = Delivery & Pick<MailWay, 'check'>;

/** Finds the way to send from there. */
export const wayFrom = (place: MailPlace, parts: WayParts): MailWay =>
  'url' in place ? smtpWay(place, parts) : graphWay(place, parts);

/**
 * Delivers waiting letters by e-mail: delivered when they are accepted. A message always carries the same Message-ID, which is kept
 * with it, so that a second copy, or a bounce, can be recognised.
 */
export function mailDelivery(
  place: MailPlace,
  organisation: Organisation,
  clock: WayParts['clock'],
  parts: Omit<WayParts, 'clock'> = {},
): MailDelivery {
  const { send, check } = wayFrom(place, { ...parts, clock });
  return {
    deliver: async (message, dossier) =>
      send(await mailOf(message, dossier, place.from, organisation, clock.now())),
    check,
  };
}

/** Delivers nothing where there is no mail server (any more): the handler is told to send by hand what waits. */
export const noMailDelivery: Delivery = {
  deliver: () => Promise.reject(new Undelivered('there is no mail server', false)),
};
