import { element } from './element.js';

const nowhere = ' E-mail gaat nergens echt heen: zij komt in de Postbus op deze pagina.';

/**
 * Draws what this page is and what to do first, with one button that does it: `begin(conversation)` asks for the form in the
 * chat of a colleague. It shows as long as nobody has said anything, and so not again once it was used.
 */
export function hint({ conversations }, begin) {
  const first = conversations.find(({ person }) => person?.role === 'colleague');
  const officer = conversations.find(({ person }) => person?.role === 'officer');
  const hasMailbox = conversations.some(({ kind }) => kind === 'mailbox');
  const go = element('button', { type: 'button', className: 'plain main' }, 'Registreer een klacht');
  go.addEventListener('click', () => begin(first));
  const lines = [
    'Zo zien collega’s Klachtenbot in Teams: elke kolom hieronder is het gesprek van één persoon.',
    `Begin als ${first?.title}: registreer een klacht. Een tel later ligt zij bij ${officer?.title}, met de brief klaar.`,
    `Laat met de klok dagen voorbijgaan en zie de termijnen bewaakt.${hasMailbox ? nowhere : ''}`,
  ];
  const panel = element(
    'section',
    { className: 'hint', 'aria-label': 'Begin hier' },
    element('ol', {}, ...lines.map((line) => element('li', {}, line))),
    go,
  );

  return {
    panel,
    show({ conversations: now }) {
      panel.hidden = !first || now.some(({ activities }) => activities.length > 0);
    },
  };
}
