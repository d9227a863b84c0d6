import { randomBytes } from 'node:crypto';
import type { Organisation } from '../letters/organisation.ts';
import { deadline } from '../procedure/deadlines.ts';
import { caseNumber } from '../procedure/model/case-number.ts';
import type { Log } from '../register/model/log.ts';
import type { Calendar } from '../time/calendar.ts';
import type { LocalDate } from '../time/local-date.ts';
import { bringsForm } from './form-body.ts';
import { formPost } from './form-post.ts';
import { limits } from './limits.ts';
import { languageOf, pageHeaders, pages } from './page.ts';
import type { Answer, Asked, Intake, Server } from './ports.ts';
import { signedPost } from './signed-post.ts';
import { freshStamp, stampOf } from './stamp.ts';
import { dutch, toldOfNobody } from './words.ts';

export type FeedbackParts = {
  /** With which the website signs; without it what it sends is not taken. */
  secret?: string | undefined;
  /** Where our page may be shown, as a policy names it; without it there is no page. */
  frames?: string | undefined;
  intake: Intake;
  organisation: Organisation;
  calendar: Calendar;
  today(): LocalDate;
  /** The real time, in milliseconds: signatures and the pace of a person do not follow the clock of the try-out. */
  now?: () => number;
  log: Log;
};

const path = '/feedback';

/** Adds the feedback form of the website (Art. 4): what the website sends, and a page of our own. */
export function feedback(
  server: Server,
  { secret, frames, intake, organisation, calendar, today, now = Date.now, log }: FeedbackParts,
): void {
  const counted = limits();
  const shared = { intake, limits: counted, now, log };
  const signing = secret ?? randomBytes(32).toString('hex');
  const deadlines = (receivedOn: LocalDate) => ({
    acknowledgeBy: deadline('acknowledge', receivedOn, calendar).dueOn,
    answerBy: deadline('answer', receivedOn, calendar).dueOn,
  });
  async function followsOf(number: string | undefined) {
    const dossier = number && (await intake.dossier(caseNumber(number)));
    if (!dossier || dossier.isClosed) return {};
    if (!dossier.isHandled) return { message: toldOfNobody(dutch, organisation).join(' ') };
    return { days: deadlines(dossier.receivedOn) };
  }
  const fromSite = secret ? signedPost({ ...shared, secret, followsOf }) : undefined;
  const page = frames === undefined ? undefined : ourPage(frames);

  function ourPage(frames: string) {
    const drawn = pages(organisation, intake.documents.on);
    const headers = pageHeaders(frames);
    const asPage = (status: number, body: string) => ({ status, body, headers });
    const take = formPost({
      ...{ ...shared, secret: signing, pages: drawn, today, deadlines, asPage },
      organisation,
    });
    const languageIn = ({ request }: Asked) =>
      languageOf(
        new URL(request.url ?? '', 'http://host').searchParams.get('taal'),
        request.headers['accept-language'],
      );
    return {
      open(asked: Asked): Answer {
        asked.response.removeHeader('X-Frame-Options');
        const stamp = stampOf(signing, freshStamp(now()));
        const answer = asPage(200, drawn.form(languageIn(asked), { stamp, ...deadlines(today()) }));
        // Who goes back finds the form that they sent, with its key, and not another.
        return { ...answer, headers: { ...headers, 'Cache-Control': 'private, no-cache' } };
      },
      send(asked: Asked): Promise<Answer> {
        asked.response.removeHeader('X-Frame-Options');
        return take(asked, languageIn(asked));
      },
    };
  }

  const isForm = ({ request }: Asked): boolean => bringsForm(request.headers['content-type'] ?? '');
  if (page) server.route('GET', path, page.open);
  if (page || fromSite)
    server.route('POST', path, (asked) => {
      if (page && isForm(asked)) return page.send(asked);
      return fromSite ? fromSite(asked) : { status: 404, isLast: true };
    });
}
