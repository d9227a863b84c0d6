import { server } from './server.js';

const amsterdam = 'Europe/Amsterdam';
const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: amsterdam });
const hour = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: amsterdam });
const isoDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: amsterdam });
const brief = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: amsterdam,
});

/** Writes a moment: 'ma 23 nov 09:00'. */
export function briefly(instant) {
  return brief.format(new Date(instant)).replace(',', '');
}

/** Draws the clock of the try-out: shows its running time, and lets people move it. */
export function clock(form) {
  const now = form.querySelector('.now');
  const said = form.querySelector('.said');
  const input = form.querySelector('input');
  let ahead = 0;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    move({ to: input.value });
  });
  for (const button of form.querySelectorAll('[data-step]')) {
    button.addEventListener('click', () => move({ step: button.dataset.step }));
  }
  const unfold = form.querySelector('.unfold');
  unfold.addEventListener('click', () => {
    unfold.setAttribute('aria-expanded', String(unfold.ariaExpanded !== 'true'));
  });
  setInterval(tick, 5000);

  async function move(wish) {
    busy(true);
    said.textContent = 'De tijd loopt …';
    try {
      show(await server.clock(wish));
      said.textContent = '';
    } catch (problem) {
      said.textContent = problem.message;
    } finally {
      busy(false);
    }
  }

  function busy(on) {
    form.setAttribute('aria-busy', String(on));
    for (const control of form.elements) if (control.matches('button, input')) control.disabled = on;
  }

  function show(state) {
    ahead = Date.parse(state.now) - Date.now();
    tick();
  }

  function tick() {
    const instant = new Date(Date.now() + ahead);
    const text = `${day.format(instant)}, ${hour.format(instant)}`;
    if (now.textContent !== text) now.textContent = text;
    input.min = isoDay.format(instant);
    if (!input.value || input.value < input.min) input.value = input.min;
  }

  return { show };
}
