import type { HearingForm, Judgement, Manner, Origin } from '../procedure/complaint.ts';
import type { DispatchManner } from '../procedure/letter.ts';

/** Herkomst (Art. 4). */
export const originWords: Record<Origin, string> = {
  client: 'Cliënt',
  principal: 'Opdrachtgever',
  employee: 'Medewerker',
  partner: 'Samenwerkingspartner',
  other: 'Anders',
};

/** Wijze van ontvangst (Art. 4). */
export const mannerWords: Record<Manner, string> = { oral: 'Mondeling', written: 'Schriftelijk' };

/** Wijze van verzending. */
export const dispatchWords: Record<DispatchManner, string> = {
  email: 'E-mail',
  post: 'Post',
  handed: 'Overhandigd',
};

/** Oordeel (Art. 6). */
export const judgementWords: Record<Judgement, string> = {
  founded: 'Gegrond',
  'partly-founded': 'Deels gegrond',
  unfounded: 'Ongegrond',
  none: 'Geen oordeel',
};

/** Vorm van het gesprek (Art. 8). */
export const hearingFormWords: Record<HearingForm, string> = { phone: 'Telefonisch', office: 'Op kantoor' };
