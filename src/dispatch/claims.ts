import type { Amend } from '../register/amend.ts';
import type { Prepared } from '../register/before-sending.ts';
import type { Dossier, OutboxDocument } from '../register/model/dossier.ts';
import type { Message } from '../register/model/message.ts';
import { claim, type DeliveryOutcome, postpone, settle, settleBrokenOff } from '../register/model/outbox.ts';
import { later } from '../time/local-date.ts';
import type { Errand } from './lines.ts';
import { type OwnersTurnParts, ownersTurn } from './owners-turn.ts';

/** How long a claim holds, in milliseconds: within that time a message must be sent and settled. */
export const leaseMs = 60_000;

export type ClaimsParts = OwnersTurnParts & {
  amend: Amend;
  /** Prepares a claimed message of a dossier for sending, or tells why it is not sent; saved together with the claim. */
  beforeSending?: (dossier: Dossier, message: Message) => Prepared;
  /** Adds what follows from settling a message; saved together with it. */
  settled: (dossier: Dossier, message: Message) => Dossier;
};

/**
 * Changes who has a message in hand, in the stored outbox. `isOpen` tells of which messages this process knows what became of
 * them and has not recorded it yet: those it leaves as they are.
 */
export function claims(parts: ClaimsParts, isOpen: (errand: Errand) => boolean) {
  const { amend, settled, clock, beforeSending } = parts;
  const owners = ownersTurn(parts);

  /** Changes that document, with what follows from settling the message. Returns the document as it is then. */
  async function change(
    { document: id, message: messageId }: Errand,
    next: (document: OutboxDocument) => OutboxDocument,
  ): Promise<OutboxDocument | undefined> {
    let read: OutboxDocument | undefined;
    const saved = await amend(id, (found) => {
      read = found;
      const changed = next(found);
      if (changed === found) return undefined;
      const message = changed.outbox.find((one) => one.id === messageId);
      return message && !message.lease && changed.kind === 'dossier' ? settled(changed, message) : changed;
    });
    return saved ?? read;
  }

  /** Changes the document of a message that is in nobody's hands; the owner of a claim that has lapsed may settle it first. */
  async function changeFree(
    errand: Errand,
    next: (document: OutboxDocument) => OutboxDocument,
  ): Promise<OutboxDocument | undefined> {
    let lapsed: Message['lease'];
    const tried = (isOwnersTurnOver: boolean) =>
      change(errand, (found) => {
        const message = found.outbox.find(({ id }) => id === errand.message);
        lapsed = isOwnersTurnOver ? undefined : owners.lapsedClaim(message);
        return lapsed || isOpen(errand) ? found : next(found);
      });
    const document = await tried(false);
    if (!lapsed) return document;
    await owners.over(lapsed);
    return tried(true);
  }

  return {
    /**
     * Claims a message before anything is sent, so that a crash leaves a trace that it may have gone out. Returns no message
     * when another process has claimed it, or it is not to be sent any more.
     */
    async claim(errand: Errand, by: string) {
      let message: Message | undefined;
      const document = await changeFree(errand, (found) => {
        const now = clock.now();
        const wanted = ({ id }: Message): boolean => id === errand.message;
        const taken = claim(found.outbox, now, by, later(now, leaseMs), wanted);
        message = taken.claimed[0];
        if (!message) return withOutbox(found, settleBrokenOff(found.outbox, errand.message, now));
        const prepared = found.kind === 'dossier' ? beforeSending?.(found, message) : undefined;
        if (!prepared || 'dossier' in prepared) return withOutbox(prepared?.dossier ?? found, taken.outbox);
        message = undefined;
        return withOutbox(found, settle(taken.outbox, errand.message, by, prepared.outcome));
      });
      return { document, message };
    },
    /** Records what became of a claimed message, and ends the claim. */
    settle: (errand: Errand, by: string, outcome: DeliveryOutcome) =>
      change(errand, (found) => withOutbox(found, settle(found.outbox, errand.message, by, outcome))),
    /** Postpones a message that nobody has claimed. */
    postpone: (errand: Errand, outcome: Parameters<typeof postpone>[2]) =>
      changeFree(errand, (found) => {
        // A letter that was broken off is reported now: that needs no mail server.
        const ended = settleBrokenOff(found.outbox, errand.message, outcome.at);
        const isEnded = ended !== found.outbox;
        return withOutbox(found, isEnded ? ended : postpone(found.outbox, errand.message, outcome));
      }),
  };
}

/** Replaces the outbox of a document; returns the very same document where that is the one it has. */
const withOutbox = (document: OutboxDocument, outbox: Message[]): OutboxDocument =>
  outbox === document.outbox ? document : { ...document, outbox };
