import { element } from './element.js';

/**
 * Opens a dialog as Teams shows it: modal, with a title, a cross and the bot's card. `ask` asks the bot, first with `first` and
 * then with what is sent from inside; `draw(card, act)` draws a card. Resolves when the bot has answered the first time.
 */
export async function openDialog(ask, first, draw) {
  const opener = document.activeElement;
  const log = opener?.closest('.chat')?.querySelector('.log');
  const close = element('button', { type: 'button', className: 'close', 'aria-label': 'Sluiten' }, '✕');
  const title = element('h2', { id: 'dialog-title' }, 'Klachtenbot');
  const body = element('div', { className: 'card content', tabIndex: -1 });
  const problem = element('p', { className: 'notice bad', role: 'alert', hidden: true });
  const dialog = element(
    'dialog',
    { className: 'task', 'aria-labelledby': title.id },
    element('header', {}, title, close),
    body,
    problem,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', leave);

  show(await ask(first));
  document.body.append(dialog);
  dialog.showModal();
  begin();

  /** Shows the bot's next answer: a card, or a last message. Any other answer leaves the card as it is. */
  function show({ status, body: answer }) {
    const { type, value } = answer?.task ?? {};
    if (type === 'continue') {
      title.textContent = value.title;
      dialog.dataset.height = value.height;
      body.replaceChildren(draw(value.card.content, (action) => send(action)));
    } else if (type === 'message') {
      dialog.dataset.height = 'small';
      body.replaceChildren(element('p', { className: 'word' }, value));
    } else if (status < 400 && !answer?.task) dialog.close();
    else tell(`De bot gaf een fout (${status}).`);
  }

  async function send(action) {
    const kind = action.getJsonTypeName();
    if (kind === 'Action.OpenUrl') return void window.open(action.url, '_blank', 'noopener');
    if (kind !== 'Action.Submit' || body.ariaBusy === 'true') return;
    tell('');
    body.setAttribute('aria-busy', 'true');
    try {
      show(await ask({ submit: true, data: action.data }));
      begin();
    } catch (refusal) {
      tell(refusal.message);
    } finally {
      body.removeAttribute('aria-busy');
    }
  }

  /** Moves the focus to the beginning, so that a screen reader reads the new content from there. */
  function begin() {
    body.scrollTop = 0;
    const field = body.querySelector('input, textarea, select');
    (field ?? body).focus({ preventScroll: true });
  }

  function tell(text) {
    problem.textContent = text;
    problem.hidden = text === '';
  }

  /** Returns the focus to where it was, or near it: the button that was pressed may have been replaced. */
  function leave() {
    dialog.remove();
    if (opener?.isConnected) opener.focus();
    else log?.focus({ preventScroll: true });
  }
}
