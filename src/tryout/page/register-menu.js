import { element } from './element.js';
import { icon } from './icon.js';
import { server } from './server.js';

/** How long beginning again takes at most, in milliseconds; the page is loaded anew before. */
const longest = 45_000;

const lost =
  'Alle klachten, gesprekken, brieven en bestanden van deze proefopstelling gaan verloren, en de klok gaat terug naar het begin. Dat kan niet ongedaan worden gemaakt.';

/** Draws the menu of what can be done with the whole register: `fill` has the sample played in an empty one. */
export function registerMenu(isEmpty, fill) {
  const sample = element('button', { type: 'button', className: 'plain' }, 'Vul met 12 klachten');
  const again = element('button', { type: 'button', className: 'plain' }, 'Opnieuw beginnen');
  const panel = element(
    'section',
    { className: 'register-menu', popover: 'auto', 'aria-label': 'Register' },
    sample,
    again,
  );
  const button = element(
    'button',
    { type: 'button', className: 'plain icon', title: 'Register', 'aria-label': 'Register' },
    icon('more'),
  );
  button.popoverTargetElement = panel;
  again.addEventListener('click', () => {
    panel.hidePopover();
    confirmed(button, 'Opnieuw beginnen?', lost, 'Ja, begin opnieuw', () => server.beginAgain());
  });
  sample.addEventListener('click', () => {
    panel.hidePopover();
    if (isEmpty()) return void fill();
    const words = `${lost} Daarna worden er twaalf voorbeelden ingevuld, in ongeveer twintig seconden.`;
    confirmed(button, 'Vullen met 12 klachten?', words, 'Ja, vul opnieuw', () =>
      server.beginAgain({ sample: true }),
    );
  });
  return [button, panel];
}

const tooLong =
  'Dit duurt te lang. Kijk in het venster waarin je de proefopstelling startte, en start haar opnieuw.';

/**
 * Asks whether it may be done, where "no" is the answer of who presses at once; then does it, and says why it cannot, or that
 * nothing came of it.
 */
function confirmed(opener, question, words, yes, act) {
  const problem = element('p', { className: 'notice bad', role: 'alert', hidden: true });
  const no = element('button', { type: 'button', className: 'plain main' }, 'Nee, terug');
  const go = element('button', { type: 'button', className: 'plain' }, yes);
  const title = element('h2', { id: 'question' }, question);
  const dialog = element(
    'dialog',
    { className: 'task question', 'aria-labelledby': title.id },
    element('header', {}, title),
    element('p', { className: 'word' }, words),
    problem,
    element('p', { className: 'answers' }, no, go),
  );
  function says(what) {
    problem.textContent = what;
    problem.hidden = false;
    no.disabled = false;
  }
  no.addEventListener('click', () => dialog.close());
  go.addEventListener('click', async () => {
    for (const one of [no, go]) one.disabled = true;
    try {
      await act();
      go.textContent = 'Een ogenblik …';
      setTimeout(says, longest, tooLong);
    } catch (refusal) {
      says(refusal.message);
    }
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
}
