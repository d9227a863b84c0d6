import type { Organisation } from '../letters/organisation.ts';
import type { ReceivedDocument } from '../procedure/model/document.ts';
import type { Log } from '../register/model/log.ts';
import type { Feedback } from '../register/website-form.ts';
import type { RegisterFeedback } from '../register/website-intake.ts';
import type { LocalDate } from '../time/local-date.ts';
import { addressOf } from './address.ts';
import { type Arrived, documentsOfForm, faultsIn } from './documents-of-form.ts';
import { bringsForm, type FormBody, formBytes, readForm } from './form-body.ts';
import { type Judged, judging, knownFields, typed } from './judge.ts';
import type { Limits } from './limits.ts';
import { dayIn, type Language, type Pages, wordsOf } from './page.ts';
import type { Answer, Asked, Intake, Registered } from './ports.ts';
import { freshStamp, type Stamp, stampOf } from './stamp.ts';
import { toldOfNobody } from './words.ts';

export type FormParts = {
  secret: string;
  intake: Intake;
  limits: Limits;
  pages: Pages;
  now(): number;
  today(): LocalDate;
  deadlines(receivedOn: LocalDate): { acknowledgeBy: LocalDate; answerBy: LocalDate };
  /** How a complainant reaches Ballance otherwise. */
  organisation: Pick<Organisation, 'phone' | 'email' | 'address'>;
  /** Makes an answer of a page. */
  asPage(status: number, html: string): Answer;
  log: Log;
};

/** How long a form may take to come in: a moment, and a second for so many bytes of its documents. */
const baseMs = 20_000;
const bytesASecond = 128 * 1024;
const longestMs = 10 * 60_000;

/** Takes a form of our page, and answers with a page: what became of it, or the form again with everything that was typed. */
export function formPost(parts: FormParts) {
  const { secret, intake, limits, pages, now, today, deadlines, organisation, asPage, log } = parts;
  const { documents } = intake;
  const judge = judging({ secret, intake, now });
  const { received, discard, keep } = documentsOfForm(documents, log);
  const inTurn = oneByOne();
  /** The keys of forms that were registered here: whatever comes after that, they were sent. */
  const sent = remembered(1_000);

  return async ({ request, allow }: Asked, language: Language): Promise<Answer> => {
    const words = wordsOf(language);
    const type = request.headers['content-type'] ?? '';
    const plain = (status: number, title: string, ...said: string[]): Answer => ({
      ...asPage(status, pages.plain(language, title, said)),
      isLast: true,
    });
    const size = Number(request.headers['content-length'] ?? Number.NaN);
    if (!bringsForm(type) || Number.isNaN(size)) return plain(400, words.plain.broken, words.goBack);
    if (size > formBytes) return plain(413, words.plain.large, words.goBack, words.fewer);
    const excess = await limits.form(addressOf(request));
    const busy = excess ? [words.sendAgain.busy(words.wait(Math.ceil(excess.wait / 60)))] : [];
    const later = (answer: Answer): Answer =>
      excess ? { ...answer, headers: { ...answer.headers, 'Retry-After': String(excess.wait) } } : answer;
    if (excess?.isFlood) return later(plain(429, words.plain.flood, ...busy, words.goBack));
    allow(Math.min(longestMs, baseMs + (size / bytesASecond) * 1_000));

    let mayKeep: boolean | undefined;
    const files: FormBody<ReceivedDocument>['files'] = [];
    const form = await readForm<ReceivedDocument>(request, type, files, {
      known: knownFields,
      filesIn: 'documenten',
      takes(fields) {
        mayKeep ??= documents.on && judge(fields, language, busy).feedback !== undefined;
        return mayKeep;
      },
      receive: (content, name) => documents.receive(content, name),
    });
    const taken = await received(files);
    if (!form) {
      await discard(taken.arrived);
      return plain(400, words.plain.broken, words.goBack);
    }
    const judged = judge(form.fields, language, busy);
    const documentError = form.tooManyFiles ? words.documents.many : faultsIn(taken, words);
    const { feedback, stamp } = judged;
    const isIncomplete = documents.on && form.files.some((one) => !one.taken);
    if (!feedback || (!sent.has(stamp.key) && (documentError || isIncomplete))) {
      await discard(taken.arrived);
      return later(asPage(excess ? 429 : 400, again(form, judged, language, documentError)));
    }
    try {
      return await inTurn(stamp.key, () => register(form, feedback, stamp, taken, language));
    } catch (error) {
      log.fault('feedback was not registered', error);
      await discard(taken.arrived);
      return asPage(
        500,
        again(form, { stamp, errors: [], said: [words.sendAgain.failed(organisation.phone)] }, language),
      );
    }
  };

  /** Draws the form again, with what was typed; a browser does not keep the documents. */
  function again(
    { fields, files, tooManyFiles }: FormBody<ReceivedDocument>,
    { stamp, errors, said }: Judged,
    language: Language,
    documentError?: string,
  ): string {
    const names = files.map(({ name }) => name).join(', ');
    const chooseAgain = names && !tooManyFiles ? wordsOf(language).chooseAgain(names) : undefined;
    return pages.form(language, {
      stamp: stampOf(secret, stamp),
      ...deadlines(today()),
      filled: fields,
      ...{ errors, said },
      documentError: [documentError, chooseAgain].filter(Boolean).join(' ') || undefined,
    });
  }

  /** Registers a form, and adds its documents to the dossier. */
  async function register(
    form: FormBody<ReceivedDocument>,
    feedback: Feedback,
    stamp: Stamp,
    came: Arrived,
    language: Language,
  ): Promise<Answer> {
    const words = wordsOf(language);
    const noReply = Boolean(form.fields.get('zonder')?.trim());
    const documents = came.arrived.map(({ name }) => name);
    const taken = await intake.register(feedback, `form ${stamp.key}`, { noReply, documents });
    const { outcome, number } = taken;
    if (outcome === 'conflict' || !number) {
      await discard(came.arrived);
      const fresh = { ...freshStamp(now()), openedAt: stamp.openedAt };
      const view = { stamp: fresh, errors: [], said: [words.sendAgain.used] };
      return asPage(409, again(form, view, language));
    }
    sent.add(stamp.key);
    const dossier = await intake.dossier(number);
    const { kept, lost } = await keep(came, number, dossier);
    const noted = typed.flatMap((name) => ({ label: words.labels[name], value: feedback[name] ?? '' }));
    const html = pages.done(language, {
      number,
      again: { repeated: words.repeated, 'same-text': words.sameText, registered: undefined }[outcome],
      further: whatFollows(feedback, noReply, taken, dossier, language),
      noted: [
        ...noted,
        { label: words.yourChoice, value: noReply ? words.unreachable : '' },
        { label: words.yourDocuments, value: kept.join('\n') },
      ].filter(({ value }) => value),
      notKept: [...lost, ...form.files.flatMap((one) => (one.taken ? [] : one.name))],
    });
    return asPage(200, html);
  }

  /** Says what happens next, and until when, to who can be written to. */
  function whatFollows(
    { email, postadres }: Feedback,
    noReply: boolean,
    { outcome, acknowledged }: Awaited<ReturnType<RegisterFeedback>>,
    dossier: Registered | undefined,
    language: Language,
  ): string[] {
    const words = wordsOf(language);
    if (dossier?.isClosed) return [words.closed];
    if (dossier && !dossier.isHandled) return toldOfNobody(words, organisation);
    if (noReply) return [words.noReply];
    if (!email && !postadres) return [words.noAddress];
    const { acknowledgeBy, answerBy } = deadlines(dossier?.receivedOn ?? today());
    const byMail = outcome === 'registered' ? words.acknowledged : words.acknowledgedBefore;
    const receipt =
      acknowledged && email ? byMail(email) : words.acknowledgeBy(dayIn(language, acknowledgeBy));
    return [receipt, words.answerBy(dayIn(language, answerBy))];
  }
}

/** Does what has one key one after the other: pressing twice is one complaint, and its second answer knows of the first. */
function oneByOne() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}

/** Remembers the latest texts, so many at most. */
function remembered(most: number) {
  const kept = new Set<string>();
  return {
    has: (one: string): boolean => kept.has(one),
    add(one: string): void {
      kept.add(one);
      const [oldest = one] = kept;
      if (kept.size > most) kept.delete(oldest);
    },
  };
}
