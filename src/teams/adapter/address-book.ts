import type { Person } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { readMemo, writeMemo } from '../../register/model/memo.ts';
import type { MemoKey } from '../../register/model/memo-kind.ts';
import { type Contact, type Home, memos } from '../../register/model/memos.ts';
import type { Recipient } from '../../register/model/message.ts';
import type { ConversationAddress } from '../../register/model/shown-messages.ts';
import { Conflict, type Store } from '../../register/model/store.ts';
import { nameOf, type Visitor } from './visitor.ts';

export type AddressBook = ReturnType<typeof addressBook>;

/**
 * Keeps the address of everybody who was heard from, and the service that the last activity came from. Calls `heard` for each
 * sign of life, after the address of the chat is kept.
 */
export function addressBook(store: Store, heard: (from: Recipient) => void = () => {}) {
  const known = new Map<string, string>();

  async function keep<T>(key: MemoKey<T>, content: NoInfer<T>): Promise<void> {
    const text = JSON.stringify(content);
    if (known.get(key.id) === text) return;
    const stored = await readMemo(store, key);
    if (JSON.stringify(stored.content) !== text) {
      await writeMemo(store, key, content, stored.etag).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
      });
    }
    known.set(key.id, text);
  }

  async function recall<T>(key: MemoKey<T>): Promise<T | undefined> {
    const text = known.get(key.id);
    const content: unknown = text && JSON.parse(text);
    return key.check(content) ? content : (await readMemo(store, key)).content;
  }

  const contact = (personId: PersonId): Promise<Contact | undefined> => recall(memos.contact.of(personId));

  /** Completes a person without a name with the name that is known. */
  const named = async (person: Person): Promise<Person> =>
    nameOf(person) ? person : ((await contact(person.id))?.person ?? person);

  return {
    /** Keeps where a visitor was heard; writes nothing that is known already. */
    async meet({ person, personal, address }: Visitor): Promise<void> {
      const { conversationId: _, ...service } = address;
      await keep(memos.home, service);
      if (personal) {
        await keep(memos.contact.of(person.id), { person: await named(person), address });
      }
      heard({ kind: 'person', id: person.id });
    },
    /** Notes a sign of life of a recipient: the channel or the mail server can be reached again. */
    heard,
    contact,
    /** Records the address of a chat that was created; without one, that the address is no longer valid. */
    async record(person: Person, address: ConversationAddress | undefined): Promise<void> {
      await keep(memos.contact.of(person.id), { person, address });
    },
    /** Returns where to create a chat with somebody who was never heard. */
    home: (): Promise<Home | undefined> => recall(memos.home),
  };
}
