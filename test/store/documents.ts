import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import type { Dossier, DossierIndex } from '../../src/register/model/dossier.ts';

type Index = Omit<DossierIndex, 'receiverId'> & { receiverId: string };

/** A dossier as it is stored, open unless said otherwise; its receiver is named by any word. */
export function dossier(
  id: CaseNumber,
  { receiverId: word = 'sanne', ...index }: Partial<Index> = {},
): Dossier {
  const receiverId = personId(word);
  return {
    kind: 'dossier',
    id,
    forms: [`form of ${id}`],
    complaint: {
      number: id,
      stage: 'registered',
      registeredOn: '2026-04-01',
      receiver: { id: receiverId, name: 'Sanne' },
      complainant: { name: 'Mevrouw ’t Hart-O’Neill' },
      origin: 'client',
      summary: 'Ik werd driemaal niet teruggebeld. 😡\n„Echt waar”',
      receivedOn: '2026-04-01',
      manner: 'oral',
      respondents: [],
      handledBy: [],
      letters: [],
      statementsRequested: [],
      statements: [],
      measures: [],
      hearings: [],
    },
    journal: [],
    outbox: [],
    open: true,
    ...index,
    receiverId,
  };
}

/** Texts that a careless store would change, lose or execute. */
export const hostileTexts = [
  '',
  '😀👩‍👩‍👧‍👦🏳️‍🌈',
  'שלום עליכם، مرحبا بالعالم \u202Eomgekeerd',
  `'single' "double" \`back\` \\ \\\\ \\" \\u0041`,
  '$ $.open $1 ${name} {{DATE(2026-04-01)}} ? ?1 :id @id',
  "'; DROP TABLE documents; --",
  'a\u0000b\u0001c\u007F\u2028\u2029\uFEFF',
  'half a pair \uD83D, e\u0301 is not é',
  '  white \t space \r\n kept  ',
  'x'.repeat(200_000),
];
