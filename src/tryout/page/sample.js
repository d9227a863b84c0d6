import { element } from './element.js';
import { server } from './server.js';

/**
 * Draws how far the sample is while twelve complaints are played, and then one button to look at them: `look(conversation)` asks
 * for the list in the chat of the officer. `begin` has them played in an empty register.
 */
export function sample({ conversations }, look) {
  const officer = conversations.find(({ person }) => person?.role === 'officer');
  const words = element('p', { role: 'status' });
  const progress = element('progress', { 'aria-label': 'Hoe ver het invullen is' });
  const see = element('button', { type: 'button', className: 'plain main', hidden: true }, 'Bekijk de zaken');
  const panel = element(
    'section',
    { className: 'hint', 'aria-label': 'Voorbeelden', hidden: true },
    words,
    progress,
    see,
  );
  see.addEventListener('click', () => {
    panel.hidden = true;
    look(officer);
  });

  function show(now) {
    if (!now) return;
    const { done, of, failed } = now;
    panel.hidden = false;
    progress.max = of;
    progress.value = done;
    progress.hidden = Boolean(failed) || done === of;
    see.hidden = done < of;
    if (failed) words.textContent = `Het invullen ging niet verder: ${failed}`;
    else if (done < of)
      words.textContent = `Er worden twaalf klachten ingevuld, van de afgelopen maanden tot vandaag. Stap ${done} van ${of} …`;
    else words.textContent = 'Klaar: er staan twaalf klachten in het register, elk in een andere fase.';
  }

  return {
    panel,
    show,
    async begin() {
      show({ done: 0, of: 1 });
      await server
        .beginAgain({ sample: true })
        .catch((refusal) => show({ done: 0, of: 1, failed: refusal.message }));
    },
  };
}
