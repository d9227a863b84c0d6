import type { SendMailOptions } from 'nodemailer';
import type { Organisation } from '../letters/organisation.ts';
import { oneLine } from '../letters/readable.ts';
import { salutation } from '../letters/salutation.ts';
import { wordLetter } from '../letters/word.ts';
import { letterFileName, letterNames } from '../letters/words.ts';
import { waitingLetters } from '../procedure/model/letter.ts';
import { type HearingFile, hearingFileOff, hearingFileWith } from '../register/hearing-file.ts';
import { Undelivered } from '../register/model/delivery.ts';
import type { Dossier } from '../register/model/dossier.ts';
import type { ContentOf, Message } from '../register/model/message.ts';
import { longDate } from '../time/dutch-date.ts';
import type { Instant } from '../time/local-date.ts';

/** Makes the e-mail of a message to the complainant: a letter, or that a hearing is off. */
export const mailOf = (
  message: Message,
  ...rest: Surroundings
): SendMailOptions | Promise<SendMailOptions> =>
  message.content.kind === 'hearing-off'
    ? hearingOffMail(message, message.content, ...rest)
    : letterMail(message, ...rest);

type Surroundings = [dossier: Dossier | undefined, from: string, organisation: Organisation, now: Instant];

/** Tells in whose calendar a hearing may stand that it is off; the file takes it out. */
function hearingOffMail(
  { id, queuedAt }: Message,
  { on, time }: ContentOf<'hearing-off'>,
  ...[dossier, from, organisation, now]: Surroundings
): SendMailOptions {
  const { email, unnamed, name = '' } = dossier?.complaint.complainant ?? {};
  const off = dossier && email && hearingFileOff(email, dossier, { now, organisation });
  if (!dossier || !email || !off) throw new Undelivered('no such letter waits', false);
  return {
    ...addressed({ id, queuedAt, number: dossier.id, name, to: email, from, replyTo: organisation.email }),
    subject: `Uw klacht ${dossier.id}: het gesprek gaat niet door`,
    text: [
      `${unnamed ? 'Geachte heer, mevrouw' : salutation(name)},`,
      `Het gesprek met Ballance van ${longDate(on)} om ${time} uur gaat niet door. Deze e-mail haalt de afspraak uit uw agenda. Staat ze er nog? Dan kunt u haar zelf verwijderen.`,
      `Hebt u vragen? Mail dan naar ${organisation.email}.`,
      'Met vriendelijke groet,\nBallance',
    ].join('\n\n'),
    textEncoding: 'quoted-printable',
    alternatives: [inCalendar(off)],
    attachments: [asFile(off)],
  };
}

/**
 * Makes the waiting letter of a message an e-mail: its exact text, the same as a Word file, and what it says of a hearing for the
 * calendar of the complainant.
 */
async function letterMail(
  { id, queuedAt, content }: Message,
  ...[dossier, from, organisation, now]: Surroundings
): Promise<SendMailOptions> {
  const waiting = dossier ? waitingLetters(dossier.complaint) : [];
  const letter = waiting.find((one) => content.kind === 'letter' && one.id === content.letter);
  if (!dossier || !letter?.to) throw new Undelivered('no such letter waits', false);
  const { number, complainant } = dossier.complaint;
  const { kind, text, to } = letter;
  const hearing = hearingFileWith(letter, dossier, { now, organisation });
  return {
    ...addressed({ id, queuedAt, number, name: complainant.name, to, from, replyTo: organisation.email }),
    subject: `Uw klacht ${number}: ${letterNames[kind]}`,
    text,
    textEncoding: 'quoted-printable',
    ...(hearing && { alternatives: [inCalendar(hearing)] }),
    attachments: [
      ...(hearing ? [asFile(hearing)] : []),
      {
        filename: letterFileName(number, kind),
        content: await wordLetter(text, `Klacht ${number}: ${letterNames[kind]}`, { number, organisation }),
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      },
    ],
  };
}

const hearingFileName = 'hoorgesprek.ics';

/** Makes what Outlook and others show as an appointment; its name is for those that show it as a file. */
const inCalendar = ({ method, content }: HearingFile) => ({
  contentType: `text/calendar; charset=utf-8; method=${method}; name=${hearingFileName}`,
  content,
});

const asFile = ({ content }: HearingFile) => ({
  ...{ filename: hearingFileName, content, contentType: 'application/ics' },
});

/** Makes from whom an e-mail is, for whom, where an answer goes and about which complaint it is, and under which id. */
const addressed = ({
  id,
  queuedAt,
  name,
  to,
  from,
  number,
  replyTo,
}: Record<'id' | 'queuedAt' | 'number' | 'name' | 'to' | 'from' | 'replyTo', string>) => ({
  messageId: messageId(id, queuedAt, from),
  from: { name: 'Ballance', address: from },
  to: { name: oneLine(name), address: to },
  // By the name of its place an answer, or a bounce that quotes it, tells about which complaint it is.
  replyTo: { name: `Ballance, klacht ${number}`, address: replyTo },
  envelope: { from, to: [to] },
});

/** Makes the Message-ID. It includes the moment of queueing, because another register may have a message of the same id. */
const messageId = (id: string, queuedAt: string, from: string): string =>
  `<${`${id}.${queuedAt}`.replace(/[^\w.-]/g, '.')}@${from.split('@').at(-1)}>`;
