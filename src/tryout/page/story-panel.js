import { element } from './element.js';
import { tempos } from './tempo.js';

const intro =
  'Kijk mee hoe een klacht verloopt, van de melding tot de afdoening. Het verhaal drukt zelf op de knoppen en begint met een nieuwe klacht in het register zoals het nu is. De klok gaat alleen vooruit, ongeveer een maand. Doe je zelf iets, dan stopt het.';

/** Draws the bar in which the story says what happens, with its buttons. `on` says what each does. */
export function storyPanel(on) {
  const place = element('p', { className: 'place' });
  const caption = element('p', { className: 'caption', role: 'status' });
  const progress = element('progress', { 'aria-label': 'Hoe ver het verhaal is', hidden: true });
  const button = (words, act, className = 'plain') => {
    const made = element('button', { type: 'button', className }, words);
    made.addEventListener('click', act);
    return made;
  };
  const begin = button('Begin', on.begin, 'plain main');
  const pause = button('Pauze', on.pause);
  const next = button('Volgende stap', on.next);
  const stop = button('Stop', on.stop);
  const close = button('Sluiten', on.close);
  const tempo = element('select', { className: 'plain', id: 'tempo' });
  for (const name of Object.keys(tempos)) {
    tempo.append(element('option', { value: name, selected: name === 'Gewoon' }, name));
  }
  const section = element(
    'section',
    { className: 'story', 'aria-label': 'Verhaal', hidden: true },
    element('div', { className: 'told' }, place, caption, progress),
    element(
      'div',
      { className: 'controls' },
      begin,
      pause,
      next,
      stop,
      close,
      element('label', { htmlFor: 'tempo' }, 'Tempo'),
      tempo,
    ),
  );

  function show(state) {
    section.dataset.state = state;
    const playing = state === 'playing' || state === 'held';
    for (const one of [pause, next, stop]) one.hidden = !playing;
    for (const one of [begin, close]) one.hidden = playing;
    progress.hidden = !playing;
    pause.textContent = state === 'held' ? 'Verder' : 'Pauze';
    begin.textContent = state === 'ready' ? 'Begin' : 'Nog een keer';
  }

  function say(where, text) {
    place.textContent = where;
    caption.textContent = text;
  }

  return {
    section,
    tempo: () => tempos[tempo.value],
    show,
    say,
    /** Opens the bar, ready to begin, with what the story will do. */
    open() {
      show('ready');
      say('Het verhaal van een klacht', intro);
      section.hidden = false;
      begin.focus();
    },
    step(number, of) {
      progress.max = of;
      progress.value = number;
    },
    focus: () => (pause.hidden ? close : pause).focus(),
  };
}
