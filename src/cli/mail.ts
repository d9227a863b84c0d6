/**
 * `npm run -s mail -- probe someone@example.nl`: sends one test letter as MAIL, MAIL_FROM and SMTP_URL say, and tells in plain words
 * what is wrong and what to do. Its exit code says what kind of fault it is.
 */
import { ownIdentity } from '../identity/own-identity.ts';
import { wayFrom } from '../mail/mail-delivery.ts';
import { Unanswered, Undelivered } from '../register/model/delivery.ts';
import { mailAddress, reading } from '../settings/reader.ts';
import { appRegistration, mailPlace } from '../settings/sections.ts';
import { SettingsFault } from '../settings/settings.ts';
import { systemClock } from '../time/clock.ts';
import { begin } from './command-line.ts';
import { adviceOn, exitCodes } from './mail/advice.ts';

const USAGE = `Gebruik: npm run -s mail -- probe iemand@example.nl

Verstuurt één proefbrief zoals MAIL, MAIL_FROM en SMTP_URL het zeggen, en zegt wat er mis is.
De afsluitcode zegt wat voor fout het is: ${Object.entries(exitCodes)
  .map(([code, what]) => `\n  ${code}  ${what}`)
  .join('')}`;

const [command, to = '', ...more] = begin(USAGE);
if (command !== 'probe' || !mailAddress.parse(to) || more.length > 0) end(1, USAGE);
else await probe(to);

async function probe(to: string): Promise<void> {
  const found = settled();
  if (!found) return;
  const { place, app } = found;
  const identity = ownIdentity(app);
  try {
    const way = wayFrom(place, { clock: systemClock(), identity });
    await way.send(testLetter(place.from, to));
    const by = 'url' in place ? `mailserver ${new URL(place.url).host}` : 'Microsoft Graph';
    console.log(`De proefbrief aan ${to} is aangenomen: verstuurd als ${place.from}, via ${by}.
Kijk of hij aankomt, ook bij de ongewenste e-mail. Kan hij niet worden bezorgd, dan komt er een bericht terug in ${place.from}.`);
  } catch (error) {
    if (!(error instanceof Undelivered) && !(error instanceof Unanswered)) throw error;
    const { code, text } = adviceOn(error, { place, to, who: identity.who });
    end(code, text);
  }
}

/** Reads only the settings that say how letters go out; says what is wrong with them, or that none do. */
function settled() {
  const read = reading(process.env);
  try {
    const { place, app } = read.settle({ place: mailPlace(read), app: appRegistration(read) });
    if (place && place !== 'none') return { place, app };
    end(
      1,
      'Er is geen e-mail ingesteld: brieven gaan met de hand. Zet MAIL=graph met MAIL_FROM, of SMTP_URL met MAIL_FROM.',
    );
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    end(1, ['De instellingen kloppen niet:', ...error.faults.map((fault) => `- ${fault}`)].join('\n'));
  }
  return undefined;
}

function testLetter(from: string, to: string) {
  return {
    messageId: `<proefbrief.${Date.now()}@${from.split('@').at(-1)}>`,
    from: { name: 'Ballance', address: from },
    to,
    envelope: { from, to: [to] },
    subject: 'Proefbrief van Klachtenbot',
    text: `Dit is een proefbrief. Nu hij er is, weet de beheerder dat Klachtenbot brieven kan versturen als ${from}.\n\nJe hoeft niets te doen.\n`,
  };
}

function end(code: number, why: string): void {
  console.error(why);
  process.exitCode = code;
}
