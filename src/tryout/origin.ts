import type { Origin } from './activities.ts';
import type { Directory } from './directory.ts';
import { type Json, refused } from './routes.ts';

type Context = { directory: Directory; now: () => string; serviceUrl: () => string };

/** Reads who acts, and where: in their own chat unless another conversation is named. */
export function originIn(body: Json, { directory, now, serviceUrl }: Context): Origin | undefined {
  const person = directory.person(body.personId);
  if (!person) return undefined;
  const chat =
    body.conversationId === undefined ? directory.chatOf(person) : directory.chat(body.conversationId);
  return chat && { person, chat, at: now(), serviceUrl: serviceUrl() };
}

export const unknownOrigin = refused(404, 'Deze persoon of dit gesprek is hier niet bekend.');
