import { element } from './element.js';
import { icon } from './icon.js';

const device = matchMedia('(prefers-color-scheme: dark)');
const page = document.documentElement;

/** Draws the switch between light and dark. Until it is used the page follows the device. */
export function themeSwitch() {
  const title = 'Donkere weergave';
  const button = element(
    'button',
    { type: 'button', className: 'plain icon', title, 'aria-label': title },
    icon('moon'),
  );
  const chosen = localStorage.getItem('theme');
  if (chosen) page.dataset.theme = chosen;
  button.addEventListener('click', () => {
    page.dataset.theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('theme', page.dataset.theme);
    show();
  });
  device.addEventListener('change', show);
  show();

  function isDark() {
    return page.dataset.theme ? page.dataset.theme === 'dark' : device.matches;
  }
  function show() {
    button.setAttribute('aria-pressed', String(isDark()));
  }
  return button;
}
