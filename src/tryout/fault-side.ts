import { isPersonId } from '../procedure/model/person-id.ts';
import type { Fault, Faults } from './faults.ts';
import { type Json, type Routes, refused, text } from './routes.ts';

/** Serves faults on request: what Teams may answer to a bot, for tests and for demonstrations. */
export function faultSide(route: Routes, { faults }: { faults: Faults }): void {
  route('POST', '/tryout/faults', ({ body }) => {
    const fault = faultFrom(body);
    if (!fault) return refused(400, 'Een storing heeft een status (400-599), een code en een aantal keren.');
    faults.add(fault);
    return { status: 201, body: fault };
  });

  route('DELETE', '/tryout/faults', () => {
    faults.clear();
    return { status: 200 };
  });
}

function faultFrom({
  conversationId,
  personId,
  status,
  code,
  retryAfter,
  times = 1,
}: Json): Fault | undefined {
  if (typeof status !== 'number' || status < 400 || status > 599) return undefined;
  const who = text(personId);
  if (who !== undefined && !isPersonId(who)) return undefined;
  if (typeof times !== 'number' || !(times >= 1)) return undefined;
  return {
    conversationId: text(conversationId),
    personId: who,
    status,
    code: text(code) ?? 'ServiceError',
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
    times,
  };
}
