import { draftLetter } from '../letters/draft-letter.ts';
import { factsOf } from '../letters/facts-of.ts';
import type { Organisation } from '../letters/organisation.ts';
import { supposedIn } from '../procedure/articles/art04-website.ts';
import { gapIn } from '../procedure/articles/letters.ts';
import { takeStep } from '../procedure/decide.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Context } from '../procedure/model/commands.ts';
import type { Complaint, Registration } from '../procedure/model/complaint.ts';
import type { Desk } from '../procedure/model/desk.ts';
import type { Event } from '../procedure/model/events.ts';
import type { LocalDate } from '../time/local-date.ts';
import { sha256, textHash } from './model/chain.ts';
import type { Store } from './model/store.ts';
import { unreached } from './notify/unreached.ts';
import type { Register } from './register.ts';
import { type Feedback, FeedbackRefused, feedbackFields, readFeedback } from './website-form.ts';

/**
 * What became of a form of the website. 'repeated': this submission was registered before; 'same-text': another that was
 * filled in the same was, within a day, and is open; 'conflict': its key was used for another content, which is in no dossier. `acknowledged`: the
 * acknowledgement of Art. 5 goes to the complainant by itself, and mail is not known to be refused.
 */
type FeedbackTaken = {
  outcome: 'registered' | 'repeated' | 'same-text' | 'conflict';
  number?: CaseNumber;
  acknowledged: boolean;
};

/** What comes with a form besides its fields: that no acknowledgement and no answer are needed, and the names of its documents. */
type Besides = { noReply?: boolean; documents?: readonly string[] };

export type RegisterFeedback = (feedback: Feedback, key: string, besides?: Besides) => Promise<FeedbackTaken>;

type Parts = {
  store: Store;
  register: Pick<Register, 'fileByWebsite' | 'context'>;
  organisation: Organisation;
};

/**
 * Registers what a complainant writes on the website (Art. 4), as they wrote it: one complaint for each submission, however often and
 * wherever it is sent. Throws `FeedbackRefused` for what was filled in, and `Refusal` while the register cannot be read.
 */
export function websiteIntake({ store, register, organisation }: Parts): RegisterFeedback {
  return async (feedback, key, besides = {}) => {
    const read = readFeedback(feedback);
    if ('errors' in read) throw new FeedbackRefused(read.errors);
    const { value } = read;
    const { today, desk } = register.context();
    const registration = registrationOf(value, besides, today, desk);
    const filed = await register.fileByWebsite(
      registration,
      {
        form: textHash(key),
        typed: [value, besides.noReply === true, namedBy(besides.documents, desk)],
        alike: sha256(everythingIn(value, registration)),
      },
      (complaint, context) => acknowledgement(complaint, context, organisation),
    );
    if (filed.outcome === 'refused') throw filed.refusal;
    if (filed.outcome === 'used') return { outcome: 'conflict', acknowledged: false };
    const { id: number, complaint } = filed.dossier;
    return {
      outcome: filed.outcome === 'saved' ? 'registered' : filed.outcome,
      number,
      acknowledged: await goes(complaint, store),
    };
  };
}

/** Tells whether the acknowledgement went by itself, or waits for mail that can be sent as far as is known. */
async function goes({ letters }: Complaint, store: Store): Promise<boolean> {
  const automatic = letters.filter((letter) => letter.automatic);
  if (automatic.some(({ sentOn }) => sentOn)) return true;
  return automatic.length > 0 && (await unreached(store, { kind: 'mail' })) === undefined;
}

/** Lists the ids of who at the desk is named by documents: the same form with such a document is another, because it goes elsewhere. */
const namedBy = (documents: readonly string[] = [], desk: Desk): string[] =>
  supposedIn({ about: documents.join('\n'), self: [] }, desk).map(({ id }) => id);

/**
 * Everything that was filled in, but for the spaces in the text and capitals in the e-mail address, and whom it names: what is filled in
 * besides the same text may name somebody, or say where to answer, and is in no dossier yet.
 */
const everythingIn = (feedback: Feedback, { supposed = [], noReply }: Registration): string[] => {
  const { email = '', inhoud } = feedback;
  const alike = { ...feedback, email: email.toLowerCase(), inhoud: inhoud.replace(/\s+/g, ' ') };
  return [...feedbackFields.map((field) => alike[field] ?? ''), ...supposed, String(noReply === true)];
};

/**
 * Makes the registration of Art. 4: received on the day on which it came, written, from a client, and about whom it names, who is still to
 * be chosen. Whoever of the desk is named in any field, or in the name of a document, counts as a respondent until somebody else has looked
 * (reading 10).
 */
function registrationOf(
  feedback: Feedback,
  { noReply, documents = [] }: Besides,
  today: LocalDate,
  desk: Desk,
): Registration {
  const { naam, namens, email, telefoon, postadres, vestiging, overWie, inhoud } = feedback;
  const respondents = supposedIn(
    {
      whom: overWie,
      about: [inhoud, ...documents].join('\n'),
      self: [naam, namens, telefoon, postadres, vestiging].map((one) => one ?? ''),
      email,
    },
    desk,
  );
  return {
    complainant: {
      name: naam,
      ...(namens && { representing: namens }),
      ...(email && { email }),
      ...(telefoon && { phone: telefoon }),
      ...(postadres && { address: postadres }),
    },
    origin: 'client',
    ...(vestiging && { branch: vestiging }),
    summary: inhoud,
    receivedOn: today,
    manner: 'written',
    respondents,
    ...(respondents.length > 0 && { supposed: respondents.map(({ id }) => id) }),
    ...(overWie && { unresolvedName: overWie }),
    ...(noReply && { noReply }),
    remedied: false,
  };
}

/** What makes a text a link in the program with which somebody reads their mail. */
const link = /https?:|www\.|\b[\p{L}\p{N}-]+\.[a-z]{2,}\//iu;

/**
 * Confirms receipt at once (Art. 5), where there is a mail set-up and an address; by the letter that the handler would send. Left to the
 * handler while it is not known whom the complaint is about, where nobody may handle it, where the complainant needs none, where the letter
 * would have a gap, and where it would carry somebody's link to an address that nobody has checked.
 */
function acknowledgement(complaint: Complaint, context: Context, organisation: Organisation): Event[] {
  const { handler, complainant, summary, number, supposed, noReply } = complaint;
  const { name, email, representing = '' } = complainant;
  if (!context.mail || !email || !handler || supposed || noReply) return [];
  if ([name, representing, summary].some((text) => link.test(text))) return [];
  const by = handler.person;
  const writing = { ...context, complaint, by, organisation };
  const facts = { ...factsOf({ manner: 'email' }, writing), wording: summary };
  const text = draftLetter('acknowledgement', complaint, facts);
  if (gapIn(text) !== undefined) return [];
  const letter = { text, manner: 'email', sentOn: context.today } as const;
  const events = takeStep(complaint, { type: 'acknowledge', by, number, wording: summary, letter }, context);
  return events.map((event) => (event.type === 'letter-queued' ? { ...event, automatic: true } : event));
}
