import { randomUUID } from 'node:crypto';
import { maySeeDossier } from '../../procedure/access.ts';
import { isAskedBy } from '../../procedure/articles/avg-erasure.ts';
import { type CaseNumber, caseNumber } from '../../procedure/model/case-number.ts';
import type { StepCommand } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { openSteps } from '../../procedure/open-steps.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { type Agreement, erasureRequestCard } from '../cards/erasure-request.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { FormReader, type Parsed } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import type { Outcome, Press, Shown } from './button-press.ts';
import { type Form, noVersion, sendForm } from './send-form.ts';

/** "Wissen beoordelen": the second person agrees to erasure or not, also when they may not see the dossier. */

/** Shows the question to who may answer it, and to others the dossier as it is now. */
export async function askAnswerErasure({ pressed, by }: Press, office: Office): Promise<Card> {
  return question(await office.register.asked(caseNumber(pressed.number), by, 'answer-erasure'), by, office);
}

/** Handles the answer. Asks again when nothing was chosen, or when the dossier changed in between. */
export function answerErasure(press: Press, office: Office): Promise<Outcome> {
  const { by, pressed } = press;
  const { version = noVersion, form: id, input } = pressed;
  const again = async (dossier: Dossier, over: Question): Promise<Shown> => ({
    card: await question(dossier, by, office, over),
  });
  const form: Form = {
    step: 'answer-erasure',
    version,
    read: (dossier) => answerOf(input, { by, number: dossier.id }),
    done: async (dossier) => ({ card: await answered(dossier, by, office) }),
    back: {
      misfilled: (dossier) => again(dossier, { formId: id, error: missing }),
      notProcessed: (dossier, why) => again(dossier, { notice: why === 'used' ? formUsed : outOfDate }),
    },
  };
  return sendForm(form, press, office);
}

function answerOf(input: unknown, asked: { by: Person; number: CaseNumber }): Parsed<StepCommand> {
  const form = new FormReader(input);
  const read = form.parsed({ agrees: form.choice<Agreement>('agrees', ['yes', 'no'], missing) });
  if ('errors' in read) return read;
  return { value: { type: 'answer-erasure', ...asked, agrees: read.value.agrees === 'yes' } };
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

type Question = { formId?: string; error?: string; notice?: Notice };

/** Draws the question as it is for that reader now. */
export async function question(
  dossier: Dossier,
  by: Person,
  office: Office,
  { formId = randomUUID(), error, notice }: Question = {},
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
  'De kaarten van deze klacht die ik in chats toonde, worden een regel. ' +
  'Wat verder al in chats, mailboxen of mappen staat, bereik ik niet: verwijder dat zelf.';
