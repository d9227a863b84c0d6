import { letterAlone } from './letter-section.ts';
import { stepForm } from './step.ts';

/** Art. 5: tells the complainant, who knows an earlier handler from a letter, who handles the complaint now. */
export const announceHandler = stepForm('announce-handler', {
  title: 'Nieuwe behandelaar melden',
  ...letterAlone('new-handler'),
  primaryIn: ['answered', 'heard'],
  draftName: 'nieuwe-behandelaar',
  intro:
    'In een eerdere brief staat iets anders over wie de klacht behandelt (artikel 5). Laat de klager weten wie het nu is. De brief zegt niet waarom.',
  done: 'De klager leest wie de klacht nu behandelt.',
});
