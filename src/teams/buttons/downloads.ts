import { letterNames } from '../../letters/words.ts';
import { presentDocuments } from '../../procedure/articles/documents.ts';
import { caseNumber } from '../../procedure/model/case-number.ts';
import type { Letter } from '../../procedure/model/letter.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { openSteps } from '../../procedure/open-steps.ts';
import { type HearingFile, hearingHeld } from '../../register/hearing-file.ts';
import { type Dossier, isOutdated } from '../../register/model/dossier.ts';
import { hearingsTold } from '../../register/notify/hearing-messages.ts';
import { bytesOf, mostBytes } from '../cards/card-size.ts';
import { fileChoiceCard } from '../cards/file-choice.ts';
import { hearingCard, hearingHeldCard, hearingOffCard } from '../cards/hearing.ts';
import type { Notice } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { consentMessage } from '../files/consent-card.ts';
import { draftFile, hearingFile, letterFile } from '../files/documents.ts';
import { disclosureOffered, dossierFileName } from '../files/dossier-file.ts';
import { meantId } from '../form/bsn.ts';
import { FormReader, valuesOf } from '../form/form-reader.ts';
import { withNames } from '../office/names.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import { type FormStep, stepForms } from '../steps/all-steps.ts';
import { mostOfLetter } from '../steps/reader-texts.ts';
import type { Press, Shown } from './button-press.ts';
import { draftId, letterKept } from './letter-in-form.ts';
import { type FormState, formOf, settingOf } from './step-form.ts';
import { overtaken } from './submit-step.ts';

/** "Brief downloaden": offers the letter as a Word file; asks which if there are several. */
export async function askDownload(press: Press, office: Office): Promise<Card> {
  const dossier = await office.register.view(caseNumber(press.pressed.number), press.by);
  const { letters } = dossier.complaint;
  const [first] = letters;
  if (!first || letters.length === 1) return offer(first, dossier, press, office);
  return fileChoiceCard({ number: dossier.id, letters });
}

/** Offers the letter that was chosen. */
export async function download(press: Press, office: Office): Promise<Card> {
  const dossier = await office.register.view(caseNumber(press.pressed.number), press.by);
  const chosen = Number(press.pressed.input.letter);
  return offer(
    dossier.complaint.letters.find(({ id }) => id === chosen),
    dossier,
    press,
    office,
  );
}

async function offer(
  letter: Letter | undefined,
  dossier: Dossier,
  { by, sendToChat }: Press,
  office: Office,
): Promise<Card> {
  if (!letter) {
    return caseOf(dossier, by, office, {
      text: 'Deze brief is er niet meer.',
      tone: 'warning',
    });
  }
  const { name, bytes } = await letterFile(dossier.id, letter, office);
  const description = `Brief (${letterNames[letter.kind]}) bij klacht ${dossier.id}. Teams zet het bestand in je eigen OneDrive.`;
  await sendToChat(
    consentMessage({ name, description, size: bytes.length }, { number: dossier.id, letter: letter.id }),
  );
  return caseOf(dossier, by, office, {
    text: 'De brief staat klaar om te downloaden. Kies hieronder of je het bestand wilt.',
    tone: 'good',
  });
}

/** "Dossier als bestand": offers the whole dossier as one ZIP, which is made and journalled once it is accepted. Refuses who does not handle it. */
export async function exportDossier({ pressed, by, sendToChat }: Press, office: Office): Promise<Card> {
  const dossier = await office.register.view(caseNumber(pressed.number), by);
  if (!openSteps(by, dossier.complaint, office.register.context()).includes('export-dossier'))
    throw new Refusal('not-the-handler', 5);
  const size = presentDocuments(dossier.complaint).reduce((sum, one) => sum + one.size, withoutDocuments);
  const description = `Het hele dossier van klacht ${dossier.id} in één ZIP, ook wat anderen verklaarden. Alleen voor een advocaat of de rechter. Teams zet het bestand in je eigen OneDrive.`;
  const name = dossierFileName(dossier.id);
  await sendToChat(consentMessage({ name, description, size }, { number: dossier.id, letter: 'dossier' }));
  return caseOf(dossier, by, office, {
    text: 'Het dossier staat klaar om te downloaden. Kies hieronder of je het bestand wilt. Neem je het aan, dan staat dat in het logboek.',
    tone: 'good',
  });
}

/** About how large a dossier is as a file, without its documents, in bytes: what Teams shows before it is made. */
const withoutDocuments = 200_000;

/** "Inzage": offers everything that a dossier holds about the complainant as a Word file, to be given to them. */
export async function disclose({ pressed, by, sendToChat }: Press, office: Office): Promise<Card> {
  const dossier = await office.register.disclosed(caseNumber(pressed.number), by);
  const { name, size } = await disclosureOffered(dossier, office);
  const description = `Inzage in klacht ${dossier.id}, voor de klager. Teams zet het bestand in je eigen OneDrive.`;
  await sendToChat(consentMessage({ name, description, size }, { number: dossier.id, letter: 'disclosure' }));
  return caseOf(dossier, by, office, { text: disclosureReady, tone: 'good' });
}

/**
 * "In agenda zetten" and "Uit agenda halen": offers the hearing (Art. 8) for a calendar, as it stands now, to who must be there or was told
 * of it. The card follows what it offers.
 */
export async function offerHearing({ pressed, by, sendToChat }: Press, office: Office): Promise<Card> {
  const { register, organisation } = office;
  const stored = await register.toldOfHearing(caseNumber(pressed.number), by);
  const { name, bytes, method } = await hearingFile(stored, by, office);
  const { id, complaint } = await withNames(stored, office);
  const description = 'Een afspraak voor je agenda. Teams zet het bestand in je eigen OneDrive.';
  await sendToChat(
    consentMessage(
      { name, description, size: bytes.length },
      { number: id, letter: method === 'REQUEST' ? 'hearing' : 'hearing-off' },
    ),
  );
  const shown = { complaint, reader: by, view: register.context(), organisation };
  const notice: Notice = { text: hearingReady[method], tone: 'good' };
  const held = hearingHeld(stored);
  if (method === 'REQUEST')
    return held ? hearingHeldCard(id, held, notice) : hearingCard(shown, 'offered', notice);
  const told = hearingsTold(by, stored);
  const moments = told.length === 0 && complaint.appointment ? [complaint.appointment] : told;
  if (moments.length === 0) throw new Refusal('unknown-complaint');
  return hearingOffCard(shown, moments, notice);
}

const hearingReady: Record<HearingFile['method'], string> = {
  REQUEST:
    'De afspraak staat klaar als bestand. Kies hieronder of je het wilt. Open het daarna: dan zet je agenda de afspraak erin.',
  CANCEL:
    'De afmelding staat klaar als bestand. Kies hieronder of je het wilt. Open het daarna: dan haalt je agenda de afspraak weg.',
};

const disclosureReady =
  'Het overzicht voor de klager staat klaar. Notities, verklaringen van anderen en hun namen staan er niet in. ' +
  'Lees het na voor je het geeft: in teksten die je zelf schreef, kan nog een naam staan.';

/**
 * "Brief downloaden" under a form: offers the letter as it is in the form, to print and sign it before it is recorded as
 * sent. The form stays with everything typed, because the register does not hold that letter yet.
 */
export async function downloadDraft(step: FormStep, press: Press, office: Office): Promise<Shown> {
  const { pressed, by, sendToChat } = press;
  const dossier = await office.register.forStep(caseNumber(pressed.number), by, step);
  if (isOutdated(pressed.version, dossier)) return overtaken(step, dossier, press, office);
  const setting = await settingOf(dossier, press, office.register.context(), office);
  const values = valuesOf(pressed.input);
  const stepForm = stepForms[step];
  const kept = letterKept(stepForm, pressed, setting);
  const written =
    stepForm.fields(setting).letter && values.letter?.trim()
      ? values.letter
      : stepForm.draft?.(pressed.input, setting);
  const text = kept?.letter ?? written;
  const again = async (typed: FormState): Promise<Shown> => ({
    card: await formOf(step, dossier, pressed.form, typed, press, office),
  });
  if (kept?.differs) {
    const { letter, made, differs } = kept;
    return again({ values: { ...values, letter }, made, errors: { letter: differs } });
  }
  if (!text) {
    return again({ values, notice: { text: 'Bij deze keuze hoort geen brief.', tone: 'accent' } });
  }
  const form = new FormReader({ letter: text, [meantId]: 'true' });
  const read = form.parsed({ letter: form.text('letter', '', mostOfLetter(dossier.complaint)) });
  if ('errors' in read) return again({ values: { ...values, letter: text }, errors: read.errors });
  const { name, bytes } = await draftFile(dossier.id, { step, text }, office);
  const description = `Concept van een brief bij klacht ${dossier.id}. Teams zet het bestand in je eigen OneDrive.`;
  const offer = consentMessage(
    { name, description, size: bytes.length },
    { number: dossier.id, letter: 'draft', draft: { step, text } },
  );
  if (bytesOf(offer) > mostBytes) return again({ values, errors: { letter: tooLarge } });
  await sendToChat(offer);
  const made = values.letter?.trim() ? pressed.made : draftId(text);
  return again({ values: { ...values, letter: text }, made, notice: { text: draftReady, tone: 'accent' } });
}

const tooLarge =
  'Zo past deze brief niet in een bericht van Teams, door de vele bijzondere tekens. Neem de tekst zelf over in Word, of maak hem korter.';

const draftReady =
  'De brief staat klaar om te downloaden: kies hieronder in de chat of je het bestand wilt. Er is nog niets verstuurd of vastgelegd.';
