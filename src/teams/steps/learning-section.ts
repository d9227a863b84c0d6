import { subjects } from '../../letters/subjects.ts';
import { type Field, optionalChoice, optionalText } from '../form/fields.ts';
import type { Setting } from './step.ts';

export const lessonLabels = { lesson: 'Leerpunt' };

/** The most characters of a lesson. */
const mostInLesson = 500;

/**
 * Makes the field for what the complaint is about: one of the list, also that of the dossier where it is not in the list any more.
 * Reads '' where none is chosen, and nothing where the field was left alone.
 */
export function subjectField({ complaint: { subject = '' } }: Setting): Field<string | undefined> {
  const words = subjects.includes(subject) || !subject ? subjects : [...subjects, subject];
  const field = optionalChoice(
    'Onderwerp',
    words.map((word) => ({ title: word, value: word })),
    'Geen onderwerp',
    {
      proposed: subject,
      hint: 'Waar gaat de klacht over? Het staat in het jaaroverzicht en niet in de brief.',
    },
  );
  return { ...field, read: (form, id) => field.read(form, id) ?? (form.has(id) ? '' : undefined) };
}

/** Makes the field for what Ballance learns from the complaint. */
export const lessonField = ({ complaint: { lesson } }: Setting) =>
  optionalText(lessonLabels.lesson, {
    multiline: true,
    most: mostInLesson,
    proposed: lesson,
    hint: 'Wat leert Ballance hiervan? Zonder namen, want ook anderen leren ervan. Het staat niet in de brief.',
  });

/** Makes the fields of what is learned, the same in every form that closes: the lesson, and the subject while there is none. */
export const learningBlock = (setting: Setting) => ({
  ...(!setting.complaint.subject && { subject: subjectField(setting) }),
  lesson: lessonField(setting),
});
