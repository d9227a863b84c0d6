import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import { earliestReceipt } from '../../procedure/articles/art04-registration.ts';
import { manners, origins, type Registration } from '../../procedure/complaint.ts';
import { FormReader, type Parsed } from './form-reader.ts';
import { limits, mostRespondents } from './limits.ts';

/** The registration as the form gives it: the respondents by Entra object id, their names still to be found. */
export type RegistrationFields = Omit<Registration, 'respondents'> & { respondents: string[] };

/** Art. 4: the registration form as it was sent. */
export function parseRegistration(input: unknown, today: LocalDate): Parsed<RegistrationFields> {
  const form = new FormReader(input);
  const believable = { from: earliestReceipt(today), through: today };
  return form.parsed({
    complainant: {
      name: form.text('complainantName', 'Vul de naam van de klager in.'),
      representing: form.optional('representing'),
      email: form.email('email'),
      phone: form.optional('phone'),
      address: form.optional('address'),
    },
    origin: form.choice('origin', origins, 'Kies waar de klacht vandaan komt.'),
    branch: form.optional('branch'),
    summary: form.text('summary', 'Schrijf kort op waar de klacht over gaat.', limits.text),
    receivedOn: form.day('receivedOn', believable, 'Kies de dag waarop de klacht is ontvangen.'),
    manner: form.choice('manner', manners, 'Kies hoe de klacht is ontvangen: mondeling of schriftelijk.'),
    respondents: form.people('respondents', mostRespondents),
    experts: form.optional('experts'),
    remedied: form.toggle('remedied'),
  });
}
