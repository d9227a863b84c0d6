import { randomUUID } from 'node:crypto';
import { askedAboutIn, supplemented } from '../../procedure/articles/art04-supplement.ts';
import { caseNumber } from '../../procedure/model/case-number.ts';
import type { Context, StepCommand } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { Refusal, type RefusalCode } from '../../procedure/model/refusal.ts';
import { obstacleTo } from '../../procedure/open-steps.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import { asReceived } from '../../register/model/sight.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import { refusalText } from '../cards/refusal-text.ts';
import { forAnother } from '../cards/registered.ts';
import { questionOf } from '../cards/registration-form.ts';
import { closedNotice, readBy, supplementCard, supplementLabels, tooLong } from '../cards/supplement.ts';
import { type Card, follows } from '../cards/template.ts';
import { address, choice, email, optionalText, text, typedIn } from '../form/fields.ts';
import { type FieldErrors, FormReader, type Parsed, valuesOf } from '../form/form-reader.ts';
import { limits } from '../form/text.ts';
import type { Office } from '../office/office.ts';
import type { Outcome, Press, Shown } from './button-press.ts';
import { keptText } from './kept-text.ts';
import { receiptCard } from './registration.ts';
import { type Form, sendForm } from './send-form.ts';

/**
 * "Aanvullen" (Art. 4): the receiver adds to what they registered. They never see the dossier: the form has what they wrote
 * themselves, and whatever keeps it from being sent is said in the same words, which tell nothing of the handling.
 */

/** Shows the form with what the receiver noted so far. */
export async function askSupplement(press: Press, office: Office): Promise<Card> {
  try {
    const dossier = await office.register.asked(caseNumber(press.pressed.number), press.by, 'supplement');
    const values = valuesOf(press.pressed.input);
    if (obstacleTo('supplement', dossier.complaint)) {
      if (!sees(dossier, press.by)) return tooLate(press);
      return keptText(press).length === 0
        ? receiptCard(dossier, office, closedNotice(dossier.complaint))
        : closed(press, dossier);
    }
    return formOf(dossier, press, office, Object.keys(values).length > 0 ? { values } : {});
  } catch (error) {
    return hidden(error, press);
  }
}

/** Handles what was added; answers with the receipt as it is now. */
export async function supplement(press: Press, office: Office): Promise<Outcome> {
  const { pressed, by, locale } = press;
  const values = valuesOf(pressed.input);
  const again = async (dossier: Dossier, over: Over): Promise<Shown> => ({
    card: formOf(dossier, press, office, { values, ...over }),
  });
  const form: Form = {
    step: 'supplement',
    read: (dossier, context) => commandOf(pressed.input, dossier, { by, context, locale }),
    done: async (dossier) => {
      const result = dossier.complaint.handler || sees(dossier, by) ? added : addedForNobody;
      const card = sees(dossier, by) ? receiptCard(dossier, office, addedNotice(dossier)) : result;
      return { card, result };
    },
    back: {
      misfilled: (dossier, errors) => again(dossier, { errors }),
      notProcessed: (dossier) => again(dossier, { formId: randomUUID(), notice: formUsed }),
      refused: async (dossier, refusal) => {
        if (hiding.includes(refusal.code) && sees(dossier, by)) return { card: closed(press, dossier) };
        if (refusal.code !== 'nothing-changed') return { card: hidden(refusal, press) };
        return again(dossier, { notice: { text: refusalText(refusal), tone: 'warning' } });
      },
    },
  };
  try {
    return await sendForm(form, press, office);
  } catch (error) {
    return { card: hidden(error, press) };
  }
}

/** Tells whether the receiver still is no more than that: they may have said that it is about themselves. */
const sees = ({ complaint }: Dossier, { id }: Person): boolean =>
  complaint.receiver.id === id && !complaint.respondents.some((one) => one.id === id);

const added = noticeCard({
  title: 'De klacht is aangevuld',
  text: 'Wie de klacht behandelt, krijgt er bericht van. Wat er stond, blijft in het dossier bewaard. Je hoeft niets meer te doen.',
  tone: 'good',
});

/** Says so to a receiver who said that it is about themselves too, so that nobody may handle it any more. */
const addedForNobody = noticeCard({
  title: 'De klacht is aangevuld',
  text: `Niemand mag haar nu behandelen: ze gaat over iedereen die dat zou mogen (artikel 5). ${forAnother}`,
  tone: 'warning',
});

/** Says which fields the receiver added to last. */
function addedNotice({ journal, complaint }: Dossier): Notice {
  const { receiver } = complaint;
  const last = journal.findLast(
    ({ type, erasable }) => type === 'facts-corrected' && erasable?.by?.id === receiver.id,
  );
  const event = last && eventOf(last);
  const { from, to } = event?.type === 'facts-corrected' ? event.personal : { from: {}, to: {} };
  const changed = (['email', 'phone', 'address'] as const).filter(
    (id) => to.complainant?.[id] !== from.complainant?.[id],
  );
  const ids = [...changed, ...(to.summary === undefined ? [] : (['summary'] as const))];
  const words = ids.map((id) => supplementLabels[id].toLowerCase()).join(', ');
  return {
    text: `Aangevuld: ${words}. ${readBy(complaint)}`,
    tone: 'good',
  };
}

const formUsed: Notice = {
  text: 'Dit formulier is al eerder verwerkt. Wat je nu typte, is niet vastgelegd en staat er nog. Moet het er ook bij? Verstuur het dan opnieuw.',
  tone: 'warning',
};

/** Says so to who registered it, over what they typed, with a way back to the receipt. */
const closed = (press: Press, dossier: Dossier): Card =>
  noticeCard({
    ...closedNotice(dossier.complaint),
    title: 'Aanvullen kan niet meer',
    typed: keptText(press),
    buttons: [{ title: 'Terug naar wat is genoteerd', verb: 'ask-supplement', data: { number: dossier.id } }],
  });

const tooLate = (press: Press): Card =>
  noticeCard({
    title: 'Aanvullen kan nu niet',
    text: 'Aanvullen kan alleen als jij de klacht hebt geregistreerd, en totdat de ontvangst aan de klager is bevestigd. Er is niets vastgelegd. Weet je nog iets? Geef het door aan de klachtenfunctionaris.',
    tone: 'warning',
    typed: keptText(press),
  });

const hiding: readonly RefusalCode[] = [
  'unknown-complaint',
  'not-the-handler',
  'not-now',
  'closed',
  'letter-waits',
];

/** Says of every obstacle the same, so that it tells nothing of the handling, nor that somebody became a respondent. */
function hidden(error: unknown, press: Press): Card {
  if (error instanceof Refusal && hiding.includes(error.code)) return tooLate(press);
  throw error;
}

const answers = ['yes', 'no'] as const;
type Answer = (typeof answers)[number];

/** Makes the fields, with a question about each person at the desk whom what is added newly names. */
function fieldsOf(dossier: Dossier, values: Record<string, string>, context: Context) {
  const { complainant, summary: before } = asReceived(dossier);
  const written = new FormReader(values).optionalText('summary') ?? before;
  const named =
    written === before
      ? []
      : askedAboutIn(
          written,
          dossier.complaint,
          context,
          (person) => values[questionOf(person)] !== undefined,
        );
  return {
    facts: {
      email: email(supplementLabels.email, { proposed: complainant.email }),
      phone: optionalText(supplementLabels.phone, { proposed: complainant.phone }),
      address: address(supplementLabels.address, { proposed: complainant.address }),
      summary: text(supplementLabels.summary, 'Schrijf kort op waar de klacht over gaat.', {
        multiline: true,
        proposed: before,
      }),
    },
    questions: named.map((person) => ({
      person,
      field: choice<Answer>(
        `Gaat de klacht over ${person.name}?`,
        'Geef aan of de klacht over deze collega gaat.',
        [
          { title: 'Ja', value: 'yes' },
          { title: 'Nee', value: 'no' },
        ],
      ),
    })),
  };
}

function commandOf(
  input: unknown,
  dossier: Dossier,
  { by, context, locale }: { by: Person; context: Context; locale: string | undefined },
): Parsed<StepCommand> {
  const form = new FormReader(input, locale);
  const { facts, questions } = fieldsOf(dossier, valuesOf(input), context);
  const typed = typedIn(facts, form);
  const answered = questions.map(({ person, field }) => ({
    person,
    answer: field.read(form, questionOf(person)),
  }));
  const saying = (one: Answer) => answered.flatMap(({ person, answer }) => (answer === one ? [person] : []));
  const { complainant, summary: from } = asReceived(dossier);
  const summary = typed.summary && supplemented(dossier.complaint.summary, { from, to: typed.summary });
  const excess = [...(summary ?? '')].length - limits.text;
  if (summary !== dossier.complaint.summary && excess > 0)
    form.wrong('summary', tooLong(excess, dossier.complaint));
  const before = { ...complainant, summary: dossier.complaint.summary };
  const now = { ...typed, summary };
  const to = Object.fromEntries(
    (['email', 'phone', 'address', 'summary'] as const)
      .filter((id) => now[id] !== before[id])
      .map((id) => [id, now[id]]),
  );
  return form.parsed({
    type: 'supplement',
    ...{ by, number: dossier.id, to },
    ...{ about: saying('yes'), notAbout: saying('no') },
  });
}

type Over = { values?: Record<string, string>; errors?: FieldErrors; notice?: Notice; formId?: string };

function formOf(
  dossier: Dossier,
  { pressed, locale }: Press,
  { register }: Office,
  { formId = pressed.form || randomUUID(), ...over }: Over,
): Card {
  const { facts, questions } = fieldsOf(dossier, over.values ?? {}, register.context());
  const asked = Object.fromEntries(questions.map(({ person, field }) => [questionOf(person), field]));
  const card = supplementCard({
    number: dossier.id,
    isHandled: dossier.complaint.handler !== undefined,
    complainant: asReceived(dossier).complainant.name,
    formId,
    fields: { ...facts, ...asked },
    locale,
    ...over,
  });
  return follows(card, {
    shows: 'form',
    number: dossier.id,
    version: versionOf(dossier),
    form: 'supplement',
  });
}
