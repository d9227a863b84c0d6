import { standings, type View } from '../../procedure/access.ts';
import { handlerFor } from '../../procedure/articles/art05-handler.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import type { Dossier } from '../model/dossier.ts';
import {
  type BulletinContent,
  type CaseContent,
  type ContentOf,
  type Message,
  type Recipient,
  readerOf,
} from '../model/message.ts';
import { bulletinRules, isOfBulletin } from './bulletin-rules.ts';
import { mayReachChannel } from './follow-ups.ts';
import { caseRules } from './message-rules.ts';

/**
 * Tells, right before sending, whether a message may still be delivered: since it was queued somebody may have become a
 * respondent, the case may have moved to another handler, or what it reminds of may be done.
 */
export function mayReceive(message: Message, dossier: Dossier | undefined, view: View): boolean {
  const { content, to } = message;
  if (isOfBulletin(content)) return dossier === undefined && bulletinMayReach(content, to, view);
  return dossier !== undefined && caseMessageMayReach(content, message, dossier, view);
}

function bulletinMayReach<K extends BulletinContent['kind']>(
  content: ContentOf<K, BulletinContent> & { kind: K },
  to: Recipient,
  view: View,
): boolean {
  return bulletinRules[content.kind].mayReceive(content, to, view);
}

function caseMessageMayReach<K extends CaseContent['kind']>(
  content: ContentOf<K, CaseContent> & { kind: K },
  message: Message,
  dossier: Dossier,
  view: View,
): boolean {
  const { to } = message;
  const { complaint } = dossier;
  const { mayReceive, isOvertaken } = caseRules[content.kind];
  if (isOvertaken?.(content, message, dossier, view)) return false;
  switch (to.kind) {
    case 'person': {
      const person = readerOf(to);
      return mayReceive({ content, person, standing: standings(person, complaint, view), complaint, view });
    }
    case 'channel':
      return mayReachChannel(complaint, view.desk);
    case 'mail':
      return isLetterToGo(content, complaint, view);
    default:
      return to satisfies never;
  }
}

/** Tells whether it is the end of an appointment, or a letter that waits and is true: that nobody may handle the complaint is not, once somebody may (Art. 5). */
function isLetterToGo(content: CaseContent, complaint: Dossier['complaint'], { desk, today }: View): boolean {
  if (content.kind === 'hearing-off') return true;
  if (content.kind !== 'letter') return false;
  const letter = waitingLetters(complaint).find(({ id }) => id === content.letter);
  return !!letter && (letter.kind !== 'no-handler' || !handlerFor(complaint.respondents, desk, today));
}
