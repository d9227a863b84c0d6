import type { RequestTimeouts } from '../http/server.ts';
import type { TokenAuthority } from '../teams/adapter/adapter.ts';
import type { InboundRate } from '../teams/guards/rate-limit.ts';
import type { Watch } from '../telemetry/watch.ts';
import type { Instant } from '../time/local-date.ts';

/** Parameters that no setting reaches; all but the first are set by tests only. */
export type Circumstances = {
  /** Stops this bot and starts another on an empty register, with the sample of the try-out where that is asked. */
  beginAgain?: (withSample: boolean) => void;
  /** The moment until which the sample is played once it has started. */
  fillUntil?: Instant;
  /** The authority for tokens, in the place of Microsoft. */
  authority?: TokenAuthority;
  /** Where Microsoft Graph is, in the place of Microsoft's. */
  graph?: string;
  /** The most turns of one person; in the try-out without limit unless this is given. */
  inboundRate?: InboundRate;
  /** How long a request may take to come in. */
  timeouts?: RequestTimeouts;
  /** Where the bot is measured; nowhere unless this is given. */
  watch?: Watch;
};
