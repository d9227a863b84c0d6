import type { CommandOf } from '../procedure/commands.ts';
import type { Person } from '../procedure/complaint.ts';
import type { Card } from './card.ts';
import { noticeCard } from './cards/notice.ts';
import { statementRequestCard } from './cards/statement-request.ts';
import { FormReader } from './forms/form-reader.ts';
import { limits } from './forms/limits.ts';
import { type Parsed, valuesOf } from './forms.ts';
import type { Office } from './office.ts';
import type { Pressed } from './pressed.ts';

/**
 * "Mijn verklaring": a respondent who was asked gives his side. He never sees the dossier, so his card shows no version
 * of it; it makes place for a word of thanks.
 */
export async function giveStatement(
  { number, form, input }: Pressed,
  by: Person,
  office: Office,
): Promise<Card> {
  const parsed = statementOf(input);
  if ('errors' in parsed) {
    const { complaint } = await office.register.asked(number, by, 'give-statement');
    return statementRequestCard({ complaint, formId: form, values: valuesOf(input), errors: parsed.errors });
  }
  const command: CommandOf<'give-statement'> = { type: 'give-statement', by, number, text: parsed.value };
  const { complaint } = await office.register.execute(command, { form });
  return noticeCard({
    title: 'Je verklaring is ontvangen',
    text: `Dank je wel. ${thanks(complaint.handler?.person)}`,
    tone: 'good',
  });
}

function statementOf(input: unknown): Parsed<string> {
  const form = new FormReader(input);
  return form.parsed(form.text('statement', 'Schrijf op wat er volgens jou is gebeurd.', limits.text));
}

const thanks = (handler: Person | undefined): string =>
  handler
    ? `${handler.name} behandelt de klacht, leest wat je schreef en laat je weten wat het standpunt van Ballance is.`
    : 'Wie de klacht behandelt, leest wat je schreef en laat je weten wat het standpunt van Ballance is.';
