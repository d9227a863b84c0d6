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
  const chosen = element('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    tabIndex: -1,
    'aria-hidden': 'true',
  });
  const attach = element(
    'button',
    { type: 'button', className: 'icon', 'aria-label': 'Bestand sturen', title: 'Bestand sturen' },
    icon('attach'),
  );
  attach.addEventListener('click', () => chosen.click());
  chosen.addEventListener('change', async () => {
    await sendFiles([...chosen.files], false);
    chosen.value = '';
  });
  box.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    sendFiles(pasted, true);
  });
  const line = element('div', { className: 'line' }, box, attach, chosen, send);
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

  /** Sends files, with what was typed: a pasted picture is part of the message itself, as in Teams. */
  async function sendFiles(files, isPasted) {
    const text = box.value;
    box.value = '';
    await say(text, async () => {
      const ids = await Promise.all(files.map(server.keep));
      return ids.map((file, at) => ({
        id: file,
        type: files[at].type,
        pasted: isPasted && files[at].type.startsWith('image/'),
      }));
    });
  }

  async function say(text, kept = async () => undefined) {
    problem.textContent = '';
    try {
      const files = await kept();
      const { status } = await server.say({ personId: personId(), conversationId: id, text, files });
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
