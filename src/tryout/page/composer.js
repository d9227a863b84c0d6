import { element } from './element.js';
import { icon } from './icon.js';
import { server } from './server.js';

const suggestions = {
  personal: ['klacht', 'mijn klachten', 'zaken', 'help'],
  channel: ['koppel', 'overzicht'],
  mailbox: [],
  website: [],
};

/** Draws the box to type a message in, with the commands to choose from. */
export function composer({ id, kind, title }, personId) {
  const box = element('input', {
    type: 'text',
    autocomplete: 'off',
    placeholder: kind === 'channel' ? '@Klachtenbot …' : 'Typ een bericht',
    'aria-label': `Bericht van ${kind === 'channel' ? 'dit kanaal' : title}`,
  });
  const problem = element('p', { className: 'problem', role: 'alert' });
  const chips = suggestions[kind].map((text) => {
    const chip = element('button', { type: 'button', className: 'chip' }, text);
    chip.addEventListener('click', () => say(text));
    return chip;
  });
  const send = element(
    'button',
    { type: 'submit', className: 'icon', 'aria-label': 'Versturen', title: 'Versturen' },
    icon('send'),
  );
  const line = element('div', { className: 'line' }, box, send);
  const form = element(
    'form',
    { className: 'composer' },
    element('div', { className: 'chips' }, ...chips),
    problem,
    line,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (box.value.trim()) say(box.value);
    box.value = '';
  });

  async function say(text) {
    problem.textContent = '';
    try {
      const { status } = await server.say({ personId: personId(), conversationId: id, text });
      if (status >= 400) problem.textContent = `De bot gaf een fout (${status}).`;
    } catch (refusal) {
      problem.textContent = refusal.message;
    }
  }
  return {
    form,
    /** Says that, with the cursor here. */
    asks(text) {
      box.focus();
      return say(text);
    },
  };
}
