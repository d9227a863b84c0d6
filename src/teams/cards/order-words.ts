import { letterNames } from '../../letters/words.ts';
import type { Dated, Milestone, OutOfOrder } from '../../procedure/model/refusal.ts';
import { longDate } from '../../time/dutch-date.ts';
import { capital } from './words.ts';

/** What has a day, as it stands in a sentence. */
const milestones: Record<Milestone, string> = {
  receipt: 'de ontvangst van de klacht',
  registration: 'de registratie van de klacht',
  statement: 'een verklaring',
  talk: 'het gesprek of de bemiddeling',
  'receipt-of-answer': 'de ontvangst van het antwoord door de klager',
  'objection-sent': 'het versturen van het bezwaar',
  objection: 'de ontvangst van het bezwaar',
  hearing: 'het gesprek',
  waiver: 'het bericht dat de klager geen gesprek wil',
  measure: 'het uitvoeren van een maatregel',
  closing: 'het sluiten van het dossier',
  satisfaction: 'de tevredenheid van de klager',
  reopening: 'het heropenen',
  'measure-moved': 'de nieuwe dag van de maatregel',
  'letter-written': 'het schrijven van de brief',
  ...letterNames,
};

/** Words why a letter cannot be from before the registration, and what to do with one that is. */
const itsNumber =
  'In de brief staat het nummer van de klacht, en dat is er pas sinds de registratie. Stuurde of gaf je eerder zelf een brief zonder nummer? Zet dan de tekst daarvan bij “Brief”.';

/** Words which two days contradict the order of the procedure. */
export const daysText = ({ earlier, later }: OutOfOrder): string =>
  `${capital(milestoneWords(later))} kan niet eerder zijn dan ${milestoneWords(earlier)}. ${earlier.what === 'registration' ? itsNumber : 'Kijk beide datums na.'}`;

const milestoneWords = ({ what, on }: Dated): string => `${milestones[what]} (${longDate(on)})`;
