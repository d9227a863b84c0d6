import { text } from '../form/fields.ts';
import { stepForm } from './step.ts';

const labels = { text: 'Notitie' };

/** Adds a note to the journal. */
export const addNote = stepForm('add-note', {
  title: 'Notitie toevoegen',
  labels,
  intro: 'De notitie komt in het logboek van dit dossier. De klager ziet de notitie niet.',
  fields: () => ({
    text: text(labels.text, 'Schrijf de notitie op (hoogstens 2000 tekens).', { multiline: true }),
  }),
  command: (answers) => answers,
  done: 'De notitie staat in het logboek.',
});
