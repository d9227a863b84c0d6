import type { LetterKind } from '../procedure/letter.ts';

/** What each letter is called. */
export const letterNames: Record<LetterKind, string> = {
  acknowledgement: 'ontvangstbevestiging',
  answer: 'antwoord',
  'late-objection-refused': 'bericht na de termijn',
  'hearing-invitation': 'uitnodiging voor een gesprek',
  settlement: 'verslag en afspraken',
  'court-route': 'verslag en vervolg',
  'final-decision': 'definitieve beslissing',
  withdrawal: 'bevestiging van intrekking',
};

/** What the Word file of a letter is called: 'K-2026-0001-ontvangstbevestiging.docx'. No name of a person in it. */
export const letterFileName = (number: string, kind: LetterKind): string =>
  `${number}-${letterNames[kind].replaceAll(' ', '-')}.docx`;
