import type { TurnContext } from 'botbuilder';
import type { Person } from '../../procedure/complaint.ts';
import { Refusal } from '../../procedure/refusal.ts';
import { cardMessage } from '../answer.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Office } from '../office.ts';
import { refusalText } from '../refusals.ts';
import { caseFile } from './case-file.ts';
import { type ConsentAnswer, consentAnswerOf } from './consent-answer.ts';
import { type FileContext, fileInfoMessage } from './file-messages.ts';
import { maySendTo, upload } from './upload.ts';

/** Offers of which the answer is remembered: Teams repeats one that takes long, within seconds. */
const remembered = 200;

export type FileConsent = (context: TurnContext, by: Person) => Promise<void>;

/**
 * Takes the answer to the offer of a file: on "accept" whoever may still have it gets the file in the place
 * that Teams made for it, and the offer makes room for the file; otherwise for a word of what can be done. The same
 * answer again does nothing. `plain`: also unencrypted to this machine, for the try-out.
 */
export function fileConsent(office: Office, plain: boolean): FileConsent {
  const taken = new Set<string>();

  function isRepeated(offer: string): boolean {
    if (taken.has(offer)) return true;
    taken.add(offer);
    for (const oldest of taken.values().take(Math.max(0, taken.size - remembered))) taken.delete(oldest);
    return false;
  }

  return async (context, by) => {
    const answer = consentAnswerOf(context.activity.value);
    if (!answer || isRepeated(context.activity.replyToId ?? answer.upload?.uploadUrl ?? '')) return;
    try {
      if (!answer.upload) return await replace(context, answer.context);
      await store(answer, by);
      await context.sendActivity(fileInfoMessage(answer.upload));
      if (context.activity.replyToId) await context.deleteActivity(context.activity.replyToId);
    } catch (error) {
      if (!(error instanceof Refusal)) office.log.fault('file not downloaded', error);
      await replace(
        context,
        answer.context,
        error instanceof Refusal ? refusalText(error) : failed(answer.context),
      );
    }
  };

  /** The answer says which file, so whether it may be had is asked again. */
  async function store({ context, upload: place }: ConsentAnswer, by: Person): Promise<void> {
    const { bytes } = await caseFile(context, by, office);
    if (!place) throw new Refusal('unknown-complaint');
    if (!maySendTo(place.uploadUrl, plain) || !maySendTo(place.contentUrl, plain)) {
      throw new Error('a file goes over https only');
    }
    await upload(place.uploadUrl, bytes);
  }
}

/** What is offered, and on which button. */
const named = ({ letter }: FileContext): { file: string; button: string } =>
  letter === 'disclosure'
    ? { file: 'het overzicht', button: 'Inzage' }
    : { file: 'de brief', button: 'Brief downloaden' };

const declined = (offer: FileContext): string =>
  `Je hebt ${named(offer).file} niet gedownload. Dat kan later nog: open de zaak en druk op “${named(offer).button}”.`;

const failed = (offer: FileContext): string =>
  'Het downloaden is niet gelukt: Teams nam het bestand niet aan, of wachtte te lang. ' +
  `Open de zaak en druk nog een keer op “${named(offer).button}”.`;

/** In the place of the offer: what went wrong, or without that how to have the file later. */
async function replace(context: TurnContext, offer: FileContext, wrong?: string): Promise<void> {
  const { replyToId, conversation } = context.activity;
  const { number } = offer;
  const card = noticeCard({
    title: 'Bestand niet gedownload',
    text: wrong ?? declined(offer),
    tone: wrong ? 'warning' : 'accent',
    buttons: [{ title: 'Zaak openen', verb: 'case', data: { number } }],
  });
  const message = cardMessage(card, 'Klachtenbot');
  if (replyToId) await context.updateActivity({ ...message, id: replyToId, conversation });
  else await context.sendActivity(message);
}
