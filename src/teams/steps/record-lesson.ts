import { lessonField, lessonLabels, subjectField } from './learning-section.ts';
import { stepForm } from './step.ts';

/** Asks what a complaint that was remedied on the spot (Art. 1) was about and what is learned from it: every other is asked as it closes. */
export const recordLesson = stepForm('record-lesson', {
  title: 'Onderwerp en leerpunt',
  labels: lessonLabels,
  primaryIn: ['closed'],
  intro:
    'Deze klacht is meteen verholpen. Waar ging ze over, en wat leert Ballance ervan? Beide mag je leeg laten. Klopt er later iets niet? Verbeter het dan bij “Gegevens corrigeren” (ga daarvoor terug).',
  fields: (setting) => ({ subject: subjectField(setting), lesson: lessonField(setting) }),
  command: ({ subject, lesson }) => ({ subject, lesson }),
  done: 'Wat Ballance van deze klacht leert, staat in het dossier.',
  about: { 'nothing-changed': 'lesson' },
});
