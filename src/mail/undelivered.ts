import { Undelivered } from '../register/delivery.ts';

/** What nodemailer says of a failure; its message may hold addresses and is not used. */
type MailFault = { code?: string; responseCode?: number; command?: string; response?: string };

/** After so many milliseconds a server that refuses what is set up for it is asked again. */
const setUpMs = 60 * 60_000;

/**
 * A letter that the server refuses for good (5xx to its recipient or its text) is given up. What the server refuses of us
 * (the login, the sender, whatever its policy forbids: 5.7.x) is a fault of set-up: it is told at once and rarely tried.
 * All else may pass: no connection, silence, a server that is busy (4xx).
 */
export function undelivered(error: unknown, now: string): Undelivered {
  const fault = error as MailFault;
  const { code, responseCode, command } = fault;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(fault.response ?? '')?.[1];
  const reason = [responseCode, enhanced, code].filter(Boolean).join(' ') || 'no answer';
  if (isSetUp(fault, enhanced)) {
    const notBefore = new Date(Date.parse(now) + setUpMs).toISOString();
    return new Undelivered(reason, true, { notBefore, unreachable: true, setUp: true });
  }
  const aboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  const ofMessage = aboutTheLetter && command !== 'MAIL FROM';
  const refused = ofMessage && !(responseCode && responseCode < 500);
  return new Undelivered(reason, !refused, { ofMessage });
}

/** 4xx passes, whatever it is about; a login for which there is nothing to log in with never does. */
function isSetUp({ code, responseCode, command }: MailFault, enhanced: string | undefined): boolean {
  if (responseCode === undefined) return code === 'EAUTH';
  if (responseCode < 500) return false;
  return (
    code === 'EAUTH' ||
    responseCode === 530 ||
    command === 'MAIL FROM' ||
    command === 'CONN' ||
    enhanced?.startsWith('5.7.') === true
  );
}
