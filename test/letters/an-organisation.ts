import type { Organisation } from '../../src/letters/organisation.ts';
import { tryoutOrganisation } from '../../src/settings/organisation.ts';

/** Ballance as the letters of the tests name it. */
export const ballance: Organisation = { ...tryoutOrganisation, retentionYears: 5 };
