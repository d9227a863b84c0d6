import { randomUUID } from 'node:crypto';
import type { CommandOf } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { FormUsed } from '../../register/model/sent-form.ts';
import { asAsked } from '../../register/model/sight.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import { statementRequestCard } from '../cards/respondent.ts';
import type { Card } from '../cards/template.ts';
import { type FieldErrors, FormReader, type Parsed, valuesOf } from '../form/form-reader.ts';
import { limits } from '../form/text.ts';
import type { Office } from '../office/office.ts';
import type { Pressed } from './button-press.ts';

/**
 * "Mijn verklaring": a respondent who was asked gives their side. They never see the dossier: their card stays as it was when
 * they were asked, and makes place for a word of thanks that names nobody, for either would tell what came of it since.
 */
export async function giveStatement(
  { number, form, input }: Pressed,
  by: Person,
  office: Office,
): Promise<Card> {
  const typed = valuesOf(input);
  const again = async (formId: string, why: { errors: FieldErrors } | { notice: Notice }): Promise<Card> => {
    const { complaint } = asAsked(await office.register.asked(number, by, 'give-statement'), by);
    return statementRequestCard({ complaint, formId, values: typed, ...why });
  };
  const parsed = statementOf(input);
  if ('errors' in parsed) return again(form, parsed);
  const command: CommandOf<'give-statement'> = { type: 'give-statement', by, number, ...parsed.value };
  try {
    await office.register.execute(command, { form, typed });
  } catch (error) {
    if (error instanceof FormUsed) return again(randomUUID(), { notice: formUsed });
    throw error;
  }
  return noticeCard({ title: 'Je verklaring is ontvangen', text: thanks, tone: 'good' });
}

const formUsed: Notice = {
  text: 'Je eerdere verklaring is al ontvangen. Wat je nu typte, is niet verstuurd en staat er nog. Moet het er ook bij? Verstuur het dan als aanvulling.',
  tone: 'warning',
};

const thanks =
  'Dank je wel. Wie de klacht behandelt, leest wat je schreef en laat je weten wat het standpunt van Ballance is.';

function statementOf(input: unknown): Parsed<{ text: string }> {
  const form = new FormReader(input);
  return form.parsed({
    text: form.text('statement', 'Schrijf op wat er volgens jou is gebeurd.', limits.text),
  });
}
