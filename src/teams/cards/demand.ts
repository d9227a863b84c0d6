import { bothSidesHeard } from '../../procedure/articles/art00-both-sides.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import type { Step } from '../../procedure/open-steps.ts';
import type { Running } from '../../procedure/running.ts';

/** What a running deadline demands of whoever handles the complaint. */
export function demandOf(
  { kind, measure: id, dueOn }: Running,
  complaint: Complaint,
  today: LocalDate,
): string {
  switch (kind) {
    case 'forward':
      return 'Geef de klacht vandaag nog door aan de klachtenfunctionaris.';
    case 'acknowledge':
      return 'Bevestig de klager schriftelijk dat de klacht ontvangen is.';
    case 'answer':
      return bothSidesHeard(complaint)
        ? 'Beide kanten zijn gehoord. Zorg dat de klager een schriftelijk antwoord heeft.'
        : 'Hoor beide kanten en zorg dat de klager een schriftelijk antwoord heeft.';
    case 'objection':
      return today > dueOn
        ? 'Er is geen bezwaar vastgelegd. Sluit het dossier, of leg een laat bezwaar vast.'
        : 'Wacht af of de klager het eens is met het antwoord.';
    case 'hearing':
      return complaint.stage === 'objected'
        ? 'Bied de klager een gesprek aan om de klacht mondeling toe te lichten.'
        : 'Houd het gesprek en leg het vast.';
    case 'decision':
      return 'De directie beslist. Zorg dat de klager de beslissing heeft.';
    case 'measure': {
      const measure = complaint.measures.find((one) => one.id === id);
      return `Zorg dat deze maatregel wordt uitgevoerd en vink die dan af. ${measure?.owner}: “${measure?.what}”`;
    }
    default:
      return kind satisfies never;
  }
}

/** The step with which the stage goes on, if there is one that the articles ask for. */
export function demandedStep({ stage }: Complaint, steps: readonly Step[]): Step | undefined {
  const demanded: Record<Complaint['stage'], Step | undefined> = {
    registered: 'acknowledge',
    acknowledged: 'answer',
    answered: 'close',
    objected: 'offer-hearing',
    'hearing-offered': 'record-hearing',
    heard: undefined,
    waived: steps.includes('decide') ? 'decide' : 'close',
    closed: 'complete-measure',
  };
  const step = demanded[stage];
  return step && steps.includes(step) ? step : undefined;
}
