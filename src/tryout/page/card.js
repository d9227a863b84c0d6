/* global AdaptiveCards */

import { openDialog } from './dialog.js';
import { element } from './element.js';
import { hostConfig } from './host-config.js';
import MarkdownIt from './markdown-it.js';
import { server } from './server.js';

const md = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable('image');
const directoryOfPeople = 'graph.microsoft.com/users';

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => 'Meer knoppen';

// The renderer draws the menu of a card at the end of the page; where a dialog is open that would lie under it, so it goes inside.
document.body.appendChild = (part) => {
  (document.querySelector('dialog[open]') ?? document.body).append(part);
  return part;
};
document.body.removeChild = (part) => {
  part.remove();
  return part;
};

/** Renders Markdown as HTML. HTML in the text is shown as text; pictures from elsewhere are not fetched. */
export function markdown(text) {
  return md.render(text);
}

/**
 * Draws a card with the official renderer; calls `act` with the button that was pressed. Each card is in a form of its own, so
 * that a choice in one is no choice in another that asks the same.
 */
export function draw(json, people, act) {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  drawn.parse(withPeople(json, people));
  drawn.onExecuteAction = act;
  const form = element('form', {}, drawn.render() ?? 'Deze kaart kan niet worden getoond.');
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

/** Draws the card of an activity; its buttons reach the bot. */
export function card(activity, people, chat) {
  const notice = element('p', { className: 'notice', role: 'status', hidden: true });
  const frame = element('div', { className: 'card' });
  frame.append(
    draw(activity.card, people, (action) => run(action)),
    notice,
  );

  async function run(action) {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl') return void window.open(action.url, '_blank', 'noopener');
    if (type !== 'Action.Execute' && type !== 'Action.Submit') return;
    if (frame.ariaBusy === 'true') return;
    const acting = { personId: chat.personId(), conversationId: chat.id };
    tell('');
    frame.setAttribute('aria-busy', 'true');
    try {
      if (action.data?.msteams?.type === 'task/fetch') {
        const ask = (more) => server.task({ ...acting, activityId: activity.id, ...more });
        return await openDialog(ask, { data: action.data }, (json, act) => draw(json, people, act));
      }
      if (type === 'Action.Submit') {
        const { status } = await server.say({ ...acting, value: action.data, replyToId: activity.id });
        if (status >= 400) tell(`De bot gaf een fout (${status}).`, true);
        return;
      }
      const { id, title, verb, data } = action;
      tellAnswer(
        await server.press({ ...acting, activityId: activity.id, action: { type, id, title, verb, data } }),
      );
    } catch (problem) {
      tell(problem.message, true);
    } finally {
      frame.removeAttribute('aria-busy');
    }
  }

  function tellAnswer({ status, body }) {
    if (body?.type === 'application/vnd.microsoft.activity.message') tell(String(body.value));
    else if (body?.type === 'application/vnd.microsoft.error')
      tell(body.value?.message ?? 'Dat lukte niet.', true);
    else if (status >= 400) tell(body?.message ?? `De bot gaf een fout (${status}).`, true);
  }

  function tell(text, bad = false) {
    notice.textContent = text;
    notice.hidden = text === '';
    notice.classList.toggle('bad', bad);
  }

  return frame;
}

/** Adds everyone in the directory to a picker of people, besides the card's own choices, as Teams does. */
function withPeople(part, people) {
  if (Array.isArray(part)) return part.map((one) => withPeople(one, people));
  if (typeof part !== 'object' || part === null) return part;
  if (part.type === 'Input.ChoiceSet' && part['choices.data']?.dataset === directoryOfPeople) {
    const { 'choices.data': _, choices = [], ...rest } = part;
    const fixed = new Set(choices.map(({ value }) => value));
    const found = people
      .filter(({ id }) => !fixed.has(id))
      .map(({ id, name }) => ({ title: name, value: id }));
    return { ...rest, choices: [...choices, ...found] };
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withPeople(value, people)]));
}
