import { randomUUID } from 'node:crypto';
import { maySeeDossier } from '../../procedure/access.ts';
import { isAskedBy } from '../../procedure/articles/avg-erasure.ts';
import type { CommandOf } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { openSteps } from '../../procedure/steps.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import { FormUsed, OutOfDate } from '../../register/model/sent-form.ts';
import { type Agreement, erasureRequestCard } from '../cards/erasure-request.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { FormReader, valuesOf } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import type { Press } from './button-press.ts';

/** "Wissen beoordelen": the second person agrees to erasure or not, also when they may not see the dossier. */

/** The question, for whoever may answer it; elsewhere the dossier as it is now. */
export async function askAnswerErasure({ pressed, by }: Press, office: Office): Promise<Card> {
  return question(await office.register.asked(pressed.number, by, 'answer-erasure'), by, office);
}

/** The answer. The question comes back when nothing was chosen, or when the dossier changed in between. */
export async function answerErasure({ pressed, by }: Press, office: Office): Promise<Card> {
  const { number, version, form, input } = pressed;
  const { register } = office;
  const typed = valuesOf(input);
  try {
    const repeated = await register.alreadyProcessed(number, { by, command: 'answer-erasure', form, typed });
    if (repeated) return await answered(repeated, by, office);
  } catch (error) {
    if (!(error instanceof FormUsed)) throw error;
    return question(error.dossier, by, office, { notice: formUsed });
  }
  const dossier = await register.asked(number, by, 'answer-erasure');
  if (version !== versionOf(dossier)) return question(dossier, by, office, { notice: outOfDate });
  const reader = new FormReader(input);
  const parsed = reader.parsed({ agrees: reader.choice<Agreement>('agrees', ['yes', 'no'], missing) });
  if ('errors' in parsed) return question(dossier, by, office, { formId: form, error: missing });
  const command: CommandOf<'answer-erasure'> = {
    type: 'answer-erasure',
    by,
    number,
    agrees: parsed.value.agrees === 'yes',
  };
  try {
    return await answered(await register.execute(command, { version, form, typed }), by, office);
  } catch (error) {
    if (error instanceof OutOfDate) return question(error.dossier, by, office, { notice: outOfDate });
    if (error instanceof FormUsed) return question(error.dossier, by, office, { notice: formUsed });
    throw error;
  }
}

const missing = 'Kies of de gegevens gewist mogen worden.';

const outOfDate: Notice = {
  text: 'Deze kaart is verouderd: er is intussen iets veranderd. Dit is de stand van nu.',
  tone: 'warning',
};

const formUsed: Notice = {
  text: 'Dit formulier is al eerder verwerkt, met een ander antwoord. Wat je nu koos, is niet vastgelegd. Dit is de stand van nu.',
  tone: 'warning',
};

/** The question as it is put to somebody now. */
export async function question(
  dossier: Dossier,
  by: Person,
  office: Office,
  { formId = randomUUID(), error, notice }: { formId?: string; error?: string; notice?: Notice } = {},
): Promise<Card> {
  const { complaint } = dossier;
  const context = office.register.context();
  const sees = maySeeDossier(by, complaint, context);
  if (openSteps(by, complaint, context).includes('answer-erasure')) {
    return erasureRequestCard({ dossier, formId, own: isAskedBy(by, complaint), sees, error, notice });
  }
  if (sees) return caseOf(dossier, by, office, notice ?? outOfDate);
  throw new Refusal(complaint.hold ? 'on-hold' : 'unknown-complaint');
}

async function answered(dossier: Dossier, by: Person, office: Office): Promise<Card> {
  const { id, complaint } = dossier;
  if (complaint.erased) return noticeCard({ title: `Klacht ${id} is gewist`, text: erased, tone: 'good' });
  const text = 'Er is niets gewist: de persoonsgegevens blijven bewaard.';
  return maySeeDossier(by, complaint, office.register.context())
    ? caseOf(dossier, by, office, { text, tone: 'good' })
    : noticeCard({ title: `Klacht ${id} blijft bewaard`, text, tone: 'good' });
}

const erased =
  'De persoonsgegevens zijn uit het register. Nummer, data, oordeel en afloop blijven voor het jaarverslag. ' +
  'Wat al in chats, mailboxen of mappen staat, bereik ik niet: verwijder dat zelf.';
