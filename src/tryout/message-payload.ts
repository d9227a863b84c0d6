import type { Said } from './memory.ts';
import type { Json } from './routes.ts';

/** Makes the payload that Teams gives a message action: the text as HTML, the sender and the moment. */
export function messagePayload({ id, from, name, text, at, card }: Said): Json {
  const sender =
    from === 'bot'
      ? { application: { applicationIdentityType: 'bot', id: '28:klachtenbot', displayName: name } }
      : { user: { userIdentityType: 'aadUser', id: from, displayName: name } };
  return {
    id,
    messageType: 'message',
    createdDateTime: at,
    subject: null,
    importance: 'normal',
    from: sender,
    body: { contentType: 'html', content: text && `<p>${escaped(text).replaceAll('\n', '<br>')}</p>` },
    attachments: card ? [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] : [],
    mentions: [],
    reactions: [],
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
