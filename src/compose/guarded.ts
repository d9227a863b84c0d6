import type { Settings } from '../settings/settings.ts';
import type { Bot } from '../teams/bot.ts';
import type { Aside } from '../teams/buttons/form-stays.ts';
import { colleaguesOnly } from '../teams/guards/colleagues-only.ts';
import { humanRate, type InboundRate, rateLimited } from '../teams/guards/rate-limit.ts';
import type { Office } from '../teams/office/office.ts';

type Manners = { inboundRate: InboundRate | undefined; aside: Aside };

/** Guards the bot: colleagues only, each at a human rate; in the try-out everybody, without limit. */
export function guarded(
  open: Bot,
  office: Office,
  { tryout: isTryout, app }: Settings,
  { inboundRate, aside }: Manners,
): Bot {
  const ours = app ? colleaguesOnly(open, office) : open;
  const limit = inboundRate ?? (isTryout ? undefined : humanRate);
  return limit ? rateLimited(ours, limit, aside) : ours;
}
