import { element } from './element.js';
import { server } from './server.js';

/** Puts the form of the website in the place of a chat. It is fetched once somebody looks at it. */
export function website(log) {
  const frame = element('iframe', { title: 'Feedbackformulier van de website' });
  log.replaceWith(
    element(
      'p',
      { className: 'about' },
      'Zo ziet een klager het formulier op de website. Na het versturen komt de klacht in de chat van wie haar behandelt.',
    ),
    frame,
  );
  return {
    open: () => {
      if (frame.src) return;
      frame.src = '/feedback?taal=nl';
      meet();
    },
  };
}

/** Installs the app at the officer where nobody has used it yet: until it hears from Teams, a bot does not know where that is. */
async function meet() {
  const { conversations } = await server.state();
  const officer = conversations.find(({ person }) => person?.role === 'officer');
  if (!officer || conversations.some(({ activities }) => activities.length > 0)) return;
  await server.install({ personId: officer.person.id, installed: true });
}
