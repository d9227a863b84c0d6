import { setTimeout as pause } from 'node:timers/promises';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { DocumentSource } from '../../procedure/model/document.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { DocumentRefused } from '../../register/model/documents.ts';
import {
  aimAt,
  noteSent,
  recall,
  type SentFault,
  type SentFile,
  type SentFiles,
} from '../../register/model/sent-files.ts';
import type { Office } from '../office/office.ts';
import { fetchFile, NotFetched } from './fetch-file.ts';

/** Where files go: under which dossier, and from whom they are. */
export type Destination = { number: CaseNumber; from: DocumentSource };

/** What becomes of files: known where it was done in time, otherwise `later`. */
export type Putting = { sent?: SentFiles | undefined; later: Promise<SentFiles> };

/** What is put now, by the id of what was sent: Teams repeats a press that takes long. */
const underway = new Map<string, Promise<SentFiles>>();

/** The faults that lie with Ballance or Teams, and not in the file. */
const ours: readonly string[] = ['not-kept', 'unreachable'] satisfies SentFault[];

/** The milliseconds after which an answer does not wait any more; Teams repeats a press after five seconds. */
const answerMs = 2_000;

/**
 * Fetches what somebody sent, and keeps each file under that dossier; notes what became of each. Again, or meanwhile, is the same.
 * Refuses who may not add to it before anything is fetched. Undefined where nothing of theirs is remembered under that id.
 */
export async function putFiles(
  id: string,
  to: Destination,
  by: Person,
  office: Office,
): Promise<Putting | undefined> {
  const known = await recall(office.store, id, by.id);
  if (!known || known.files.length === 0) return undefined;
  if (!known.number && !underway.has(id)) await office.register.asked(to.number, by, 'add-document');
  const later = underway.get(id) ?? put(known, to, by, office).finally(() => underway.delete(id));
  underway.set(id, later);
  const sent = await Promise.race([later, pause(answerMs, undefined, { ref: false })]);
  if (sent) underway.delete(id);
  return { sent, later };
}

/** Puts the files of which nothing became yet, one after the other. */
async function put(known: SentFiles, to: Destination, by: Person, office: Office): Promise<SentFiles> {
  let sent = (await recall(office.store, known.id, by.id)) ?? known;
  if (sent.number) return sent;
  for (const file of sent.files) {
    const done = file.isKept || file.fault ? file : await putOne(file, to, by, office);
    sent = { ...sent, files: sent.files.map((one) => (one === file ? done : one)) };
    await noteSent(office.store, sent);
  }
  sent = { ...sent, number: to.number };
  await noteSent(office.store, sent);
  await aimAt(office.store, { by: by.id, at: office.clock.now(), number: to.number });
  return sent;
}

async function putOne(file: SentFile, to: Destination, by: Person, office: Office): Promise<SentFile> {
  const { documents, log } = office;
  const { name } = file;
  const failed = (fault: SentFault): SentFile => ({ name, fault });
  try {
    const received = await documents.receive(fetched(file, by, office), name, by.id);
    try {
      const { outcome, ...done } = await documents.add(received, { ...to, by });
      if (outcome === 'saved' || outcome === 'repeated') return { name, isKept: true };
      await documents.discard(received);
      const isFull = 'refusal' in done && done.refusal.code === 'documents-full';
      return failed(isFull ? 'full' : 'not-kept');
    } catch (error) {
      await documents.discard(received);
      throw error;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const fault = faultIn(error);
    if (fault === undefined) throw error;
    if (ours.includes(fault)) log.fault('a file that was sent is not kept', error);
    return failed(fault);
  }
}

/** Fetches a file, a picture from the service with which the bot talks in the chat of who sent it. */
async function* fetched({ url = '', isPicture }: SentFile, by: Person, { addresses, places }: Office) {
  const { address } = (isPicture && (await addresses.contact(by.id))) || {};
  const service = URL.parse(address?.serviceUrl ?? '')?.hostname;
  yield* fetchFile({ url, isPicture }, { plainTo: () => false, ...places, service });
}

/** Finds what is wrong with a file in an error, or in what caused it. */
function faultIn(error: unknown): SentFault | undefined {
  if (error instanceof NotFetched) return error.code;
  if (!(error instanceof Error)) return undefined;
  const cause = faultIn(error.cause);
  return cause ?? (error instanceof DocumentRefused ? error.code : undefined);
}
