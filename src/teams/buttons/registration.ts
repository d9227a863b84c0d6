import { randomUUID } from 'node:crypto';
import { earliestReceipt } from '../../procedure/articles/art04-registration.ts';
import { hasContact } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import type { RunningKind } from '../../procedure/deadlines.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { unnamedKinds } from '../../procedure/model/complainant.ts';
import { manners, origins, type Registration } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { asCorrected } from '../../register/model/as-corrected.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { asReceived } from '../../register/model/sight.ts';
import { readDossier } from '../../register/model/store.ts';
import { passedOnTo } from '../../register/notify/receipt.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { cardMessage } from '../adapter/responses.ts';
import { toTell } from '../cards/my-complaints.ts';
import type { Notice } from '../cards/notice.ts';
import { refusalText } from '../cards/refusal-text.ts';
import { registeredCard } from '../cards/registered.ts';
import { registrationForm } from '../cards/registration-form.ts';
import { forgottenCard } from '../cards/sent-files.ts';
import type { Card } from '../cards/template.ts';
import { unnamedWords } from '../cards/words.ts';
import { type FieldErrors, FormReader, type Parsed, valuesOf } from '../form/form-reader.ts';
import { mostRespondents } from '../form/text.ts';
import { toMeet } from '../office/due.ts';
import type { Office } from '../office/office.ts';
import { branchChoices, branchNamed, outsidersIn } from '../steps/ranges-and-choices.ts';
import { answersAbout, questionsAbout } from './asked-about.ts';
import type { Outcome, Press, Shown } from './button-press.ts';
import { filesOfForm, typedWithFiles } from './files.ts';

/** The registration as the form gives it: respondents by Entra object id, whose names are still to be found. */
export type RegistrationFields = Omit<Registration, 'respondents'> & { respondents: PersonId[] };

/** Reads the registration form (Art. 4) of a client of that locale. */
export function parseRegistration(
  input: unknown,
  today: LocalDate,
  locale?: string,
): Parsed<RegistrationFields> {
  const form = new FormReader(input, locale);
  const believable = { from: earliestReceipt(today), through: today };
  const typedName = form.optionalLine('complainantName');
  const unnamed = unnamedKinds.find((kind) => kind === valuesOf(input).unnamed);
  const parsed = form.parsed(
    {
      name:
        typedName ??
        (unnamed ? unnamedWords[unnamed] : form.wrong('complainantName', 'Vul de naam van de klager in.')),
      origin: form.choice('origin', origins, 'Kies waar de klacht vandaan komt.'),
      summary: form.text('summary', 'Schrijf kort op waar de klacht over gaat.'),
      receivedOn: form.day('receivedOn', believable, 'Kies de dag waarop de klacht is ontvangen.'),
      manner: form.choice('manner', manners, 'Kies hoe de klacht is ontvangen: mondeling of schriftelijk.'),
      respondents: form.people('respondents', mostRespondents),
      remedied: form.toggle('remedied'),
    },
    {
      contact: {
        representing: form.optionalLine('representing'),
        email: form.email('email'),
        phone: form.optionalLine('phone'),
        address: form.address('address'),
      },
      branch: branchNamed(form.optionalLine('branch')),
      unresolvedName: form.optionalLine('colleague'),
      experts: form.optionalLine('experts'),
    },
  );
  if ('errors' in parsed) return parsed;
  const { name, contact, ...registration } = parsed.value;
  return {
    value: { ...registration, complainant: { name, ...contact, ...(!typedName && unnamed && { unnamed }) } },
  };
}

/** Shows the form of Art. 4, new or with what was typed in it so far. */
export const askRegistration = (press: Press, office: Office): Promise<Card> =>
  formOf(press, office, {}, press.notice);

/** "Nieuwe klacht": shows the form for files that were sent, with what was typed with them; registered in it, they are put under it. */
export async function registerWithFiles(press: Press, office: Office): Promise<Card> {
  const summary = await typedWithFiles(press, office);
  if (summary === undefined) return forgottenCard;
  const input = summary ? { summary } : {};
  return formOf({ ...press, pressed: { ...press.pressed, input } }, office, {}, withFiles);
}

const withFiles: Notice = {
  text: 'Registreer de klacht: dan bewaar ik wat je stuurde daarbij. Tot dan is het nergens bewaard.',
  tone: 'accent',
};

/** Registers a complaint (Art. 4), one for each form. With errors the same form comes back with everything that was typed. */
export async function register(press: Press, office: Office): Promise<Outcome> {
  const { pressed, by, names, locale } = press;
  const parsed = parseRegistration(pressed.input, office.clock.today(), locale);
  if ('errors' in parsed) return { card: await formOf(press, office, parsed.errors) };
  if (!pressed.form) return { card: await formOf(press, office) };
  const respondents = await names(parsed.value.respondents);
  const outsiders = outsidersIn(respondents);
  if (outsiders) return { card: await formOf(press, office, { respondents: outsiders }) };
  const answered = answersAbout(
    valuesOf(pressed.input),
    { chosen: respondents, by },
    parsed.value.unresolvedName,
    office,
  );
  if (!answered) return { card: await formOf(press, office, {}, namedNotice, true) };
  const registration: Registration = { ...parsed.value, ...answered };
  const filed = await office.register.file(registration, pressed.form, by, valuesOf(pressed.input));
  switch (filed.outcome) {
    case 'saved':
    case 'repeated': {
      const { id } = filed.dossier;
      const notice = await filesOfForm(press, id, office);
      // Reads again what was put under it, which changed the dossier.
      const now = notice && (await readDossier(office.store, id));
      const card = receiptCard(now ?? filed.dossier, office, notice);
      return { card, result: card };
    }
    case 'used':
      return anotherForm(press, office, filed.dossier.id);
    case 'refused':
      return {
        card: await formOf(press, office, {}, { text: refusalText(filed.refusal), tone: 'attention' }),
      };
    default:
      return filed satisfies never;
  }
}

const namedNotice: Notice = {
  text: 'Er is nog niets geregistreerd. Er staat een naam in, en wie beklaagde is, mag de klacht niet behandelen. Geef hieronder aan over wie het gaat, en druk nog een keer op “Klacht registreren”. Wat je typte staat er nog.',
  tone: 'warning',
};

/** The deadlines that a receiver is told (Art. 5 and 6); later ones belong to the handling, and are not theirs. */
const announced: readonly RunningKind[] = ['acknowledge', 'answer'];

/** Draws the receipt: the number, to whom it is forwarded, and what is due until when. */
export function receiptCard(dossier: Dossier, office: Office, notice?: Notice): Card {
  const { complaint, journal } = dossier;
  const { handler, complainant } = complaint;
  const deadlines = toMeet(complaint, office).filter(({ kind }) => announced.includes(kind));
  const mayRead = mayReadNoted(dossier);
  const mayTell = mayRead && handler && hasContact(complainant) && deadlines.length > 0;
  return registeredCard({
    ...{ complaint, deadlines, notice },
    journal: asCorrected(journal, complaint, office.calendar),
    passedOnTo: passedOnTo(dossier),
    noted: mayRead ? asReceived(dossier) : undefined,
    told: mayTell ? toTell(complaint, deadlines, office.clock.today()) : '',
  });
}

/** Tells whether there still is what the receiver noted, and the complaint is not about them. */
const mayReadNoted = ({ complaint: { erased, receiver, respondents } }: Dossier): boolean =>
  !erased && !isAmong(receiver, respondents);

/** Sends a new form below the receipt on which it was asked for, which stays. */
export async function registerAnother(press: Press, office: Office): Promise<Outcome> {
  const blank = { ...press, pressed: { ...press.pressed, form: '', input: {} } };
  await press.sendToChat(cardMessage(await askRegistration(blank, office), 'Klacht registreren'));
  return { stays: 'Hieronder staat een nieuw formulier.', isDone: true };
}

/** Shows a new form with what was typed in one that was used before, because that is in no register. */
async function anotherForm(press: Press, office: Office, number: CaseNumber): Promise<Shown> {
  const used = `Met dit formulier is klacht ${number} al geregistreerd, met iets anders erin. Wat je nu invulde, is niet vastgelegd`;
  const text = `${used} en staat er nog. Is het een andere klacht? Kies dan “Klacht registreren”: dat wordt een tweede klacht. Hoort het bij ${number}? Geef het dan door aan wie die behandelt.`;
  const blank = { ...press, pressed: { ...press.pressed, form: randomUUID() } };
  return {
    card: await formOf(blank, office, {}, { text, tone: 'warning' }),
    instead: `${used}. Zodra de tekst korter is, krijg je een nieuw formulier.`,
  };
}

async function formOf(
  { pressed: { form, input }, by, names, locale }: Press,
  office: Office,
  errors: FieldErrors = {},
  notice?: Notice,
  asks = Object.keys(valuesOf(input)).some((id) => id.startsWith('about-')),
): Promise<Card> {
  const desk = office.register.desk();
  const chosen = await names(new FormReader(input).people('respondents', mostRespondents));
  return registrationForm({
    formId: form || randomUUID(),
    today: office.clock.today(),
    desk,
    values: valuesOf(input),
    errors,
    locale,
    branches: branchChoices(office.organisation.branches, valuesOf(input).branch),
    chosen,
    questions: asks ? questionsAbout(valuesOf(input), { chosen, by }, office) : [],
    notice,
  });
}
