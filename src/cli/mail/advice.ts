import type { MailPlace } from '../../mail/mail-way.ts';
import type { Unanswered, Undelivered } from '../../register/model/delivery.ts';

/** What each exit code of the probe means. */
export const exitCodes = {
  0: 'de proefbrief is aangenomen',
  1: 'de opdracht of een instelling klopt niet',
  2: 'het inloggen is geweigerd',
  3: 'het recht om te versturen ontbreekt',
  4: 'het postvak van MAIL_FROM is onbekend',
  5: 'het certificaat van de server klopt niet',
  6: 'de server is niet te bereiken',
  7: 'de proefbrief of zijn ontvanger is geweigerd',
  8: 'nu niet gelukt; het kan vanzelf overgaan',
} as const;

type ExitCode = keyof typeof exitCodes;

export type Situation = { place: MailPlace; to: string; who: string };

/** A fault as it is looked up: its reason, and all that it and its causes say. */
type Facts = { reason: string; all: string; isSetUp: boolean; isGraph: boolean; command: string };

type Advice = {
  fits(facts: Facts): boolean;
  code: ExitCode;
  /** What is wrong, and what to do. */
  says(situation: Situation & { server: string }): [wrong: string, todo: string];
};

const advice: readonly Advice[] = [
  {
    fits: ({ reason, isSetUp }) => reason === 'no token' && isSetUp,
    code: 2,
    says: ({ who }) => [
      'Klachtenbot krijgt geen token: Microsoft laat hem niet inloggen.',
      `Klachtenbot is: ${who}. Hangt die identiteit aan deze machine, en klopt MicrosoftAppId? Draai deze opdracht waar Klachtenbot draait.`,
    ],
  },
  {
    fits: ({ reason }) => reason === 'no token',
    code: 6,
    says: () => [
      'Waar Klachtenbot een token vraagt, komt geen antwoord.',
      'Laat deze machine verbinding maken met https://login.microsoftonline.com en met haar eigen identiteit.',
    ],
  },
  {
    fits: ({ all }) => /wrong version number|packet length too long/i.test(all),
    code: 6,
    says: ({ server }) => [
      `Op de poort van ${server} antwoordt iets dat geen TLS spreekt.`,
      'Kijk de poort na: smtps:// is meestal poort 465, smtp:// poort 587. Zit er een proxy tussen, laat die de verbinding dan door.',
    ],
  },
  {
    fits: ({ reason, command }) => /^EPROTOCOL\b/.test(reason) && command === 'CONN',
    code: 6,
    says: ({ server }) => [
      `Op de poort van ${server} antwoordt iets dat geen mailserver is.`,
      'Kijk de server en de poort in SMTP_URL na: smtp:// is meestal poort 587, smtps:// poort 465.',
    ],
  },
  {
    fits: ({ all, isSetUp, command }) => (isSetUp && command === 'STARTTLS') || /required STARTTLS/.test(all),
    code: 6,
    says: ({ server }) => [
      `${server} biedt geen versleuteling aan (STARTTLS). Klachtenbot stuurt daarover geen wachtwoord en geen brief.`,
      'Neem smtps:// (meestal poort 465), of laat de beheerder van de mailserver STARTTLS aanzetten.',
    ],
  },
  {
    fits: ({ all }) => /CERT|certificate|self.signed|altname|ETLS|SSL routines/i.test(all),
    code: 5,
    says: ({ server }) => [
      `De verbinding met ${server} is niet te vertrouwen: het certificaat klopt niet, is verlopen of is van een ander.`,
      'Klopt de naam van de server? smtps:// is meestal poort 465, smtp:// poort 587. Zit er een proxy tussen, geef dan diens certificaat met NODE_EXTRA_CA_CERTS.',
    ],
  },
  {
    fits: ({ all }) => /ECONNREFUSED/.test(all),
    code: 6,
    says: ({ server, place }) => [
      `${server} is niet te bereiken: de poort is dicht.`,
      'url' in place
        ? 'Kijk de poort in SMTP_URL na (meestal 587 of 465), en of een firewall hem tegenhoudt.'
        : 'Laat deze machine verbinding maken met https://graph.microsoft.com, en kijk of een firewall dat tegenhoudt.',
    ],
  },
  {
    fits: ({ all }) => /ENOTFOUND|EAI_AGAIN|EDNS/.test(all),
    code: 6,
    says: ({ server }) => [
      `De naam van ${server} bestaat niet.`,
      'Kijk of de naam goed is geschreven, en of deze machine namen kan opzoeken (DNS).',
    ],
  },
  {
    fits: ({ reason, isGraph }) => isGraph && reason.startsWith('401'),
    code: 2,
    says: ({ who }) => [
      'Microsoft Graph neemt het token niet aan.',
      `Klachtenbot is: ${who}. Hoort die identiteit bij de tenant van het postvak?`,
    ],
  },
  {
    fits: ({ reason, isGraph }) => isGraph && reason.startsWith('403'),
    code: 3,
    says: ({ place, who }) => [
      `Klachtenbot mag niet versturen als ${place.from}.`,
      `Klachtenbot is: ${who}. Geef die identiteit in Exchange Online de rol “Application Mail.Send” voor dit ene postvak, en wacht: het kan twee uur duren voordat de rol werkt.`,
    ],
  },
  {
    fits: ({ reason, isGraph }) => isGraph && reason.startsWith('404'),
    code: 4,
    says: ({ place }) => [
      `Het postvak ${place.from} bestaat niet in Microsoft 365.`,
      'Kijk MAIL_FROM na. Het moet een postvak in Exchange Online zijn (een gedeeld postvak mag), geen distributielijst.',
    ],
  },
  {
    fits: ({ all }) => /5\.7\.(30|139)\b/.test(all),
    code: 2,
    says: () => [
      'Microsoft 365 neemt geen wachtwoord meer aan om e-mail te versturen.',
      'Zet MAIL=graph (zonder SMTP_URL), of SMTP_AUTH=oauth2 met een SMTP_URL zonder wachtwoord.',
    ],
  },
  {
    fits: ({ all, isSetUp }) => isSetUp && /EAUTH/.test(all),
    code: 2,
    says: ({ server }) => [
      `${server} weigert de naam of het wachtwoord.`,
      'Kijk SMTP_URL na: smtps://naam:wachtwoord@server, met %40 voor een @ in de naam. Met SMTP_AUTH=oauth2 hoort er geen wachtwoord in.',
    ],
  },
  {
    fits: ({ reason, isSetUp }) => isSetUp && reason.startsWith('530'),
    code: 2,
    says: ({ server }) => [
      `${server} wil dat Klachtenbot eerst inlogt.`,
      'Zet naam en wachtwoord in SMTP_URL: smtps://naam:wachtwoord@server, met %40 voor een @ in de naam. Of kies SMTP_AUTH=oauth2.',
    ],
  },
  {
    fits: ({ command, reason, isSetUp }) => isSetUp && command === 'MAIL FROM' && !/ 5\.7\./.test(reason),
    code: 4,
    says: ({ place, server }) => [
      `${server} kent de afzender ${place.from} niet.`,
      'Kijk MAIL_FROM na: het moet een postvak zijn dat op deze server bestaat.',
    ],
  },
  {
    fits: ({ command, all }) => command === 'DATA' && /\b5\.7\.1\b|spam|virus/i.test(all),
    code: 7,
    says: ({ server }) => [
      `${server} weigert de proefbrief om wat erin staat, bijvoorbeeld als ongewenste e-mail.`,
      'Laat de beheerder van de mailserver e-mail van MAIL_FROM doorlaten, en kijk of SPF en DKIM voor dat domein kloppen.',
    ],
  },
  {
    fits: ({ isSetUp, isGraph }) => isSetUp && !isGraph,
    code: 3,
    says: ({ place, server }) => [
      `${server} laat Klachtenbot niet versturen als ${place.from}.`,
      'Laat de beheerder van de mailserver toestaan dat deze machine, of deze naam, als MAIL_FROM naar buiten verstuurt.',
    ],
  },
  {
    fits: ({ all }) => /ETIMEDOUT|TIMEOUT|ECONNECTION|ESOCKET|EHOSTUNREACH|ENETUNREACH/.test(all),
    code: 6,
    says: ({ server }) => [
      `${server} geeft geen antwoord.`,
      'Kijk de server en de poort na, en of een firewall de verbinding tegenhoudt. Veel providers sluiten poort 25.',
    ],
  },
  {
    fits: ({ reason }) => /\b[45]\.2\.2\b/.test(reason),
    code: 7,
    says: ({ to }) => [`Het postvak van ${to} is vol.`, 'Probeer het met een ander adres.'],
  },
  {
    fits: ({ reason }) => /\b5\.(3\.4|2\.3)\b/.test(reason),
    code: 7,
    says: ({ server }) => [
      `${server} vindt de proefbrief te groot.`,
      'Laat de beheerder van de mailserver brieven van 25 MB toestaan: een brief kan bijlagen hebben.',
    ],
  },
];

const refused: Omit<Advice, 'fits'> = {
  code: 7,
  says: ({ to, server }) => [
    `${server} neemt de proefbrief aan ${to} niet aan.`,
    'Bestaat dat adres? Probeer het ook met een adres buiten de eigen organisatie.',
  ],
};

const waiting =
  'Wacht een paar minuten en probeer het nog eens. Blijft het zo, kijk dan of er een storing is.';

const passing: Omit<Advice, 'fits'> = {
  code: 8,
  says: ({ server }) => [`${server} neemt de proefbrief nu niet aan: hij is niet verstuurd.`, waiting],
};

const unanswered: Omit<Advice, 'fits'> = {
  code: 8,
  says: ({ server }) => [`${server} antwoordt niet: de proefbrief kan wel zijn aangekomen.`, waiting],
};

/** Says what is wrong with the way letters go out, what to do, and what the server itself said. */
export function adviceOn(
  error: Undelivered | Unanswered,
  situation: Situation,
): { code: ExitCode; text: string } {
  const { place } = situation;
  const isGraph = !('url' in place);
  const server = isGraph ? 'Microsoft Graph' : `de mailserver ${new URL(place.url).host}`;
  const isSetUp = 'setUp' in error && error.setUp;
  const said = wordsOf(error);
  const facts = {
    reason: error.message,
    all: said.join(' '),
    isSetUp,
    isGraph,
    command: commandOf(error.cause),
  };
  const other = 'retry' in error ? (error.retry ? passing : refused) : unanswered;
  const found = advice.find(({ fits }) => fits(facts)) ?? other;
  const { code } = found;
  const [wrong, todo] = found.says({ ...situation, server });
  return { code, text: [capital(wrong), todo, `Antwoord: ${said.join(' | ')}`].join('\n') };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lists what an error and its causes say, each once and on one line. */
function wordsOf(error: unknown): string[] {
  if (!error) return [];
  if (!(error instanceof Error)) return [JSON.stringify(error).slice(0, 500)];
  const code = 'code' in error ? `${error.code} ` : '';
  const words = `${code}${error.message}`.slice(0, 500).replaceAll(/\s+/g, ' ').trim();
  return [...new Set([words, ...wordsOf(error.cause)])];
}

const commandOf = (cause: unknown): string =>
  cause instanceof Error && 'command' in cause ? String(cause.command) : '';
