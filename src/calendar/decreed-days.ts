import type { LocalDate } from '../procedure/articles/art02-periods.ts';

/**
 * Days equated with a public holiday by royal decree (Algemene termijnenwet, art. 3, paragraph 3). A new decree
 * appears every three years; until it is added here its days can be given as EXTRA_HOLIDAYS.
 */
export const DECREED_DAYS: readonly LocalDate[] = [
  // 2023-2025: Stcrt. 2022, 7812
  '2023-04-28',
  '2023-05-19',
  '2024-05-10',
  '2024-12-27',
  '2025-05-30',
  // 2026-2028: Stcrt. 2025, 24713
  '2026-01-02',
  '2026-05-15',
  '2027-05-07',
  '2028-04-28',
  '2028-05-26',
];
