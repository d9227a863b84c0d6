import type { Person } from '../../procedure/model/complaint.ts';
import type { Memo } from '../../register/model/dossier.ts';
import type { ConversationAddress } from '../../register/model/linked-channel.ts';
import type { Recipient } from '../../register/model/message.ts';
import { Conflict, type Store } from '../../register/model/store.ts';
import { nameOf, type Visitor } from './visitor.ts';

/** Where new personal chats are created. */
export type Home = Omit<ConversationAddress, 'conversationId'>;

/** A person and the address of their personal chat; without an address it must be created first. */
export type Contact = { person: Person; address?: ConversationAddress };

export type AddressBook = ReturnType<typeof addressBook>;

const contactId = (personId: string) => `contact/${personId}`;
const home = 'home';

/**
 * Keeps the address of everybody who was heard from, and the service that the last activity came from. Calls `heard` for each
 * sign of life, after the address of the chat is kept.
 */
export function addressBook(store: Store, heard: (from: Recipient) => void = () => {}) {
  const known = new Map<string, string>();

  async function keep(id: string, content: unknown): Promise<void> {
    const text = JSON.stringify(content);
    if (known.get(id) === text) return;
    const stored = await store.read<Memo>(id);
    if (JSON.stringify(stored?.document.content) !== text) {
      await store.write({ kind: 'memo', id, content }, stored?.etag).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
      });
    }
    known.set(id, text);
  }

  async function recall<T>(id: string): Promise<T | undefined> {
    const text = known.get(id);
    if (text) return JSON.parse(text) as T;
    return (await store.read<Memo<T>>(id))?.document.content;
  }

  const contact = (personId: string): Promise<Contact | undefined> => recall<Contact>(contactId(personId));

  /** Completes a person without a name with the name that is known. */
  const named = async (person: Person): Promise<Person> =>
    nameOf(person) ? person : ((await contact(person.id))?.person ?? person);

  return {
    /** Keeps where a visitor was heard; writes nothing that is known already. */
    async meet({ person, personal, address }: Visitor): Promise<void> {
      const { conversationId: _, ...service } = address;
      await keep(home, service satisfies Home);
      if (personal) {
        const met: Contact = { person: await named(person), address };
        await keep(contactId(person.id), met);
      }
      heard({ kind: 'person', id: person.id });
    },
    /** Notes a sign of life of a recipient: the channel or the mail server can be reached again. */
    heard,
    contact,
    /** Records the address of a chat that was created; without one, that the address is no longer valid. */
    async record(person: Person, address: ConversationAddress | undefined): Promise<void> {
      await keep(contactId(person.id), { person, address } satisfies Contact);
    },
    /** Returns where to create a chat with somebody who was never heard. */
    home: (): Promise<Home | undefined> => recall<Home>(home),
  };
}
