import type { SendMailOptions } from 'nodemailer';
import type { Organisation } from '../letters/organisation.ts';
import { oneLine } from '../letters/readable.ts';
import { wordLetter } from '../letters/word.ts';
import { letterFileName, letterNames } from '../letters/words.ts';
import { waitingLetters } from '../procedure/model/letter.ts';
import { type HearingFile, hearingFileWith } from '../register/hearing-file.ts';
import { Undelivered } from '../register/model/delivery.ts';
import type { Dossier } from '../register/model/dossier.ts';
import type { Message } from '../register/model/message.ts';
import type { Instant } from '../time/local-date.ts';

/**
 * Makes the waiting letter of a message an e-mail: its exact text, the same as a Word file, and what it says of a hearing for the
 * calendar of the complainant.
 */
export async function letterMail(
  { id, queuedAt, content }: Message,
  dossier: Dossier | undefined,
  from: string,
  organisation: Organisation,
  now: Instant,
): Promise<SendMailOptions> {
  const waiting = dossier ? waitingLetters(dossier.complaint) : [];
  const letter = waiting.find((one) => content.kind === 'letter' && one.id === content.letter);
  if (!dossier || !letter?.to) throw new Undelivered('no such letter waits', false);
  const { number, complainant } = dossier.complaint;
  const { kind, text, to } = letter;
  const hearing = hearingFileWith(letter, dossier, { now, organisation });
  return {
    messageId: messageId(id, queuedAt, from),
    from: { name: 'Ballance', address: from },
    to: { name: oneLine(complainant.name), address: to },
    envelope: { from, to: [to] },
    subject: `Uw klacht ${number}: ${letterNames[kind]}`,
    text,
    textEncoding: 'quoted-printable',
    ...(hearing && { alternatives: [inCalendar(hearing)] }),
    attachments: [
      ...(hearing
        ? [{ filename: hearingFileName, content: hearing.content, contentType: 'application/ics' }]
        : []),
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

/** Makes the Message-ID. It includes the moment of queueing, because another register may have a message of the same id. */
const messageId = (id: string, queuedAt: string, from: string): string =>
  `<${`${id}.${queuedAt}`.replace(/[^\w.-]/g, '.')}@${from.split('@').at(-1)}>`;
