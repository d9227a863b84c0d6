import type { Standing, View } from '../../procedure/access.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { isAtDesk } from '../../procedure/model/desk.ts';
import type { Dossier } from '../model/dossier.ts';
import type { CaseContent, ContentOf, Message } from '../model/message.ts';
import type { Rule } from './bulletin-rules.ts';
import { mayHearOf } from './follow-ups.ts';

/** What a rule is asked before sending: the person, and in which capacities they stand to the complaint. */
type Asked<C> = {
  content: C;
  person: Person;
  standing: readonly Standing[];
  complaint: Complaint;
  view: View;
};

/** Who may read a kind of message that belongs to a dossier, when it says nothing any more, and who acts when it does not arrive. */
type CaseRule<C extends CaseContent> = Rule & {
  /** Tells whether a person may read it. The channel and the mail server have rules of their own (may-receive.ts). */
  mayReceive(asked: Asked<C>): boolean;
  /** Tells whether it is no longer true, or a newer message says it again. */
  isOvertaken?(content: C, message: Message, dossier: Dossier, view: View): boolean;
  /**
   * Who acts when it is not delivered: the handler, who does by hand what it asked ('only-handler': nobody else may know what
   * that is); the next at the desk; or nobody.
   */
  whenUndelivered: 'only-handler' | 'handler' | 'next-at-desk' | 'nobody';
};

/** The rule of every kind. */
export type CaseRules = { [K in CaseContent['kind']]: CaseRule<ContentOf<K, CaseContent>> };

/** Tells whether somebody may help with a complaint: they are at the desk, and no respondent. */
export function mayHelp({ person, standing, view }: Omit<Asked<unknown>, 'content' | 'complaint'>): boolean {
  return !standing.includes('respondent') && isAtDesk(person, view.desk);
}

/** Tells whether a measure is theirs, and they may hear of it. */
export function isOfTheirs({ content, person, complaint }: Asked<{ measure?: string }>): boolean {
  return mayHearOf(content.measure, person, complaint);
}
