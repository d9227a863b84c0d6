import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { intakeOf } from '../../src/compose/website.ts';
import { feedback } from '../../src/feedback/feedback.ts';
import type { Intake } from '../../src/feedback/ports.ts';
import { router } from '../../src/http/router.ts';
import { keepingDocuments } from '../../src/register/documents.ts';
import { documentsFolder } from '../../src/store/documents-folder.ts';
import { aFolder } from '../a-folder.ts';
import { logBook } from '../dispatch/log-book.ts';
import { calendar } from '../procedure/given.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';

export const secret = 'a-secret-of-the-website-of-at-least-32';

/** What somebody fills in, with everything that a form needs. */
export const filledIn = {
  naam: 'Mevrouw Van Dam',
  email: 'vandam@example.nl',
  inhoud: 'Er is drie weken niet teruggebeld.',
};

export type Filled = Readonly<Record<string, string>>;

/** A file that somebody chooses. */
export const aFile = (name: string, content: string | Uint8Array<ArrayBuffer> = '%PDF-1.7 brief'): File =>
  new File([content], name, { type: 'application/octet-stream' });

export type AWebsite = Awaited<ReturnType<typeof aWebsite>>;

/** Makes a new website before a new register for each test of a suite, and closes both after it. */
export function websiteForEach(options: Parameters<typeof aWebsite>[0] = {}): AWebsite {
  const site = {} as AWebsite;
  beforeEach(async () => {
    Object.assign(site, await aWebsite(options));
  });
  afterEach(async () => {
    await site.close();
    await closeOffices();
  });
  return site;
}

/** The form of the website before a register on SQLite, over HTTP; real time is `clock.real`, which stands still. */
export async function aWebsite({
  mail = false,
  page = true,
  signed = true,
  inTime = 20_000,
  patience = undefined as Parameters<typeof keepingDocuments>[0]['patience'],
  between = (intake: Intake) => intake,
} = {}) {
  const office = anOffice({ mail, now: '2026-04-01T10:00' });
  const log = logBook();
  const folder = aFolder();
  const kept = documentsFolder(folder.path);
  const documents = keepingDocuments({ ...office, documents: kept, log, ...(patience && { patience }) });
  const clock = { real: Date.parse('2026-11-27T12:00:00Z') };
  const failures: unknown[] = [];
  const served = router({ 'X-Frame-Options': 'DENY' }, (error) => failures.push(error));
  served.inTime = inTime;
  feedback(served, {
    ...(signed && { secret }),
    ...(page && { frames: 'https://www.ballance.example' }),
    organisation: office.organisation,
    calendar,
    today: office.clock.today,
    now: () => clock.real,
    log,
    intake: between(intakeOf({ ...office, documents })),
  });
  served.server.listen(0, '127.0.0.1');
  await once(served.server, 'listening');
  const address = served.server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const url = `http://127.0.0.1:${port}/feedback`;

  /** Opens the page, and waits as long as a person needs. */
  async function open(headers: Filled = {}): Promise<{ html: string; stamp: string; headers: Headers }> {
    const response = await fetch(url, { headers });
    const html = await response.text();
    clock.real += 60_000;
    return { html, stamp: stampIn(html), headers: response.headers };
  }

  /** Sends the form of the page, with the fields in their order and then the files. */
  async function send(fields: Filled, files: File[] = [], headers: Filled = {}, query = '') {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of files) form.append('documenten', file);
    const response = await fetch(url + query, { method: 'POST', body: form, headers });
    return { status: response.status, html: await response.text(), headers: response.headers };
  }

  /** Sends what the website sends, signed at that time with that secret. */
  async function post(body: unknown, more: Filled = {}, by = secret) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const timestamp = more['X-Timestamp'] ?? String(Math.floor(clock.real / 1000));
    const signature = createHmac('sha256', by).update(`${timestamp}.${text}`).digest('hex');
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': 'key-of-this-form',
      'X-Timestamp': timestamp,
      'X-Signature': `sha256=${signature}`,
      ...more,
    };
    const response = await fetch(url, { method: 'POST', body: text, headers });
    const said = await response.text();
    return { status: response.status, headers: response.headers, body: said && JSON.parse(said) };
  }

  /** Sends bytes as they are, and returns everything that comes back. */
  const raw = (...pieces: (string | Uint8Array)[]): Promise<string> =>
    new Promise((resolve, reject) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => {
        for (const piece of pieces) socket.write(piece);
      });
      socket.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
      socket.on('error', reject).on('close', () => resolve(said));
    });

  /** Sends bytes as they are, and hangs up after so many milliseconds. */
  const gone = (piece: string, ms: number): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(piece);
        setTimeout(() => socket.destroy(), ms);
      });
      socket.on('error', () => {}).on('close', () => resolve());
    });

  return {
    ...{ office, log, clock, url, open, send, post, raw, gone, failures },
    /** Opens the page and sends its form. */
    async fillIn(fields: Filled = filledIn, files: File[] = [], headers: Filled = {}, query = '') {
      const { stamp } = await open(headers);
      return send({ stempel: stamp, ...fields }, files, headers, query);
    },
    /** The names of the files in which contents are kept. */
    contents: () =>
      readdirSync(folder.path, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => name),
    complaints: async () => (await office.store.list({ open: true })).map(({ complaint }) => complaint),
    close: () =>
      new Promise<void>((resolve) => {
        served.server.close(() => {
          folder.remove();
          resolve();
        });
        served.server.closeAllConnections();
      }),
  };
}

export const stampIn = (html: string): string => /name="stempel" value="([^"]*)"/.exec(html)?.[1] ?? '';
