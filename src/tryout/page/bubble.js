import { card, markdown } from './card.js';
import { briefly } from './clock.js';
import { element } from './element.js';
import { deliveredFile, offeredFile, sentFiles } from './file.js';
import { letter } from './letter.js';
import { messageMenu } from './message-action.js';

/** Draws one message: who, when, the text, and the card. */
export function bubbleOf(activity, people, chat) {
  const own = activity.from !== 'bot';
  const text = element('div', { className: 'text' });
  if (own) text.textContent = activity.text;
  else text.innerHTML = markdown(activity.text);
  const marks = [activity.edited > 0 && 'bewerkt', activity.notify && 'melding'].filter(Boolean);
  const meta = element('p', { className: 'meta' }, element('b', {}, activity.name), ' ');
  meta.append(element('time', { dateTime: activity.at }, briefly(activity.at)));
  for (const mark of marks) meta.append(element('span', { className: 'mark' }, mark));
  if (!activity.mail) meta.append(messageMenu(activity, people, chat));
  const body = element('div', { className: 'body' });
  if (activity.mail) body.append(letter(activity));
  else if (activity.text) body.append(text);
  if (activity.sent) body.append(sentFiles(activity.sent));
  if (activity.card) body.append(card(activity, people, chat));
  if (activity.offer) body.append(offeredFile(activity, chat));
  if (activity.file) body.append(deliveredFile(activity.file));
  const side = own ? 'own' : 'bot';
  const bubble = element(
    'article',
    { className: `bubble ${side}`, 'data-activity': activity.id },
    meta,
    body,
  );
  if (activity.card) bubble.classList.add('with-card');
  return bubble;
}
