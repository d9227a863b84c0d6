import type { AppRegistration } from '../identity/own-identity.ts';
import type { MailPlace } from '../mail/mail-way.ts';
import { isGuid } from '../procedure/model/person-id.ts';
import type { Destination } from '../telemetry/exporting.ts';
import { anyText, guid, isLoopback, type Kind, mailAddress, oneOf, type Reading, urlWith } from './reader.ts';
import { sharedSecret } from './secrets.ts';

const types = ['SingleTenant', 'UserAssignedMSI'] as const;

/** Reads the registration; undefined without MicrosoftAppId, which makes the bot a try-out. Half a registration is a fault. */
export function appRegistration(read: Reading): AppRegistration | undefined {
  if (read.given('MicrosoftAppId') === undefined) {
    for (const name of ['MicrosoftAppType', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const)
      if (read.given(name) !== undefined)
        read.fault(name, 'is given without MicrosoftAppId; expected both, or neither for a try-out');
    return undefined;
  }
  const id = read.required('MicrosoftAppId', guid('the GUID of the bot registration'));
  const type = read.required('MicrosoftAppType', oneOf(types));
  const tenantId = read.required('MicrosoftAppTenantId', guid('the GUID of the tenant'));
  if (type !== 'UserAssignedMSI') {
    // Where the type itself is a fault, it is unknown whether a password belongs to it.
    const secret = anyText('the client secret of the bot registration');
    const password = type && read.required('MicrosoftAppPassword', secret);
    return { type, id, tenantId, password };
  }
  if (read.given('MicrosoftAppPassword') !== undefined)
    read.fault('MicrosoftAppPassword', 'is given; expected none, for a UserAssignedMSI has no password');
  return { type, id, tenantId };
}

const smtpUrl: Kind<string> = {
  expected:
    'an address such as smtps://user:password@mail.example.nl (smtp or smtps), with nothing behind the host and its port, ' +
    'and %25 for a % in a name or password',
  parse(text) {
    const { protocol, hostname, username, password } = urlWith(text, ['username', 'password']) ?? {};
    const isReadable = !/%(?![\da-f]{2})/i.test(`${username}${password}`);
    return (protocol === 'smtp:' || protocol === 'smtps:') && hostname && isReadable ? text : undefined;
  },
};

/**
 * Reads MAIL, SMTP_URL, SMTP_AUTH and MAIL_FROM; undefined where nothing is given. `none` says that letters are sent by hand, in the
 * try-out too.
 */
export function mailPlace(read: Reading): MailPlace | 'none' | undefined {
  const way = read.optional('MAIL', oneOf(['smtp', 'graph', 'none']));
  if (way === 'none') return 'none';
  if (way === 'graph') {
    for (const name of ['SMTP_URL', 'SMTP_AUTH'] as const)
      if (read.given(name) !== undefined) read.fault(name, 'is given with MAIL=graph; expected none');
    return { way, from: read.required('MAIL_FROM', mailAddress) };
  }
  if (way === undefined) {
    if (read.given('SMTP_URL') === 'none' && read.given('MAIL_FROM') === undefined) return 'none';
    if (read.given('SMTP_URL') === undefined) {
      for (const name of ['MAIL_FROM', 'SMTP_AUTH'] as const)
        if (read.given(name) !== undefined && read.given('MAIL') === undefined)
          read.fault(
            name,
            'is given without SMTP_URL or MAIL=graph; expected one of them, or nothing to send letters by hand',
          );
      return undefined;
    }
  }
  const url = read.required('SMTP_URL', smtpUrl);
  const oauth2 = read.optional('SMTP_AUTH', oneOf(['password', 'oauth2'])) === 'oauth2';
  const { username, password } = URL.parse(url ?? '') ?? {};
  if (oauth2 && password) read.fault('SMTP_URL', 'holds a password; expected none with SMTP_AUTH=oauth2');
  if (!oauth2 && !username !== !password)
    read.fault('SMTP_URL', 'holds only one of a name and a password; expected both, or neither');
  return { url, from: read.required('MAIL_FROM', mailAddress), ...(oauth2 && { oauth2 }) };
}

/** Where the register is kept. Cosmos DB without a key is opened with the identity of the machine. */
export type StorePlace =
  | { kind: 'sqlite'; path: string }
  | { kind: 'cosmos'; endpoint: string; key?: string; database: string };

const choice: Kind<{ kind: 'sqlite'; path: string } | 'cosmos'> = {
  expected: 'sqlite: and the path of a file, such as sqlite:data/klachten.db, or cosmos',
  parse(text) {
    if (text === 'cosmos') return 'cosmos';
    const path = /^sqlite:(?!\/\/)\s*(.+)$/.exec(text)?.[1];
    return path === undefined ? undefined : { kind: 'sqlite', path };
  },
};

const endpoint: Kind<string> = {
  expected:
    'an address such as https://name.documents.azure.com/ (http only on this machine), without a user, a password, a path ' +
    'or anything behind it: the key stands in COSMOS_KEY',
  parse(text) {
    const { protocol, hostname } = urlWith(text, []) ?? {};
    const safe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname ?? ''));
    return safe ? text : undefined;
  },
};

const database: Kind<string> = {
  expected: 'a name of at most 255 characters without / \\ # or ?',
  parse: (text) => (/^[^/\\#?]{1,255}$/.test(text) ? text : undefined),
};

/** Reads STORE, and the settings of Cosmos DB where STORE is `cosmos`; refuses those where STORE does not say which register it is. */
export function storePlace(read: Reading): StorePlace {
  const chosen = read.withDefault('STORE', choice, { kind: 'sqlite', path: 'data/klachten.db' });
  if (chosen !== 'cosmos') {
    // Without it the work would go to a new file on this machine.
    for (const name of ['COSMOS_ENDPOINT', 'COSMOS_KEY', 'COSMOS_DATABASE'] as const)
      if (read.given(name) !== undefined && read.given('STORE') === undefined)
        read.fault(
          name,
          'is given without STORE; expected STORE=cosmos, or STORE=sqlite: and the path of a file',
        );
    return chosen;
  }
  return {
    kind: 'cosmos',
    endpoint: read.required('COSMOS_ENDPOINT', endpoint),
    key: read.optional('COSMOS_KEY', anyText('the key of the account')),
    database: read.withDefault('COSMOS_DATABASE', database, 'klachten'),
  };
}

/** Where the content of documents is kept: beside a register in SQLite, or in a container of Azure Blob Storage; or nowhere. */
export type DocumentsPlace = { kind: 'beside' } | { kind: 'blob'; url: string } | { kind: 'none' };

const documentsKind: Kind<DocumentsPlace> = {
  expected:
    '"beside the register" (with STORE=sqlite:...), none, or blob: and the address of a container, such as ' +
    'blob:https://account.blob.core.windows.net/container (http only on this machine), without a key or anything behind it',
  parse(text) {
    if (text === 'beside the register') return { kind: 'beside' };
    if (text === 'none') return { kind: 'none' };
    const url = text.startsWith('blob:') ? text.slice('blob:'.length) : '';
    const { protocol, hostname, pathname } = urlWith(url, ['pathname']) ?? {};
    const safe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname ?? ''));
    return safe && /^(\/[\w-]+){1,2}$/.test(pathname ?? '') ? { kind: 'blob', url } : undefined;
  },
};

/** Reads DOCUMENTS. Beside the register where that is in a file; with Cosmos DB nowhere until a container is given. */
export function documentsPlace(read: Reading, store: StorePlace): DocumentsPlace {
  const isFile = store?.kind === 'sqlite';
  const place = read.withDefault('DOCUMENTS', documentsKind, { kind: isFile ? 'beside' : 'none' });
  if (place.kind === 'beside' && !isFile)
    read.fault(
      'DOCUMENTS',
      'is beside the register; expected blob: and a container with STORE=cosmos, or none',
    );
  return place;
}

const collector: Kind<string> = {
  expected:
    'the address of a collector such as http://127.0.0.1:4318, without a user or a password, to which /v1/metrics and /v1/traces are added',
  parse: (text) => (/^https?:$/.test(urlWith(text, ['pathname'])?.protocol ?? '') ? text : undefined),
};

const connectionString: Kind<string> = {
  expected: 'a connection string such as InstrumentationKey=GUID;IngestionEndpoint=https://...',
  parse(text) {
    const parts = new Map(text.split(';').map((part) => [part.split('=')[0], part.split('=')[1]]));
    const endpoint = parts.get('IngestionEndpoint');
    const isRight =
      isGuid(parts.get('InstrumentationKey') ?? '') &&
      (endpoint === undefined || urlWith(endpoint, ['pathname'])?.protocol === 'https:');
    return isRight ? text : undefined;
  },
};

/** Reads where metrics and traces go; undefined: nowhere, and nothing of it is loaded. */
export function telemetryDestination(read: Reading): Destination | undefined {
  const otlp = read.optional('OTEL_EXPORTER_OTLP_ENDPOINT', collector);
  const applicationInsights = read.optional('APPLICATIONINSIGHTS_CONNECTION_STRING', connectionString);
  return otlp || applicationInsights ? { otlp, applicationInsights } : undefined;
}

/** The feedback form of the website (Art. 4): the secret with which it signs, and the one site in which our page may be embedded. */
export type FeedbackSettings = { secret?: string | undefined; origin?: string | undefined };

const siteOrigin: Kind<string> = {
  expected:
    'the origin of a website such as https://www.example.nl (http only on this machine), without a path or anything behind it',
  parse(text) {
    const { protocol, hostname, origin } = urlWith(text, []) ?? {};
    const safe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname ?? ''));
    // Nothing in it ends or adds a source in the policy in which it stands.
    return safe && /^(\[[\da-f:]+\]|[a-z\d.-]+)$/.test(hostname ?? '') ? origin : undefined;
  },
};

/** Reads the two settings of the feedback form. The page signs with the secret as well, so that it needs one; the try-out makes its own. */
export function feedbackSettings(read: Reading, isTryout: boolean): FeedbackSettings {
  const origin = read.optional('FEEDBACK_ORIGIN', siteOrigin);
  const isNeeded = !isTryout && read.given('FEEDBACK_ORIGIN') !== undefined;
  const secret = isNeeded
    ? read.required('FEEDBACK_SECRET', sharedSecret)
    : read.optional('FEEDBACK_SECRET', sharedSecret);
  return { secret, origin };
}
