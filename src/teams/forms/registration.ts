import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import { earliestReceipt } from '../../procedure/articles/art04-registration.ts';
import { manners, origins, type Registration } from '../../procedure/complaint.ts';
import { FormReader, type Parsed } from './form-reader.ts';
import { mostRespondents } from './limits.ts';

/** The registration as the form gives it: the respondents by Entra object id, their names still to be found. */
export type RegistrationFields = Omit<Registration, 'respondents'> & { respondents: string[] };

/** Art. 4: the registration form as it was sent by a client of that locale. */
export function parseRegistration(
  input: unknown,
  today: LocalDate,
  locale?: string,
): Parsed<RegistrationFields> {
  const form = new FormReader(input, locale);
  const believable = { from: earliestReceipt(today), through: today };
  return form.parsed({
    complainant: {
      name: form.line('complainantName', 'Vul de naam van de klager in.'),
      representing: form.optionalLine('representing'),
      email: form.email('email'),
      phone: form.optionalLine('phone'),
      address: form.address('address'),
    },
    origin: form.choice('origin', origins, 'Kies waar de klacht vandaan komt.'),
    branch: form.optionalLine('branch'),
    summary: form.text('summary', 'Schrijf kort op waar de klacht over gaat.'),
    receivedOn: form.day('receivedOn', believable, 'Kies de dag waarop de klacht is ontvangen.'),
    manner: form.choice('manner', manners, 'Kies hoe de klacht is ontvangen: mondeling of schriftelijk.'),
    respondents: form.people('respondents', mostRespondents),
    experts: form.optionalLine('experts'),
    remedied: form.toggle('remedied'),
  });
}
