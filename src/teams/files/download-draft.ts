import { versionOf } from '../../register/dossier.ts';
import { bytesOf, mostBytes } from '../cards/card-size.ts';
import { type DialogStep, dialogs } from '../dialogs.ts';
import { FormReader } from '../forms/form-reader.ts';
import { limits } from '../forms/limits.ts';
import { valuesOf } from '../forms.ts';
import type { Office } from '../office.ts';
import type { Shown } from '../outcome.ts';
import type { Press } from '../pressed.ts';
import { formOf, overtaken, settingOf, type Typed } from '../steps.ts';
import { consentMessage } from './file-messages.ts';
import { draftFile } from './letter-file.ts';

/**
 * "Brief downloaden" under a form: offers the letter as it stands there, to print and sign it before it is recorded as
 * sent. The form stays with everything typed; the register holds nothing of the letter yet.
 */
export async function downloadDraft(step: DialogStep, press: Press, office: Office): Promise<Shown> {
  const { pressed, by, say } = press;
  const dossier = await office.register.view(pressed.number, by);
  if (pressed.version !== versionOf(dossier)) return overtaken(step, dossier, press, office);
  const setting = settingOf(dossier, press, office);
  const values = valuesOf(pressed.input);
  const dialog = dialogs[step];
  const text = values.letter?.trim()
    ? values.letter
    : (dialog.draft?.(pressed.input, setting) ?? dialog.fields(setting).letter?.proposed);
  const again = async (typed: Typed): Promise<Shown> => ({
    card: await formOf(step, dossier, pressed.form, typed, press, office),
  });
  if (!text) {
    return again({ values, notice: { text: 'Bij deze keuze hoort geen brief.', tone: 'accent' } });
  }
  const form = new FormReader({ letter: text });
  const read = form.parsed(form.optionalText('letter', limits.letter));
  if ('errors' in read) return again({ values: { ...values, letter: text }, errors: read.errors });
  const { name, bytes } = await draftFile(dossier.id, { step, text });
  const description = `Concept van een brief bij klacht ${dossier.id}. Teams zet het bestand in je eigen OneDrive.`;
  const offer = consentMessage(
    { name, description, size: bytes.length },
    { number: dossier.id, letter: 'draft', draft: { step, text } },
  );
  if (bytesOf(offer) > mostBytes) return again({ values, errors: { letter: tooLarge } });
  await say(offer);
  return again({ values: { ...values, letter: text }, notice: { text: ready, tone: 'accent' } });
}

const tooLarge =
  'Zo past deze brief niet in een bericht van Teams, door de vele bijzondere tekens. Neem de tekst zelf over in Word, of maak hem korter.';

const ready =
  'De brief staat klaar om te downloaden: kies hieronder in de chat of je het bestand wilt. Er is nog niets verstuurd of vastgelegd.';
