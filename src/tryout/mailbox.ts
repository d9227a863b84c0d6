import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { SMTPServer } from 'smtp-server';
import type { Live } from './live.ts';
import type { Memory, Said } from './memory.ts';

type Context = { memory: Memory; live: Live; now: () => string };

/** The mailbox of the try-out, as one more conversation on the page. */
export type Mailbox = {
  conversation(): { id: string; kind: 'mailbox'; title: string; installed: true; activities: Said[] };
  open(): Promise<void>;
  /** Returns the address of the server; usable once it is open. */
  url(): string;
  close(): Promise<void>;
};

const id = 'mailbox';

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' ? (address?.port ?? 0) : 0;

/** Makes a mail server on this machine that takes every letter, whoever it is for, and keeps it for the page. */
export function mailbox({ memory, live, now }: Context): Mailbox {
  let server: SMTPServer | undefined;

  async function keep(stream: Readable, to: string): Promise<void> {
    const { simpleParser } = await import('mailparser');
    const mail = await simpleParser(stream);
    // An appointment comes twice: as an alternative to the text, and as a file of the same name.
    const named = new Map(mail.attachments.map((one) => [one.filename ?? 'bijlage', one]));
    const files = [...named].map(([filename, { content }]) => {
      const file = randomUUID();
      memory.keepFile(file, { name: filename, bytes: new Uint8Array(content) });
      return { name: filename, url: `/tryout/files/${file}` };
    });
    memory.add(id, {
      id: randomUUID(),
      from: 'bot',
      name: mail.from?.value[0]?.name || 'Ballance',
      text: mail.text?.trim() ?? '',
      mail: { to, subject: mail.subject ?? '', files },
      at: now(),
      edited: 0,
      notify: false,
    });
    live.tell({ event: 'changed', conversationId: id });
  }

  return {
    conversation: () => ({
      id,
      kind: 'mailbox',
      title: 'Postbus',
      installed: true,
      activities: memory.all(id),
    }),
    url: () => `smtp://127.0.0.1:${server ? portOf(server.server.address()) : 0}`,
    async open() {
      const { SMTPServer } = await import('smtp-server');
      const opening = new SMTPServer({
        authOptional: true,
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        closeTimeout: 1_000,
        onData: (stream, { envelope }, done) => {
          keep(stream, envelope.rcptTo.map(({ address }) => address).join(', ')).then(() => done(), done);
        },
      });
      await new Promise<void>((resolve, reject) => {
        opening.once('error', reject);
        opening.listen(0, '127.0.0.1', resolve);
      });
      // A connection that breaks off is for its sender to tell.
      opening.on('error', () => {});
      server = opening;
    },
    close: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
  };
}
