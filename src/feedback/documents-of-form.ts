import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { ReceivedDocument } from '../procedure/model/document.ts';
import { type DocumentFault, DocumentRefused } from '../register/model/documents.ts';
import type { Log } from '../register/model/log.ts';
import type { FormBody } from './form-body.ts';
import type { Intake, Registered } from './ports.ts';
import type { Words } from './words.ts';

/** The documents of one form: those that came in, and those that were refused, with the reason. */
export type Arrived = {
  arrived: ReceivedDocument[];
  refused: { name: string; why: DocumentFault | undefined }[];
};

/** Takes the documents of a form into a dossier, or leaves nothing of them. */
export function documentsOfForm(documents: Intake['documents'], log: Log) {
  /** Waits for everything that comes in. */
  async function received(files: FormBody<ReceivedDocument>['files']): Promise<Arrived> {
    const all: Arrived = { arrived: [], refused: [] };
    for (const { name, taken } of files)
      await taken?.then(
        (one) => all.arrived.push(one),
        (error: unknown) => {
          const why = error instanceof DocumentRefused ? error.code : undefined;
          if (why === undefined || why === 'not-kept')
            log.fault('a document of the website was not received', error);
          all.refused.push({ name, why });
        },
      );
    return all;
  }

  async function discard(arrived: readonly ReceivedDocument[]): Promise<void> {
    for (const one of arrived)
      await documents
        .discard(one)
        .catch((error: unknown) => log.fault('a document waits for the sweep', error));
  }

  /**
   * Adds what came in to a dossier, but for what it has; lists the names of what it has now, and of what it has not. Nothing is added to one
   * that is closed, where nobody would read it.
   */
  async function keep({ arrived, refused }: Arrived, number: CaseNumber, dossier: Registered | undefined) {
    const { documents: has = [], isClosed = false } = dossier ?? {};
    const kept: string[] = [];
    const lost: string[] = [];
    for (const one of arrived) {
      if (has.some(({ sha256 }) => sha256 === one.sha256)) {
        await discard([one]);
        kept.push(one.name);
        continue;
      }
      if (isClosed) {
        await discard([one]);
        lost.push(one.name);
        continue;
      }
      try {
        await documents.add(one, number);
        kept.push(one.name);
      } catch (error) {
        log.fault('a document of the website was not kept', error);
        await discard([one]);
        lost.push(one.name);
      }
    }
    // Of a form that is sent again what came the first time may have gone since.
    for (const { name } of refused) (has.some((one) => one.name === name) ? kept : lost).push(name);
    return { kept, lost };
  }

  return { received, discard, keep };
}

/** Says why documents are not taken, each by its name; undefined where none was refused. */
export function faultsIn({ refused }: Arrived, { documents: said }: Words): string | undefined {
  const faults = refused.map(({ name, why }) =>
    why === 'empty' || why === 'kind' || why === 'too-large' ? said[why](name) : said.other(name),
  );
  return faults.length > 0 ? faults.join(' ') : undefined;
}
